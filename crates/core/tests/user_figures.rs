//! The user's own figures: the last values of each calculator and the usual figures.

use abacus_core::calculator::field::Kind;
use abacus_core::calculator::share::{self, Reader};
use abacus_core::calculator::solve::{Goal, solve};
use abacus_core::calculator::usual_figures::{USUAL_FIGURES, figure_inputs, is_readable, readings, with};
use abacus_core::calculator::{Inputs, last};
use abacus_core::calculators::{CATALOG, find};
use abacus_core::number::{dec, int};
use std::collections::BTreeSet;

#[test]
fn inputs_of_a_usual_figure_share_kind_and_bounds() {
    for figure in USUAL_FIGURES {
        let fields: Vec<_> = figure
            .inputs
            .iter()
            .map(|of| {
                let spec = find(of.calculator).unwrap_or_else(|| panic!("{}: no such calculator", figure.key)).spec();
                let field = spec.field(of.input).unwrap_or_else(|| panic!("{}: no input {}", spec.id, of.input));
                if let Some((choice, name)) = of.under {
                    let choice = spec.field(choice).unwrap();
                    let Kind::Choice(options) = choice.kind else { panic!("{} is not a choice", choice.key) };
                    assert!(options.iter().any(|option| option.name == name), "{name}");
                    assert_eq!(choice.names, Some(field.key), "the choice must name the input");
                }
                field
            })
            .collect();
        let bounds = |field: &abacus_core::calculator::field::Field| (field.kind, field.low, field.high);
        for field in &fields {
            assert_eq!(bounds(field), bounds(fields[0]), "{}: {}", figure.key, field.key);
        }
    }
}

#[test]
fn usual_figures_are_unique_by_key_and_by_input() {
    let keys: BTreeSet<_> = USUAL_FIGURES.iter().map(|figure| figure.key).collect();
    assert_eq!(keys.len(), USUAL_FIGURES.len());
    assert!(keys.iter().all(|key| last::is_fragment(&format!("{key}=1"))), "valid in stored values: {keys:?}");
    let inputs = USUAL_FIGURES.iter().flat_map(|figure| figure.inputs);
    let declared: Vec<_> = inputs.map(|of| (of.calculator, of.input, of.under)).collect();
    assert_eq!(declared.iter().collect::<BTreeSet<_>>().len(), declared.len());
}

#[test]
fn usual_figures_round_trip_and_keep_other_text() {
    for tool in CATALOG {
        let inputs = Inputs::defaults(tool.spec());
        let figures: Vec<_> = figure_inputs(tool.spec(), &inputs).map(|it| (it, it.field.default)).collect();
        let others = "colour=red&&rate=garbage&working_days";
        let text = with(others, &figures);
        for (figure, value) in &figures {
            assert_eq!(figure.stored(&text), Some(*value), "{} {text}", tool.spec().id);
        }
        assert!(text.starts_with("colour=red"), "{text}");
        assert_eq!(with(&text, &figures), text);
        assert_eq!(figures.is_empty(), with("", &figures).is_empty());
    }
}

#[test]
fn an_unreadable_figure_is_not_offered() {
    let tool = find("receivables").unwrap();
    let inputs = Inputs::defaults(tool.spec());
    let margin = figure_inputs(tool.spec(), &inputs).next().unwrap();
    assert_eq!((margin.figure.key, margin.stored("net_margin=0.12")), ("net_margin", Some(dec(12, 2))));
    for text in ["", "net_margin", "net_margin=", "net_margin=x", "net_margin=2", "net_margin_x=0.1", "margin=0.1"] {
        assert_eq!(margin.stored(text), None, "{text}");
        assert!(!is_readable(text, CATALOG), "{text}");
    }
    assert!(is_readable("colour=red&visits=5", CATALOG));
}

#[test]
fn link_fragments_are_valid_stored_values() {
    for tool in CATALOG {
        let spec = tool.spec();
        let mut inputs = Inputs::defaults(spec);
        for field in spec.fields {
            inputs.set(field, if field.default == field.high { field.min_value() } else { field.high }).unwrap();
        }
        let text = share::encode(spec, &inputs, None, Reader::Colleague);
        assert!(last::is_fragment(&text), "{text}");
        assert_eq!(last::read(spec, &text).map(|linked| linked.inputs), Some(inputs), "{text}");
        // With a goal, even a negative one.
        let inputs = Inputs::defaults(spec);
        let goal = Goal { unknown: &spec.fields[0], output: &spec.outputs[0], wanted: -dec(15, 1) };
        let solution = solve(*tool, &inputs, &goal);
        let text = share::encode(spec, &inputs, Some((&goal, &solution)), Reader::Colleague);
        assert!(last::read(spec, &text).is_some_and(|linked| linked.goal == Some(goal)), "{text}");
    }
}

#[test]
fn bad_debt_is_shown_for_both_margins_if_both_are_known() {
    let tool = find("bad-debt").unwrap();
    let spec = tool.spec();
    let told = |inputs: &Inputs, stored: &str| {
        let readings = readings(tool, inputs, stored);
        readings.iter().map(|it| (it.option.name, it.value, it.headline.value.unwrap())).collect::<Vec<_>>()
    };
    // domain.md: 500 at net 2 % is 25,000, at gross 30 % 1,667.
    let mut inputs = Inputs::defaults(spec);
    let both = told(&inputs, "gross_margin=0.3");
    assert_eq!(both[0], ("net", dec(2, 2), int(25_000)));
    assert_eq!((both[1].0, both[1].1, both[1].2.round_dp(6)), ("gross", dec(30, 2), dec(1_666_666_667, 6)));
    assert_eq!(told(&inputs, ""), []);
    assert_eq!(told(&inputs, "net_margin=0.05"), [], "the current net margin takes precedence");
    inputs.set(spec.field("margin_kind").unwrap(), int(2)).unwrap();
    inputs.set(spec.field("margin").unwrap(), dec(25, 2)).unwrap();
    assert_eq!(told(&inputs, "net_margin=0.05"), [("net", dec(5, 2), int(10_000)), ("gross", dec(25, 2), int(2_000))]);
    for other in CATALOG.iter().filter(|other| other.spec().id != "bad-debt") {
        assert!(readings(*other, &Inputs::defaults(other.spec()), "net_margin=0.05&gross_margin=0.3").is_empty());
    }
}
