//! What a calculator declares, and everything derived from the declaration.
//!
//! A calculator is a [`Model`]: a [`Spec`] with all words and bounds, and one generic `compute`.
//! [`Calculator`] is its object-safe form, implemented once for every model, so pages, links,
//! tables and tests need not know which calculator they have.

pub mod audience;
pub mod axis;
pub mod card;
pub mod chain;
pub mod chart;
pub mod compare;
pub mod curve;
pub mod field;
mod inputs;
pub mod last;
mod output;
pub mod picture;
pub mod sensitivity;
pub mod sentence;
pub mod share;
pub mod sliders;
pub mod solve;
pub mod usual_figures;
pub mod what_if;
pub mod working;

use rust_decimal::Decimal;

pub use crate::calculator::card::Card;
use crate::calculator::field::Field;
pub use crate::calculator::inputs::Inputs;
pub use crate::calculator::output::{Meaning, Output};
pub use crate::calculator::picture::Picture;
pub use crate::calculator::sentence::Sentence;
use crate::calculator::what_if::WhatIf;
use crate::number::dimension::{Dimension, Mismatch};
use crate::number::exact::Exact;
use crate::number::expr::Expr;
use crate::number::unit::Unit;
use crate::number::{Number, Undefined};
use crate::text::Text;

/// The declaration of a calculator.
#[derive(Debug)]
pub struct Spec {
    /// Public name in addresses: `bad-debt`.
    pub id: &'static str,
    /// Its purpose, which decides its place on the home page.
    pub group: Group,
    /// Its name on the page.
    pub title: Text,
    /// The question it answers, in one line.
    pub purpose: Text,
    /// What the result leaves out. It is shown beside the result and never folded away.
    pub caveat: Text,
    /// The result in one sentence.
    pub sentence: Sentence,
    /// The wording that depends on a choice.
    pub wording_by_choice: Option<WordingByChoice>,
    /// What a customer is shown.
    pub card: Card,
    /// The picture of the result.
    pub picture: Picture,
    /// The conventions behind the formula, one text each.
    pub conventions: &'static [Text],
    /// The source of formula and example.
    pub source: Text,
    /// The inputs in the order of the form.
    pub fields: &'static [Field],
    /// The results, headline first.
    pub outputs: &'static [Output],
    /// The steps from a first figure to the headline, for a waterfall chart.
    pub chain: Option<Chain>,
    /// The first what-if table on the page: the slide's own, if it has one.
    pub what_if: WhatIf,
    /// Worked cases with their source. The tests compute every one.
    pub cases: &'static [Case],
}

impl Spec {
    /// The declaration of an input.
    pub fn field(&self, key: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.key == key)
    }

    /// The declaration of a result.
    pub fn output(&self, key: &str) -> Option<&'static Output> {
        self.outputs.iter().find(|output| output.key == key)
    }

    /// The wording for these inputs: purpose, caveat and sentence, which may depend on a choice.
    pub fn wording(&self, inputs: &Inputs) -> Wording {
        let chosen = self.wording_by_choice.as_ref().and_then(|wordings| {
            let place = usize::try_from(inputs.get(wordings.choice)?).ok()?;
            wordings.options.get(place).copied()
        });
        chosen.unwrap_or(Wording { purpose: self.purpose, caveat: self.caveat, sentence: self.sentence.plain })
    }

    /// As [`wording`](Self::wording), worded for a customer.
    pub fn customer_wording(&self, inputs: &Inputs) -> Wording {
        let customer = self.wording_by_choice.and_then(|wordings| wordings.options.get(wordings.customer).copied());
        let wording = customer.unwrap_or_else(|| self.wording(inputs));
        match self.card {
            Card::Against(against) => Wording { purpose: against.purpose, ..wording },
            Card::Shared | Card::Nothing(_) => wording,
        }
    }

    /// The label of an input, which a choice may replace: "net margin" for "margin".
    pub fn label(&self, field: &Field, inputs: &Inputs) -> Text {
        let naming = self.fields.iter().find(|choice| choice.names == Some(field.key));
        let chosen = naming.and_then(|choice| choice.chosen(inputs.get(choice.key)?));
        chosen.map_or(field.label, |choice| choice.label)
    }

    /// The label of a result, which an input may change: customer value is not "lifetime" value once some customers
    /// leave.
    pub fn label_of(&self, output: &Output, inputs: &Inputs) -> Text {
        let is_other = |key| self.field(key).is_some_and(|field| inputs.get(key) != Some(field.default));
        output.renamed.filter(|(key, _)| is_other(key)).map_or(output.label, |(_, label)| label)
    }

    /// An input with its current label, for use in text.
    pub fn named(&self, field: &Field, inputs: &Inputs) -> Field {
        Field { label: self.label(field, inputs), ..*field }
    }
}

