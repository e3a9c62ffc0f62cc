//! Scenarios side by side, each compared with the first.

use rust_decimal::Decimal;

use crate::calculator::field::{Field, Kind, Part};
use crate::calculator::{Calculator, Evaluation, Inputs, Output};
use crate::number::Undefined;
use crate::number::decimal::Arithmetic;
use crate::number::format::{Precision, Style, number};
use crate::text::Text;

/// One input or result across all scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// What the row shows.
    pub subject: Subject,
    /// The name of the input or result.
    pub label: Text,
    /// One cell for each scenario.
    pub cells: Vec<Cell>,
}

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Subject {
    /// A result.
    Output(&'static Output),
    /// An input.
    Input(&'static Field),
}

/// One value of one scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The value, or why it could not be computed.
    pub value: Result<Decimal, Undefined>,
    /// The difference from the first scenario. None in the first scenario, if either value is
    /// missing, and for conventions.
    pub difference: Option<Difference>,
}

/// The difference between a value and the first scenario's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The value minus the first one, exact.
    pub by: Decimal,
    /// The difference as a fraction of the first value's size. None if that is zero, and for
    /// ratios, whose differences are percentage points.
    pub share: Option<Decimal>,
}

/// The results, headline first, then the inputs. Professional inputs appear if a scenario uses
/// them, and professional results if any professional input appears.
pub fn compare(calculator: &dyn Calculator, scenarios: &[&Inputs]) -> Vec<Row> {
    let spec = calculator.spec();
    let is_used = |field: &Field| scenarios.iter().any(|inputs| inputs.get(field.key) != Some(field.default));
    let professional = spec.fields.iter().any(|field| field.part == Part::Detail && is_used(field));

    let evaluations: Vec<_> = scenarios.iter().map(|inputs| calculator.evaluate(inputs)).collect();
    let outputs = spec.outputs.iter().filter(|output| output.part == Part::Slide || professional).map(|output| {
        let value = |evaluations: &Vec<Evaluation>| {
            let evaluation = evaluations.iter().find(|evaluation| evaluation.output.key == output.key);
            evaluation.map_or(Err(Undefined::NoSuchInput), |evaluation| evaluation.value)
        };
        row(Subject::Output(output), output.label, evaluations.iter().map(value).collect())
    });
    // The input's name in all scenarios if they agree, otherwise its own label.
    let label = |field: &Field| {
        let mut names = scenarios.iter().map(|inputs| spec.label(field, inputs));
        let first = names.next().unwrap_or(field.label);
        if names.all(|name| name == first) { first } else { field.label }
    };
    let inputs = spec.fields.iter().filter(|field| field.part == Part::Slide || is_used(field)).map(|field| {
        let value = |inputs: &&Inputs| inputs.get(field.key).ok_or(Undefined::NoSuchInput);
        row(Subject::Input(field), label(field), scenarios.iter().map(value).collect())
    });
    outputs.chain(inputs).collect()
}

fn row(subject: Subject, label: Text, values: Vec<Result<Decimal, Undefined>>) -> Row {
    let first = values.first().copied();
    let cell = |(place, value): (usize, Result<Decimal, Undefined>)| {
        let first = first.filter(|_| place > 0).and_then(Result::ok);
        Cell { value, difference: first.and_then(|first| difference(subject.kind(), first, value.ok()?)) }
    };
    Row { subject, label, cells: values.into_iter().enumerate().map(cell).collect() }
}

fn difference(kind: Kind, first: Decimal, value: Decimal) -> Option<Difference> {
    let by = value.minus(first)?;
    match kind {
        Kind::Choice(_) => None,
        Kind::Ratio => Some(Difference { by, share: None }),
        // Division by zero gives no share.
        Kind::Money | Kind::Count | Kind::Whole => Some(Difference { by, share: by.over(first.abs()) }),
    }
}

impl Subject {
    const fn kind(self) -> Kind {
        match self {
            Self::Output(output) => output.kind,
            Self::Input(field) => field.kind,
        }
    }

    /// The reason why there is no value, as text.
    pub const fn none(self, reason: Undefined) -> Text {
        match self {
            Self::Output(output) => output.none(reason),
            Self::Input(_) => reason.words(),
        }
    }

    /// A value as people read it: `¥56,160`, `2%`, `at the start of the year`.
    pub fn figure(self, value: Decimal, style: &Style) -> String {
        match self {
            Self::Output(output) => output.quote(value, style),
            Self::Input(field) => {
                let chosen = field.chosen(value).map(|choice| choice.label.get(style.locale).to_owned());
                chosen.unwrap_or_else(|| field.quote(value))
            }
        }
    }

    /// The size of a difference as people read it, without sign; none if it rounds to zero. For ratios it is in
    /// percentage points, without a unit.
    pub fn amount(self, difference: &Difference, style: &Style) -> Option<String> {
        let by = difference.by.abs();
        let text = match self {
            Self::Output(output) => output.figure(by, style),
            Self::Input(field) => field.quote(by),
        };
        let text = if self.is_ratio() { text.trim_end_matches('%') } else { &text };
        is_seen(text).then(|| text.to_owned())
    }

    /// Whether differences are in percentage points.
    pub fn is_ratio(self) -> bool {
        self.kind() == Kind::Ratio
    }
}

impl Difference {
    /// The difference as a percentage of the first value, without sign, to one decimal: `12.5%`. None without a share,
    /// or if it rounds to zero.
    pub fn percent(&self) -> Option<String> {
        let percent = self.share?.abs().times(Decimal::ONE_HUNDRED)?;
        Some(format!("{}%", number(percent, Precision::up_to(1)))).filter(|text| is_seen(text))
    }
}

/// Whether a figure shows anything but zero.
fn is_seen(figure: &str) -> bool {
    figure.contains(|letter| matches!(letter, '1'..='9'))
}
