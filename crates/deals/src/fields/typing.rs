//! How typed text is read, and what the field then shows.

use rust_decimal::Decimal;

use super::{DateField, NumberField, NumberSpec};
use crate::currency::Currency;
use crate::deal::Deal;
use crate::edit::{Edit, Typed};
use abacus_core::calculator::field::{FieldError, Kind};
use abacus_core::date::Date;
use abacus_core::number::numeral;

impl DateField {
    /// The day in the field.
    #[must_use]
    pub fn read(&self, deal: &Deal) -> Option<Date> {
        self.get(deal).copied().flatten()
    }

    /// The text of the field: the day, or the typed text if it is not a day.
    #[must_use]
    pub fn show(&self, deal: &Deal) -> String {
        self.read(deal).map_or_else(|| self.unread(deal), |date| date.to_string())
    }

    /// The edit for typed text.
    #[must_use]
    pub fn edit(&self, typed: String) -> Edit {
        let read: Typed<Date> = if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_| typed) };
        Edit::Date(self.clone(), read)
    }
}

impl NumberField {
    /// The bounds and kind of number. The field may also be empty while the number is unknown.
    #[must_use]
    pub const fn spec(&self) -> &'static NumberSpec {
        self.limits()
    }

    /// The number in the field.
    #[must_use]
    pub fn read(&self, deal: &Deal) -> Option<Decimal> {
        self.get(deal).copied().flatten()
    }

    /// The text of the field: the grouped number, or the typed text if it is not a number.
    #[must_use]
    pub fn show(&self, deal: &Deal) -> String {
        self.read(deal).map_or_else(|| self.unread(deal), |number| self.spec().show(number))
    }
}

/// Whether a record may hold this number. Amounts may be negative there, although the form refuses that.
pub(crate) fn is_storable(spec: &NumberSpec, number: Decimal) -> bool {
    match spec.kind {
        Kind::Money => number.abs() <= spec.high && number.scale() <= 6,
        _ => spec.check(number).is_ok(),
    }
}

/// What is wrong with the typed text, if anything. Empty is valid.
#[must_use]
pub fn number_error(field: &NumberField, typed: &str) -> Option<FieldError> {
    field.spec().parse(typed).err().filter(|error| *error != FieldError::Empty)
}

/// The edits for typed text in a deal with the `current` currency. The sign of another currency also changes the
/// currency: `$500` must never become ¥500.
#[must_use]
pub fn number_edits(field: &NumberField, typed: &str, current: &Currency) -> Vec<Edit> {
    let number = |read| Edit::Number(field.clone(), read);
    match field.spec().parse(typed) {
        Ok(value) => {
            let currency = other_currency(typed, current);
            currency.map(Edit::Currency).into_iter().chain([number(Ok(Some(value)))]).collect()
        }
        Err(FieldError::Empty) => vec![number(Ok(None))],
        Err(_) => vec![number(Err(typed.to_owned()))],
    }
}

/// The currency whose sign was read, unless that sign can mean the `current` one. It uses the number reader itself, so
/// that both always agree.
fn other_currency(typed: &str, current: &Currency) -> Option<Currency> {
    let codes = numeral::read(typed).ok()?.sign?.codes;
    if codes.contains(&current.code()) { None } else { Currency::new(codes.first()?) }
}
