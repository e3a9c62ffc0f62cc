//! A formula as MathML, in the words of the fields or in the user's figures.

use abacus_core::calculator::{Calculator, Inputs, Outcome};
use abacus_core::expr::{Expr, Operator};
use abacus_core::format::{Precision, number};
use abacus_core::text::Locale;
use yew::prelude::*;

/// How the names in a formula are written.
#[derive(Clone, Copy)]
pub(super) enum Reading<'a> {
    /// With the labels of fields and results.
    Words,
    /// With the figures of now.
    Figures(&'a Inputs, &'a [Outcome]),
}

/// Renders formulas of one calculator.
pub(super) struct Notation<'a> {
    pub(super) calculator: &'static dyn Calculator,
    pub(super) locale: Locale,
    pub(super) reading: Reading<'a>,
    /// The input that is pointed at, to be marked.
    pub(super) active: Option<&'static str>,
    /// The user points at the term of an input.
    pub(super) on_active: &'a Callback<Option<&'static str>>,
}

/// Figures inside a formula are shown to this precision.
const FIGURES: Precision = Precision::up_to(6);

impl Notation<'_> {
    /// The formula itself.
    pub(super) fn render(&self, formula: &Expr) -> Html {
        match formula {
            Expr::Input(key) => self.input(key),
            Expr::Constant(value, _) => html! { <mn>{ number(*value, FIGURES) }</mn> },
            Expr::Step(key, _) => self.result(key),
            Expr::Ceil(inner) => html! {
                <mrow><mo>{ "⌈" }</mo>{ self.render(inner) }<mo>{ "⌉" }</mo></mrow>
            },
            Expr::Binary(Operator::Divide, above, below) => html! {
                <mfrac><mrow>{ self.render(above) }</mrow><mrow>{ self.render(below) }</mrow></mfrac>
            },
            Expr::Binary(operator, left, right) => html! {
                <mrow>
                    { self.operand(*operator, left) }
                    <mo lspace="0.35em" rspace="0.35em">{ sign(*operator) }</mo>
                    { self.operand(*operator, right) }
                </mrow>
            },
        }
    }

    /// An operand, in brackets where the outer operation binds more tightly.
    fn operand(&self, outer: Operator, operand: &Expr) -> Html {
        let loose = matches!(operand, Expr::Binary(Operator::Add | Operator::Subtract, ..));
        if loose && outer == Operator::Multiply {
            html! { <mrow><mo>{ "(" }</mo>{ self.render(operand) }<mo>{ ")" }</mo></mrow> }
        } else {
            self.render(operand)
        }
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
                html! { <mi {class} {onmouseenter} {onmouseleave}>{ field.label.get(self.locale) }</mi> }
            }
            Reading::Figures(inputs, _) => {
                let value = inputs.get(key).unwrap_or(field.default);
                html! { <mn {class} {onmouseenter} {onmouseleave}>{ field.quote(value) }</mn> }
            }
        }
    }

    fn result(&self, key: &str) -> Html {
        let Some(output) = self.calculator.spec().output(key) else { return Html::default() };
        match self.reading {
            Reading::Words => html! { <mi>{ output.label.get(self.locale) }</mi> },
            Reading::Figures(_, outcomes) => {
                let value = outcomes.iter().find(|outcome| outcome.output.key == key);
                let figure = value.and_then(|outcome| outcome.value.ok()).map(|value| number(value, FIGURES));
                html! { <mn>{ figure.unwrap_or_else(|| "?".to_owned()) }</mn> }
            }
        }
    }
}

const fn sign(operator: Operator) -> &'static str {
    match operator {
        Operator::Add => "+",
        Operator::Subtract => "−",
        Operator::Multiply => "×",
        Operator::Divide => "÷",
    }
}
