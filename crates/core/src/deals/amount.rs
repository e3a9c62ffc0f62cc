//! The amount of a deal as it is typed: the field, and the currency that a typed sign names.

use rust_decimal::Decimal;

use super::deal::Currency;
use super::edit::Edit;
use crate::field::{Field, FieldError, Kind, Low, MOST_MONEY};
use crate::number::int;
use crate::text::text;
use crate::unit::Unit;

/// What is asked for: how much the deal is worth. May stay empty while unknown.
pub const AMOUNT: Field = Field {
    key: "amount",
    label: text("金额", "Amount"),
    hint: text(
        "可以写 3万、1.2亿；外币带上符号，如 $5,000。",
        "For example 1,200,000; with a sign, another currency: $5,000.",
    ),
    kind: Kind::Money,
    unit: Unit::MONEY,
    default: int(1_200_000),
    low: Low::From(Decimal::ZERO),
    high: MOST_MONEY,
};

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
            let currency = currency_in(typed, current.code()).and_then(Currency::new);
            currency.map(Edit::Currency).into_iter().chain([Edit::Amount(Ok(Some(amount)))]).collect()
        }
        Err(FieldError::Empty) => vec![Edit::Amount(Ok(None))],
        Err(_) => vec![Edit::Amount(Err(typed.to_owned()))],
    }
}

/// The code of the currency whose sign was typed, unless that sign can mean the `current` one.
fn currency_in(typed: &str, current: &str) -> Option<&'static str> {
    /// A sign and the currencies it can mean, the first of them by default.
    const SIGNS: [(&[&str], &[&str]); 4] = [
        (&["$", "＄", "USD"], &["USD", "HKD"]),
        (&["€"], &["EUR"]),
        (&["£", "￡"], &["GBP"]),
        (&["¥", "￥", "元", "人民币", "CNY", "RMB"], &["CNY", "JPY"]),
    ];
    let typed_any = |signs: &[&str]| signs.iter().any(|sign| typed.contains(sign));
    let (_, codes) = SIGNS.iter().find(|(signs, _)| typed_any(signs))?;
    if codes.contains(&current) { None } else { codes.first().copied() }
}
