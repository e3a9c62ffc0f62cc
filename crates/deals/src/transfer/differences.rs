//! The fields in which versions of a deal differ, for the person who chooses.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::columns::Column;
use super::list::cell_words;
use super::origin::content;
use super::paths::take;
use crate::Deal;
use crate::fields::{DealField, STAGE};
use abacus_core::calculator::field::Kind;
use abacus_core::number::format::money;
use abacus_core::text::Locale;

/// Fields of a record that the columns cover in addition to their own: the end is in the column of the stage, unread
/// text in that of its field.
const ALSO_SHOWN: [&str; 2] = ["end", "unread"];

/// The days of the stages, which go with the stage.
const REACHED: &str = "reached";

/// A field in which versions of a deal differ, and which can be chosen by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Its name: the key of its column, or its name in the record.
    pub field: String,
    /// The column that shows it, if one does.
    pub column: Option<Column>,
    /// For each version, the index of the first one that is equal in this field.
    pub same_as: Vec<usize>,
}

/// The fields in which these versions differ: those of the columns, then the others.
pub fn differences(versions: &[&Deal]) -> Vec<Difference> {
    let rests: Vec<Map<String, Value>> = versions.iter().map(|deal| other_fields(deal)).collect();
    let in_columns = Column::all().map(|column| {
        let same_as = if is_stage(column) {
            // Where the stages differ, their days are chosen with them.
            let differ = same_as(versions.iter().map(|deal| (deal.stage, deal.end))).iter().any(|first| *first > 0);
            same_as(versions.iter().map(|deal| (deal.stage, deal.end, differ.then_some(&deal.reached))))
        } else {
            same_as(versions.iter().map(|deal| cell_words(deal, column, Locale::default())))
        };
        Difference { field: column.field().meta().key.to_owned(), column: Some(column), same_as }
    });
    let mut found: Vec<Difference> = in_columns.filter(Difference::is_one).collect();
    let has_stage = found.iter().any(|it| it.column.is_some_and(is_stage));
    let names: BTreeSet<&String> = rests.iter().flat_map(Map::keys).collect();
    // Being a second version of another is not a difference.
    let names = names.into_iter().filter(|name| *name != "copy_of" && !(has_stage && *name == REACHED));
    let others = names.map(|name| {
        let same_as = same_as(rests.iter().map(|rest| rest.get(name)));
        Difference { field: name.clone(), column: None, same_as }
    });
    found.extend(others.filter(Difference::is_one));
    found
}

impl Difference {
    fn is_one(&self) -> bool {
        self.same_as.iter().any(|first| *first > 0)
    }

    /// The text of each version in the column; `None` if no column shows it. Texts of versions that differ do not look
    /// alike.
    pub fn texts(&self, versions: &[&Deal], locale: Locale) -> Option<Vec<String>> {
        let column = self.column?;
        let all = |text: fn(&Deal, Column, Locale) -> String| -> Vec<String> {
            versions.iter().map(|deal| text(deal, column, locale)).collect()
        };
        let looks_alike = |texts: &[String]| {
            let firsts = same_as(texts.iter());
            firsts.iter().zip(&self.same_as).any(|(look, is)| look != is)
        };
        // Two amounts may look the same when rounded to cents.
        let looks: [fn(&Deal, Column, Locale) -> String; 2] = [display_text, cell_words];
        let texts = looks.map(all).into_iter().find(|texts| !looks_alike(texts));
        Some(texts.unwrap_or_else(|| if is_stage(column) { all(stage_with_days) } else { all(cell_words) }))
    }
}

fn is_stage(column: Column) -> bool {
    column.field() == DealField::Stage(&STAGE)
}

/// For each value, the index of the first equal one.
fn same_as<T: PartialEq>(values: impl Iterator<Item = T>) -> Vec<usize> {
    let values: Vec<T> = values.collect();
    values.iter().map(|value| values.iter().position(|first| first == value).unwrap_or_default()).collect()
}

/// The fields of the record that no column shows.
pub(super) fn other_fields(deal: &Deal) -> Map<String, Value> {
    let Value::Object(mut fields) = content(deal) else { return Map::new() };
    let shown = Column::all().map(|column| column.field().meta().key).chain(ALSO_SHOWN);
    shown.for_each(|path| drop(take(&mut fields, path)));
    fields
}

fn display_text(deal: &Deal, column: Column, locale: Locale) -> String {
    match column.field() {
        DealField::Number(field) if field.limits().kind == Kind::Money => match field.get(deal) {
            Some(amount) => money(*amount, deal.currency.code(), locale),
            None => cell_words(deal, column, locale),
        },
        _ => cell_words(deal, column, locale),
    }
}

/// The stage with how it ended, and every day that goes with it.
fn stage_with_days(deal: &Deal, _: Column, locale: Locale) -> String {
    let end = deal.end.map(|end| end.label().get(locale).to_owned());
    let days = deal.reached.stages.values().copied().chain(deal.reached.ended).map(|day| day.to_string());
    let parts = end.into_iter().chain([deal.stage.label().get(locale).to_owned()]).chain(days);
    parts.collect::<Vec<_>>().join(" · ")
}
