//! A formula as MathML, in the words of the fields or in the user's figures.

use abacus_core::Decimal;
use abacus_core::calculator::field::Kind;
use abacus_core::calculator::{Calculator, Evaluation, Inputs, Output};
use abacus_core::number::expr::{Expr, Operator};
use abacus_core::number::format::{Precision, Style, number};
use yew::prelude::*;

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
    pub(super) on_active: &'a Callback<Option<&'static str>>,
}

/// Figures inside a formula are shown to this precision.
const FIGURES: Precision = Precision::up_to(6);

impl Notation<'_> {
    pub(super) fn render(&self, formula: &Expr) -> Html {
        match formula {
            Expr::Input(key) => self.input(key),
            Expr::Constant(value, _) => html! { <mn>{ number(*value, FIGURES) }</mn> },
            Expr::Step(key, inner) => self.result(key, inner),
            Expr::Ceil(inner) => html! {
                <mrow><mo>{ "⌈" }</mo>{ self.render(inner) }<mo>{ "⌉" }</mo></mrow>
            },
            Expr::Geometric(ratio, terms) => html! {
                <mrow>
                    <munderover>
                        <mo>{ "∑" }</mo>
                        <mrow><mi>{ "k" }</mi><mo>{ "=" }</mo><mn>{ "0" }</mn></mrow>
                        <mrow>{ self.render(terms) }<mo>{ "−" }</mo><mn>{ "1" }</mn></mrow>
                    </munderover>
                    <msup>{ self.tight(ratio) }<mi>{ "k" }</mi></msup>
                </mrow>
            },
            Expr::Binary(Operator::Power, base, exponent) => html! {
                <msup>{ self.tight(base) }<mrow>{ self.render(exponent) }</mrow></msup>
            },
            Expr::Binary(Operator::Divide, above, below) => html! {
                <mfrac><mrow>{ self.render(above) }</mrow><mrow>{ self.render(below) }</mrow></mfrac>
            },
            Expr::Binary(operator, left, right) => html! {
                <mrow>
                    { self.operand(*operator, left, false) }
                    <mo lspace="0.35em" rspace="0.35em">{ sign(*operator) }</mo>
                    { self.operand(*operator, right, true) }
                </mrow>
            },
        }
    }

    /// An operand, in brackets where the outer operation binds more tightly.
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
            Expr::Input(_) | Expr::Constant(..) | Expr::Step(..) => html! { <mrow>{ self.render(base) }</mrow> },
            _ => self.bracketed(base),
        }
    }

    fn bracketed(&self, inner: &Expr) -> Html {
        html! { <mrow><mo>{ "(" }</mo>{ self.render(inner) }<mo>{ ")" }</mo></mrow> }
    }

    fn input(&self, key: &'static str) -> Html {
        let Some(field) = self.calculator.spec().field(key) else { return Html::default() };
        let class = classes!("term", (self.active == Some(key)).then_some("term--active"));
        let onmouseenter = {
            let on_active = self.on_active.clone();
            move |_: MouseEvent| on_active.emit(Some(key))
        };
        let onmouseleave = {
            let on_active = self.on_active.clone();
            move |_: MouseEvent| on_active.emit(None)
        };
        match self.reading {
            // `mi` rather than `mtext`, which counts as mere space around the signs.
            Reading::Words => {
                let label = self.calculator.spec().label(field, self.inputs);
                html! { <mi {class} {onmouseenter} {onmouseleave}>{ label.get(self.style.locale) }</mi> }
            }
            Reading::Figures(_) => {
                let value = self.inputs.get(key).unwrap_or(field.default);
                html! { <mn {class} {onmouseenter} {onmouseleave}>{ field.quote(value) }</mn> }
            }
        }
    }

    /// A named result; inside a rearranged formula, its wanted value.
    fn result(&self, key: &str, inner: &Expr) -> Html {
        let Some(output) = self.calculator.spec().output(key) else { return Html::default() };
        match self.reading {
            Reading::Figures(_) if matches!(inner, Expr::Constant(..)) => {
                let wanted = inner.evaluate(&|_| None).known_exactly().unwrap_or_default();
                html! { <mn>{ self.exactly(output, wanted) }</mn> }
            }
            Reading::Words => html! { <mi>{ output.label.get(self.style.locale) }</mi> },
            Reading::Figures(evaluations) => {
                let value = evaluations.iter().find(|evaluation| evaluation.output.key == key);
                let figure =
                    value.and_then(|evaluation| evaluation.value.ok()).map(|value| self.exactly(output, value));
                html! { <mn>{ figure.unwrap_or_else(|| "?".to_owned()) }</mn> }
            }
        }
    }
}

impl Notation<'_> {
    /// A result inside a formula: with more decimals than as a result, because it is computed with.
    fn exactly(&self, output: &Output, value: Decimal) -> String {
        match output.kind {
            Kind::Ratio => output.figure_to(value, FIGURES, &self.style),
            _ => number(value, FIGURES),
        }
    }
}

const fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "+",
        Operator::Subtract => "−",
        Operator::Multiply => "×",
        Operator::Divide => "÷",
        Operator::Power => "^",
    }
}
