//! The tables of the training slides, cell by cell, against copies of the documents' figures.

use std::collections::HashMap;

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::calculator::sensitivity::{Grid, Plan};
use abacus_core::calculators::find;
use abacus_core::number::format::{number, round};

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

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
fn the_bad_debt_table_is_exact_and_marks_three_misprints() {
    let grid = computed("bad-debt");
    let slide = lines(include_str!("../../../tests/data/bad_debt.csv"));
    assert_eq!((slide.len(), cells(&grid)), (45, 45));
    let mut misprints = 0;
    for line in slide {
        let cell = format!("{} at {}", line["loss"], line["margin"]);
        let place = grid.find((decimal(line["loss"]), decimal(line["margin"])));
        let place = place.unwrap_or_else(|| panic!("{cell}: missing from `what_if` in bad_debt.rs"));
        let value = grid.cell(place).unwrap().unwrap();
        assert_eq!(round(value, 6), decimal(line["exact"]).normalize(), "{cell}: compare with S2");

        let printed = decimal(line["printed"]);
        let misprinted = number(value, grid.precision) != number(printed, grid.precision);
        let marked = grid.misprint(place).map(|number| grid.misprints[number].printed);
        assert_eq!(
            marked,
            misprinted.then_some(printed),
            "{cell}: list it in `misprints` of bad_debt.rs, or remove it"
        );
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
fn the_slides_example_is_the_current_cell() {
    for id in ["bad-debt", "receivables"] {
        let (grid, spec) = (computed(id), find(id).unwrap().spec());
        let example = grid.find((grid.rows.field.default, grid.columns.field.default));
        assert_eq!(grid.current(&Inputs::defaults(spec)), Some(example.unwrap()));
    }
}

#[test]
fn figures_quoted_in_texts_are_right() {
    // In floating point, to be independent of our arithmetic.
    let percent = |fraction: f64| format!("{:.2}%", fraction * 100.0);
    let refused: f64 = 0.02 / 0.98;
    let months = |months: f64| format!("{months:.1}");
    for (id, figures) in [
        (
            "early-payment",
            vec![
                percent(refused * 365.0 / 20.0),
                percent((1.0 + refused).powf(365.0 / 20.0) - 1.0),
                percent(refused * 360.0 / 20.0),
            ],
        ),
        (
            "receivables",
            vec![
                months(0.10 / 0.05 * 12.0),
                months((1.1_f64).ln() / (1.0_f64 + 0.05 / 12.0).ln()),
                months(0.10 / 0.05 * 12.0 / 0.9),
            ],
        ),
    ] {
        let conventions = find(id).unwrap().spec().conventions;
        for figure in figures {
            let said = conventions.iter().filter(|text| text.zh.contains(&figure) && text.en.contains(&figure));
            assert_eq!(said.count(), 1, "{id} {figure}");
        }
    }
}

#[test]
fn every_convention_names_its_source() {
    let sources = ["S1", "S2", "Fader", "同一出处", "我们", "惯例", "通行", "培训资料"];
    for tool in abacus_core::calculators::CATALOG {
        for convention in tool.spec().conventions {
            let named = sources.iter().any(|source| convention.zh.contains(source));
            assert!(
                named,
                "a convention must name its source with one of these words: {sources:?}\n{}: {}",
                tool.spec().id,
                convention.zh
            );
        }
    }
}

#[test]
fn a_missing_result_names_its_condition() {
    for (id, fragment, key, condition) in [
        ("clv", "", "endless_start", "1 + discount − retention must be above zero"),
        ("clv", "", "endless_end", "1 + discount − retention must be above zero"),
        ("receivables", "invoice=0", "eaten", "no profit in the invoice"),
        ("early-payment", "discount=1", "yearly_cost", "discount below 100%"),
        ("credit-decision", "margin=1&rate=0&recovered=0.5", "one_in", "below 0% or above 100%"),
        ("credit-decision", "margin=0.01&rate=1&days=365", "one_in", "below 0% or above 100%"),
        ("credit-decision", "margin=0.1&rate=0.1&days=365", "one_in", "Not one may fail to pay"),
    ] {
        let tool = find(id).unwrap();
        let evaluations = tool.evaluate(&abacus_core::calculator::share::decode(tool.spec(), fragment).inputs);
        let evaluation = evaluations.iter().find(|evaluation| evaluation.output.key == key).unwrap();
        let words = evaluation.output.none(evaluation.value.unwrap_err()).en;
        assert!(words.contains(condition), "{id} {key}: {words}");
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
