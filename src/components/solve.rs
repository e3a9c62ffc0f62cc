//! Solving backwards: the wanted result, the solution in a sentence, the rearranged formula.

use abacus_core::calculator::solve::results_of;
use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::number::format::Style;
use abacus_core::text::Text;
use yew::prelude::*;

use crate::components::event::{chosen, typed};
use crate::components::focus::use_focus;
use crate::components::formula::{Notation, Reading};
use crate::state::form::{FormAction, Solving};
use crate::text::errors::field_error;
use crate::text::form as words;

#[derive(PartialEq, Properties)]
pub struct SolveProps {
    pub calculator: &'static dyn Calculator,
    pub solving: Solving,
    pub label: Text,
    pub inputs: Inputs,
    pub evaluations: Vec<Evaluation>,
    pub style: Style,
    pub dispatch: Callback<FormAction>,
    pub on_active: Callback<Option<&'static str>>,
}

#[component]
pub fn Solve(props: &SolveProps) -> Html {
    let SolveProps { solving, style, dispatch, .. } = props;
    let locale = style.locale;
    let (unknown, output) = (solving.unknown, solving.output);
    let oninput = dispatch.reform(|event: InputEvent| FormAction::TypeWanted(typed(&event)));
    let onblur = dispatch.reform(|_: FocusEvent| FormAction::CommitWanted);
    let onchange = dispatch.reform(move |event: Event| FormAction::SolveResult(chosen(&event)));
    let wanted = use_focus(solving.asked);
    let error = solving.error.map(|error| field_error(&output.wanted(), error, locale));
    let answer = words::solution(
        &solving.solution,
        props.label.get(locale),
        &|value| unknown.quote(value),
        &|value| output.quote(value, style),
        locale,
    );
    html! {
        <section class="solve card" aria-labelledby="solve-title">
            <h3 class="solve__title" id="solve-title">{ words::named(words::GOAL, props.label.get(locale), locale) }</h3>
            <div class="solve__goal">
                <label class="solve__label" for="solve-output">{ words::WANTED.get(locale) }</label>
                <select class="solve__output" id="solve-output" {onchange}>
                    { for results_of(props.calculator, unknown).map(|known| html! {
                        <option value={known.key} selected={known == output}>{ known.label.get(locale) }</option>
                    }) }
                </select>
                <label class="solve__label" for="solve-wanted">{ words::WANTED_VALUE.get(locale) }</label>
                <span class="field__box">
                    <input class="field__input" id="solve-wanted" ref={wanted} type="text" inputmode="decimal" autocomplete="off"
                        value={solving.text.clone()} aria-invalid={error.is_some().then_some("true")}
                        aria-describedby="solve-error" {oninput} {onblur} />
                    <span class="field__unit">{ super::field::unit(&output.wanted().unit(output.unit), style) }</span>
                </span>
            </div>
            <p class="field__error" id="solve-error" role="alert" hidden={error.is_none()}>{ error.clone().unwrap_or_default() }</p>
            <p class="solve__answer" role="status">{ error.is_none().then_some(answer) }</p>
            { formula(props) }
        </section>
    }
}

/// The rearranged formula in words and in figures, or a note that the solution was searched.
fn formula(props: &SolveProps) -> Html {
    let locale = props.style.locale;
    let Some(formula) = &props.solving.formula else {
        return html! { <p class="solve__how">{ words::SEARCHED.get(locale) }</p> };
    };
    let notation = |reading| Notation {
        calculator: props.calculator,
        style: props.style,
        inputs: &props.inputs,
        reading,
        active: None,
        on_active: &props.on_active,
    };
    html! {
        <div class="solve__formula" role="group" aria-label={words::REARRANGED.get(locale)} tabindex="0">
            <p class="solve__how">{ words::REARRANGED.get(locale) }</p>
            <math displaystyle="true">
                <mrow><mi>{ props.label.get(locale) }</mi><mo>{ "=" }</mo>{ notation(Reading::Words).render(formula) }</mrow>
            </math>
            <math displaystyle="true">
                <mrow><mo>{ "=" }</mo>{ notation(Reading::Figures(&props.evaluations)).render(formula) }</mrow>
            </math>
        </div>
    }
}
