//! What a frame says to its host.

use abacus_core::Decimal;
use abacus_core::calculator::field::{Field, Kind as FieldKind};
use abacus_core::calculator::solve::Goal;
use abacus_core::calculator::{Evaluation, Inputs, Spec};
use abacus_core::number::Undefined;
use abacus_core::number::format::machine;
use abacus_core::text::{Locale, Text};

use crate::command::{SOURCE, VERSION};
use crate::problem::Problem;
use crate::value::Value;

abacus_core::closed_enum! {
    /// What is said, by its `type`.
    pub enum Kind {
        /// The first result is painted.
        Ready = "ready",
        /// The height is another.
        Resize = "resize",
        /// The results are others.
        Change = "change",
        /// Something was refused or ignored.
        Problem = "problem",
        /// The answer to a command.
        Reply = "reply",
        /// There is no calculator here.
        Failed = "failed",
    }
}

abacus_core::closed_enum! {
    /// Who changed the values.
    pub enum By {
        /// The reader.
        User = "user",
        /// A command.
        Host = "host",
        /// The address.
        Link = "link",
    }
}

/// The bounds of a height, in pixels.
const HEIGHTS: [u32; 2] = [1, 20_000];

/// What is in every message.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'a> {
    /// The calculator.
    pub tool: &'a str,
    /// The instance.
    pub id: Option<&'a str>,
}

/// Values and what they come to.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    /// The declaration they belong to.
    pub spec: &'static Spec,
    /// The inputs.
    pub inputs: &'a Inputs,
    /// The inputs that are told.
    pub told: &'a [&'static Field],
    /// The results.
    pub evaluations: &'a [Evaluation],
    /// What is solved for.
    pub goal: Option<&'a Goal>,
}

impl Envelope<'_> {
    fn wrap(&self, kind: Kind, entries: Vec<(&str, Value)>) -> Value {
        let envelope = [
            ("source", Some(SOURCE.into())),
            ("version", Some(VERSION.into())),
            ("type", Some(kind.code().into())),
            ("tool", Some(self.tool.into())),
            ("id", self.id.map(Value::from)),
        ];
        let envelope = envelope.into_iter().filter_map(|(key, value)| Some((key, value?)));
        Value::Map(envelope.chain(entries).map(|(key, value)| (key.to_owned(), value)).collect())
    }

    /// The calculator is there. Values are told to whom it may be told.
    #[must_use]
    pub fn ready(
        &self,
        spec: &Spec,
        label: impl Fn(&Field) -> Text,
        locale: Locale,
        height: u32,
        figures: Option<Figures<'_>>,
    ) -> Value {
        let mut entries =
            vec![("locale", locale.tag().into()), ("height", bounded(height)), ("keys", keys(spec, label, locale))];
        entries.extend(figures.into_iter().flat_map(values));
        self.wrap(Kind::Ready, entries)
    }

    /// The height is another.
    #[must_use]
    pub fn resize(&self, height: u32) -> Value {
        self.wrap(Kind::Resize, vec![("height", bounded(height))])
    }

    /// The results are others.
    #[must_use]
    pub fn change(&self, figures: Figures<'_>, by: By) -> Value {
        let by = ("by", by.code().into());
        self.wrap(Kind::Change, values(figures).into_iter().chain([by]).collect())
    }

    /// Something was refused or ignored.
    #[must_use]
    pub fn problem(&self, problem: &Problem, locale: Locale) -> Value {
        self.wrap(Kind::Problem, told(problem, locale))
    }

    /// The answer to a command: with problems it was refused, unless it says that it was done.
    #[must_use]
    pub fn reply(
        &self,
        nonce: &str,
        ok: bool,
        problems: &[Problem],
        locale: Locale,
        more: Vec<(&str, Value)>,
    ) -> Value {
        let mut entries = vec![("to", nonce.into()), ("ok", ok.into())];
        if !problems.is_empty() {
            let problem = |problem| Value::Map(told(problem, locale).into_iter().map(owned).collect());
            entries.push(("problems", Value::List(problems.iter().map(problem).collect())));
        }
        entries.extend(more);
        self.wrap(Kind::Reply, entries)
    }
}

