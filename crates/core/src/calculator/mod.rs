//! What a calculator declares, and what follows from the declaration.
//!
//! A calculator is a [`Model`]: a [`Spec`] that says everything in words and bounds, and one
//! generic `compute`. The object-safe face [`Calculator`] is implemented once for all of them, so
//! pages, links, tables and tests never know which calculator they have before them.

pub mod audience;
pub mod axis;
pub mod chain;
pub mod chart;
pub mod compare;
pub mod field;
pub mod sensitivity;
pub mod share;
pub mod sliders;
pub mod solve;
pub mod summary;
pub mod what_if;
pub mod working;

use rust_decimal::Decimal;

use crate::calculator::field::{Field, FieldError, Kind, Part};
use crate::calculator::what_if::WhatIf;
use crate::number::dimension::{Dimension, Mismatch};
use crate::number::exact::Exact;
use crate::number::expr::Expr;
use crate::number::format::{Precision, Style, number, round};
use crate::number::unit::Unit;
use crate::number::{Number, Undefined};
use crate::text::Text;

/// Everything a calculator says about itself.
#[derive(Debug)]
pub struct Spec {
    /// Public name in addresses: `bad-debt`.
    pub id: &'static str,
    /// What it is called.
    pub title: Text,
    /// One line: the question it answers.
    pub purpose: Text,
    /// What the result leaves out; shown beside it, never folded away.
    pub caveat: Text,
    /// The conventions behind the formula, one each.
    pub conventions: &'static [Text],
    /// Where formula and example come from.
    pub source: Text,
    /// The inputs in the order of the form.
    pub fields: &'static [Field],
    /// The results, headline first.
    pub outputs: &'static [Output],
    /// How the headline comes about from a first figure, one professional step after the other.
    pub chain: Option<Chain>,
    /// The what-if table that the page begins with: the slide's own, where it has one.
    pub what_if: WhatIf,
    /// Worked cases with their source; the tests compute every one.
    pub cases: &'static [Case],
}

impl Spec {
    /// The declaration of an input.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The declaration of a result.
    #[must_use]
    pub fn output(&self, key: &str) -> Option<&'static Output> {
        self.outputs.iter().find(|output| output.key == key)
    }

    /// What an input is called, where a choice gives it its name.
    #[must_use]
    pub fn label(&self, field: &Field, inputs: &Inputs) -> Text {
        let naming = self.fields.iter().find(|choice| choice.names == Some(field.key));
        let chosen = naming.and_then(|choice| choice.chosen(inputs.get(choice.key)?));
        chosen.map_or(field.label, |choice| choice.label)
    }
}

/// One result of a calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Output {
    /// Public name in markup and files.
    pub key: &'static str,
    /// What the result is called, also inside the formula: short.
    pub label: Text,
    /// How it is shown: as money, as a percentage, as a plain number.
    pub kind: Kind,
    /// What it counts.
    pub unit: Unit,
    /// How many decimals people see, of a percentage those of the percents.
    pub precision: Precision,
    /// Whether it is on the slide or for professionals.
    pub part: Part,
    /// When there is such a result, where it may divide by zero: said in place of it.
    pub needs: Option<Text>,
}

impl Output {
    /// An amount of money, to the cent.
    #[must_use]
    pub const fn money(key: &'static str, label: Text) -> Self {
        Self {
            key,
            label,
            kind: Kind::Money,
            unit: Unit::MONEY,
            precision: Precision::up_to(2),
            part: Part::Slide,
            needs: None,
        }
    }

    /// A percentage with two decimals.
    #[must_use]
    pub const fn ratio(key: &'static str, label: Text) -> Self {
        Self {
            key,
            label,
            kind: Kind::Ratio,
            unit: Unit::NONE,
            precision: Precision::up_to(2),
            part: Part::Slide,
            needs: None,
        }
    }

    /// A number of something.
    #[must_use]
    pub const fn count(key: &'static str, label: Text, unit: Unit, precision: Precision) -> Self {
        Self { key, label, kind: Kind::Count, unit, precision, part: Part::Slide, needs: None }
    }

    /// What it counts.
    #[must_use]
    pub const fn unit(mut self, unit: Unit) -> Self {
        self.unit = unit;
        self
    }

    /// For professionals.
    #[must_use]
    pub const fn detail(mut self) -> Self {
        self.part = Part::Detail;
        self
    }

    /// When there is such a result, where not all inputs give one.
    #[must_use]
    pub const fn needs(mut self, condition: Text) -> Self {
        self.needs = Some(condition);
        self
    }

