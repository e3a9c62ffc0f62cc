//! Formula and working: each step in words, then in the user's own figures.

use abacus_core::calculator::{Calculator, Inputs, Outcome, Working as Step, workings};
use abacus_core::expr::Expr;
use abacus_core::format::{Precision, number};
use abacus_core::text::Locale;
use yew::prelude::*;

use super::formula::{Notation, Reading};
use crate::text::calculator as words;

/// What the working needs.
#[derive(PartialEq, Properties)]
pub struct WorkingProps {
    /// Whose formula.
    pub calculator: &'static dyn Calculator,
    /// The figures.
    pub inputs: Inputs,
    /// What they give.
    pub outcomes: Vec<Outcome>,
    /// The input that is pointed at.
    pub active: Option<&'static str>,
    /// The user points at the term of an input.
    pub on_active: Callback<Option<&'static str>>,
    /// The language.
    pub locale: Locale,
}

/// Every step of the calculation.
#[component]
pub fn Working(props: &WorkingProps) -> Html {
    let steps = use_memo(props.calculator, |calculator| workings(*calculator));
    html! {
        <ol class="working">
            { for steps.iter().map(|step| step_line(props, step)) }
        </ol>
    }
}

fn step_line(props: &WorkingProps, step: &Step) -> Html {
    let notation = |reading| Notation {
        calculator: props.calculator,
        locale: props.locale,
        reading,
        active: props.active,
        on_active: &props.on_active,
    };
    let figures = notation(Reading::Figures(&props.inputs, &props.outcomes));
    html! {
        <li class="working__step" key={step.output.key}>
            <p class="working__name">{ step.output.label.get(props.locale) }</p>
            <math class="working__formula" displaystyle="true">
                <mrow><mo>{ "=" }</mo>{ notation(Reading::Words).render(&step.formula) }</mrow>
            </math>
            <math class="working__figures" displaystyle="true">
                <mrow>
                    <mo>{ "=" }</mo>{ figures.render(&step.formula) }
                    { unrounded(props, step) }
                    <mo>{ "=" }</mo>{ result(props, step) }
                </mrow>
            </math>
        </li>
    }
}

/// Before a result that is rounded up, the figure it is rounded from: `= ⌈17.5⌉`.
fn unrounded(props: &WorkingProps, step: &Step) -> Html {
    let Expr::Ceil(inner) = &step.formula else { return Html::default() };
    match inner.evaluate(&|key| props.inputs.get(key)) {
        Ok(value) if value.fract().is_zero() => Html::default(),
        Ok(value) => html! {
            <>
                <mo>{ "=" }</mo>
                <mrow><mo>{ "⌈" }</mo><mn>{ number(value, Precision::up_to(2)) }</mn><mo>{ "⌉" }</mo></mrow>
            </>
        },
        Err(_) => Html::default(),
    }
}

fn result(props: &WorkingProps, step: &Step) -> Html {
    let outcome = props.outcomes.iter().find(|outcome| outcome.output.key == step.output.key);
    match outcome.map(|outcome| outcome.value) {
        Some(Ok(value)) => html! { <mn class="working__result">{ number(value, step.output.precision) }</mn> },
        Some(Err(reason)) => html! { <mtext>{ words::undefined(reason).get(props.locale) }</mtext> },
        None => Html::default(),
    }
}
