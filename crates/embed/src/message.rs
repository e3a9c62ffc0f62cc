//! Messages from a frame to its host.

use abacus_core::calculator::field::{Choice, Field, Kind as FieldKind};
use abacus_core::calculator::solve::Goal;
use abacus_core::calculator::{Evaluation, Inputs, Output, Spec};
use abacus_core::number::Undefined;
use abacus_core::number::format::machine;
use abacus_core::text::{Locale, Text};

use crate::command::{SOURCE, VERSION};
use crate::problem::Problem;
use crate::value::{Entries, Value};

abacus_core::closed_enum! {
    /// The `type` of a message.
    pub enum Kind {
        /// The first result is painted.
        Ready = "ready",
        /// The height has changed.
        Resize = "resize",
        /// The results have changed, or a problem is resolved.
        Change = "change",
        /// Something was refused or ignored.
        Problem = "problem",
        /// The answer to a command.
        Reply = "reply",
        /// The calculator could not be loaded.
        Failed = "failed",
    }
}

abacus_core::closed_enum! {
    /// Who changed the values.
    pub enum Initiator {
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

/// The fields of every message.
#[derive(Clone, Copy, Debug)]
pub struct Envelope<'a> {
    /// The calculator.
    pub tool: &'a str,
    /// The instance.
    pub id: Option<&'a str>,
}

/// Values and their results.
#[derive(Clone, Copy, Debug)]
pub struct Figures<'a> {
    /// The declaration they belong to.
    pub spec: &'static Spec,
    /// The inputs.
    pub inputs: &'a Inputs,
    /// The inputs that may be sent.
    pub revealed: &'a [&'static Field],
    /// The results.
    pub evaluations: &'a [Evaluation],
    /// The goal being solved for.
    pub goal: Option<&'a Goal>,
}

impl Envelope<'_> {
    fn envelope(&self, kind: Kind) -> Entries {
        let mut message = Entries::default();
        message.text("source", SOURCE);
        message.add("version", VERSION.into());
        message.text("type", kind.code());
        message.text("tool", self.tool);
        if let Some(id) = self.id {
            message.text("id", id);
        }
        message
    }

    /// The calculator is ready. [`values`] are added if the host may receive them.
    pub fn ready(&self, spec: &Spec, label: impl Fn(&Field) -> Text, locale: Locale, height: u32) -> Entries {
        let mut message = self.envelope(Kind::Ready);
        message.text("locale", locale.tag());
        message.add("height", bounded(height));
        message.add("keys", keys(spec, &label, locale));
        message
    }

    /// The height has changed.
    pub fn resize(&self, height: u32) -> Value {
        let mut message = self.envelope(Kind::Resize);
        message.add("height", bounded(height));
        message.into()
    }

    /// The results have changed, or a problem is resolved. `problems` are the reported problems that remain.
    pub fn change(&self, figures: Figures<'_>, problems: &[Problem], by: Initiator, locale: Locale) -> Value {
        let mut message = self.envelope(Kind::Change);
        message.all(values(figures));
        message.problems(problems, locale);
        message.text("by", by.code());
        message.into()
    }

    /// A part of the program could not be loaded, without which there are no figures.
    pub fn failed(&self) -> Value {
        let mut message = self.envelope(Kind::Failed);
        message.text("code", "no-wasm");
        message.into()
    }

    /// Something was refused or ignored.
    pub fn problem(&self, problem: &Problem, locale: Locale) -> Value {
        let mut message = self.envelope(Kind::Problem);
        message.all(problem_entries(problem, locale));
        message.into()
    }

    /// The answer to a command. One with problems was refused, unless `ok` says that it was executed.
    pub fn reply(&self, nonce: &str, ok: bool, problems: &[Problem], locale: Locale, more: Entries) -> Value {
        let mut message = self.envelope(Kind::Reply);
        message.text("to", nonce);
        message.add("ok", ok.into());
        message.problems(problems, locale);
        message.all(more);
        message.into()
    }
}

impl Entries {
    /// Adds problems, if there are any.
    pub fn problems(&mut self, problems: &[Problem], locale: Locale) {
        if !problems.is_empty() {
            let problems = problems.iter().map(|problem| problem_entries(problem, locale).into());
            self.add("problems", Value::List(problems.collect()));
        }
    }
}

fn problem_entries(problem: &Problem, locale: Locale) -> Entries {
    let mut entries = Entries::default();
    if !problem.key.is_empty() {
        entries.text("key", &problem.key);
    }
    entries.text("code", problem.code.code());
    entries.add("text", problem.text(locale).into());
    if problem.is_typed {
        entries.add("typed", true.into());
    }
    entries
}

fn bounded(height: u32) -> Value {
    let [least, most] = HEIGHTS;
    height.clamp(least, most).into()
}

/// `inputs`, `outputs`, `undefined` and `solving`.
pub fn values(figures: Figures<'_>) -> Entries {
    let Figures { inputs, revealed, evaluations, goal, .. } = figures;
    let [mut of_inputs, mut outputs, mut undefined] = [(); 3].map(|()| Entries::default());
    for field in revealed {
        if let Some(value) = inputs.get(field.key) {
            of_inputs.add(field.key, field.link(value).into());
        }
    }
    for one in evaluations {
        match one.value {
            Ok(value) => outputs.add(one.output.key, machine(value).into()),
            Err(reason) => undefined.text(one.output.key, reason_code(reason)),
        }
    }
    let mut values = Entries::default();
    values.add("inputs", of_inputs.into());
    values.add("outputs", outputs.into());
    values.add("undefined", undefined.into());
    if let Some(goal) = goal {
        let mut solving = Entries::default();
        solving.text("input", goal.unknown.key);
        solving.text("output", goal.output.key);
        solving.add("value", goal.wanted.normalize().to_string().into());
        values.add("solving", solving.into());
    }
    values
}

const fn reason_code(reason: Undefined) -> &'static str {
    match reason {
        Undefined::DivisionByZero => "division-by-zero",
        Undefined::TooLarge => "too-large",
        Undefined::NotWhole => "not-whole",
        Undefined::Meaningless | Undefined::NoSuchInput => "meaningless",
    }
}

fn keys(spec: &Spec, label: &dyn Fn(&Field) -> Text, locale: Locale) -> Value {
    let input = |field: &Field| {
        let kind = match field.kind {
            FieldKind::Money => "money",
            FieldKind::Ratio => "ratio",
            FieldKind::Count | FieldKind::Whole => "count",
            FieldKind::Choice(_) => "choice",
        };
        let mut input = Entries::default();
        input.text("key", field.key);
        input.text("kind", kind);
        input.text("label", label(field).get(locale));
        input.add("unit", field.unit.label(locale).into());
        if let FieldKind::Choice(choices) = field.kind {
            let option = |choice: &Choice| named("name", choice.name, choice.label, locale).into();
            input.add("options", Value::List(choices.iter().map(option).collect()));
        } else {
            input.add("min", field.min_value().normalize().to_string().into());
            input.add("max", field.high.normalize().to_string().into());
        }
        input.into()
    };
    let output = |output: &Output| {
        let mut entries = named("key", output.key, output.label, locale);
        entries.add("unit", output.unit.label(locale).into());
        entries.into()
    };
    let mut keys = Entries::default();
    keys.add("inputs", Value::List(spec.fields.iter().map(input).collect()));
    keys.add("outputs", Value::List(spec.outputs.iter().map(output).collect()));
    keys.into()
}

fn named(key: &str, name: &str, label: Text, locale: Locale) -> Entries {
    let mut entries = Entries::default();
    entries.text(key, name);
    entries.text("label", label.get(locale));
    entries
}
