//! In what two versions of a deal differ, for whoever has to choose.

use serde_json::{Map, Value};

use super::columns::Column;
use super::list::cell_words;
use super::origin::content;
use crate::Deal;
use crate::fields::DealField;
use crate::record::reader::take;
use abacus_core::calculator::field::Kind;
use abacus_core::number::format::money;
use abacus_core::text::Locale;

/// Fields of a record that the columns show beside those that they are: the end is in the column of the stage, and
/// what could not be read in the place of what was meant.
const SHOWN_TOO: [&str; 2] = ["end", "unread"];

/// What two versions of a deal do not have in common.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Differences {
    /// What can be shown side by side: the column, what the file says, what the book says.
    pub columns: Vec<(Column, String, String)>,
    /// The other fields of the record, by their names there.
    pub others: Vec<String>,
}

/// In what the version of a file and the one here differ.
#[must_use]
pub fn differences(file: &Deal, here: &Deal, locale: Locale) -> Differences {
    let words = |column: Column| {
        let exact = (cell_words(file, column, locale), cell_words(here, column, locale));
        let shown = (display_text(file, column, locale), display_text(here, column, locale));
        // Rounded to cents, two amounts may look the same.
        let (file_text, book_text) = if shown.0 == shown.1 { exact.clone() } else { shown };
        (exact.0 != exact.1).then_some((column, file_text, book_text))
    };
    let (file_rest, book_rest) = (other_fields(file), other_fields(here));
    let mut others: Vec<String> = file_rest.keys().chain(book_rest.keys()).cloned().collect();
    others.sort();
    others.dedup();
    // That one is a second version of the other is no difference between them.
    others.retain(|name| name != "copy_of" && file_rest.get(name) != book_rest.get(name));
    Differences { columns: Column::all().filter_map(words).collect(), others }
}

/// What the record says besides what the columns show.
fn other_fields(deal: &Deal) -> Map<String, Value> {
    let Value::Object(mut fields) = content(deal) else { return Map::new() };
    let shown = Column::all().map(|column| column.field().about().key).chain(SHOWN_TOO);
    shown.for_each(|path| drop(take(&mut fields, path)));
    fields
}

/// What a deal says in a column, as people read it.
fn display_text(deal: &Deal, column: Column, locale: Locale) -> String {
    match column.field() {
        DealField::Number(field) if field.limits().kind == Kind::Money => match field.get(deal) {
            Some(amount) => money(*amount, deal.currency.code(), locale),
            None => cell_words(deal, column, locale),
        },
        _ => cell_words(deal, column, locale),
    }
}