    /// Why there is no result, in words.
    #[must_use]
    pub const fn none(&self, reason: Undefined) -> Text {
        match (reason, self.needs) {
            (Undefined::DivisionByZero, Some(condition)) => condition,
            _ => reason.words(),
        }
    }

    /// The value as people read it, without unit and currency: `56,160`, `37.24%`.
    #[must_use]
    pub fn figure(&self, value: Decimal, style: &Style) -> String {
        self.figure_to(value, self.precision, style)
    }

    /// The same with other decimals, as in the cells of a table.
    #[must_use]
    pub fn figure_to(&self, value: Decimal, precision: Precision, style: &Style) -> String {
        match (self.kind, style.decimals) {
            (Kind::Ratio, _) => {
                format!("{}%", number(value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value), precision))
            }
            (Kind::Money, Some(decimals)) => number(value, Precision::fixed(decimals.min(precision.most))),
            // Cents only where there are any, and then two of them; there is no hundredth of a yen.
            (Kind::Money, None) => {
                let most = style.currency.map_or(precision.most, |currency| currency.decimals.min(precision.most));
                let is_whole = round(value, most).scale() == 0;
                number(value, Precision::fixed(if is_whole { 0 } else { most }))
            }
            _ => number(value, precision),
        }
    }

    /// The value as it reads in a sentence, with its currency: `¥56,160`, `-¥250`.
    #[must_use]
    pub fn quote(&self, value: Decimal, style: &Style) -> String {
        let figure = self.figure(value, style);
        match (self.kind, figure.strip_prefix('-')) {
            (Kind::Money, Some(amount)) => format!("-{}{amount}", style.sign()),
            (Kind::Money, None) => format!("{}{figure}", style.sign()),
            _ => figure,
        }
    }

    /// The field into which a wanted value of this result is typed.
    #[must_use]
    pub const fn wanted(&self) -> Field {
        Field::wanted(self.key, self.label, self.kind)
    }

    /// The decimals of the value itself that people see.
    #[must_use]
    pub const fn places(&self) -> u32 {
        match self.kind {
            Kind::Ratio => self.precision.most.saturating_add(2),
            _ => self.precision.most,
        }
    }
}

/// A first figure and what professional steps make of it, for the picture of a waterfall.
#[derive(Clone, Copy, Debug)]
pub struct Chain {
    /// The input or result that the chain begins with.
    pub start: &'static str,
    /// The steps, each the input that brings it about and the result it leads to; the last result
    /// is what remains.
    pub steps: &'static [(&'static str, &'static str)],
}

/// A worked case: inputs (the rest at their defaults) and the results they must give.
#[derive(Debug)]
pub struct Case {
    /// Where the figures come from.
    pub source: &'static str,
    /// Inputs that differ from the defaults.
    pub inputs: &'static [(&'static str, Decimal)],
    /// Results, exact.
    pub outputs: &'static [(&'static str, Decimal)],
}

/// Values for all inputs of one calculator, each within its field's bounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inputs(Vec<(&'static str, Decimal)>);

impl Inputs {
    /// The slide's example.
    #[must_use]
    pub fn defaults(spec: &Spec) -> Self {
        Self(spec.fields.iter().map(|field| (field.key, field.default)).collect())
    }

    /// The value of an input; none for a key the calculator does not have.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Decimal> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// The same inputs with one value replaced.
    ///
    /// # Errors
    /// The value is not allowed in that field. The inputs are then unchanged.
    pub fn set(&mut self, field: &Field, value: Decimal) -> Result<(), FieldError> {
        let value = field.check(value)?;
        if let Some((_, known)) = self.0.iter_mut().find(|(key, _)| *key == field.key) {
            *known = value;
        }
        Ok(())
    }

    /// The value of an input whose step the user has taken out of the formula.
    #[must_use]
    pub fn removed(&self, spec: &Spec, key: &str) -> Option<Decimal> {
        let field = spec.field(key).filter(|field| field.removable)?;
        self.get(key).filter(|value| *value == field.default)
    }

    /// These inputs with another value for one key, unchecked: for tables, whose axes are declared.
    #[must_use]
    pub(crate) fn with(&self, key: &str, value: Decimal) -> Self {
        let replaced = self.0.iter().map(|(known, old)| (*known, if *known == key { value } else { *old }));
        Self(replaced.collect())
    }
}

