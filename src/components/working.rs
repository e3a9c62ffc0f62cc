//! Formula and working: each step in words, then in the user's own figures.

use abacus_core::Decimal;
use abacus_core::calculator::field::{Field, Kind, Part};
use abacus_core::calculator::working::{Working as Step, workings};
use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::number::expr::Expr;
use abacus_core::number::format::{Precision, Style, number, round};
use yew::prelude::*;

use crate::components::formula::{Notation, Reading};
use crate::text::calculator as words;
use crate::text::form::named;

#[derive(PartialEq, Properties)]
pub struct WorkingProps {
    pub calculator: &'static dyn Calculator,
    pub inputs: Inputs,
    pub evaluations: Vec<Evaluation>,
    pub active: Option<&'static str>,
    pub on_active: Callback<Option<&'static str>>,
    /// Whether professional steps are shown, too.
    pub details: bool,
    pub style: Style,
}

/// A figure before it is rounded up. Hidden decimals are indicated, otherwise ⌈30⌉ would seem to be 31.
fn before_ceil(value: Decimal) -> String {
    if value.normalize().scale() <= 4 {
        number(value, Precision::up_to(4))
    } else {
        format!("{}…", number(value.trunc_with_scale(4), Precision::fixed(4)))
    }
}

/// Every step towards one of the results; professional steps are folded.
#[component]
pub fn Working(props: &WorkingProps) -> Html {
    let steps =
        use_memo((props.calculator, props.inputs.clone()), |(calculator, inputs)| workings(*calculator, inputs));
    let is_shown = |step: &&Step| props.evaluations.iter().any(|evaluation| evaluation.output == step.output);
    let of = |part| steps.iter().filter(is_shown).filter(move |step| step.part == part);
    html! {
        <>
            <ol class="working" tabindex="0" aria-labelledby="working-title">{ for of(Part::Slide).map(|step| step_line(props, step)) }</ol>
            if of(Part::Detail).next().is_some() && props.details {
                <h3 class="working__more" id="details-title">{ words::DETAIL_WORKING.get(props.style.locale) }</h3>
                <ol class="working working--details" tabindex="0" aria-labelledby="details-title">{ for of(Part::Detail).map(|step| step_line(props, step)) }</ol>
            }
        </>
    }
}

fn step_line(props: &WorkingProps, step: &Step) -> Html {
    let notation = |reading| Notation {
        calculator: props.calculator,
        style: props.style,
        inputs: &props.inputs,
        reading,
        active: props.active,
        on_active: &props.on_active,
    };
    let figures = notation(Reading::Figures(&props.evaluations));
    html! {
        <li class="working__step" key={step.output.key}>
            <p class="working__name">{ step.output.label.get(props.style.locale) }</p>
            <math class="working__formula" displaystyle="true">
                <mrow><mo>{ "=" }</mo>{ notation(Reading::Words).render(&step.formula) }</mrow>
            </math>
            // Separate, so that on a phone a long result wraps to the next line instead of leaving the screen.
            <div class="working__figures">
                <math displaystyle="true"><mrow><mo>{ "=" }</mo>{ figures.render(&step.formula) }</mrow></math>
                { unrounded(props, step) }
                <math displaystyle="true"><mrow>{ result(props, step) }</mrow></math>
            </div>
            { for choices(props, step) }
        </li>
    }
}

/// The meaning of a choice's number in the formula.
fn choices(props: &WorkingProps, step: &Step) -> Option<Html> {
    let (spec, locale) = (props.calculator.spec(), props.style.locale);
    // Named steps have lines of their own.
    fn stands_in(formula: &Expr, key: &str) -> bool {
        match formula {
            Expr::Input(input) => *input == key,
            Expr::Step(..) => false,
            other => other.parts().any(|part| stands_in(part, key)),
        }
    }
    let is_chosen = |field: &&Field| matches!(field.kind, Kind::Choice(_)) && stands_in(&step.formula, field.key);
    let field = spec.fields.iter().find(is_chosen)?;
    let note = named(field.label, &field.legend(locale), locale);
    Some(html! { <p class="working__note">{ note }</p> })
}

/// Before a result that is rounded up, the figure it is rounded from: `= ⌈17.5⌉`.
fn unrounded(props: &WorkingProps, step: &Step) -> Html {
    let Expr::Ceil(inner) = &step.formula else { return Html::default() };
    match inner.evaluate(&|key| props.inputs.get(key)).certain_to(12) {
        Ok(value) if value.fract().is_zero() => Html::default(),
        Ok(value) => html! {
            <math displaystyle="true">
                <mrow><mo>{ "=" }</mo><mo>{ "⌈" }</mo><mn>{ before_ceil(value) }</mn><mo>{ "⌉" }</mo></mrow>
            </math>
        },
        Err(_) => Html::default(),
    }
}

fn result(props: &WorkingProps, step: &Step) -> Html {
    let evaluation = props.evaluations.iter().find(|evaluation| evaluation.output.key == step.output.key);
    match evaluation.map(|evaluation| evaluation.value) {
        Some(Ok(value)) => {
            let is_whole = round(value, step.output.places()) == value.normalize();
            html! {
                <>
                    <mo>{ if is_whole { "=" } else { "≈" } }</mo>
                    <mn class="working__result">{ step.output.quote(value, &props.style) }</mn>
                </>
            }
        }
        Some(Err(reason)) => html! {
            <><mo>{ "=" }</mo><mtext>{ step.output.none(reason).get(props.style.locale) }</mtext></>
        },
        None => Html::default(),
    }
}
