//! In what two versions of a deal differ, for whoever has to choose.

use serde_json::Value;

use super::columns::Column;
use super::list::cell_words;
use super::mark::content;
use crate::Deal;
use abacus_core::number::format::money;
use abacus_core::text::Locale;

/// The fields of a record that the columns of a table show.
const SHOWN: [&str; 13] = [
    "customer",
    "title",
    "stage",
    "end",
    "amount",
    "currency",
    "expected_close",
    "salesperson",
    "next_step",
    "tags",
    "lost_reason",
    "notes",
    "unread",
];

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
        let shown = (shown(file, column, locale), shown(here, column, locale));
        // Rounded to cents, two amounts may look the same.
        let (said_there, said_here) = if shown.0 == shown.1 { exact.clone() } else { shown };
        (exact.0 != exact.1).then_some((column, said_there, said_here))
    };
    let (file_says, here_says) = (content(file), content(here));
    let fields = |value: &Value| value.as_object().into_iter().flat_map(|fields| fields.keys().cloned()).collect();
    let mut others: Vec<String> = fields(&file_says);
    others.extend::<Vec<String>>(fields(&here_says));
    others.sort();
    others.dedup();
    // That one is a second version of the other is no difference between them.
    others.retain(|name| {
        name != "copy_of" && !SHOWN.contains(&name.as_str()) && file_says.get(name) != here_says.get(name)
    });
    Differences { columns: Column::ALL.into_iter().filter_map(words).collect(), others }
}

/// What a deal says in a column, as people read it.
fn shown(deal: &Deal, column: Column, locale: Locale) -> String {
    match (column, deal.amount) {
        (Column::Amount, Some(amount)) => money(amount, deal.currency.code(), locale),
        _ => cell_words(deal, column, locale),
    }
}
