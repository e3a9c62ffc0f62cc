//! What-if tables and their charts, for every calculator and for tables of arbitrary figures.

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::calculator::chart::{Axes, Drawing, Frame, Point, Step};
use abacus_core::calculator::field::Kind;
use abacus_core::calculator::sensitivity::{Grid, Plan, TableAxis};
use abacus_core::calculators::{CATALOG, find};
use abacus_core::number::Undefined;
use abacus_core::number::decimal::Arithmetic;
use proptest::prelude::*;

const FRAME: Frame = Frame { left: 60, right: 340, top: 20, bottom: 250 };

fn declared(id: &str) -> (Plan, Inputs) {
    let calculator = find(id).unwrap();
    (Plan::declared(calculator), Inputs::defaults(calculator.spec()))
}

#[test]
fn any_two_inputs_against_any_output_agree_with_the_calculator() {
    for calculator in CATALOG {
        let spec = calculator.spec();
        let inputs = Inputs::defaults(spec);
        let declared = Plan::declared(*calculator);
        let figures = spec.fields.iter().filter(|field| !matches!(field.kind, Kind::Choice(_)));
        assert!(declared.choices().eq(figures), "{calculator:?}");
        let axis = |field| TableAxis::first(*calculator, field, inputs.get(field.key).unwrap());
        for rows in declared.choices() {
            for columns in declared.choices().filter(|field| field.key != rows.key) {
                for output in spec.outputs {
                    let plan = Plan { rows: axis(rows), columns: axis(columns), output, ..declared.clone() };
                    let grid = plan.grid(&inputs);
                    assert_eq!(grid.cells.len(), plan.rows.values.len());
                    let last = (grid.cells.len() - 1, plan.columns.values.len() - 1);
                    let mut varied = inputs.clone();
                    let (row, column) = grid.values(last).unwrap();
                    varied.set(rows, row).unwrap();
                    varied.set(columns, column).unwrap();
                    let evaluations = calculator.evaluate(&varied);
                    let expected = evaluations.iter().find(|evaluation| evaluation.output == output).unwrap();
                    assert_eq!(grid.cell(last), Some(expected.value), "{} {} {}", rows.key, columns.key, output.key);
                    assert_eq!(grid.current(&varied), Some(last));
                }
            }
        }
    }
}

#[test]
fn misprints_are_marked_only_in_the_slides_own_table() {
    let (plan, mut inputs) = declared("bad-debt");
    let spec = plan.calculator.spec();
    let place = |grid: &Grid| grid.find((Decimal::from(600), Decimal::new(6, 2))).unwrap();
    let grid = plan.grid(&inputs);
    assert_eq!((grid.misprints.len(), grid.misprint(place(&grid))), (3, Some(2)));
    inputs.set(spec.field("loss").unwrap(), Decimal::from(77)).unwrap();
    inputs.set(spec.field("margin_kind").unwrap(), Decimal::ONE).unwrap();
    assert_eq!(plan.grid(&inputs).misprints.len(), 3, "neither the current case nor the margin's name matters");

    let mut insured = inputs.clone();
    insured.set(spec.field("insured").unwrap(), Decimal::new(9, 1)).unwrap();
    assert_eq!(plan.grid(&insured).misprints, [], "insurance changes every figure");
    let mut other = plan.clone();
    other.rows.values.reverse();
    assert_eq!((other.is_declared(), other.grid(&inputs).misprints.len()), (false, 0));
}

#[test]
fn the_current_case_does_not_change_its_table() {
    let (plan, mut inputs) = declared("bad-debt");
    let before = plan.around(&inputs);
    inputs.set(plan.rows.field, Decimal::from(900)).unwrap();
    assert_eq!(plan.around(&inputs), before);
    inputs.set(plan.calculator.spec().field("premium").unwrap(), Decimal::from(9)).unwrap();
    assert_ne!(plan.around(&inputs), before);
}

#[test]
fn a_case_between_the_values_gets_its_own_row_and_column() {
    for calculator in CATALOG {
        let plan = Plan::declared(*calculator);
        let mut inputs = Inputs::defaults(plan.calculator.spec());
        for (row, column) in [("7", "0.045"), ("100000", "0.9"), ("0.000001", "0.000001")] {
            for (axis, value) in [(&plan.rows, row), (&plan.columns, column)] {
                let value = Decimal::from_str_exact(value).unwrap();
                let whole = value.rounded_up().min(axis.field.high);
                inputs.set(axis.field, value.min(axis.field.high)).or_else(|_| inputs.set(axis.field, whole)).unwrap();
            }
            let grid = plan.including(&plan.grid(&plan.around(&inputs)), &inputs);
            let mut wide = plan.clone();
            wide.rows.values.clone_from(&grid.rows.values);
            wide.columns.values.clone_from(&grid.columns.values);
            assert_eq!(grid.cells, wide.grid(&inputs).cells, "{calculator:?} {row} {column}");
            let place = grid.current(&inputs).unwrap();
            let evaluations = calculator.evaluate(&inputs);
            let now = evaluations.iter().find(|evaluation| evaluation.output == plan.output).unwrap();
            assert_eq!(grid.cell(place), Some(now.value));
        }
    }
}

