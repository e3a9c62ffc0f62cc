//! What-if tables: one result over two inputs.

use rust_decimal::Decimal;

use crate::calculator::audience::{Allowed, shared_fields, shared_outputs};
use crate::calculator::axis::{self, is_possible};
use crate::calculator::field::{Field, count};
use crate::calculator::what_if::{Axis, Misprint};
use crate::calculator::{Calculator, Inputs, Output};
use crate::number::Undefined;
use crate::number::format::Precision;
use crate::text::text;

/// An input and the values it takes along one side of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableAxis {
    /// The input.
    pub field: &'static Field,
    /// Its values in the order of the table, each allowed in the field and each once.
    pub values: Vec<Decimal>,
}

impl TableAxis {
    /// The side as a table first shows an input: with the values that the calculator declares for
    /// it, otherwise with round ones and the current one.
    pub fn first(calculator: &dyn Calculator, field: &'static Field, now: Decimal) -> Self {
        let table = &calculator.spec().what_if;
        let declared = [table.rows, table.columns].into_iter().find(|axis| axis.key == field.key);
        let values = declared.map_or_else(|| axis::suggest(field, now), |axis| axis.values.to_vec());
        Self { field, values }
    }

    fn is(&self, axis: &Axis) -> bool {
        self.field.key == axis.key && self.values == axis.values
    }

    fn place(&self, value: Option<Decimal>) -> Option<usize> {
        self.values.iter().position(|known| Some(*known) == value)
    }

    /// The index at which to insert a new value, whether the values ascend or descend. None if the side already has the
    /// value.
    fn gap(&self, value: Decimal) -> Option<usize> {
        let falls = self.values.first() > self.values.last();
        let lies_before = |known: &Decimal| if falls { *known < value } else { *known > value };
        let place = self.values.iter().position(lies_before).unwrap_or(self.values.len());
        self.place(Some(value)).is_none().then_some(place)
    }
}

/// What a table is computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The calculator whose formula it uses.
    pub calculator: &'static dyn Calculator,
    /// The input down the side.
    pub rows: TableAxis,
    /// The input across the top; never that of `rows`.
    pub columns: TableAxis,
    /// The result in the cells.
    pub output: &'static Output,
}

// Fallbacks for a declaration with an unknown key; the tests rule them out.
static NO_FIELD: Field = count("", text("", ""), text("", ""));
static NO_OUTPUT: Output = Output::money("", text("", ""));

impl Plan {
    /// The table that the page shows first.
    pub fn declared(calculator: &'static dyn Calculator) -> Self {
        let spec = calculator.spec();
        let field = |axis: &Axis| spec.field(axis.key).unwrap_or(&NO_FIELD);
        let axis = |axis: &Axis| TableAxis { field: field(axis), values: axis.values.to_vec() };
        Self {
            calculator,
            rows: axis(&spec.what_if.rows),
            columns: axis(&spec.what_if.columns),
            output: spec.output(spec.what_if.output).unwrap_or(&NO_OUTPUT),
        }
    }

    /// The table that a customer may see: the declared one as far as its inputs and its result may be shown, otherwise
    /// the first ones that may. None if fewer than two inputs may be shown.
    pub fn shared(calculator: &'static dyn Calculator, inputs: &Inputs, allowed: Allowed) -> Option<Self> {
        let declared = Self::declared(calculator);
        let (fields, outputs) = (shared_fields(calculator, allowed), shared_outputs(calculator, allowed));
        let mut fields: Vec<_> = fields.into_iter().filter(|field| is_possible(field)).collect();
        // The sort is stable; the declared sides come first.
        fields.sort_by_key(|field| match field.key {
            key if key == declared.rows.field.key => 0,
            key if key == declared.columns.field.key => 1,
            _ => 2,
        });
        let [rows, columns, ..] = fields.as_slice() else { return None };
        let axis =
            |field: &'static Field| TableAxis::first(calculator, field, inputs.get(field.key).unwrap_or(field.default));
        let output = outputs.iter().find(|output| **output == declared.output).or(outputs.first())?;
        Some(Self { calculator, rows: axis(rows), columns: axis(columns), output })
    }

