//! A formula as MathML, with the labels of the fields or with the user's figures.

use abacus_core::Decimal;
use abacus_core::calculator::field::Kind;
use abacus_core::calculator::{Calculator, Evaluation, Inputs, Output};
use abacus_core::number::expr::{Expr, Operator};
use abacus_core::number::format::{Precision, Style, number};
use yew::prelude::*;

use crate::calculator::events::TERM;
use crate::shell::element::{content, element, tag};

/// How the names in a formula are written.
#[derive(Clone, Copy)]
pub(super) enum Reading<'a> {
    /// With the labels of fields and results.
    Words,
    /// With the current figures.
    Figures(&'a [Evaluation]),
}

pub(super) struct Notation<'a> {
    pub(super) calculator: &'static dyn Calculator,
    pub(super) style: Style,
    pub(super) inputs: &'a Inputs,
    pub(super) reading: Reading<'a>,
    /// The input to highlight.
    pub(super) active: Option<&'static str>,
}

/// Figures inside a formula are shown to this precision.
pub(super) const FIGURES: Precision = Precision::up_to(6);

impl Notation<'_> {
    pub(super) fn render(&self, formula: &Expr) -> Html {
        match formula {
            Expr::Input(key) => self.input(key),
            Expr::Constant(value, _) => figure(number(*value, FIGURES)),
            Expr::Step(key, inner) => self.result(key, inner),
            Expr::Ceil(inner) => row([sign("⌈"), self.render(inner), sign("⌉")]),
            Expr::Geometric(ratio, terms) => row([
                element(
                    "munderover",
                    Html::from_iter([
                        sign("∑"),
                        row([name("k"), sign("="), figure("0")]),
                        row([self.render(terms), sign("−"), figure("1")]),
                    ]),
                ),
                element("msup", Html::from_iter([self.tight(ratio), name("k")])),
            ]),
            Expr::Binary(Operator::Power, base, exponent) => {
                element("msup", Html::from_iter([self.tight(base), row([self.render(exponent)])]))
            }
            Expr::Binary(Operator::Divide, above, below) => {
                element("mfrac", Html::from_iter([row([self.render(above)]), row([self.render(below)])]))
            }
            Expr::Binary(operator, left, right) => {
                row([self.operand(*operator, left, false), between(*operator), self.operand(*operator, right, true)])
            }
        }
    }

    /// An operand, in brackets if the outer operation binds more tightly.
    fn operand(&self, outer: Operator, operand: &Expr, is_right: bool) -> Html {
        let is_sum = matches!(operand, Expr::Binary(Operator::Add | Operator::Subtract, ..));
        let is_series = matches!(operand, Expr::Geometric(..));
        match outer {
            Operator::Multiply if is_sum || (is_series && !is_right) => self.bracketed(operand),
            Operator::Subtract if is_sum && is_right => self.bracketed(operand),
            _ => self.render(operand),
        }
    }

    /// The base of a power: in brackets unless it is a single name or number.
    fn tight(&self, base: &Expr) -> Html {
        match base {
            Expr::Input(_) | Expr::Constant(..) | Expr::Step(..) => row([self.render(base)]),
            _ => self.bracketed(base),
        }
    }

    fn bracketed(&self, inner: &Expr) -> Html {
        row([sign("("), self.render(inner), sign(")")])
    }

    fn input(&self, key: &'static str) -> Html {
        let Some(field) = self.calculator.spec().field(key) else { return Html::default() };
        // `mi` rather than `mtext`, which MathML spaces like whitespace around operators.
        let (name, text): (_, AttrValue) = match self.reading {
            Reading::Words => ("mi", self.calculator.spec().label(field, self.inputs).get(self.style.locale).into()),
            Reading::Figures(_) => ("mn", field.quote(self.inputs.get(key).unwrap_or(field.default)).into()),
        };
        let class = if self.active == Some(key) { "term term--active" } else { "term" };
        tag(name).class(class).attr(TERM, key).text(text).into()
    }

    /// A named result; inside a rearranged formula, its wanted value.
    fn result(&self, key: &str, inner: &Expr) -> Html {
        let Some(output) = self.calculator.spec().output(key) else { return Html::default() };
        match self.reading {
            Reading::Figures(_) if matches!(inner, Expr::Constant(..)) => {
                let wanted = inner.evaluate(&|_| None).known_exactly().unwrap_or_default();
                figure(self.exactly(output, wanted))
            }
            Reading::Words => name(output.label.get(self.style.locale)),
            Reading::Figures(evaluations) => {
                let value = evaluations.iter().find(|evaluation| evaluation.output.key == key);
                let value = value.and_then(|evaluation| evaluation.value.ok());
                figure(value.map_or_else(|| "?".to_owned(), |value| self.exactly(output, value)))
            }
        }
    }
}

impl Notation<'_> {
    /// The addends of a sum or the factors of a product, each with the sign before it.
    pub(super) fn pieces(&self, formula: &Expr) -> Vec<[Html; 2]> {
        let is_sum = |operator: Operator| matches!(operator, Operator::Add | Operator::Subtract);
        let outer = match formula {
            Expr::Binary(operator, ..) if is_sum(*operator) || *operator == Operator::Multiply => *operator,
            _ => return vec![[sign("="), self.render(formula)]],
        };
        let (mut rest, mut pieces) = (formula, Vec::new());
        while let Expr::Binary(operator, left, right) = rest
            && (*operator == outer || (is_sum(*operator) && is_sum(outer)))
        {
            pieces.push([between(*operator), self.operand(*operator, right, true)]);
            rest = left;
        }
        pieces.push([sign("="), self.operand(outer, rest, false)]);
        pieces.reverse();
        pieces
    }

    /// A result inside a formula: with more decimals than on its own, because it is computed with.
    fn exactly(&self, output: &Output, value: Decimal) -> String {
        match output.kind {
            Kind::Ratio => output.figure_to(value, FIGURES, &self.style),
            _ => number(value, FIGURES),
        }
    }
}

/// The sign between two operands.
fn between(operator: Operator) -> Html {
    tag("mo").attr("lspace", "0.35em").attr("rspace", "0.35em").text(operator_sign(operator)).into()
}

const fn operator_sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "+",
        Operator::Subtract => "−",
        Operator::Multiply => "×",
        Operator::Divide => "÷",
        Operator::Power => "^",
    }
}

pub(super) fn row<const N: usize>(parts: [Html; N]) -> Html {
    element("mrow", Html::from_iter(parts))
}

pub(super) fn sign(sign: &'static str) -> Html {
    element("mo", content(sign))
}

pub(super) fn figure(figure: impl Into<AttrValue>) -> Html {
    element("mn", content(figure))
}

fn name(name: &'static str) -> Html {
    element("mi", content(name))
}
