//! The names of a table's quantities, and the description of a case.

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::calculator::field::{Field, Kind};
use abacus_core::calculator::sensitivity::{CellIndex, Grid, Plan};
use abacus_core::number::Undefined;
use abacus_core::number::format::Style;

use crate::calculator::what_if::words;

#[derive(Clone, PartialEq)]
pub(super) struct Names {
    /// The input down the side, alone and with its unit.
    pub(super) rows: &'static str,
    pub(super) rows_unit: String,
    /// The input across the top, alone and with its unit.
    columns: &'static str,
    pub(super) columns_unit: String,
    /// The result, with its unit.
    pub(super) output: String,
}

impl Names {
    pub(super) fn of(plan: &Plan, inputs: &Inputs, style: &Style) -> Self {
        let (spec, locale) = (plan.calculator.spec(), style.locale);
        let label = |field: &Field| spec.label(field, inputs).get(locale);
        let with_unit = |label: &str, kind: Kind, unit: String| match kind {
            Kind::Money if unit.is_empty() => words::with_unit(label, style.sign().trim(), locale),
            _ => words::with_unit(label, &unit, locale),
        };
        let input = |field: &Field| with_unit(label(field), field.kind, field.unit.label(locale));
        Self {
            rows: label(plan.rows.field),
            rows_unit: input(plan.rows.field),
            columns: label(plan.columns.field),
            columns_unit: input(plan.columns.field),
            output: with_unit(plan.output.label.get(locale), plan.output.kind, plan.output.unit.label(locale)),
        }
    }

    /// The table in short: the two inputs that vary.
    pub(super) fn sides(&self) -> String {
        format!("{} × {}", self.rows, self.columns)
    }

    /// One case with its exact figures: `损失 600，净利率 3% → ¥20,000`.
    pub(super) fn case(
        &self,
        grid: &Grid,
        (row, column): (Decimal, Decimal),
        result: Result<Decimal, Undefined>,
        style: &Style,
    ) -> String {
        let result = match result {
            Ok(value) => format!("{} {}", grid.output.quote(value, style), grid.output.unit.label(style.locale)),
            Err(reason) => grid.output.none(reason).get(style.locale).to_owned(),
        };
        let axis = |label: &str, field: &Field, value: Decimal| format!("{label} {}", field.quote(value));
        let (row, column) = (axis(self.rows, grid.rows.field, row), axis(self.columns, grid.columns.field, column));
        words::case(&row, &column, result.trim_end(), style.locale)
    }

    pub(super) fn case_at(&self, grid: &Grid, place: CellIndex, style: &Style) -> Option<String> {
        Some(self.case(grid, grid.values(place)?, grid.cell(place)?, style))
    }
}
