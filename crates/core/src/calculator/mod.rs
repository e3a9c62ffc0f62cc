//! What a calculator declares, and everything that follows from the declaration.
//!
//! A calculator is a [`Model`]: a [`Spec`] with all words and bounds, and one generic `compute`.
//! [`Calculator`] is its object-safe form, implemented once for every model, so pages, links,
//! tables and tests need not know which calculator they have.

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

/// The declaration of a calculator.
#[derive(Debug)]
pub struct Spec {
    /// Public name in addresses: `bad-debt`.
    pub id: &'static str,
    /// Its name on the page.
    pub title: Text,
    /// The question it answers, in one line.
    pub purpose: Text,
    /// What the result leaves out. It is shown beside the result and never folded away.
    pub caveat: Text,
    /// The conventions behind the formula, one each.
    pub conventions: &'static [Text],
    /// The source of formula and example.
    pub source: Text,
    /// The inputs in the order of the form.
    pub fields: &'static [Field],
    /// The results, headline first.
    pub outputs: &'static [Output],
    /// The steps from a first figure to the headline, for a waterfall chart.
    pub chain: Option<Chain>,
    /// The first what-if table of the page: the slide's own, if it has one.
    pub what_if: WhatIf,
    /// Worked cases with their source. The tests compute every one.
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

    /// The label of an input, which a choice may replace: "net margin" for "margin".
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
    /// The label, short because formulas use it, too.
    pub label: Text,
    /// How the value is shown: as money, a percentage or a plain number.
    pub kind: Kind,
    /// The unit of the value.
    pub unit: Unit,
    /// The decimals shown; for a ratio, those of its percentage.
    pub precision: Precision,
    /// Whether it is on the slide or for professionals.
    pub part: Part,
    /// The condition under which the result exists, if it may divide by zero. It is shown in place
    /// of the result.
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

    /// A number of units.
    #[must_use]
    pub const fn count(key: &'static str, label: Text, unit: Unit, precision: Precision) -> Self {
        Self { key, label, kind: Kind::Count, unit, precision, part: Part::Slide, needs: None }
    }

    /// Sets the unit.
    #[must_use]
    pub const fn unit(mut self, unit: Unit) -> Self {
        self.unit = unit;
        self
    }

    /// Marks the result as professional.
    #[must_use]
    pub const fn detail(mut self) -> Self {
        self.part = Part::Detail;
        self
    }

    /// Sets the condition under which the result exists.
    #[must_use]
    pub const fn needs(mut self, condition: Text) -> Self {
        self.needs = Some(condition);
        self
    }

    /// The reason why there is no result, in words.
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

    /// As [`figure`](Self::figure), with other decimals, as in the cells of a table.
    #[must_use]
    pub fn figure_to(&self, value: Decimal, precision: Precision, style: &Style) -> String {
        match (self.kind, style.decimals) {
            (Kind::Ratio, _) => {
                format!("{}%", number(value.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(value), precision))
            }
            (Kind::Money, Some(decimals)) => number(value, Precision::fixed(decimals.min(precision.most))),
            // Amounts have either no decimals or all of them: 2 for most currencies, none for yen.
            (Kind::Money, None) => {
                let most = style.currency.map_or(precision.most, |currency| currency.decimals.min(precision.most));
                let is_whole = round(value, most).scale() == 0;
                number(value, Precision::fixed(if is_whole { 0 } else { most }))
            }
            _ => number(value, precision),
        }
    }

    /// The value in a sentence, with its currency: `¥56,160`, `-¥250`.
    #[must_use]
    pub fn quote(&self, value: Decimal, style: &Style) -> String {
        let figure = self.figure(value, style);
        match (self.kind, figure.strip_prefix('-')) {
            (Kind::Money, Some(amount)) => format!("-{}{amount}", style.sign()),
            (Kind::Money, None) => format!("{}{figure}", style.sign()),
            _ => figure,
        }
    }

    /// The field for typing a wanted value of this result.
    #[must_use]
    pub const fn wanted(&self) -> Field {
        Field::wanted(self.key, self.label, self.kind)
    }

    /// The decimals of the value that are shown; for a ratio, two more than those of its
    /// percentage.
    #[must_use]
    pub const fn places(&self) -> u32 {
        match self.kind {
            Kind::Ratio => self.precision.most.saturating_add(2),
            _ => self.precision.most,
        }
    }
}

