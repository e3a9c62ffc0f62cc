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
use abacus_core::sensitivity::{Grid, Plan};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// The lines of a table as maps from column to cell.
fn lines(csv: &str) -> Vec<HashMap<&str, &str>> {
    let (head, body) = csv.split_once('\n').unwrap();
    body.lines().map(|line| head.split(',').zip(line.split(',')).collect()).collect()
}

fn computed(id: &str) -> Grid {
    let calculator = find(id).unwrap();
    Plan::declared(calculator).grid(&Inputs::defaults(calculator.spec()))
}

fn cells(grid: &Grid) -> usize {
    grid.cells.iter().map(Vec::len).sum()
}

#[test]
fn all_45_cells_of_the_bad_debt_table_are_exact_and_three_misprints_are_marked() {
    let grid = computed("bad-debt");
    let slide = lines(include_str!("../../../tests/data/bad_debt.csv"));
    assert_eq!((slide.len(), cells(&grid)), (45, 45));
    let mut misprints = 0;
    for line in slide {
        let place = grid.find((decimal(line["loss"]), decimal(line["margin"]))).unwrap();
        let value = grid.cell(place).unwrap().unwrap();
        assert_eq!(round(value, 6), decimal(line["exact"]).normalize());

        let printed = decimal(line["printed"]);
        let misprinted = number(value, grid.precision) != number(printed, grid.precision);
        let marked = grid.misprint(place).map(|number| grid.misprints[number].printed);
        assert_eq!(marked, misprinted.then_some(printed));
        misprints += usize::from(misprinted);
    }
    assert_eq!(misprints, 3);
}

#[test]
fn all_30_cells_of_the_receivables_table_read_as_printed() {
    let grid = computed("receivables");
    let slide = lines(include_str!("../../../tests/data/receivables.csv"));
    assert_eq!((slide.len(), cells(&grid)), (30, 30));
    for line in slide {
        let place = grid.find((decimal(line["rate"]), decimal(line["margin"]))).unwrap();
        assert_eq!(number(grid.cell(place).unwrap().unwrap(), grid.precision), line["printed_months"]);
        assert_eq!(grid.misprint(place), None);
    }
}

#[test]
fn the_cell_of_the_slides_example_is_the_current_one() {
    for id in ["bad-debt", "receivables"] {
        let (grid, spec) = (computed(id), find(id).unwrap().spec());
        let example = grid.find((grid.rows.field.default, grid.columns.field.default));
        assert_eq!(grid.current(&Inputs::defaults(spec)), Some(example.unwrap()));
    }
}

#[test]
fn the_lifetime_value_follows_the_data_step_by_step() {
    let calculator = find("clv").unwrap();
    let slide = lines(include_str!("../../../tests/data/clv.csv"));
    assert!(slide.len() >= 4);
    for line in slide {
        let mut inputs = Inputs::defaults(calculator.spec());
        for field in calculator.spec().fields {
            if let Some(value) = line.get(field.key).filter(|value| !value.is_empty()) {
                inputs.set(field, field.parse_link(value).unwrap()).unwrap();
            }
        }
        let value = calculator.evaluate(&inputs)[0].value.unwrap();
        assert_eq!(round(value, 6), round(decimal(line["value"]), 6), "{line:?}");
    }
}
