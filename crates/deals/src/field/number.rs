//! Fields that take a number, and how what is typed into one is read.

use rust_decimal::Decimal;

use super::super::currency::Currency;
use super::super::deal::Deal;
use super::super::edit::Edit;
use abacus_core::calculator::field::{Field, FieldError, money, ratio};
use abacus_core::number::numeral;
use abacus_core::number::{dec, int};
use abacus_core::text::text;

/// A field that takes a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberField {
    /// How much the deal is worth.
    Amount,
    /// The amount of the invoice.
    InvoiceAmount,
    /// The profit in the invoice.
    InvoiceMargin,
    /// What borrowing costs us a year.
    InvoiceRate,
}

static AMOUNT: Field = money(
    "amount",
    text("金额", "Amount"),
    text(
        "可以写 3万、1.2亿；外币带上符号，如 $5,000。",
        "For example 1,200,000; with a sign, another currency: $5,000.",
    ),
)
.default(int(1_200_000));

static INVOICE_AMOUNT: Field =
    money("invoice.amount", text("发票金额", "Invoice amount"), text("", "")).default(int(10_000));

static INVOICE_MARGIN: Field = ratio(
    "invoice.margin",
    text("净利率", "Net margin"),
    text("每 100 元货款里的利润", "Profit in every 100 invoiced"),
)
.default(dec(10, 2))
.positive();

static INVOICE_RATE: Field = ratio(
    "invoice.rate",
    text("年借款成本", "Cost of borrowing a year"),
    text("贷款年利率", "The yearly interest rate of your loan"),
)
.default(dec(5, 2))
.positive()
.up_to(int(10));

impl NumberField {
    /// What may be typed. The key is the path in the record, the public name of the input, and the key in
    /// [`Deal::unread`]; any of them may stay empty while unknown.
    #[must_use]
    pub const fn spec(self) -> &'static Field {
        match self {
            Self::Amount => &AMOUNT,
            Self::InvoiceAmount => &INVOICE_AMOUNT,
            Self::InvoiceMargin => &INVOICE_MARGIN,
            Self::InvoiceRate => &INVOICE_RATE,
        }
    }

    /// The number the field holds.
    #[must_use]
    pub const fn read(self, deal: &Deal) -> Option<Decimal> {
        match self {
            Self::Amount => deal.amount,
            Self::InvoiceAmount => deal.invoice.amount,
            Self::InvoiceMargin => deal.invoice.margin,
            Self::InvoiceRate => deal.invoice.rate,
        }
    }

    /// What the field shows: the number, grouped, or what was typed and is none.
    #[must_use]
    pub fn show(self, deal: &Deal) -> String {
        let unread = || deal.unread.get(self.spec().key).cloned().unwrap_or_default();
        self.read(deal).map_or_else(unread, |number| self.spec().show(number))
    }

    /// Whether a record may carry this number. Amounts may be negative there, although the form takes none.
    #[must_use]
    pub(crate) fn is_storable(self, number: Decimal) -> bool {
        match self {
            Self::Amount | Self::InvoiceAmount => number.abs() <= self.spec().high && number.scale() <= 6,
            Self::InvoiceMargin | Self::InvoiceRate => self.spec().check(number).is_ok(),
        }
    }

    /// Where the number is kept.
    pub(crate) const fn place(self, deal: &mut Deal) -> &mut Option<Decimal> {
        match self {
            Self::Amount => &mut deal.amount,
            Self::InvoiceAmount => &mut deal.invoice.amount,
            Self::InvoiceMargin => &mut deal.invoice.margin,
            Self::InvoiceRate => &mut deal.invoice.rate,
        }
    }
}

/// What is wrong with what was typed, if anything is. Nothing typed is not wrong.
#[must_use]
pub fn number_error(field: NumberField, typed: &str) -> Option<FieldError> {
    field.spec().parse(typed).err().filter(|error| *error != FieldError::Empty)
}

/// The changes that typing makes to a deal in the `current` currency. The sign of another one changes
/// the currency too: `$500` must never become ¥500.
#[must_use]
pub fn number_edits(field: NumberField, typed: &str, current: &Currency) -> Vec<Edit> {
    match field.spec().parse(typed) {
        Ok(number) => {
            let currency = other_currency(typed, current);
            currency.map(Edit::Currency).into_iter().chain([Edit::Number(field, Ok(Some(number)))]).collect()
        }
        Err(FieldError::Empty) => vec![Edit::Number(field, Ok(None))],
        Err(_) => vec![Edit::Number(field, Err(typed.to_owned()))],
    }
}

/// The currency whose sign was read, unless that sign can mean the `current` one. Asks the reader of the
/// number itself, so that no spelling can be a number to one and no currency to the other.
fn other_currency(typed: &str, current: &Currency) -> Option<Currency> {
    let codes = numeral::read(typed).ok()?.sign?.codes;
    if codes.contains(&current.code()) { None } else { Currency::new(codes.first()?) }
}
