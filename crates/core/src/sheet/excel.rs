//! Formulas and number formats in Excel's syntax, which LibreOffice, WPS and Google Sheets understand, too. Files
//! contain the English function names and separators in every language.

use rust_decimal::Decimal;

use super::{Format, Formula};
use crate::calculator::Meaning;
use crate::calculator::field::Low;
use crate::number::Undefined;
use crate::number::expr::{Expr, Operator};
use crate::number::format::Style;

/// The address of a cell, with indices from 0: `B7`. A fixed row or column does not move when the formula is copied:
/// `B$7`, `$B7`, `$B$7`.
pub fn address(row: usize, column: usize, fixed_row: bool, fixed_column: bool) -> String {
    let mark = |fixed: bool| if fixed { "$" } else { "" };
    format!("{}{}{}{}", mark(fixed_column), letters(column), mark(fixed_row), row.saturating_add(1))
}

/// A, B, … Z, AA, AB, …
fn letters(column: usize) -> String {
    let (before, last) = (column.div_euclid(26), column.rem_euclid(26));
    let last = u8::try_from(last).map_or('A', |last| char::from(b'A'.saturating_add(last)));
    match before.checked_sub(1) {
        Some(before) => format!("{}{last}", letters(before)),
        None => last.to_string(),
    }
}

/// The formula of a cell, without its `=`. If it may divide by zero, it gives the reason as text, as the page does,
/// instead of an error code. Any other error, such as from a cell without a number, remains.
pub fn formula(cell: &Formula, style: &Style) -> String {
    let written = write(&cell.formula, cell);
    let meant = meant(&written, cell, style);
    if !may_divide_by_zero(&cell.formula) {
        return meant;
    }
    let reason = cell.output.none(Undefined::DivisionByZero).get(style.locale);
    format!("IFERROR({meant},IF(ERROR.TYPE({written})=2,\"{reason}\",{written}))")
}

/// The formula, with the text shown in place of a meaningless value.
fn meant(written: &str, cell: &Formula, style: &Style) -> String {
    let Some(Meaning { low, otherwise }) = cell.output.meaning else { return written.to_owned() };
    let (sign, limit) = match low {
        Low::From(least) => ("<", least),
        Low::Above(limit) => ("<=", limit),
    };
    format!("IF({written}{sign}{},\"{}\",{written})", limit.normalize(), otherwise.get(style.locale))
}

fn may_divide_by_zero(formula: &Expr) -> bool {
    let here = match formula {
        Expr::Binary(Operator::Divide, _, divisor) => {
            !matches!(**divisor, Expr::Constant(value, _) if !value.is_zero())
        }
        _ => false,
    };
    here || formula.parts().any(may_divide_by_zero)
}

fn write(formula: &Expr, cell: &Formula) -> String {
    let name = |names: &[(&'static str, String)], key: &str| {
        names.iter().find(|(known, _)| *known == key).map(|(_, address)| address.clone())
    };
    match formula {
        // Every input has a cell. `NA()` is Excel's value for a missing one.
        Expr::Input(key) => name(&cell.inputs, key).unwrap_or_else(|| "NA()".to_owned()),
        Expr::Constant(value, _) => value.normalize().to_string(),
        Expr::Step(key, inner) => name(&cell.steps, key).unwrap_or_else(|| write(inner, cell)),
        Expr::Ceil(inner) => ceil(inner, cell),
        Expr::Geometric(ratio, terms) => geometric(ratio, terms, cell),
        Expr::Binary(operator, left, right) => format!(
            "{}{}{}",
            operand(*operator, left, cell, false),
            sign(*operator),
            operand(*operator, right, cell, true)
        ),
    }
}

/// Excel's numbers are binary: what should be 21 may be slightly above it and would round up to 22. Subtracting a unit
/// in the 14th digit keeps it 21, and anything truly greater remains greater.
fn ceil(inner: &Expr, cell: &Formula) -> String {
    format!("ROUNDUP({}*(1-1E-14),0)", operand(Operator::Multiply, inner, cell, false))
}

/// The closed form. It does not exist for a ratio of 1 or without terms, because Excel has no 0⁰.
fn geometric(ratio: &Expr, terms: &Expr, cell: &Formula) -> String {
    let (q, n) = (write(ratio, cell), write(terms, cell));
    let base = operand(Operator::Power, ratio, cell, false);
    let exponent = operand(Operator::Power, terms, cell, true);
    let subtracted = operand(Operator::Subtract, ratio, cell, true);
    format!("IF(OR({q}=1,{n}=0),{n},(1-{base}^{exponent})/(1-{subtracted}))")
}

/// An operand, in brackets if Excel would otherwise parse a different tree.
fn operand(outer: Operator, inner: &Expr, cell: &Formula, is_right: bool) -> String {
    let written = write(inner, cell);
    let is_negative = matches!(inner, Expr::Constant(value, _) if value.is_sign_negative());
    let bare = match unnamed(inner, cell) {
        Expr::Binary(operator, ..) => {
            let same = *operator == outer && matches!(outer, Operator::Add | Operator::Multiply);
            rank(*operator) > rank(outer) || (rank(*operator) == rank(outer) && (!is_right || same))
        }
        _ => !is_negative,
    };
    if bare { written } else { format!("({written})") }
}

/// The formula to write out: a step with a cell remains a step, one without is replaced by its formula.
fn unnamed<'a>(formula: &'a Expr, cell: &Formula) -> &'a Expr {
    match formula {
        Expr::Step(key, inner) if cell.steps.iter().all(|(known, _)| known != key) => unnamed(inner, cell),
        other => other,
    }
}

const fn rank(operator: Operator) -> u8 {
    match operator {
        Operator::Add | Operator::Subtract => 0,
        Operator::Multiply | Operator::Divide => 1,
        Operator::Power => 2,
    }
}

const fn sign(operator: Operator) -> char {
    match operator {
        Operator::Add => '+',
        Operator::Subtract => '-',
        Operator::Multiply => '*',
        Operator::Divide => '/',
        Operator::Power => '^',
    }
}

/// A number format in Excel's notation; none for [`Format::Plain`].
pub fn number_format(format: Format, style: &Style) -> Option<String> {
    let places = |decimals: u32| match usize::try_from(decimals) {
        Ok(decimals @ 1..) => format!(".{}", "0".repeat(decimals)),
        _ => String::new(),
    };
    match format {
        Format::Plain => None,
        Format::Grouped(decimals) => Some(format!("#,##0{}", places(decimals))),
        Format::Percent(decimals) => Some(format!("0{}%", places(decimals))),
        Format::Money(decimals) => {
            let sign = style.currency.map(|currency| format!("\"{}\"", currency.sign(style.locale)));
            Some(format!("{}#,##0{}", sign.unwrap_or_default(), places(decimals)))
        }
    }
}

/// How many significant digits of a number a spreadsheet keeps.
pub const KEPT: usize = 15;

/// Whether a spreadsheet keeps all digits of a number.
pub fn keeps(value: Decimal) -> bool {
    let digits: String = value.to_string().chars().filter(char::is_ascii_digit).collect();
    digits.trim_matches('0').len() <= KEPT
}

/// The number in Excel's binary form.
pub fn number(value: Decimal) -> f64 {
    // Via its digits, which gives the nearest binary number.
    value.to_string().parse().unwrap_or(f64::NAN)
}
