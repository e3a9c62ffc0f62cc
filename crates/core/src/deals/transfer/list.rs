//! The list of deals as a table.

use super::columns::Column;
use crate::deals::{Deal, unread};
use crate::format::{Style, machine};
use crate::sheet::{Cell, Format, Sheet};

/// A table of deals in their order: a row of names, and one row for each. Figures and days are what they
/// are; what could not be read stands there as it was typed.
#[must_use]
pub fn list<'a>(deals: impl IntoIterator<Item = &'a Deal>, style: Style) -> Sheet {
    let header = Column::ALL.iter().map(|column| Cell::Heading(column.label().get(style.locale).to_owned()));
    let row = |deal: &Deal| Column::ALL.iter().map(|column| cell(deal, *column)).collect();
    let rows = std::iter::once(header.collect()).chain(deals.into_iter().map(row)).collect();
    Sheet { rows, style }
}

fn cell(deal: &Deal, column: Column) -> Cell {
    let typed = |field: &str| Cell::Text(deal.unread.get(field).cloned().unwrap_or_default());
    match column {
        Column::Customer => Cell::Text(deal.customer.clone()),
        Column::Title => Cell::Text(deal.title.clone()),
        Column::Amount => deal.amount.map_or_else(
            || typed(unread::AMOUNT),
            |amount| Cell::Number(amount, Format::Grouped(amount.normalize().scale().max(2))),
        ),
        Column::Currency => Cell::Text(deal.currency.code().to_owned()),
        Column::ExpectedClose => deal.expected_close.map_or_else(|| typed(unread::EXPECTED_CLOSE), Cell::Date),
        Column::Salesperson => Cell::Text(deal.salesperson.clone()),
        Column::NextAction => Cell::Text(deal.next_step.action.clone()),
        Column::NextDate => deal.next_step.date.map_or_else(|| typed(unread::NEXT_DATE), Cell::Date),
    }
}

/// What a deal says in a column.
pub(super) fn cell_words(deal: &Deal, column: Column) -> String {
    match cell(deal, column) {
        Cell::Title(words) | Cell::Heading(words) | Cell::Text(words) => words,
        Cell::Number(value, _) => machine(value),
        Cell::Date(day) => day.to_string(),
        Cell::Formula(_) => String::new(),
    }
}
