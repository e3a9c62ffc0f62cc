//! The controls of a what-if table: two inputs with their values, and a result.

use abacus_core::calculator::Inputs;
use abacus_core::calculator::axis;
use abacus_core::number::format::Currency;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::calculator::what_if::state::{AxisKind, WhatIf, WhatIfAction};
use crate::calculator::what_if::words;
use crate::shell::event::{chosen, focus_inside, show_selected, typed};
use crate::shell::ports::Ports;
use crate::shell::typing_timer::{UseTypingTimer, use_typing_timer};

#[derive(PartialEq, Properties)]
pub(super) struct AxesProps {
    pub(super) ports: Ports,
    pub(super) state: UseReducerHandle<WhatIf>,
    /// The current values, for labels and suggested values.
    pub(super) inputs: Inputs,
    pub(super) currency: Option<&'static Currency>,
    pub(super) locale: Locale,
}

#[component]
pub(super) fn Axes(props: &AxesProps) -> Html {
    let AxesProps { state, locale, .. } = props;
    let (plan, locale) = (state.plan(), *locale);
    let onchange =
        use_callback(state.dispatcher(), |event: Event, state| state.dispatch(WhatIfAction::Output(chosen(&event))));
    let (rows, columns) = (use_typing_timer(Some(&props.ports)), use_typing_timer(Some(&props.ports)));
    let setup = use_node_ref();
    use_effect({
        let setup = setup.clone();
        move || show_selected(&setup)
    });
    let onclick = use_callback((state.dispatcher(), setup.clone()), |_: MouseEvent, (state, setup)| {
        // The button disappears, and the focus must not be lost.
        focus_inside(setup, "#what-if-output");
        state.dispatch(WhatIfAction::Restore);
    });
    html! {
        <div class="what-if__setup" role="group" aria-label={words::SETUP.get(locale)} ref={setup}>
            { axis(props, AxisKind::Rows, rows) }
            { axis(props, AxisKind::Columns, columns) }
            <div class="what-if__choice">
                <label class="field__label" for="what-if-output">{ words::OUTPUT.get(locale) }</label>
                <select class="what-if__select" id="what-if-output" {onchange}>
                    { for plan.calculator.spec().outputs.iter().map(|output| html! {
                        <option key={output.key} value={output.key} selected={output.key == plan.output.key}>
                            { output.label.get(locale) }
                        </option>
                    }) }
                </select>
                if !state.is_as_opened() {
                    <button type="button" class="button button--quiet" {onclick}>{ words::RESTORE.get(locale) }</button>
                }
            </div>
        </div>
    }
}

const fn id(which: AxisKind) -> &'static str {
    match which {
        AxisKind::Rows => "what-if-rows",
        AxisKind::Columns => "what-if-columns",
    }
}

fn axis(props: &AxesProps, which: AxisKind, typing_timer: UseTypingTimer) -> Html {
    let AxesProps { state, inputs, currency, locale, .. } = props;
    let (plan, currency, locale) = (state.plan(), *currency, *locale);
    let (spec, (axis, values)) = (plan.calculator.spec(), state.axis(which));
    let label = |field| spec.label(field, inputs).get(locale);
    let id = id(which);
    let [values_id, of_id, note_id] = ["values", "of", "note"].map(|part| format!("{id}-{part}"));
    let error = values.error.as_ref().filter(|_| !typing_timer.is_on);
    let error = error.map(|error| words::axis_error(&spec.named(axis.field, inputs), error, locale));
    let repeated = (!values.repeated.is_empty() && !typing_timer.is_on)
        .then(|| words::repeated(&axis::show(axis.field, &values.repeated), locale));

    let onchange = {
        let (dispatcher, inputs) = (state.dispatcher(), inputs.clone());
        move |event: Event| {
            let key = chosen(&event);
            let now = inputs.get(&key);
            dispatcher.dispatch(WhatIfAction::Choose(which, key, now));
        }
    };
    let oninput = {
        let dispatcher = state.dispatcher();
        move |event: InputEvent| {
            typing_timer.typed.emit(());
            dispatcher.dispatch(WhatIfAction::Type(which, typed(&event), currency));
        }
    };
    let onblur = {
        let dispatcher = state.dispatcher();
        move |_: FocusEvent| {
            typing_timer.left.emit(());
            dispatcher.dispatch(WhatIfAction::Commit(which));
        }
    };
    html! {
        <div class={classes!("what-if__side", error.is_some().then_some("field--wrong"))}>
            <label class="field__label" for={id}>{ words::axis(which).get(locale) }</label>
            <select class="what-if__select" {id} {onchange}>
                { for plan.choices().map(|field| html! {
                    <option key={field.key} value={field.key} selected={field.key == axis.field.key}>{ label(field) }</option>
                }) }
            </select>
            <label class="what-if__values-label" for={values_id.clone()} id={of_id.clone()}>{ words::VALUES.get(locale) }</label>
            <div class="field__box">
                // Multi-line, so that a column pasted from a spreadsheet stays separated.
                <textarea class="field__input what-if__values" id={values_id} rows="2" autocomplete="off" spellcheck="false"
                    value={values.text.clone()} aria-invalid={error.is_some().then_some("true")}
                    aria-labelledby={format!("{of_id} {id}")} aria-describedby={note_id.clone()} {oninput} {onblur} />
            </div>
            <p class={if error.is_some() { "field__error" } else { "field__hint" }} id={note_id} role="status" translate="no">
                { error.or(repeated).unwrap_or_default() }
            </p>
        </div>
    }
}
