//! Reading the cells of a table. Ambiguous cells are not read, and their text is kept.

use crate::fields::NumberSpec;
use crate::{Currency, End, Stage};
use abacus_core::calculator::field::FieldError;
use abacus_core::date::DateError;
use abacus_core::number::numeral;
use abacus_core::text::Text;

use super::columns::Column;
use super::folded::folded;

/// A cell that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// The column of the cell.
    pub column: Column,
    /// Its text.
    pub text: String,
    /// Why it could not be read.
    pub reason: CellReason,
}

/// Why a cell could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellReason {
    /// It is not a number that this field accepts; see [`stored_limits`](crate::fields::stored_limits).
    Number(&'static NumberSpec, FieldError),
    /// It is not a day.
    Date(DateError),
    /// It is a time in another time zone, such as Greenwich, where the day may have been another.
    OtherZone,
    /// The day of the week does not match the day.
    Weekday,
    /// It is not a currency.
    Currency,
    /// It is neither a stage nor an end.
    Stage,
    /// The header states a unit that is not understood, or that the cell contradicts.
    Unit,
    /// The cells of its row do not fit the columns, so a comma within a number may have split one cell into two: the
    /// text has both.
    Split,
    /// Its column has no header, so it goes to the notes.
    Nameless,
    /// Its point or comma may separate decimals or thousands, and no other cell of the table decides which.
    Decimals,
    /// It is the error value of a failed formula.
    Failed,
}

/// The error values of failed formulas. Later ones are recognised by their form.
const FAILED: [&str; 8] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"];

/// Whether a cell has the error of a formula instead of a value.
pub(super) fn is_failed(typed: &str) -> bool {
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_uppercase());
    FAILED.contains(&typed) || typed.strip_prefix('#').and_then(|name| name.strip_suffix('!')).is_some_and(is_name)
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
    let simplified: String = typed.chars().map(folded).collect();
    let typed = simplified.as_str();
    let is = |code: &str, label: Text| [code, label.zh, label.en].iter().any(|word| word.eq_ignore_ascii_case(typed));
    if typed.is_empty() {
        return Some(None);
    }
    let stage = Stage::ALL.into_iter().find(|stage| is(stage.code(), stage.label())).or_else(|| former(typed)).map(Ok);
    let end = || End::ALL.into_iter().find(|end| is(end.code(), end.label())).map(Err);
    stage.or_else(end).map(Some)
}

/// The stage that tables of an earlier version wrote with another label. Labels that are still codes are not here.
fn former(typed: &str) -> Option<Stage> {
    typed.eq_ignore_ascii_case("Commit").then_some(Stage::Commitment)
}

/// A text without the apostrophe that [`csv`](abacus_core::sheet::csv) adds to keep it from being a formula.
pub(super) fn without_apostrophe(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if abacus_core::sheet::csv::is_formula_like(rest.trim_start_matches('\'')) => rest,
        _ => cell,
    }
}