/// A first figure and the professional steps after it, for a waterfall chart.
#[derive(Clone, Copy, Debug)]
pub struct Chain {
    /// The key of the input or result that the chain begins with.
    pub start: &'static str,
    /// The steps: the key of the input that causes each, and of the result after it.
    pub steps: &'static [(&'static str, &'static str)],
}

/// A worked case: inputs (the others at their defaults) and the results that they must give.
#[derive(Debug)]
pub struct Case {
    /// The source of the figures.
    pub source: &'static str,
    /// Inputs that differ from the defaults.
    pub inputs: &'static [(&'static str, Decimal)],
    /// Results, exact.
    pub outputs: &'static [(&'static str, Decimal)],
}

/// Values for all inputs of one calculator, each within the bounds of its field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inputs(Vec<(&'static str, Decimal)>);

impl Inputs {
    /// The defaults of all fields: the slide's example.
    #[must_use]
    pub fn defaults(spec: &Spec) -> Self {
        Self(spec.fields.iter().map(|field| (field.key, field.default)).collect())
    }

    /// The value of an input; none for a key the calculator does not have.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<Decimal> {
        self.0.iter().find(|(known, _)| *known == key).map(|(_, value)| *value)
    }

    /// Replaces one value.
    ///
    /// # Errors
    /// The field does not allow the value. The inputs are then unchanged.
    pub fn set(&mut self, field: &Field, value: Decimal) -> Result<(), FieldError> {
        let value = field.check(value)?;
        if let Some((_, known)) = self.0.iter_mut().find(|(key, _)| *key == field.key) {
            *known = value;
        }
        Ok(())
    }

    /// The value of an input that removes its step from the formula; none if the step is in.
    #[must_use]
    pub fn removed(&self, spec: &Spec, key: &str) -> Option<Decimal> {
        let field = spec.field(key).filter(|field| field.removable)?;
        self.get(key).filter(|value| *value == field.default)
    }

    /// These inputs with another value for one key, unchecked: for tables and for solving.
    #[must_use]
    pub(crate) fn with(&self, key: &str, value: Decimal) -> Self {
        let replaced = self.0.iter().map(|(known, old)| (*known, if *known == key { value } else { *old }));
        Self(replaced.collect())
    }
}

/// The quantities of a calculator in one reading. Implemented by the macro `quantities!`.
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

/// A calculator as its author writes it: the declaration in `SPEC`, the formula in `compute`.
pub trait Model {
    /// The declaration.
    const SPEC: Spec;
    /// The inputs; their keys are those of `SPEC.fields`, in the same order.
    type In<N: Number>: Quantities<N>;
    /// The results; their keys are those of `SPEC.outputs`, in the same order.
    type Out<N: Number>: Quantities<N>;
    /// The formula, once, for every reading.
    fn compute<N: Number>(inputs: Self::In<N>) -> Self::Out<N>;
}

/// One evaluated result of a calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The declaration of the result.
    pub output: &'static Output,
    /// The value, certain to the decimals that are shown, or the reason why there is none.
    pub value: Result<Decimal, Undefined>,
}

/// Any calculator, as the rest of the product uses it.
pub trait Calculator: Sync {
    /// The declaration.
    fn spec(&self) -> &'static Spec;
    /// The keys of the inputs and outputs of `compute`, which the tests compare with the
    /// declaration.
    fn formula_keys(&self) -> (&'static [&'static str], &'static [&'static str]);
    /// Every result for these inputs, headline first.
    ///
    /// ```
    /// use abacus_core::calculator::Inputs;
    /// use abacus_core::calculators::find;
    /// use abacus_core::number::int;
    ///
    /// let calculator = find("bad-debt").unwrap();
    /// let mut inputs = Inputs::defaults(calculator.spec());
    /// inputs.set(calculator.spec().field("loss").unwrap(), int(700)).unwrap();
    ///
    /// let headline = calculator.evaluate(&inputs)[0];
    /// assert_eq!((headline.output.key, headline.value), ("extra_sales", Ok(int(35_000))));
    /// ```
    fn evaluate(&self, inputs: &Inputs) -> Vec<Evaluation>;
    /// The formula of each result, headline first. Named results inside it are [`Expr::Step`]s.
    fn formulas(&self) -> Vec<(&'static str, Expr)>;
    /// The unit of each result, computed from the units of the inputs.
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
