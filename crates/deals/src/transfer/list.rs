use super::columns::Column;
use crate::fields::{DealField, FieldRef};
use crate::{Deal, End};
use abacus_core::calculator::field::Kind;
use abacus_core::number::format::{Style, machine};
use abacus_core::sheet::{Cell, Format, Sheet, excel};
use abacus_core::text::Locale;
use rust_decimal::Decimal;

/// A table of deals: a header, and one row per deal. Numbers and days keep their types; unread text stays as typed. A
/// number with more digits than a spreadsheet keeps is text, so that no digit is lost.
pub fn list<'a>(deals: impl IntoIterator<Item = &'a Deal>, style: Style) -> Sheet {
    let header = Column::all().map(|column| Cell::Heading(column.label().get(style.locale).to_owned()));
    let row = |deal: &Deal| Column::all().map(|column| cell(deal, column, style.locale)).collect();
    let rows = std::iter::once(header.collect()).chain(deals.into_iter().map(row)).collect();
    Sheet { rows, style }
}

fn cell(deal: &Deal, column: Column, locale: Locale) -> Cell {
    let field = column.field();
    let words = match field {
        DealField::Stage(field) => deal.end.map_or_else(|| field.get(deal).label(), End::label).get(locale).to_owned(),
        DealField::End(field) => field.get(deal).map_or("", |end| end.label().get(locale)).to_owned(),
        DealField::Date(field) => {
            return field.get(deal).map_or_else(|| Cell::Text(FieldRef::Deal(field).show(deal)), Cell::Date);
        }
        DealField::Number(field) => match field.get(deal) {
            Some(number) if excel::keeps(*number) => {
                return Cell::Number(*number, format(*number, field.limits().kind));
            }
            Some(number) => machine(*number),
            None => FieldRef::Deal(field).show(deal),
        },
        DealField::Text(_) | DealField::Currency(_) | DealField::Tags(_) => field.typed(deal).into_owned(),
    };
    Cell::Text(words)
}

fn format(number: Decimal, kind: Kind) -> Format {
    let decimals = number.normalize().scale();
    match kind {
        Kind::Money => Format::Grouped(decimals.max(2)),
        Kind::Ratio => Format::Percent(decimals.saturating_sub(2)),
        _ => Format::Grouped(decimals),
    }
}

pub(super) fn cell_words(deal: &Deal, column: Column, locale: Locale) -> String {
    match cell(deal, column, locale) {
        Cell::Title(words) | Cell::Heading(words) | Cell::Text(words) => words,
        Cell::Number(value, _) => machine(value),
        Cell::Date(day) => day.to_string(),
        Cell::Formula(_) => String::new(),
    }
}
