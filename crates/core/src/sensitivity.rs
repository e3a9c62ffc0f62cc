//! What-if tables: one result over two inputs.

use rust_decimal::Decimal;

use crate::calculator::{Calculator, Inputs};
use crate::format::Precision;
use crate::number::Undefined;
use crate::text::Text;

/// A table as a training slide prints it, and where the slide is wrong.
#[derive(Clone, Copy, Debug)]
pub struct SlideTable {
    /// The input down the side.
    pub rows: Axis,
    /// The input across the top.
    pub columns: Axis,
    /// The result in the cells.
    pub output: &'static str,
    /// How many decimals the slide prints.
    pub precision: Precision,
    /// Cells that the slide prints wrongly.
    pub misprints: &'static [Misprint],
}

/// An input and the values it takes along one side of a table.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// The input's key.
    pub key: &'static str,
    /// Its values in the slide's order.
    pub values: &'static [Decimal],
}

/// A cell that the slide prints wrongly; the table shows the exact value and says so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Misprint {
    /// The row's value.
    pub row: Decimal,
    /// The column's value.
    pub column: Decimal,
    /// What the slide prints.
    pub printed: Decimal,
    /// What is wrong with it.
    pub reason: Text,
}

/// One row of a computed table.
#[derive(Clone, Debug)]
pub struct Row {
    /// The row's value.
    pub value: Decimal,
    /// Its cells, one for each column.
    pub cells: Vec<Cell>,
}

/// One computed cell.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    /// The column's value.
    pub column: Decimal,
    /// The exact result.
    pub value: Result<Decimal, Undefined>,
    /// Whether row and column are the inputs the user has now.
    pub current: bool,
    /// Set where the slide prints something else.
    pub misprint: Option<&'static Misprint>,
}

/// Computes the table around the user's inputs: the two axes vary, everything else is as given.
#[must_use]
pub fn rows(calculator: &dyn Calculator, table: &'static SlideTable, inputs: &Inputs) -> Vec<Row> {
    let now = (inputs.get(table.rows.key), inputs.get(table.columns.key));
    let cell = |row: Decimal, column: Decimal| {
        let varied = inputs.with(table.rows.key, row).with(table.columns.key, column);
        let outcomes = calculator.evaluate(&varied);
        let outcome = outcomes.iter().find(|outcome| outcome.output.key == table.output);
        Cell {
            column,
            value: outcome.map_or(Err(Undefined::NoSuchInput), |outcome| outcome.value),
            current: now == (Some(row), Some(column)),
            misprint: table.misprints.iter().find(|misprint| (misprint.row, misprint.column) == (row, column)),
        }
    };
    let rows = table.rows.values.iter();
    rows.map(|row| Row { value: *row, cells: table.columns.values.iter().map(|column| cell(*row, *column)).collect() })
        .collect()
}
