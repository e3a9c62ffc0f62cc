//! The table and the curve of a step: as the calculator declares them, or with other values if the lesson's own are
//! outside the declared range.

use abacus_core::calculator::field::Field;
use abacus_core::calculator::sensitivity::{Grid, Plan, TableAxis};
use abacus_core::calculator::{Calculator, Inputs, Spec};
use abacus_core::format_in;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::{dec, int};
use abacus_core::text::Locale;
use rust_decimal::Decimal;

use crate::lesson::{Kind, MOVE_STOPS};
use crate::move_stops;
use crate::run::LessonContext;

impl LessonContext<'_> {
    /// The what-if table of a step.
    pub fn table(self, step: usize) -> Option<Plan> {
        let (calculator, begins) = self.begins(step)?;
        Some(table(calculator, &begins))
    }

    /// The curve of a move: its result over the moved input, with a line for each value of another input.
    pub fn curve(self, step: usize) -> Option<Plan> {
        let (calculator, begins) = self.begins(step)?;
        let Kind::Move { input, to, .. } = &self.step(step)?.kind else { return None };
        let (field, output) = (calculator.spec().field(input)?, self.output(step)?);
        let Plan { rows, columns, .. } = table(calculator, &begins);
        let (rows, across) = if field == rows.field { (columns, rows) } else { (rows, columns) };
        let from = begins.get(field.key).unwrap_or(field.default);
        let across = if across.field == field { across } else { TableAxis::first(calculator, field, from) };
        let is_wide = reach(&across.values, from) && reach(&across.values, *to);
        let values = if is_wide { across.values } else { on_the_way(field, from, *to) };
        let columns = TableAxis { field, values };
        Some(Plan { calculator, rows, columns, output })
    }
}

/// What a table shows, down the side and across the top, as text.
pub fn caption(grid: &Grid, spec: &Spec, inputs: &Inputs, locale: Locale) -> String {
    let label = |field: &Field| spec.label(field, inputs).get(locale);
    let (output, rows, columns) = (grid.output.label.get(locale), label(grid.rows.field), label(grid.columns.field));
    format_in!(locale, "{output}：{rows} ↓ × {columns} →", "{output}: {rows} ↓ × {columns} →")
}

/// The declared table. If the lesson's own value is outside the range of a side, that side gets values around it.
pub(crate) fn table(calculator: &'static dyn Calculator, begins: &Inputs) -> Plan {
    let mut plan = Plan::declared(calculator);
    for axis in [&mut plan.rows, &mut plan.columns] {
        let now = begins.get(axis.field.key).unwrap_or(axis.field.default);
        if !reach(&axis.values, now) {
            axis.values = around(axis.field, now);
        }
    }
    plan
}

/// Whether a value is within the range of others.
fn reach(values: &[Decimal], value: Decimal) -> bool {
    values.iter().any(|known| *known <= value) && values.iter().any(|known| *known >= value)
}

/// The value with rounded fractions and multiples of it.
fn around(field: &Field, now: Decimal) -> Vec<Decimal> {
    let rounded = |factor| now.times(factor).map(|value| move_stops::two_digits(value).normalize());
    let factors = [dec(5, 1), dec(75, 2), dec(15, 1), int(2)];
    let others = factors.into_iter().filter_map(rounded).filter(|value| field.check(*value).is_ok());
    sorted(others.chain([now]))
}

/// Every second stop of a move.
fn on_the_way(field: &Field, from: Decimal, to: Decimal) -> Vec<Decimal> {
    sorted((0..=MOVE_STOPS).step_by(2).map(|stop| move_stops::stop(field, from, to, stop)))
}

fn sorted(values: impl Iterator<Item = Decimal>) -> Vec<Decimal> {
    let mut values: Vec<_> = values.collect();
    values.sort_unstable();
    values.dedup();
    values
}
