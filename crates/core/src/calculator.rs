//! What a calculator declares, and what follows from the declaration.
//!
//! A calculator is a [`Model`]: a [`Spec`] that says everything in words and bounds, and one
//! generic `compute`. The object-safe face [`Calculator`] is implemented once for all of them, so
//! pages, links, tables and tests never know which calculator they have before them.

use rust_decimal::Decimal;

use crate::expr::Expr;
use crate::field::{Field, FieldError};
use crate::format::Precision;
use crate::number::{Dimension, Exact, Mismatch, Number, Undefined};
use crate::sensitivity::SlideTable;
use crate::text::Text;
use crate::unit::Unit;

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
    /// The what-if table of the training slides, where they have one.
    pub table: Option<SlideTable>,
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
}

/// One result of a calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Output {
    /// Public name in markup and files.
    pub key: &'static str,
    /// What the result is called, also inside the formula: short.
    pub label: Text,
    /// What it counts.
    pub unit: Unit,
    /// How many decimals people see.
    pub precision: Precision,
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
pub struct Outcome {
    /// The declaration.
    pub output: &'static Output,
    /// The exact value.
    pub value: Result<Decimal, Undefined>,
}

/// One line of the working: a result and the formula that gives it.
#[derive(Clone, Debug)]
pub struct Working {
    /// The declaration of the result.
    pub output: &'static Output,
    /// How it comes about; earlier results appear in it as [`Expr::Step`].
    pub formula: Expr,
}

/// Any calculator, as the rest of the product sees it.
pub trait Calculator: Sync {
    /// Words, fields, outputs, examples.
    fn spec(&self) -> &'static Spec;
    /// The keys that the formula itself asks for and answers, to be held against the declaration.
    fn formula_keys(&self) -> (&'static [&'static str], &'static [&'static str]);
    /// Every result for these inputs, headline first.
    fn evaluate(&self, inputs: &Inputs) -> Vec<Outcome>;
    /// One formula for each result, headline first; named results are [`Expr::Step`]s.
    fn formulas(&self) -> Vec<(&'static str, Expr)>;
    /// The unit of each result as it follows from the units of the inputs.
    fn dimensions(&self) -> Vec<(&'static str, Result<Unit, Mismatch>)>;
}

/// The formulas in the order in which one would work them out on paper: what the headline needs,
/// the headline, then the remaining results.
#[must_use]
pub fn workings(calculator: &dyn Calculator) -> Vec<Working> {
    let mut workings: Vec<Working> = Vec::new();
    for (key, formula) in calculator.formulas() {
        let whole = match formula {
            Expr::Step(..) => formula,
            unnamed => unnamed.step(key),
        };
        for (step, formula) in whole.steps() {
            if let Some(output) = calculator.spec().output(step)
                && workings.iter().all(|known| known.output.key != step)
            {
                workings.push(Working { output, formula: formula.clone() });
            }
        }
    }
    workings
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

    fn evaluate(&self, inputs: &Inputs) -> Vec<Outcome> {
        let quantities = M::In::<Exact>::collect(|key| Exact(inputs.get(key).ok_or(Undefined::NoSuchInput)));
        let results = M::compute(quantities).list().into_iter();
        self.spec().outputs.iter().zip(results).map(|(output, (_, value))| Outcome { output, value: value.0 }).collect()
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
