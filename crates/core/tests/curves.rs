//! The lines of what-if charts, for every calculator and any two of its inputs.

use abacus_core::Decimal;
use abacus_core::calculator::Inputs;
use abacus_core::calculator::chart::{Axes, Frame};
use abacus_core::calculator::curve::{self, MAX_SAMPLES, Sample, places};
use abacus_core::calculator::sensitivity::{Plan, TableAxis};
use abacus_core::calculators::{CATALOG, find};
use abacus_core::number::Undefined;

const FRAME: Frame = Frame { left: 60, right: 340, top: 20, bottom: 250 };

/// Every table of two inputs and a result that a page can show.
fn plans() -> impl Iterator<Item = (Plan, Inputs)> {
    CATALOG.iter().flat_map(|calculator| {
        let spec = calculator.spec();
        let inputs = Inputs::defaults(spec);
        let declared = Plan::declared(*calculator);
        let axis = |field| TableAxis::first(*calculator, field, inputs.get(field.key).unwrap());
        let mut plans = vec![declared.clone()];
        for rows in declared.choices() {
            for columns in declared.choices().filter(|field| field.key != rows.key) {
                for output in spec.outputs {
                    plans.push(Plan { rows: axis(rows), columns: axis(columns), output, ..declared.clone() });
                }
            }
        }
        plans.into_iter().map(move |plan| (plan, inputs.clone())).collect::<Vec<_>>()
    })
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

#[test]
fn a_line_samples_the_result_over_the_whole_axis() {
    for (plan, inputs) in plans() {
        let grid = plan.grid(&inputs);
        let Some(axes) = Axes::of(&grid) else { continue };
        let field = plan.columns.field;
        let now = inputs.get(field.key).unwrap();
        let kept: Vec<_> = plan.columns.values.iter().copied().chain([now]).collect();
        let places = places(field, &axes.across, &kept, MAX_SAMPLES);
        let of = format!("{:?}: {} by {} and {}", plan.calculator, plan.output.key, plan.rows.field.key, field.key);

        assert!(places.len() <= MAX_SAMPLES && places.is_sorted(), "{of}");
        let fewer = curve::places(field, &axes.across, &kept, 24);
        assert!(fewer.len() <= 24 && plan.columns.values.iter().all(|column| fewer.contains(column)), "{of}");
        assert!(places.windows(2).all(|pair| pair[0] < pair[1]), "{of}: each once");
        assert!(places.iter().all(|place| field.check(*place).is_ok()), "{of}");
        let (first, last) = axes.across.ends().unwrap();
        let grain = field.grain();
        assert!(places[0] - first.max(field.min_value()) < grain, "{of}: starts at the left end");
        assert!(last.min(field.high) - places[places.len() - 1] < grain, "{of}: ends at the right end");
        // A field of whole years has only so many values.
        let all = (places[places.len() - 1] - places[0]) / grain + Decimal::ONE;
        assert!(Decimal::from(places.len()) >= Decimal::from(48).min(all), "{of}: {}", places.len());

        for (row, cells) in plan.rows.values.iter().zip(&grid.cells).take(2) {
            let curve = plan.curve(&inputs, *row, &places);
            for (column, cell) in plan.columns.values.iter().zip(cells) {
                let sample = curve.iter().find(|sample| sample.at == *column).unwrap();
                assert_eq!(sample.result, *cell, "{of}: the line passes through the cells of its row");
            }
        }
        let curve = plan.curve(&inputs, inputs.get(plan.rows.field.key).unwrap(), &places);
        if (first..=last).contains(&now) {
            let sample = curve.iter().find(|sample| sample.at == now).unwrap();
            let evaluations = plan.calculator.evaluate(&inputs);
            let evaluation = evaluations.iter().find(|evaluation| evaluation.output == plan.output).unwrap();
            assert_eq!(sample.result, evaluation.value, "{of}: the current case is on its line");
        }
    }
}

#[test]
fn no_line_leaves_the_frame_or_bridges_a_gap() {
    for (plan, inputs) in plans() {
        let grid = plan.grid(&inputs);
        let Some(axes) = Axes::of(&grid) else { continue };
        let places = places(plan.columns.field, &axes.across, &plan.columns.values, MAX_SAMPLES);
        let curve = plan.curve(&inputs, plan.rows.values[0], &places);
        let line = axes.line(FRAME, &curve);
        let of = format!("{:?}: {}", plan.calculator, plan.output.key);
        for piece in &line.pieces {
            assert!(piece.len() > 1, "{of}");
            assert!(piece.is_sorted_by_key(|point| point.x), "{of}");
            for point in piece {
                assert!((Decimal::from(FRAME.left)..=Decimal::from(FRAME.right)).contains(&point.x), "{of}");
                assert!((Decimal::from(FRAME.top)..=Decimal::from(FRAME.bottom)).contains(&point.y), "{of}");
            }
        }
        let gaps = curve.iter().filter(|sample| sample.result.is_err());
        let across = |at| axes.across.place(at, FRAME.left, FRAME.right).unwrap();
        for gap in gaps {
            let x = across(gap.at);
            assert!(
                line.pieces.iter().all(|piece| !(piece[0].x < x && x < piece[piece.len() - 1].x)),
                "{of}: no line where there is no result, at {}",
                gap.at
            );
        }
    }
}

#[test]
fn a_hyperbola_bends_between_the_cells() {
    let plan = Plan::declared(find("bad-debt").unwrap());
    let inputs = Inputs::defaults(plan.calculator.spec());
    let axes = Axes::of(&plan.grid(&inputs)).unwrap();
    let places = places(plan.columns.field, &axes.across, &plan.columns.values, MAX_SAMPLES);
    let line = axes.line(FRAME, &plan.curve(&inputs, Decimal::from(2_500), &places));
    assert_eq!((line.pieces.len(), line.pieces[0].len()), (1, places.len()));
    let text = line.texts().next().unwrap();
    // 125,000 at 2 % is the top of the axis; 2,500 ÷ 6 % = 41,667, of 125,000 over 230 units.
    assert!(text.starts_with("60,20 ") && text.ends_with(" 340,173.3"), "{text}");
    // A straight line from 2 % to 3 % would be at 62.8 halfway; 2,500 ÷ 2.5 % = 100,000 is at 66.
    let near = line.pieces[0].iter().find(|point| (point.x - Decimal::from(95)).abs() < Decimal::from(3)).unwrap();
    assert!((near.y - Decimal::from(66)).abs() < Decimal::from(3), "{near:?}");
}

#[test]
fn a_result_that_is_rounded_up_climbs_in_steps() {
    let plan = Plan::declared(find("activity").unwrap());
    let per_day = plan.calculator.spec().output("per_day").unwrap();
    let field = |key| plan.calculator.spec().field(key).unwrap();
    let axis = |key, values: &[u32]| TableAxis {
        field: field(key),
        values: values.iter().copied().map(Decimal::from).collect(),
    };
    let plan = Plan { rows: axis("deals", &[10]), columns: axis("visits", &[1, 8]), output: per_day, ..plan };
    let inputs = Inputs::defaults(plan.calculator.spec());
    let axes = Axes::of(&plan.grid(&inputs)).unwrap();
    let places = places(plan.columns.field, &axes.across, &plan.columns.values, MAX_SAMPLES);
    let line = axes.line(FRAME, &plan.curve(&inputs, Decimal::TEN, &places));
    let slopes = line.pieces[0].windows(2).filter(|pair| pair[0].x != pair[1].x && pair[0].y != pair[1].y);
    assert_eq!(slopes.count(), 0, "horizontal or vertical, never sloped: {line:?}");
    assert!(line.pieces[0].windows(2).filter(|pair| pair[0].x == pair[1].x).count() >= 5, "{line:?}");
}

#[test]
fn undefined_stretches_are_left_out() {
    let plan = Plan::declared(find("bad-debt").unwrap());
    let axes = Axes::of(&plan.grid(&Inputs::defaults(plan.calculator.spec()))).unwrap();
    let sample = |at: &str, result| Sample { at: decimal(at), result };
    let ok = |value: u32| Ok(Decimal::from(value));
    let line = axes.line(
        FRAME,
        &[
            sample("0.02", ok(50_000)),
            sample("0.03", Err(Undefined::DivisionByZero)),
            sample("0.04", ok(25_000)),
            sample("0.05", ok(25_000)),
            sample("0.06", Err(Undefined::Meaningless)),
        ],
    );
    let texts: Vec<_> = line.texts().collect();
    assert_eq!(texts, ["60,158 60,158", "200,204 270,204"], "an isolated result is a dot");
    assert_eq!(line.end().map(|end| end.x), Some(Decimal::from(270)));
    assert_eq!(axes.line(FRAME, &[]).end(), None);
}

#[test]
fn a_dragged_value_is_round_and_allowed() {
    let plan = Plan::declared(find("bad-debt").unwrap());
    let axes = Axes::of(&plan.grid(&Inputs::defaults(plan.calculator.spec()))).unwrap();
    let at = |x| axes.value_at(FRAME, x, plan.columns.field).unwrap().to_string();
    assert_eq!([at(60), at(200), at(203), at(340)], ["0.02", "0.04", "0.0405", "0.06"]);
    assert_eq!((at(-9), at(999)), ("0.02".to_owned(), "0.06".to_owned()), "it stays on the axis");
    for (plan, inputs) in plans() {
        let Some(axes) = Axes::of(&plan.grid(&inputs)) else { continue };
        let field = plan.columns.field;
        let reached: Vec<_> = (55..=345).filter_map(|x| axes.value_at(FRAME, x, field)).collect();
        assert!(reached.is_sorted() && reached.iter().all(|value| field.check(*value).is_ok()), "{}", field.key);
        assert!(reached.len() > 250, "{:?} {}: {}", plan.calculator, field.key, reached.len());
    }
}
