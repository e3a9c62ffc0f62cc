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
    pub visits: Vec<CaseVisit>,
}

/// A visit that tells a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseVisit {
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
    let visit = |(deal, visit): (&Rc<Deal>, &Visit)| {
        (visit.case.clone(), CaseVisit { deal: Rc::clone(deal), date: visit.date })
    };
    let visits = rows.iter().flat_map(|row| row.deal.visits.iter().map(|visit| (&row.deal, visit)));
    for (case, visit) in visits.filter(|(_, visit)| !visit.case.is_blank()).map(visit) {
        match found.iter_mut().find(|known| known.case.words() == case.words()) {
            Some(known) => known.visits.push(visit),
            None => found.push(BookCase { case, visits: vec![visit] }),
        }
    }
    let words = search_terms(search, variants);
    found.retain(|case| {
        let text = case.text();
        words.iter().all(|word| word.is_in(&text))
    });
    found.iter_mut().for_each(|case| case.visits.sort_by_key(|visit| Reverse(visit.date)));
    found.sort_by_cached_key(|case| (Reverse(case.visits.first().and_then(|visit| visit.date)), case.text()));
    found
}

impl BookCase {
    fn text(&self) -> String {
        let deals = self.visits.iter().flat_map(|visit| [&*visit.deal.customer, &*visit.deal.title]);
        name_key(&self.case.words().into_iter().chain(deals).collect::<Vec<_>>().join(" \n"))
    }
}

/// A table of cases: what they are, and where each is told latest.
#[must_use]
pub fn case_table(cases: &[BookCase], style: Style) -> Sheet {
    let locale = style.locale;
    let visit =
        [text("商机客户", "Customer of the deal"), text("商机名称", "Deal"), text("拜访日期", "Day of the visit")];
    let labels = CASE.iter().map(|field| field.meta.label).chain(visit);
    let header = labels.map(|label| Cell::Heading(label.get(locale).to_owned())).collect();
    let row = |case: &BookCase| {
        let latest = case.visits.first();
        let of_deal =
            |field: fn(&Deal) -> &String| Cell::Text(latest.map_or("", |visit| field(&visit.deal).trim()).to_owned());
        let date = latest.and_then(|visit| visit.date);
        let cells = case.case.words().map(|words| Cell::Text(words.to_owned())).into_iter();
        let visit = [of_deal(|deal| &deal.customer), of_deal(|deal| &deal.title)];
        cells.chain(visit).chain([date.map_or_else(|| Cell::Text(String::new()), Cell::Date)]).collect()
    };
    Sheet { rows: std::iter::once(header).chain(cases.iter().map(row)).collect(), style }
}
