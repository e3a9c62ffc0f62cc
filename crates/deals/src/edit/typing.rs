//! Turns typed text into edits.

use super::{Edit, Typed};
use crate::currency::Currency;
use crate::fields::{DateField, NumberField};
use abacus_core::calculator::field::FieldError;
use abacus_core::date::Date;
use abacus_core::number::numeral;

impl DateField {
    /// The edit for typed text.
    pub fn edit(&self, typed: String) -> Edit {
        let read: Typed<Date> = if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_| typed) };
        Edit::Date(self.clone(), read)
    }
}

/// The edits for typed text in a deal with the `current` currency. The sign of another currency also changes the
/// currency: `$500` must never become ¥500.
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
pub(crate) fn other_currency(typed: &str, current: &Currency) -> Option<Currency> {
    let codes = numeral::read(typed).ok()?.sign?.codes;
    if codes.contains(&current.code()) { None } else { Currency::new(codes.first()?) }
}