#[test]
fn the_current_row_and_column_lie_between_their_neighbours() {
    let percents = |id: &str, margin: &str| {
        let (plan, mut inputs) = declared(id);
        let margin = Decimal::from_str_exact(margin).unwrap();
        inputs.set(plan.calculator.spec().field("margin").unwrap(), margin).unwrap();
        let grid = plan.including(&plan.grid(&plan.around(&inputs)), &inputs);
        grid.columns.values.iter().map(|value| grid.columns.field.quote(*value)).collect::<Vec<_>>().join(" ")
    };
    let alone = |margin: i64| {
        let (mut plan, mut inputs) = declared("bad-debt");
        inputs.set(plan.columns.field, Decimal::new(margin, 2)).unwrap();
        plan.columns.values = vec![Decimal::new(3, 2)];
        plan.including(&plan.grid(&plan.around(&inputs)), &inputs).columns.values
    };
    assert_eq!(alone(2), [Decimal::new(2, 2), Decimal::new(3, 2)]);
    assert_eq!(alone(4), [Decimal::new(3, 2), Decimal::new(4, 2)], "a single value counts as ascending");
    assert_eq!(percents("bad-debt", "0.02"), "2% 3% 4% 5% 6%");
    assert_eq!(percents("bad-debt", "0.028"), "2% 2.8% 3% 4% 5% 6%");
    assert_eq!(percents("bad-debt", "0.01"), "1% 2% 3% 4% 5% 6%");
    assert_eq!(percents("bad-debt", "0.2"), "2% 3% 4% 5% 6% 20%");
    assert_eq!(percents("receivables", "0.05"), "10% 8% 6% 5% 4% 2%");
    assert_eq!(percents("receivables", "0.3"), "30% 10% 8% 6% 4% 2%");
}

#[test]
fn the_current_marker_stays_inside_and_points_beyond_the_edge() {
    let (plan, inputs) = declared("bad-debt");
    let axes = Axes::of(&plan.grid(&inputs)).unwrap();
    let marker = |column: &str, result: u32| {
        let marker = axes.marker(FRAME, Decimal::from_str_exact(column).unwrap(), Decimal::from(result));
        marker.map(|(point, way)| (point.x.to_string(), point.y.to_string(), way)).unwrap()
    };
    let at = |x: &str, y: &str, way| (x.to_owned(), y.to_owned(), way);
    assert_eq!(marker("0.04", 125_000), at("200", "20", None));
    assert_eq!(marker("0.2", 2_500), at("340", "245.4", Some(0)));
    assert_eq!(marker("0.001", 500_000), at("60", "20", Some(225)));
    assert_eq!(marker("0.04", 500_000), at("200", "20", Some(270)));
}

#[test]
fn the_bad_debt_table_as_a_chart() {
    let (plan, inputs) = declared("bad-debt");
    let grid = plan.grid(&inputs);
    let drawing = Drawing::new(&grid, Axes::of(&grid).unwrap(), FRAME);
    let ticks = |values: &[Decimal]| values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    assert_eq!(ticks(&drawing.axes.across.ticks), "0.02 0.03 0.04 0.05 0.06");
    assert_eq!(ticks(&drawing.axes.up.ticks), "0 25000 50000 75000 100000 125000");
    let first = (0, 0);
    assert_eq!(drawing.nearest(61, 200), Some(first));
    for (step, to) in [
        (Step::Left, first),
        (Step::Right, (0, 1)),
        (Step::Last, (0, 4)),
        (Step::Up, (1, 0)),
        (Step::Down, first),
        (Step::First, first),
    ] {
        assert_eq!(drawing.step(first, step), to, "{step:?}");
    }
}

#[test]
fn arrow_keys_follow_the_chart_not_the_table() {
    let (plan, inputs) = declared("receivables");
    let grid = plan.grid(&inputs);
    let drawing = Drawing::new(&grid, Axes::of(&grid).unwrap(), FRAME);
    assert_eq!(drawing.step((0, 4), Step::Right), (0, 3));
}

#[test]
fn a_missing_result_is_skipped() {
    let (plan, inputs) = declared("bad-debt");
    let mut grid = plan.grid(&inputs);
    grid.cells[0][1] = Err(Undefined::DivisionByZero);
    let drawing = Drawing::new(&grid, Axes::of(&grid).unwrap(), FRAME);
    assert_eq!(drawing.step((0, 0), Step::Right), (0, 2));
    grid.cells.iter_mut().flatten().for_each(|cell| *cell = Err(Undefined::TooLarge));
    assert_eq!(Axes::of(&grid), None);
}