    /// The inputs that can vary along a side.
    pub fn choices(&self) -> impl Iterator<Item = &'static Field> {
        self.calculator.spec().fields.iter().filter(|field| is_possible(field))
    }

    /// Whether it is the table that the page shows first.
    pub fn is_declared(&self) -> bool {
        let table = &self.calculator.spec().what_if;
        self.rows.is(&table.rows) && self.columns.is(&table.columns) && self.output.key == table.output
    }

    /// The inputs a table is computed from: as given, with the defaults for its two sides. Tables of one plan are equal
    /// if these are.
    pub fn around(&self, inputs: &Inputs) -> Inputs {
        [self.rows.field, self.columns.field]
            .iter()
            .fold(inputs.clone(), |inputs, field| inputs.with(field.key, field.default))
    }

    /// The result of the table for these inputs.
    pub(crate) fn result(&self, inputs: &Inputs) -> Result<Decimal, Undefined> {
        let evaluations = self.calculator.evaluate(inputs);
        let evaluation = evaluations.iter().find(|evaluation| evaluation.output.key == self.output.key);
        evaluation.map_or(Err(Undefined::NoSuchInput), |evaluation| evaluation.value)
    }

    /// Computes the table: the inputs of its two sides vary, the others are as given.
    pub fn grid(&self, inputs: &Inputs) -> Grid {
        let (rows, columns) = (&self.rows, &self.columns);
        let line = |row: &Decimal| {
            let inputs = inputs.with(rows.field.key, *row);
            columns.values.iter().map(|column| self.result(&inputs.with(columns.field.key, *column))).collect()
        };
        let (precision, misprints) = self.as_printed(inputs);
        let cells = rows.values.iter().map(line).collect();
        Grid { rows: rows.clone(), columns: columns.clone(), output: self.output, precision, misprints, cells }
    }

    /// The table with the current case added. A current value that is missing from a side gets a row or column between
    /// its neighbours. `grid` must be the table of this plan for the same inputs.
    pub fn including(&self, grid: &Grid, inputs: &Inputs) -> Grid {
        let mut grid = grid.clone();
        let now = |axis: &TableAxis| inputs.get(axis.field.key).unwrap_or(axis.field.default);
        let (row, column) = (now(&self.rows), now(&self.columns));
        let cell = |row: Decimal, column: Decimal| {
            self.result(&inputs.with(self.rows.field.key, row).with(self.columns.field.key, column))
        };
        if let Some(place) = self.columns.gap(column) {
            grid.columns.values.insert(place, column);
            for (cells, row) in grid.cells.iter_mut().zip(&self.rows.values) {
                cells.insert(place.min(cells.len()), cell(*row, column));
            }
        }
        if let Some(place) = self.rows.gap(row) {
            let cells = grid.columns.values.iter().map(|column| cell(row, *column)).collect();
            grid.rows.values.insert(place, row);
            grid.cells.insert(place.min(grid.cells.len()), cells);
        }
        grid
    }

    /// How cells are shown: the slide's own table has the slide's decimals. It also marks the misprints while all other
    /// inputs are as on the slide.
    fn as_printed(&self, inputs: &Inputs) -> (Precision, &'static [Misprint]) {
        if !self.is_declared() {
            return (self.output.precision, &[]);
        }
        let spec = self.calculator.spec();
        let around = self.around(inputs);
        let matters = spec.fields.iter().filter(|field| !field.affects_wording_only);
        let as_on_slide = matters.into_iter().all(|field| around.get(field.key) == Some(field.default));
        (spec.what_if.precision, if as_on_slide { spec.what_if.misprints } else { &[] })
    }
}

/// A computed table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grid {
    /// The input down the side.
    pub rows: TableAxis,
    /// The input across the top.
    pub columns: TableAxis,
    /// The result in the cells.
    pub output: &'static Output,
    /// How many decimals the cells show.
    pub precision: Precision,
    /// The cells that the slide misprints; empty for any other table.
    pub misprints: &'static [Misprint],
    /// The results: one row each, with one result per column.
    pub cells: Vec<Vec<Result<Decimal, Undefined>>>,
}

/// A cell by the indices of its row and its column.
pub type CellIndex = (usize, usize);

/// A case by the values of its row and its column, in any table of the same inputs.
pub type CellValues = (Decimal, Decimal);

impl Grid {
    /// The result in a cell; none outside the table.
    #[must_use]
    pub fn cell(&self, (row, column): CellIndex) -> Option<Result<Decimal, Undefined>> {
        self.cells.get(row)?.get(column).copied()
    }

    /// The values of row and column that meet in a cell.
    pub fn values(&self, (row, column): CellIndex) -> Option<CellValues> {
        Some((*self.rows.values.get(row)?, *self.columns.values.get(column)?))
    }

    /// The cell of the case that these inputs describe, if the table has it.
    pub fn current(&self, inputs: &Inputs) -> Option<CellIndex> {
        let place = |axis: &TableAxis| axis.place(inputs.get(axis.field.key));
        Some((place(&self.rows)?, place(&self.columns)?))
    }

    /// The index of the slide's misprint in this cell, if it has one.
    pub fn misprint(&self, place: CellIndex) -> Option<usize> {
        let values = self.values(place)?;
        self.misprints.iter().position(|misprint| (misprint.row, misprint.column) == values)
    }

    /// The cell where these two values meet.
    pub fn find(&self, (row, column): CellValues) -> Option<CellIndex> {
        Some((self.rows.place(Some(row))?, self.columns.place(Some(column))?))
    }
}
