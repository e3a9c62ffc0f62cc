//! The what-if table as a calculator declares it.

use rust_decimal::Decimal;

use crate::number::format::Precision;
use crate::text::Text;

/// The first what-if table of a calculator; the training slides' own, if there is one.
#[derive(Clone, Copy, Debug)]
pub struct WhatIf {
    /// The input down the side.
    pub rows: Axis,
    /// The input across the top.
    pub columns: Axis,
    /// The result in the cells.
    pub output: &'static str,
    /// How many decimals the cells show.
    pub precision: Precision,
    /// Cells that the slide prints wrongly.
    pub misprints: &'static [Misprint],
}

/// An input and the values it takes along one side of a declared table.
#[derive(Clone, Copy, Debug)]
pub struct Axis {
    /// The input's key.
    pub key: &'static str,
    /// Its values in the slide's order.
    pub values: &'static [Decimal],
}

/// A cell that the slide misprints; the table shows the exact value with a note.
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