fn any_grid() -> impl Strategy<Value = Grid> {
    let figure =
        (any::<i64>(), 0_u32..=12).prop_map(|(value, scale)| Decimal::from_i128_with_scale(value.into(), scale));
    let cell = prop_oneof![9 => figure.clone().prop_map(Ok), 1 => Just(Err(Undefined::TooLarge))];
    (1_usize..=9, 1_usize..=9).prop_flat_map(move |(rows, columns)| {
        let cells = prop::collection::vec(prop::collection::vec(cell.clone(), columns), rows);
        (prop::collection::vec(figure.clone(), columns), cells).prop_map(|(values, cells)| {
            let (plan, inputs) = declared("bad-debt");
            let mut grid = plan.grid(&inputs);
            grid.rows.values = (0..cells.len()).map(Decimal::from).collect();
            grid.columns.values = values;
            grid.cells = cells;
            grid
        })
    })
}

proptest! {
    #[test]
    fn points_stay_in_the_frame_and_rise_with_the_result(grid in any_grid()) {
        prop_assume!(grid.cells.iter().flatten().any(Result::is_ok));
        let axes = Axes::of(&grid).ok_or_else(|| TestCaseError::fail("no axes"))?;
        let drawing = Drawing::new(&grid, axes, FRAME);
        let mut drawn = Vec::new();
        for (row, cells) in grid.cells.iter().enumerate() {
            for (column, cell) in cells.iter().enumerate() {
                let point = drawing.point((row, column));
                prop_assert_eq!(point.is_some(), cell.is_ok());
                let (Some(point), Ok(value)) = (point, cell) else { continue };
                prop_assert!((Decimal::from(FRAME.left)..=Decimal::from(FRAME.right)).contains(&point.x));
                prop_assert!((Decimal::from(FRAME.top)..=Decimal::from(FRAME.bottom)).contains(&point.y));
                prop_assert!(point.x.scale() <= 1 && point.y.scale() <= 1);
                drawn.push((*value, -point.y, grid.columns.values[column], point.x));
            }
        }
        drawn.sort();
        prop_assert!(drawn.is_sorted_by_key(|(_, height, ..)| *height));
        drawn.sort_by_key(|(_, _, column, x)| (*column, *x));
        prop_assert!(drawn.is_sorted_by_key(|(.., x)| *x));
    }

    #[test]
    fn labels_keep_their_distance_and_their_order(heights in prop::collection::vec(20_u32..=250, 0..=6)) {
        let end = |y: &u32| Point { x: Decimal::from(340), y: Decimal::from(*y) };
        let ends: Vec<_> = heights.iter().map(end).enumerate().collect();
        let labels = FRAME.labels(&ends, 18);
        prop_assert_eq!(labels.len(), ends.len());
        for pair in labels.windows(2) {
            prop_assert!(pair[1].2 - pair[0].2 >= Decimal::from(18));
            prop_assert!(pair[0].1.y <= pair[1].1.y);
        }
        prop_assert!(labels.iter().all(|(_, _, height)| *height <= Decimal::from(FRAME.bottom)));
    }

    #[test]
    fn every_step_leads_to_a_point(grid in any_grid(), steps in prop::collection::vec(0_usize..6, 1..20)) {
        prop_assume!(grid.cells.iter().flatten().any(Result::is_ok));
        let drawing = Drawing::new(&grid, Axes::of(&grid).unwrap(), FRAME);
        let mut place = drawing.nearest(200, 100).unwrap();
        for step in steps {
            place = drawing.step(place, [Step::Left, Step::Right, Step::Up, Step::Down, Step::First, Step::Last][step]);
            prop_assert!(drawing.point(place).is_some());
        }
    }
}

#[test]
fn a_shared_table_reveals_no_private_inputs() {
    let mut tables = 0;
    for calculator in CATALOG {
        let spec = calculator.spec();
        let example = Inputs::defaults(spec);
        let Some(plan) = Plan::shared(*calculator, &example, None) else { continue };
        tables += 1;
        assert!(!plan.rows.field.confidential && !plan.columns.field.confidential, "{calculator:?}");
        let mut other = example.clone();
        for field in spec.fields.iter().filter(|field| field.confidential) {
            other.set(field, field.slider.low + field.slider.step).unwrap();
        }
        assert_eq!(Plan::shared(*calculator, &other, None), Some(plan.clone()), "{calculator:?}");
        assert_eq!(plan.grid(&other), plan.grid(&example), "{calculator:?}");
    }
    assert!(tables > 2, "some calculators share two inputs or more");
}
