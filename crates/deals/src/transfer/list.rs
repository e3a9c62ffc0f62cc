//! The list of deals as a table.

use super::columns::Column;
use crate::{DateField, Deal, End, NumberField, show_tags};
use abacus_core::number::format::{Style, machine};
use abacus_core::sheet::{Cell, Format, Sheet};
use abacus_core::text::Locale;

/// A table of deals in their order: a row of names, and one row for each. Figures and days are what they
/// are; what could not be read stands there as it was typed.
#[must_use]
pub fn list<'a>(deals: impl IntoIterator<Item = &'a Deal>, style: Style) -> Sheet {
    let header = Column::ALL.iter().map(|column| Cell::Heading(column.label().get(style.locale).to_owned()));
    let row = |deal: &Deal| Column::ALL.iter().map(|column| cell(deal, *column, style.locale)).collect();
    let rows = std::iter::once(header.collect()).chain(deals.into_iter().map(row)).collect();
    Sheet { rows, style }
}

fn cell(deal: &Deal, column: Column, locale: Locale) -> Cell {
    Cell::Text(match column {
        Column::Customer => deal.customer.clone(),
        Column::Title => deal.title.clone(),
        Column::Stage => deal.end.map_or_else(|| deal.stage.label(), End::label).get(locale).to_owned(),
        Column::Amount => match deal.amount {
            Some(amount) => return Cell::Number(amount, Format::Grouped(amount.normalize().scale().max(2))),
            None => NumberField::Amount.show(deal),
        },
        Column::Currency => deal.currency.code().to_owned(),
        Column::ExpectedClose => return day(deal, &DateField::ExpectedClose),
        Column::Salesperson => deal.salesperson.clone(),
        Column::NextAction => deal.next_step.action.clone(),
        Column::NextDate => return day(deal, &DateField::NextDate),
        Column::Tags => show_tags(&deal.tags),
        Column::LostReason => deal.lost_reason.clone(),
        Column::Notes => deal.notes.clone(),
    })
}

fn day(deal: &Deal, field: &DateField) -> Cell {
    field.read(deal).map_or_else(|| Cell::Text(field.show(deal)), Cell::Date)
}

/// What a deal says in a column.
pub(super) fn cell_words(deal: &Deal, column: Column, locale: Locale) -> String {
    match cell(deal, column, locale) {
        Cell::Title(words) | Cell::Heading(words) | Cell::Text(words) => words,
        Cell::Number(value, _) => machine(value),
        Cell::Date(day) => day.to_string(),
        Cell::Formula(_) => String::new(),
    }
}
