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
pub struct Usual {
    /// Its name in storage.
    pub key: &'static str,
    /// Its name on the page.
    pub label: Text,
    /// The inputs that take it. They are of one kind and have the same bounds.
    pub serves: &'static [Serves],
}

/// An input that takes a usual figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Serves {
    /// The id of the calculator.
    pub calculator: &'static str,
    /// The key of the input.
    pub input: &'static str,
    /// The choice that names the input, and the option under which the input means this figure.
    pub under: Option<(&'static str, &'static str)>,
}

const fn serves(calculator: &'static str, input: &'static str) -> Serves {
    Serves { calculator, input, under: None }
}

const fn serves_as(calculator: &'static str, input: &'static str, choice: &'static str, name: &'static str) -> Serves {
    Serves { calculator, input, under: Some((choice, name)) }
}

/// Every usual figure.
pub static USUAL: &[Usual] = &[
    Usual {
        key: "net_margin",
        label: text("净利率", "net margin"),
        serves: &[
            serves_as("bad-debt", "margin", "margin_kind", "net"),
            serves("receivables", "margin"),
            serves("credit-decision", "margin"),
            serves("loss-to-visits", "margin"),
        ],
    },
    Usual {
        key: "gross_margin",
        label: text("毛利率", "gross margin"),
        serves: &[serves_as("bad-debt", "margin", "margin_kind", "gross"), serves("clv", "margin")],
    },
    Usual {
        key: "rate",
        label: text("借款年利率", "cost of borrowing"),
        serves: &[serves("receivables", "rate"), serves("credit-decision", "rate"), serves("slow-collection", "rate")],
    },
    Usual {
        key: "working_days",
        label: text("每月工作日", "monthly working days"),
        serves: &[serves("activity", "days"), serves("loss-to-visits", "days"), serves("rhythm-load", "days")],
    },
    Usual {
        key: "prospects",
        label: text("每单准客户", "prospects per deal"),
        serves: &[serves("activity", "prospects"), serves("loss-to-visits", "prospects")],
    },
    Usual {
        key: "visits",
        label: text("每位拜访", "visits per prospect"),
        serves: &[serves("activity", "visits"), serves("loss-to-visits", "visits")],
    },
];

/// A usual figure with the input that takes it, and the option required for that.
#[derive(Clone, Copy, Debug)]
pub struct Served {
    /// The figure.
    pub usual: &'static Usual,
    /// The input.
    pub field: &'static Field,
    option: Option<(&'static Field, &'static Choice, Decimal)>,
}

impl Served {
    /// Its value in a stored text, if there is one that the input allows.
    pub fn stored(&self, text: &str) -> Option<Decimal> {
        let value = text.split('&').find_map(|part| part.strip_prefix(self.usual.key)?.strip_prefix('='))?;
        self.field.parse_link(value).ok()
    }

    fn applies(&self, inputs: &Inputs) -> bool {
        self.option.is_none_or(|(choice, _, place)| inputs.get(choice.key) == Some(place))
    }
}

/// The usual figures of a calculator, under any option.
fn all(spec: &Spec) -> impl Iterator<Item = Served> {
    let served = |usual: &'static Usual, of: &Serves| {
        let option = match of.under {
            None => None,
            Some((choice, name)) => Some(option(spec.field(choice)?, name)?),
        };
        Some(Served { usual, field: spec.field(of.input)?, option })
    };
    let of_calculator = USUAL.iter().flat_map(|usual| usual.serves.iter().map(move |of| (usual, of)));
    of_calculator.filter(|(_, of)| of.calculator == spec.id).filter_map(move |(usual, of)| served(usual, of))
}

fn option(choice: &'static Field, name: &str) -> Option<(&'static Field, &'static Choice, Decimal)> {
    let Kind::Choice(options) = choice.kind else { return None };
    let place = options.iter().position(|option| option.name == name)?;
    Some((choice, options.get(place)?, Decimal::from(place)))
}

/// The usual figures that a calculator's inputs take under the current options.
pub fn served(spec: &Spec, inputs: &Inputs) -> impl Iterator<Item = Served> {
    all(spec).filter(|served| served.applies(inputs))
}

/// The stored text with these figures. Everything else in it stays as it is, byte for byte.
pub fn with(text: &str, figures: &[(Served, Decimal)]) -> String {
    let is_replaced = |part: &&str| figures.iter().any(|(served, _)| part.split('=').next() == Some(served.usual.key));
    let kept = text.split('&').filter(|part| !part.is_empty() && !is_replaced(part)).map(str::to_owned);
    let added = figures.iter().map(|(served, value)| format!("{}={}", served.usual.key, served.field.link(*value)));
    kept.chain(added).collect::<Vec<_>>().join("&")
}

/// Whether any figure of a stored text is readable by the declarations of these calculators.
pub fn is_readable(text: &str, calculators: &[&dyn Calculator]) -> bool {
    calculators.iter().flat_map(|calculator| all(calculator.spec())).any(|served| served.stored(text).is_some())
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
    let known = |served: Served| {
        let (choice, option, place) = served.option?;
        let value = if served.applies(inputs) { inputs.get(served.field.key) } else { served.stored(stored) }?;
        let inputs = inputs.with(choice.key, place).with(served.field.key, value);
        let headline = calculator.evaluate(&inputs).first().copied()?;
        Some(Reading { option, field: served.field, value, headline })
    };
    let readings: Vec<_> = all(calculator.spec()).filter_map(known).collect();
    if readings.len() < 2 { Vec::new() } else { readings }
}
