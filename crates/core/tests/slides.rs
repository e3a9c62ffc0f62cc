//! The tables of the training slides, cell by cell, against copies of the documents' figures.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::collections::HashMap;

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::calculators::find;
use abacus_core::format::{number, round};
use abacus_core::sensitivity::{self, Row, SlideTable};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The lines of a table as maps from column to cell.
fn lines(csv: &str) -> Vec<HashMap<&str, &str>> {
    let (head, body) = csv.split_once('\n').unwrap();
    body.lines().map(|line| head.split(',').zip(line.split(',')).collect()).collect()
}

fn computed(id: &str) -> (&'static SlideTable, Vec<Row>) {
    let calculator = find(id).unwrap();
    let table = calculator.spec().table.as_ref().unwrap();
    (table, sensitivity::rows(calculator, table, &Inputs::defaults(calculator.spec())))
}

#[test]
fn all_45_cells_of_the_bad_debt_table_are_exact_and_three_misprints_are_marked() {
    let (table, rows) = computed("bad-debt");
    let slide = lines(include_str!("../../../tests/data/bad_debt.csv"));
    assert_eq!((slide.len(), rows.iter().map(|row| row.cells.len()).sum::<usize>()), (45, 45));
    let mut misprints = 0;
    for line in slide {
        let row = rows.iter().find(|row| row.value == decimal(line["loss"])).unwrap();
        let cell = row.cells.iter().find(|cell| cell.column == decimal(line["margin"])).unwrap();
        let value = cell.value.unwrap();
        assert_eq!(round(value, 6), decimal(line["exact"]).normalize());

        let printed = decimal(line["printed"]);
        let misprinted = number(value, table.precision) != number(printed, table.precision);
        assert_eq!(cell.misprint.map(|misprint| misprint.printed), misprinted.then_some(printed));
        misprints += usize::from(misprinted);
    }
    assert_eq!(misprints, 3);
}

#[test]
fn all_30_cells_of_the_receivables_table_read_as_printed() {
    let (table, rows) = computed("receivables");
    let slide = lines(include_str!("../../../tests/data/receivables.csv"));
    assert_eq!((slide.len(), rows.iter().map(|row| row.cells.len()).sum::<usize>()), (30, 30));
    for line in slide {
        let row = rows.iter().find(|row| row.value == decimal(line["rate"])).unwrap();
        let cell = row.cells.iter().find(|cell| cell.column == decimal(line["margin"])).unwrap();
        assert_eq!(number(cell.value.unwrap(), table.precision), line["printed_months"]);
        assert_eq!(cell.misprint, None);
    }
}

#[test]
fn only_the_cell_of_the_inputs_is_current() {
    for id in ["bad-debt", "receivables"] {
        let (_, rows) = computed(id);
        let current: Vec<_> = rows
            .iter()
            .flat_map(|row| row.cells.iter().filter(|cell| cell.current).map(|cell| (row.value, cell.column)))
            .collect();
        let spec = find(id).unwrap().spec();
        let table = spec.table.as_ref().unwrap();
        let default = |key| spec.field(key).unwrap().default;
        assert_eq!(current, [(default(table.rows.key), default(table.columns.key))]);
    }
}

#[test]
fn the_slides_revenue_is_the_first_line_of_the_lifetime_value_data() {
    let calculator = find("clv").unwrap();
    let line = &lines(include_str!("../../../tests/data/clv.csv"))[0];
    let mut inputs = Inputs::defaults(calculator.spec());
    for field in calculator.spec().fields {
        inputs.set(field, decimal(line[field.key])).unwrap();
    }
    assert_eq!(calculator.evaluate(&inputs)[0].value, Ok(decimal(line["value"])));
}