/// The quantities of a calculator, in one reading or another. Implemented by [`quantities!`].
pub trait Quantities<N> {
    /// The keys in declared order.
    const KEYS: &'static [&'static str];
    /// Builds the quantities by asking for each key in turn.
    fn collect(ask: impl FnMut(&'static str) -> N) -> Self;
    /// The quantities with their keys, in declared order.
    fn list(self) -> Vec<(&'static str, N)>;
}

/// Declares a struct of quantities generic over the reading `N`: `quantities!(Inputs: loss, margin)`.
macro_rules! quantities {
    ($(#[$doc:meta])* $name:ident: $($key:ident),+) => {
        $(#[$doc])*
        #[derive(Debug)]
        pub(super) struct $name<N> { $(pub(super) $key: N),+ }

        impl<N> $crate::calculator::Quantities<N> for $name<N> {
            const KEYS: &'static [&'static str] = &[$(stringify!($key)),+];
            fn collect(mut ask: impl FnMut(&'static str) -> N) -> Self {
                Self { $($key: ask(stringify!($key))),+ }
            }
            fn list(self) -> Vec<(&'static str, N)> {
                vec![$((stringify!($key), self.$key)),+]
            }
        }
    };
}
pub(crate) use quantities;

/// A calculator as it is written: words and bounds in `SPEC`, the formula in `compute`.
pub trait Model {
    /// Words, fields, outputs, examples.
    const SPEC: Spec;
    /// The inputs; their keys are those of `SPEC.fields`, in the same order.
    type In<N: Number>: Quantities<N>;
    /// The results; their keys are those of `SPEC.outputs`, in the same order.
    type Out<N: Number>: Quantities<N>;
    /// The formula, once, for every reading.
    fn compute<N: Number>(inputs: Self::In<N>) -> Self::Out<N>;
}

/// One result: its declaration, and its value or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The declaration.
    pub output: &'static Output,
    /// The value, certain to the decimals that people see.
    pub value: Result<Decimal, Undefined>,
}

/// Any calculator, as the rest of the product sees it.
pub trait Calculator: Sync {
    /// Words, fields, outputs, examples.
    fn spec(&self) -> &'static Spec;
    /// The keys that the formula itself asks for and answers, to be held against the declaration.
    fn formula_keys(&self) -> (&'static [&'static str], &'static [&'static str]);
    /// Every result for these inputs, headline first.
    fn evaluate(&self, inputs: &Inputs) -> Vec<Evaluation>;
    /// One formula for each result, headline first; named results are [`Expr::Step`]s.
    fn formulas(&self) -> Vec<(&'static str, Expr)>;
    /// The unit of each result as it follows from the units of the inputs.
    fn dimensions(&self) -> Vec<(&'static str, Result<Unit, Mismatch>)>;
}

struct Declared<M: Model>(std::marker::PhantomData<M>);

impl<M: Model> Declared<M> {
    // A constant behind a reference is one static per calculator.
    const SPEC: &'static Spec = &M::SPEC;
}

impl PartialEq for dyn Calculator {
    fn eq(&self, other: &Self) -> bool {
        self.spec().id == other.spec().id
    }
}

impl std::fmt::Debug for dyn Calculator {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Calculator({})", self.spec().id)
    }
}

impl<M: Model + Sync> Calculator for M {
    fn spec(&self) -> &'static Spec {
        Declared::<M>::SPEC
    }

    fn formula_keys(&self) -> (&'static [&'static str], &'static [&'static str]) {
        (M::In::<Exact>::KEYS, M::Out::<Exact>::KEYS)
    }

    fn evaluate(&self, inputs: &Inputs) -> Vec<Evaluation> {
        let quantities =
            M::In::<Exact>::collect(|key| inputs.get(key).map_or(Exact::undefined(Undefined::NoSuchInput), Exact::new));
        let results = M::compute(quantities).list().into_iter();
        let evaluation = |(output, (_, value)): (&'static Output, (_, Exact))| Evaluation {
            output,
            value: value.certain_to(output.places()),
        };
        self.spec().outputs.iter().zip(results).map(evaluation).collect()
    }

    fn formulas(&self) -> Vec<(&'static str, Expr)> {
        M::compute(M::In::<Expr>::collect(Expr::Input)).list()
    }

    fn dimensions(&self) -> Vec<(&'static str, Result<Unit, Mismatch>)> {
        let unit = |key| self.spec().field(key).map_or(Unit::NONE, |field| field.unit);
        let results = M::compute(M::In::<Dimension>::collect(|key| Dimension(Ok(unit(key))))).list();
        results.into_iter().map(|(key, dimension)| (key, dimension.0)).collect()
    }
}