fn owned((key, value): (&str, Value)) -> (String, Value) {
    (key.to_owned(), value)
}

fn told(problem: &Problem, locale: Locale) -> Vec<(&'static str, Value)> {
    let key = (!problem.key.is_empty()).then(|| ("key", problem.key.as_str().into()));
    key.into_iter().chain([("code", problem.code.code().into()), ("text", problem.text(locale).into())]).collect()
}

fn bounded(height: u32) -> Value {
    let [least, most] = HEIGHTS;
    height.clamp(least, most).into()
}

/// `inputs`, `outputs`, `undefined` and `solving`.
#[must_use]
pub fn values(figures: Figures<'_>) -> Vec<(&'static str, Value)> {
    let Figures { inputs, told, evaluations, goal, .. } = figures;
    let inputs =
        told.iter().filter_map(|field| Some((field.key.to_owned(), field.link(inputs.get(field.key)?).into())));
    let by_key = |value: fn(&Evaluation) -> Option<Value>| {
        Value::Map(evaluations.iter().filter_map(|one| Some((one.output.key.to_owned(), value(one)?))).collect())
    };
    let solving = goal.map(|goal| {
        let wanted: Decimal = goal.wanted.normalize();
        let entries = [
            ("input", goal.unknown.key.into()),
            ("output", goal.output.key.into()),
            ("value", wanted.to_string().into()),
        ];
        ("solving", Value::map(entries))
    });
    let known = [
        ("inputs", Value::Map(inputs.collect())),
        ("outputs", by_key(|one| one.value.ok().map(|value| machine(value).into()))),
        ("undefined", by_key(|one| one.value.err().map(|reason| reason_code(reason).into()))),
    ];
    known.into_iter().chain(solving).collect()
}

const fn reason_code(reason: Undefined) -> &'static str {
    match reason {
        Undefined::DivisionByZero => "division-by-zero",
        Undefined::TooLarge => "too-large",
        Undefined::NotWhole => "not-whole",
        Undefined::Meaningless | Undefined::NoSuchInput => "meaningless",
    }
}

fn keys(spec: &Spec, label: impl Fn(&Field) -> Text, locale: Locale) -> Value {
    let input = |field: &Field| {
        let kind = match field.kind {
            FieldKind::Money => "money",
            FieldKind::Ratio => "ratio",
            FieldKind::Count | FieldKind::Whole => "count",
            FieldKind::Choice(_) => "choice",
        };
        let mut entries = vec![
            ("key", field.key.into()),
            ("kind", kind.into()),
            ("label", label(field).get(locale).into()),
            ("unit", field.unit.label(locale).into()),
        ];
        if let FieldKind::Choice(choices) = field.kind {
            let option = |choice: &abacus_core::calculator::field::Choice| {
                Value::map([("name", choice.name.into()), ("label", choice.label.get(locale).into())])
            };
            entries.push(("options", Value::List(choices.iter().map(option).collect())));
        } else {
            let bounds = [("min", field.least()), ("max", field.high)];
            entries.extend(bounds.map(|(key, bound)| (key, bound.normalize().to_string().into())));
        }
        Value::Map(entries.into_iter().map(owned).collect())
    };
    let output = |output: &abacus_core::calculator::Output| {
        Value::map([
            ("key", output.key.into()),
            ("label", output.label.get(locale).into()),
            ("unit", output.unit.label(locale).into()),
        ])
    };
    Value::map([
        ("inputs", Value::List(spec.fields.iter().map(input).collect())),
        ("outputs", Value::List(spec.outputs.iter().map(output).collect())),
    ])
}
