use rust_decimal::Decimal;

use super::declare::{date, number, text};
use super::{Field, NumberSpec, Section};
use crate::deal::Deal;
use abacus_core::calculator::field::{money, ratio};
use abacus_core::date::Date;
use abacus_core::number::{dec, int};
use abacus_core::text::text as words;

/// The number of the invoice.
pub static INVOICE_NUMBER: Field<Deal, String> = text::<Deal>(
    "invoice.number",
    "发票号",
    "Invoice number",
    |deal| &deal.invoice.number,
    |deal| &mut deal.invoice.number,
)
.in_section(Section::Invoice)
.half()
.searched();

static AMOUNT: NumberSpec =
    money("invoice.amount", words("发票金额", "Invoice amount"), words("", "")).default(int(10_000));

/// The amount of the invoice.
pub static INVOICE_AMOUNT: Field<Deal, Option<Decimal>> =
    number::<Deal>(&AMOUNT, |deal| &deal.invoice.amount, |deal| &mut deal.invoice.amount)
        .in_section(Section::Invoice)
        .half();

/// When the invoice is due.
pub static INVOICE_DUE: Field<Deal, Option<Date>> =
    date::<Deal>("invoice.due", "付款到期日", "Due on", |deal| &deal.invoice.due, |deal| &mut deal.invoice.due)
        .in_section(Section::Invoice)
        .half();

/// Who pays the invoice.
pub static INVOICE_PAYER: Field<Deal, String> =
    text::<Deal>("invoice.payer", "由谁付款", "Who pays", |deal| &deal.invoice.payer, |deal| &mut deal.invoice.payer)
        .in_section(Section::Invoice)
        .half()
        .searched();

/// When the invoice was paid.
pub static INVOICE_PAID: Field<Deal, Option<Date>> =
    date::<Deal>("invoice.paid", "收款日", "Paid on", |deal| &deal.invoice.paid, |deal| &mut deal.invoice.paid)
        .in_section(Section::Invoice)
        .half();

static MARGIN: NumberSpec = ratio(
    "invoice.margin",
    words("净利率", "Net margin"),
    words("每 100 元货款里有多少利润", "Profit in every 100 invoiced"),
)
.default(dec(10, 2))
.positive();

/// The profit in the invoice.
pub static INVOICE_MARGIN: Field<Deal, Option<Decimal>> =
    number::<Deal>(&MARGIN, |deal| &deal.invoice.margin, |deal| &mut deal.invoice.margin)
        .in_section(Section::Invoice)
        .half();

static RATE: NumberSpec = ratio(
    "invoice.rate",
    words("借款年利率", "Cost of borrowing"),
    words("您借钱的年利率", "The annual interest rate of your loan"),
)
.default(dec(5, 2))
.positive()
.up_to(int(10));

/// The annual cost of borrowing.
pub static INVOICE_RATE: Field<Deal, Option<Decimal>> =
    number::<Deal>(&RATE, |deal| &deal.invoice.rate, |deal| &mut deal.invoice.rate).in_section(Section::Invoice).half();
