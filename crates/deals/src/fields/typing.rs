//! What a field shows, and what it may hold.

use rust_decimal::Decimal;

use super::{DateField, NumberField, NumberSpec};
use crate::deal::Deal;
use abacus_core::calculator::field::{FieldError, Kind, Low};
use abacus_core::date::Date;

impl DateField {
    /// The day in the field.
    pub fn read(&self, deal: &Deal) -> Option<Date> {
        self.get(deal).copied().flatten()
    }

    /// The text of the field: the day, or the typed text if it is not a day.
    pub fn show(&self, deal: &Deal) -> String {
        self.read(deal).map_or_else(|| self.unread(deal), |date| date.to_string())
    }
}

impl NumberField {
    /// The bounds and kind of number. The field may also be empty while the number is unknown.
    pub const fn spec(&self) -> &'static NumberSpec {
        self.limits()
    }

    /// The number in the field.
    pub fn read(&self, deal: &Deal) -> Option<Decimal> {
        self.get(deal).copied().flatten()
    }

    /// The text of the field: the grouped number, or the typed text if it is not a number.
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

/// The limits for records and tables: unlike the form, they allow amounts below zero.
#[must_use]
pub fn stored_limits(spec: &NumberSpec) -> NumberSpec {
    let mut least = spec.high;
    least.set_sign_negative(true);
    let low = if spec.kind == Kind::Money { Low::From(least) } else { spec.low };
    NumberSpec { low, ..*spec }
}

/// What is wrong with the typed text, if anything. Empty is valid.
pub fn number_error(field: &NumberField, typed: &str) -> Option<FieldError> {
    field.spec().parse(typed).err().filter(|error| *error != FieldError::Empty)
}