/// The wording of a calculator.
#[derive(Clone, Copy, Debug)]
pub struct Wording {
    /// The question it answers, in one line.
    pub purpose: Text,
    /// What the result leaves out.
    pub caveat: Text,
    /// The result in one sentence.
    pub sentence: Text,
}

/// A choice of who the reader is, such as buyer or seller: it changes the wording but not the figures.
#[derive(Clone, Copy, Debug)]
pub struct WordingByChoice {
    /// The key of the choice.
    pub choice: &'static str,
    /// The wording for each of its options.
    pub options: &'static [Wording],
    /// The index of the wording for customers.
    pub customer: usize,
}

/// What a calculator is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// To show to a customer.
    Show,
    /// To calculate for oneself.
    WorkOut,
    /// To plan one's work.
    Plan,
}

impl Group {
    /// Every purpose, in the order of the home page.
    pub const ALL: [Self; 3] = [Self::Show, Self::WorkOut, Self::Plan];
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
    /// The small picture of the example, which a test writes here: see [`sketch`](crate::calculators::sketch).
    const SKETCH: &'static str;
    /// The inputs; their keys are those of `SPEC.fields`, in the same order.
    type In<N: Number>: Quantities<N>;
    /// The results; their keys are those of `SPEC.outputs`, in the same order.
    type Out<N: Number>: Quantities<N>;
    /// The formula, once, for every reading.
    fn compute<N: Number>(inputs: Self::In<N>) -> Self::Out<N>;

    /// Figures shown with the results. They have no formula, so they are neither explained nor solved for.
    const EXTRA_OUTPUTS: &'static [Output] = &[];

    /// The values of [`EXTRA_OUTPUTS`](Self::EXTRA_OUTPUTS).
    #[must_use]
    fn extra_outputs(_inputs: &Inputs) -> Vec<Result<Decimal, Undefined>> {
        Vec::new()
    }
}

/// One evaluated result of a calculator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The declaration of the result.
    pub output: &'static Output,
    /// The value, correct to the shown decimals, or why it could not be computed.
    pub value: Result<Decimal, Undefined>,
}

/// Any calculator, as the rest of the product uses it.
pub trait Calculator: Sync {
    /// The declaration.
    fn spec(&self) -> &'static Spec;
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
    /// The extra figures, such as the chance of reaching them.
    fn extra_outputs(&self, inputs: &Inputs) -> Vec<Evaluation>;
    /// The formula of each result, headline first. Named results inside it are [`Expr::Step`]s.
    fn formulas(&self) -> Vec<(&'static str, Expr)>;
}

/// What the checks of a declaration need. A separate trait, because a trait object keeps all of its methods, and no
/// page calls these.
pub trait Checked: Calculator {
    /// The keys of the inputs and outputs of `compute`.
    fn formula_keys(&self) -> (&'static [&'static str], &'static [&'static str]);
    /// The unit of each result, computed from the units of the inputs.
    fn dimensions(&self) -> Vec<(&'static str, Result<Unit, Mismatch>)>;
}

struct Declared<M: Model>(std::marker::PhantomData<M>);

impl<M: Model> Declared<M> {
    // A constant behind a reference is one static per calculator.
    const SPEC: &'static Spec = &M::SPEC;
    const EXTRA_OUTPUTS: &'static [Output] = M::EXTRA_OUTPUTS;
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

    fn evaluate(&self, inputs: &Inputs) -> Vec<Evaluation> {
        let quantities =
            M::In::<Exact>::collect(|key| inputs.get(key).map_or(Exact::undefined(Undefined::NoSuchInput), Exact::new));
        let results = M::compute(quantities).list().into_iter();
        let evaluation = |(output, (_, value)): (&'static Output, (_, Exact))| Evaluation {
            output,
            value: value.certain_to(output.places()).and_then(|value| output.check(value)),
        };
        self.spec().outputs.iter().zip(results).map(evaluation).collect()
    }

    fn extra_outputs(&self, inputs: &Inputs) -> Vec<Evaluation> {
        let outputs: &'static [Output] = Declared::<M>::EXTRA_OUTPUTS;
        outputs.iter().zip(M::extra_outputs(inputs)).map(|(output, value)| Evaluation { output, value }).collect()
    }

    fn formulas(&self) -> Vec<(&'static str, Expr)> {
        M::compute(M::In::<Expr>::collect(Expr::Input)).list()
    }
}

impl<M: Model + Sync> Checked for M {
    fn formula_keys(&self) -> (&'static [&'static str], &'static [&'static str]) {
        (M::In::<Exact>::KEYS, M::Out::<Exact>::KEYS)
    }

    fn dimensions(&self) -> Vec<(&'static str, Result<Unit, Mismatch>)> {
        let unit = |key| self.spec().field(key).map_or(Unit::NONE, |field| field.unit);
        let results = M::compute(M::In::<Dimension>::collect(|key| Dimension(Ok(unit(key))))).list();
        results.into_iter().map(|(key, dimension)| (key, dimension.0)).collect()
    }
}
