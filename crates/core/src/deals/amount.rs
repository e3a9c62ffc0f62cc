//! The amount of a deal as it is typed: the field, and the currency that a typed sign names.

use super::deal::Currency;
use super::edit::Edit;
use crate::field::{Field, FieldError, money};
use crate::number::int;
use crate::numeral;
use crate::text::text;

/// What is asked for: how much the deal is worth. May stay empty while unknown.
pub const AMOUNT: Field = money(
    "amount",
    text("金额", "Amount"),
    text(
        "可以写 3万、1.2亿；外币带上符号，如 $5,000。",
        "For example 1,200,000; with a sign, another currency: $5,000.",
    ),
)
.default(int(1_200_000));

/// What is wrong with a typed amount, if anything is. Nothing typed is not wrong.
#[must_use]
pub fn amount_error(typed: &str) -> Option<FieldError> {
    AMOUNT.parse(typed).err().filter(|error| *error != FieldError::Empty)
}

/// The changes that a typed amount makes to a deal in the `current` currency. The sign of another
/// one changes the currency too: `$500` must never become ¥500.
#[must_use]
pub fn amount_edits(typed: &str, current: &Currency) -> Vec<Edit> {
    match AMOUNT.parse(typed) {
        Ok(amount) => {
            let currency = other_currency(typed, current);
            currency.map(Edit::Currency).into_iter().chain([Edit::Amount(Ok(Some(amount)))]).collect()
        }
        Err(FieldError::Empty) => vec![Edit::Amount(Ok(None))],
        Err(_) => vec![Edit::Amount(Err(typed.to_owned()))],
    }
}

/// The currency whose sign was read, unless that sign can mean the `current` one. Asks the reader of the
/// number itself, so that no spelling can be a number to one and no currency to the other.
fn other_currency(typed: &str, current: &Currency) -> Option<Currency> {
    let codes = numeral::read(typed).ok()?.sign?.codes;
    if codes.contains(&current.code()) { None } else { Currency::new(codes.first()?) }
}
