//! Usual figures: values that a user enters again and again, kept once for all calculators. They are saved only when
//! the user asks, and never filled in unasked.
//!
//! Stored as `gross_margin=0.3&working_days=21`: each under its key, as in a link.

use rust_decimal::Decimal;

use crate::calculator::field::{Choice, Field, Kind};
use crate::calculator::{Calculator, Evaluation, Inputs, Spec};
use crate::text::{Text, text};

/// The key that stores the usual figures.
pub const KEY: &str = "sales-abacus:usual";

/// A usual figure, and the inputs it is meant for.
#[derive(Debug)]
pub struct UsualFigure {
    /// Its name in storage.
    pub key: &'static str,
    /// Its name on the page.
    pub label: Text,
    /// The inputs that take it. They are of one kind and have the same bounds.
    pub inputs: &'static [InputRef],
}

/// An input that takes a usual figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InputRef {
    /// The id of the calculator.
    pub calculator: &'static str,
    /// The key of the input.
    pub input: &'static str,
    /// The choice that names the input, and the option under which the input means this figure.
    pub under: Option<(&'static str, &'static str)>,
}

const fn input(calculator: &'static str, input: &'static str) -> InputRef {
    InputRef { calculator, input, under: None }
}

const fn input_under(
    calculator: &'static str,
    input: &'static str,
    choice: &'static str,
    name: &'static str,
) -> InputRef {
    InputRef { calculator, input, under: Some((choice, name)) }
}

/// Every usual figure.
pub static USUAL_FIGURES: &[UsualFigure] = &[
    UsualFigure {
        key: "net_margin",
        label: text("净利率", "net margin"),
        inputs: &[
            input_under("bad-debt", "margin", "margin_kind", "net"),
            input("receivables", "margin"),
            input("credit-decision", "margin"),
            input("loss-to-visits", "margin"),
        ],
    },
    UsualFigure {
        key: "gross_margin",
        label: text("毛利率", "gross margin"),
        inputs: &[input_under("bad-debt", "margin", "margin_kind", "gross"), input("clv", "margin")],
    },
    UsualFigure {
        key: "rate",
        label: text("借款年利率", "cost of borrowing"),
        inputs: &[input("receivables", "rate"), input("credit-decision", "rate"), input("slow-collection", "rate")],
    },
    UsualFigure {
        key: "working_days",
        label: text("每月工作日", "monthly working days"),
        inputs: &[input("activity", "days"), input("loss-to-visits", "days"), input("rhythm-load", "days")],
    },
    UsualFigure {
        key: "prospects",
        label: text("每单准客户", "prospects per deal"),
        inputs: &[input("activity", "prospects"), input("loss-to-visits", "prospects")],
    },
    UsualFigure {
        key: "visits",
        label: text("每位拜访", "visits per prospect"),
        inputs: &[input("activity", "visits"), input("loss-to-visits", "visits")],
    },
];

/// A usual figure with the input that takes it, and the option required for that.
#[derive(Clone, Copy, Debug)]
pub struct FigureInput {
    /// The figure.
    pub figure: &'static UsualFigure,
    /// The input.
    pub field: &'static Field,
    option: Option<(&'static Field, &'static Choice, Decimal)>,
}

impl FigureInput {
    /// Its value in a stored text, if there is one that the input allows.
    pub fn stored(&self, text: &str) -> Option<Decimal> {
        let value = text.split('&').find_map(|part| part.strip_prefix(self.figure.key)?.strip_prefix('='))?;
        self.field.parse_link(value).ok()
    }

    fn applies(&self, inputs: &Inputs) -> bool {
        self.option.is_none_or(|(choice, _, place)| inputs.get(choice.key) == Some(place))
    }
}

/// The usual figures of a calculator, under any option.
fn all(spec: &Spec) -> impl Iterator<Item = FigureInput> {
    let figure_input = |figure: &'static UsualFigure, of: &InputRef| {
        let option = match of.under {
            None => None,
            Some((choice, name)) => Some(option(spec.field(choice)?, name)?),
        };
        Some(FigureInput { figure, field: spec.field(of.input)?, option })
    };
    let of_calculator = USUAL_FIGURES.iter().flat_map(|figure| figure.inputs.iter().map(move |of| (figure, of)));
    of_calculator.filter(|(_, of)| of.calculator == spec.id).filter_map(move |(figure, of)| figure_input(figure, of))
}

fn option(choice: &'static Field, name: &str) -> Option<(&'static Field, &'static Choice, Decimal)> {
    let Kind::Choice(options) = choice.kind else { return None };
    let place = options.iter().position(|option| option.name == name)?;
    Some((choice, options.get(place)?, Decimal::from(place)))
}

/// The usual figures that a calculator's inputs take under the current options.
pub fn figure_inputs(spec: &Spec, inputs: &Inputs) -> impl Iterator<Item = FigureInput> {
    all(spec).filter(|figure_input| figure_input.applies(inputs))
}

/// The stored text with these figures. Everything else in it stays as it is, byte for byte.
pub fn with(text: &str, figures: &[(FigureInput, Decimal)]) -> String {
    let is_replaced =
        |part: &&str| figures.iter().any(|(figure_input, _)| part.split('=').next() == Some(figure_input.figure.key));
    let kept = text.split('&').filter(|part| !part.is_empty() && !is_replaced(part)).map(str::to_owned);
    let added = figures
        .iter()
        .map(|(figure_input, value)| format!("{}={}", figure_input.figure.key, figure_input.field.link(*value)));
    kept.chain(added).collect::<Vec<_>>().join("&")
}

/// Whether any figure of a stored text is readable by the declarations of these calculators.
pub fn is_readable(text: &str, calculators: &[&dyn Calculator]) -> bool {
    calculators
        .iter()
        .flat_map(|calculator| all(calculator.spec()))
        .any(|figure_input| figure_input.stored(text).is_some())
}

/// The headline under one meaning of an input that a choice names.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The option of the choice.
    pub option: &'static Choice,
    /// The input.
    pub field: &'static Field,
    /// The value of the input under this option.
    pub value: Decimal,
    /// The headline with that value.
    pub headline: Evaluation,
}

/// The headline under each known meaning of an input, such as net and gross margin: the current value is known, and so
/// is every usual figure meant for another option. Empty unless there are two.
pub fn readings(calculator: &dyn Calculator, inputs: &Inputs, stored: &str) -> Vec<Reading> {
    let known = |figure_input: FigureInput| {
        let (choice, option, place) = figure_input.option?;
        let value = if figure_input.applies(inputs) {
            inputs.get(figure_input.field.key)
        } else {
            figure_input.stored(stored)
        }?;
        let inputs = inputs.with(choice.key, place).with(figure_input.field.key, value);
        let headline = calculator.evaluate(&inputs).first().copied()?;
        Some(Reading { option, field: figure_input.field, value, headline })
    };
    let readings: Vec<_> = all(calculator.spec()).filter_map(known).collect();
    if readings.len() < 2 { Vec::new() } else { readings }
}
