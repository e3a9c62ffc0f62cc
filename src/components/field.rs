//! One input of a calculator: label, hint, unit, slider and error, connected for assistive
//! technology here and nowhere else.

use abacus_core::calculator::field::{Field as Declaration, Kind};
use abacus_core::number::format::Style;
use abacus_core::text::Text;
use yew::prelude::*;

use crate::components::event::{steps, typed};
use crate::components::slider::Slider;
use crate::state::form::{Entry, FormAction};
use crate::text::errors::field_error;
use crate::text::form as words;

/// The callbacks must be stable.
#[derive(PartialEq, Properties)]
pub struct FieldProps {
    pub entry: Entry,
    /// The current label of the input.
    pub label: Text,
    /// Whether the field or its term in the formula is pointed at.
    pub active: bool,
    /// Whether it is the unknown: then it shows the solution and is read-only.
    pub unknown: bool,
    pub solvable: bool,
    /// Whether its step is in and can be removed.
    pub removable: bool,
    pub style: Style,
    pub dispatch: Callback<FormAction>,
    /// The field under the pointer; none if there is none.
    pub on_active: Callback<Option<&'static str>>,
}

#[component]
pub fn Field(props: &FieldProps) -> Html {
    let FieldProps { entry, style, dispatch, .. } = props;
    let (field, key, locale) = (entry.field, entry.field.key, style.locale);
    let label = props.label.get(locale);
    let hint = field.hint.get(locale);
    let (hint_id, error_id, unit_id) = (format!("{key}-hint"), format!("{key}-error"), format!("{key}-unit"));
    let mut described_by = vec![unit_id.as_str(), hint_id.as_str()];
    if entry.error.is_some() {
        described_by.insert(0, &error_id);
    }

    let emit = |action: fn(&'static str) -> FormAction| {
        let dispatch = dispatch.clone();
        move |_: MouseEvent| dispatch.emit(action(key))
    };
    let class = classes!(
        "field",
        props.active.then_some("field--active"),
        props.unknown.then_some("field--unknown"),
        entry.error.is_some().then_some("field--wrong")
    );
    html! {
        <div {class}>
            <div class="field__head">
                <label class="field__label" for={key}>{ label }</label>
                if props.removable {
                    <button type="button" class="button button--quiet field__remove" aria-label={words::named(words::REMOVE, label, locale)}
                        onclick={emit(FormAction::Remove)}>{ words::REMOVE.get(locale) }</button>
                }
                if props.solvable { { solve_button(props, label) } }
            </div>
            <div class="field__box">
                <input class="field__input" id={key} name={key} type="text" inputmode="decimal" autocomplete="off"
                    spellcheck="false" enterkeyhint="done" value={entry.text.clone()} readonly={props.unknown}
                    aria-invalid={entry.error.is_some().then_some("true")} aria-describedby={described_by.join(" ")}
                    oninput={oninput(props)} onblur={onblur(props)} onfocus={onfocus(props)} onkeydown={onkeydown(props)} />
                <span class="field__unit" id={unit_id.clone()}>{ unit(field, style) }</span>
            </div>
            <p class="field__error" id={error_id.clone()} role="alert" hidden={entry.error.is_none()}>
                { entry.error.map(|error| field_error(field, error, locale)).unwrap_or_default() }
            </p>
            <p class="field__hint" id={hint_id.clone()}>{ hint }</p>
            <Slider {field} label={props.label} range={entry.slider} text={entry.text.clone()} disabled={props.unknown}
                {locale} dispatch={dispatch.clone()} />
        </div>
    }
}

/// The unit after the number: `%`, `次/周`, the currency.
pub(super) fn unit(field: &Declaration, style: &Style) -> String {
    match field.kind {
        Kind::Ratio => "%".to_owned(),
        Kind::Money => {
            let per = field.unit.label(style.locale);
            [style.currency.map_or("", |currency| currency.code), &per].join(" ").trim().to_owned()
        }
        _ => field.unit.label(style.locale),
    }
}

/// Solves for this input, or ends solving.
fn solve_button(props: &FieldProps, label: &str) -> Html {
    let (key, locale, dispatch) = (props.entry.field.key, props.style.locale, props.dispatch.clone());
    let unknown = props.unknown;
    // The same button ends solving, so that the focus stays.
    let action = if unknown { words::END_SOLVING } else { words::SOLVE };
    let onclick = move |_: MouseEvent| dispatch.emit(FormAction::SolveFor((!unknown).then_some(key)));
    html! {
        <button type="button" class="button button--quiet field__solve" aria-expanded={unknown.to_string()}
            aria-label={words::named(action, label, locale)} {onclick}>{ action.get(locale) }</button>
    }
}

fn oninput(props: &FieldProps) -> Callback<InputEvent> {
    let (key, dispatch) = (props.entry.field.key, props.dispatch.clone());
    Callback::from(move |event: InputEvent| dispatch.emit(FormAction::Type(key, typed(&event))))
}

fn onblur(props: &FieldProps) -> Callback<FocusEvent> {
    let (key, dispatch, on_active) = (props.entry.field.key, props.dispatch.clone(), props.on_active.clone());
    Callback::from(move |_: FocusEvent| {
        on_active.emit(None);
        dispatch.emit(FormAction::Commit(key));
    })
}

fn onfocus(props: &FieldProps) -> Callback<FocusEvent> {
    let (key, on_active) = (props.entry.field.key, props.on_active.clone());
    Callback::from(move |_: FocusEvent| on_active.emit(Some(key)))
}

fn onkeydown(props: &FieldProps) -> Callback<KeyboardEvent> {
    let (key, dispatch) = (props.entry.field.key, props.dispatch.clone());
    let takes_steps = !props.unknown;
    Callback::from(move |event: KeyboardEvent| {
        if let Some(steps) = steps(&event).filter(|_| takes_steps) {
            event.prevent_default();
            dispatch.emit(FormAction::Step(key, steps));
        }
    })
}
