//! The differences between two versions of a deal, for the person who chooses.

use serde_json::{Map, Value};

use super::columns::Column;
use super::list::cell_words;
use super::origin::content;
use crate::Deal;
use crate::fields::DealField;
use crate::record::reader::take;
use abacus_core::calculator::field::Kind;
use abacus_core::date::Date;
use abacus_core::number::format::money;
use abacus_core::text::Locale;

/// Fields of a record that the columns cover in addition to their own: the end is in the column of the stage, unread
/// text in that of its field.
const ALSO_SHOWN: [&str; 2] = ["end", "unread"];

/// The differences between two versions of a deal.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Differences {
    /// The differences that can be shown side by side: the column, the text in the file, the text in the book.
    pub columns: Vec<(Column, String, String)>,
    /// The names of the other differing fields of the record.
    pub others: Vec<String>,
}

impl Differences {
    /// The names of all fields that can be chosen one by one: the keys of the columns, then the others. The days of the
    /// stages go with the stage.
    pub fn fields(&self) -> impl Iterator<Item = &str> {
        let columns = self.columns.iter().map(|(column, ..)| column.field().about().key);
        columns.chain(self.others.iter().map(String::as_str)).filter(|name| *name != "reached" || !self.has_stage())
    }

    /// The column with this field, the text in the file, and the text in the book.
    pub fn column(&self, field: &str) -> Option<&(Column, String, String)> {
        self.columns.iter().find(|(column, ..)| column.field().about().key == field)
    }

    fn has_stage(&self) -> bool {
        self.column("stage").is_some()
    }
}

/// The differences between the version in a file and the one in the book.
pub fn differences(file: &Deal, here: &Deal, locale: Locale) -> Differences {
    let words = |column: Column| {
        let exact = (cell_words(file, column, locale), cell_words(here, column, locale));
        let shown = (display_text(file, column, locale), display_text(here, column, locale));
        // Two amounts may look the same when rounded to cents.
        let (file_text, book_text) = if shown.0 == shown.1 { exact.clone() } else { shown };
        (exact.0 != exact.1).then_some((column, file_text, book_text))
    };
    let (file_rest, book_rest) = (other_fields(file), other_fields(here));
    let mut others: Vec<String> = file_rest.keys().chain(book_rest.keys()).cloned().collect();
    others.sort();
    others.dedup();
    // Being a second version of the other is not a difference.
    others.retain(|name| name != "copy_of" && file_rest.get(name) != book_rest.get(name));
    Differences { columns: Column::all().filter_map(words).collect(), others }
}

/// The days in which a field that no column shows differs, in the file and in the book, if it differs in nothing else. A
/// day that one of them does not have is a dash.
pub fn differing_days(file: &Deal, here: &Deal, field: &str) -> Option<(String, String)> {
    let [file, here] = [file, here].map(|deal| other_fields(deal).remove(field).unwrap_or_default());
    let mut days = Vec::new();
    let is_all = only_days(&file, &here, &mut days);
    let side = |days: Vec<&str>| days.join(", ");
    (is_all && !days.is_empty())
        .then(|| (side(days.iter().map(|day| &*day.0).collect()), side(days.iter().map(|day| &*day.1).collect())))
}

/// Whether two values differ in days alone; these are added.
fn only_days(file: &Value, here: &Value, days: &mut Vec<(String, String)>) -> bool {
    const NONE: Value = Value::Null;
    let day = |value: &Value| match value {
        Value::Null => Some("–".to_owned()),
        Value::String(text) => text.parse::<Date>().is_ok().then(|| text.clone()),
        _ => None,
    };
    match (file, here) {
        (file, here) if file == here => true,
        (Value::Object(file), Value::Object(here)) => {
            let more = here.keys().filter(|key| !file.contains_key(*key));
            let mut keys = file.keys().chain(more);
            keys.all(|key| only_days(file.get(key).unwrap_or(&NONE), here.get(key).unwrap_or(&NONE), days))
        }
        (Value::Array(file), Value::Array(here)) => {
            file.len() == here.len() && file.iter().zip(here).all(|(file, here)| only_days(file, here, days))
        }
        // A part that only one of them has may be nothing but days.
        (Value::Object(part), Value::Null) => part.values().all(|value| only_days(value, &NONE, days)),
        (Value::Null, Value::Object(part)) => part.values().all(|value| only_days(&NONE, value, days)),
        (file, here) => match day(file).zip(day(here)) {
            Some(both) => {
                days.push(both);
                true
            }
            None => false,
        },
    }
}

/// The fields of the record that no column shows.
pub(super) fn other_fields(deal: &Deal) -> Map<String, Value> {
    let Value::Object(mut fields) = content(deal) else { return Map::new() };
    let shown = Column::all().map(|column| column.field().about().key).chain(ALSO_SHOWN);
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
