//! The success cases of the whole book. They are stored only with the visits for which they were written.

use std::cmp::Reverse;
use std::rc::Rc;

use super::row::Rows;
use super::search_term::search_terms;
use crate::Variants;
use crate::deal::Deal;
use crate::fields::visit::CASE;
use crate::normalize::name_key;
use crate::visit::{SuccessCase, Visit};
use abacus_core::date::Date;
use abacus_core::number::format::Style;
use abacus_core::sheet::{Cell, Sheet};
use abacus_core::text::text;

/// A success case and where it is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookCase {
    /// The case.
    pub case: SuccessCase,
    /// The visits for which it was written, the latest first.
    pub told: Vec<Told>,
}

/// A visit that tells a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The deal of the visit.
    pub deal: Rc<Deal>,
    /// The day of the visit; `None` while unknown.
    pub date: Option<Date>,
}

/// The cases that are not blank, each once, the one told latest first. All words of the search must be in the case, or
/// in customer and name of its deals.
#[must_use]
pub fn cases(rows: &Rows, search: &str, variants: Option<Variants>) -> Vec<BookCase> {
    let mut found: Vec<BookCase> = Vec::new();
    let told =
        |(deal, visit): (&Rc<Deal>, &Visit)| (visit.case.clone(), Told { deal: Rc::clone(deal), date: visit.date });
    let visits = rows.iter().flat_map(|row| row.deal.visits.iter().map(|visit| (&row.deal, visit)));
    for (case, told) in visits.filter(|(_, visit)| !visit.case.is_blank()).map(told) {
        match found.iter_mut().find(|known| known.case.words() == case.words()) {
            Some(known) => known.told.push(told),
            None => found.push(BookCase { case, told: vec![told] }),
        }
    }
    let words = search_terms(search, variants);
    found.retain(|case| {
        let text = case.text();
        words.iter().all(|word| word.is_in(&text))
    });
    found.iter_mut().for_each(|case| case.told.sort_by_key(|told| Reverse(told.date)));
    found.sort_by_cached_key(|case| (Reverse(case.told.first().and_then(|told| told.date)), case.text()));
    found
}

impl BookCase {
    fn text(&self) -> String {
        let deals = self.told.iter().flat_map(|told| [&*told.deal.customer, &*told.deal.title]);
        name_key(&self.case.words().into_iter().chain(deals).collect::<Vec<_>>().join(" \n"))
    }
}

/// A table of cases: what they are, and where each is told latest.
#[must_use]
pub fn case_table(cases: &[BookCase], style: Style) -> Sheet {
    let locale = style.locale;
    let told =
        [text("商机客户", "Customer of the deal"), text("商机名称", "Deal"), text("拜访日期", "Day of the visit")];
    let labels = CASE.iter().map(|field| field.about.label).chain(told);
    let header = labels.map(|label| Cell::Heading(label.get(locale).to_owned())).collect();
    let row = |case: &BookCase| {
        let latest = case.told.first();
        let of_deal =
            |field: fn(&Deal) -> &String| Cell::Text(latest.map_or("", |told| field(&told.deal).trim()).to_owned());
        let date = latest.and_then(|told| told.date);
        let cells = case.case.words().map(|words| Cell::Text(words.to_owned())).into_iter();
        let told = [of_deal(|deal| &deal.customer), of_deal(|deal| &deal.title)];
        cells.chain(told).chain([date.map_or_else(|| Cell::Text(String::new()), Cell::Date)]).collect()
    };
    Sheet { rows: std::iter::once(header).chain(cases.iter().map(row)).collect(), style }
}
