//! Solving backwards: the search, the wanted result, the solution in a sentence, the rearranged formula.

mod words;

use abacus_core::calculator::solve::{rearranged, results_of, solve};
use abacus_core::calculator::{Calculator, Evaluation, Inputs};
use abacus_core::number::format::Style;
use abacus_core::text::Text;
use yew::prelude::*;

use crate::calculator::field::{magnitude, put, suffixes};
use crate::calculator::form::{FormAction, Solver, Solving};
use crate::calculator::formula::{Notation, Reading};
use crate::calculator::parts::Parts;
use crate::calculator::words::named;
use crate::shell::element::Kind;
use crate::shell::event::{chosen, focus_inside, focus_named, is_enter, show_selected, typed};
use crate::shell::field_errors::field_error;
use crate::shell::focus::use_focus;
use crate::shell::unit::unit;

#[derive(Debug)]
pub struct Solve {
    pub solver: Solver,
    pub(super) panel: fn(&Parts<'_>, &Solving) -> Html,
}

pub static SOLVE: Solve = Solve {
    solver: Solver(|calculator, inputs, goal| (solve(calculator, inputs, goal), rearranged(calculator, inputs, goal))),
    panel,
};

fn panel(parts: &Parts<'_>, solving: &Solving) -> Html {
    html! {
        <Panel calculator={parts.calculator} solving={solving.clone()} label={parts.label(solving.unknown)}
            inputs={parts.form.inputs().clone()} evaluations={parts.form.evaluations().to_vec()} style={parts.style()}
            is_half_typed={parts.is_typing && parts.focused.is_none()} act={parts.events.act.clone()} />
    }
}

#[derive(PartialEq, Properties)]
struct PanelProps {
    calculator: &'static dyn Calculator,
    solving: Solving,
    label: Text,
    inputs: Inputs,
    evaluations: Vec<Evaluation>,
    style: Style,
    /// Whether the wanted value is being typed: its errors are not shown yet.
    is_half_typed: bool,
    act: Callback<FormAction>,
}

#[component]
fn Panel(props: &PanelProps) -> Html {
    let PanelProps { solving, style, act, .. } = props;
    let locale = style.locale;
    let (unknown, output) = (solving.unknown, solving.output);
    let oninput = act.reform(|event: InputEvent| FormAction::TypeWanted(typed(&event)));
    let is_focused = use_state_eq(|| false);
    let onfocus = use_callback(is_focused.setter(), |_: FocusEvent, is_focused| is_focused.set(true));
    let onblur = {
        let is_focused = is_focused.setter();
        act.reform(move |_: FocusEvent| {
            is_focused.set(false);
            FormAction::CommitWanted
        })
    };
    // Keeps the focus in the field, and with it a phone's keyboard open.
    let key = |suffix: &'static str| {
        let text = put(&solving.text, suffix);
        let typed = act.reform(move |_: Event| FormAction::TypeWanted(text.clone()));
        let stay = Callback::from(|event: Event| event.prevent_default());
        Html::from(magnitude(suffix).on(Kind::MouseDown, stay).on(Kind::Click, typed))
    };
    let keys: Html = suffixes(&output.wanted(), locale).map(key).collect();
    let onchange = act.reform(move |event: Event| FormAction::SolveResult(chosen(&event)));
    let panel = use_node_ref();
    use_effect({
        let panel = panel.clone();
        move || show_selected(&panel)
    });
    let on_end = {
        let panel = panel.clone();
        act.reform(move |_: MouseEvent| {
            // The button disappears.
            focus_named(&panel, unknown.key);
            FormAction::SolveFor(None)
        })
    };
    let onkeydown = {
        let (panel, act) = (panel.clone(), act.clone());
        Callback::from(move |event: KeyboardEvent| {
            // During IME composition, the key belongs to the input method.
            if event.key() == "Escape" && !event.is_composing() {
                focus_named(&panel, unknown.key);
                act.emit(FormAction::SolveFor(None));
            }
        })
    };
    let on_enter = {
        let panel = panel.clone();
        Callback::from(move |event: KeyboardEvent| {
            if is_enter(&event) {
                // Elsewhere Enter goes to the next input, which may be below this one on a phone. The button is only
                // focused, not pressed.
                event.stop_propagation();
                event.prevent_default();
                focus_inside(&panel, ".solve__end");
            }
        })
    };
    let wanted = use_focus(solving.asked);
    let error =
        solving.error.filter(|_| !props.is_half_typed).map(|error| field_error(&output.wanted(), error, locale));
    let answer = words::solution(
        &solving.solution,
        props.label.get(locale),
        &|value| unknown.quote(value),
        &|value| output.quote(value, style),
        locale,
    );
    html! {
        <section class="solve card" aria-labelledby="solve-title" ref={panel} {onkeydown}>
            <div class="solve__head">
                <h3 class="solve__title" id="solve-title">{ named(words::GOAL, props.label.get(locale), locale) }</h3>
                <button type="button" class="button solve__end" onclick={on_end}>{ words::DONE.get(locale) }</button>
            </div>
            <div class="solve__goal">
                <label class="solve__label" for="solve-output">{ words::WANTED.get(locale) }</label>
                <select class="solve__output" id="solve-output" {onchange}>
                    { for results_of(props.calculator, unknown).map(|known| html! {
                        <option value={known.key} selected={known == output}>{ known.label.get(locale) }</option>
                    }) }
                </select>
                <label class="solve__label" for="solve-wanted">{ words::WANTED_VALUE.get(locale) }</label>
                <span class="field__box">
                    <input class="field__input" id="solve-wanted" ref={wanted} type="text" inputmode="decimal" autocomplete="off" enterkeyhint="done"
                        value={solving.text.clone()} placeholder={solving.present.as_ref().map(|present| present.text.clone())} aria-invalid={error.is_some().then_some("true")}
                        aria-describedby="solve-error" {oninput} {onfocus} {onblur}
                        onkeydown={on_enter} />
                    if *is_focused { { keys } }
                    <span class="field__unit">{ unit(&output.wanted().unit(output.unit), style) }</span>
                </span>
            </div>
            <p class="field__error" id="solve-error" role="alert" translate="no" hidden={error.is_none()}>{ error.clone().unwrap_or_default() }</p>
            <p class="solve__answer" role="status" translate="no">{ solving.error.is_none().then_some(answer) }</p>
            { formula(props) }
        </section>
    }
}

/// The rearranged formula in words and in figures, or a note that the solution was found by search.
fn formula(props: &PanelProps) -> Html {
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
