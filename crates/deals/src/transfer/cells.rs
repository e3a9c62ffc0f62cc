//! Reading the cells of a table. Ambiguous cells are not read, and their text is kept.

use crate::fields::NumberSpec;
use crate::{Currency, End, Stage};
use abacus_core::calculator::field::FieldError;
use abacus_core::date::{Date, DateError};
use abacus_core::number::numeral;
use abacus_core::text::Text;

use super::columns::Column;
use super::half_width::half_width;

/// A cell that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The column of the cell.
    pub column: Column,
    /// What it holds.
    pub text: String,
    /// Why it could not be read.
    pub reason: CellReason,
}

/// Why a cell could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellReason {
    /// It is not a number that this field accepts.
    Number(&'static NumberSpec, FieldError),
    /// It is not a day.
    Date(DateError),
    /// It is not a currency.
    Currency,
    /// It is neither a stage nor an end.
    Stage,
    /// The header states a unit that is not understood, or that the cell contradicts.
    Unit,
}

/// A day as written in tables: `2026-06-30`, `2026/6/30`, `2026.6.30`, `2026年6月30日`, `20260630`, with or without a time
/// of midnight; the year always comes first. `None` for an empty cell.
pub(super) fn day(typed: &str) -> Result<Option<Date>, DateError> {
    let folded: String = typed.trim().chars().map(half_width).collect();
    let text = without_midnight(&folded);
    if text.is_empty() {
        return Ok(None);
    }
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = if let (true, Some(year), Some(month), Some(day)) =
        (text.len() == 8 && is_digits(text), text.get(..4), text.get(4..6), text.get(6..))
    {
        vec![year, month, day]
    } else {
        let text = text.strip_suffix(['日', '号']).unwrap_or(text);
        text.split(['-', '/', '.', '年', '月']).map(str::trim).collect()
    };
    let [year, month, day] = *parts.as_slice() else { return Err(DateError::NotIso) };
    let fits = year.len() == 4 && month.len() <= 2 && day.len() <= 2;
    if !fits || ![year, month, day].into_iter().all(is_digits) {
        return Err(DateError::NotIso);
    }
    let number = |text: &str| text.parse::<u8>().map_err(|_| DateError::NotIso);
    Date::new(year.parse().map_err(|_| DateError::NotIso)?, number(month)?, number(day)?).map(Some)
}

/// Removes a time of midnight, which spreadsheets append to days.
fn without_midnight(text: &str) -> &str {
    let Some((day, time)) = text.split_once([' ', 'T']) else { return text };
    let is_midnight = time.trim_end_matches('Z').chars().all(|letter| matches!(letter, '0' | ':' | '.'));
    if is_midnight && time.contains(':') { day } else { text }
}

/// A currency as written in tables: `CNY`, `usd`, `人民币`, `$`; the default for an empty cell.
pub(super) fn currency(typed: &str) -> Option<Currency> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Some(Currency::default());
    }
    Currency::new(&typed.to_ascii_uppercase()).or_else(|| {
        let sign =
            numeral::read(&format!("1{typed}")).ok().filter(|read| read.value == abacus_core::Decimal::ONE)?.sign?;
        Currency::new(sign.codes.first()?)
    })
}

/// A stage or an end, by its label in either language; the inner `None` for an empty cell.
pub(super) fn stage(typed: &str) -> Option<Option<Result<Stage, End>>> {
    let typed = typed.trim();
    let is = |code: &str, label: Text| [code, label.zh, label.en].iter().any(|word| word.eq_ignore_ascii_case(typed));
    if typed.is_empty() {
        return Some(None);
    }
    let stage = Stage::ALL.into_iter().find(|stage| is(stage.code(), stage.label())).or_else(|| former(typed)).map(Ok);
    let end = || End::ALL.into_iter().find(|end| is(end.code(), end.label())).map(Err);
    stage.or_else(end).map(Some)
}

/// The stage that a table of an earlier version writes with another label. Labels that are still codes are not here.
fn former(typed: &str) -> Option<Stage> {
    typed.eq_ignore_ascii_case("Commit").then_some(Stage::Commitment)
}

/// A text without the apostrophe that [`csv`](abacus_core::sheet::csv) adds so that it is not a formula.
pub(super) fn words(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if abacus_core::sheet::csv::is_formula_like(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}
