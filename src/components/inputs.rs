//! The form of a calculator: the slide's inputs, those for professionals folded behind them.

use abacus_core::calculator::field::{Kind, Part};
use abacus_core::calculator::{Calculator, Inputs as Values};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::components::choice::Choice;
use crate::components::event::is_open;
use crate::components::field::Field;
use crate::components::slider_ends::SliderEnds;
use crate::state::form::{Entry, FormAction};
use crate::text::form as words;

#[derive(PartialEq, Properties)]
pub struct InputsProps {
    pub calculator: &'static dyn Calculator,
    pub entries: Vec<Entry>,
    /// The last values that could all be read.
    pub values: Values,
    pub solvable: bool,
    /// The unknown, and the panel below it.
    pub unknown: Option<(&'static str, Html)>,
    pub active: Option<&'static str>,
    /// Whether the professional inputs are unfolded.
    pub details: bool,
    pub style: Style,
    pub dispatch: Callback<FormAction>,
    pub on_active: Callback<Option<&'static str>>,
    pub on_details: Callback<bool>,
}

#[component]
pub fn Inputs(props: &InputsProps) -> Html {
    let locale = props.style.locale;
    let of = |part| props.entries.iter().filter(move |entry| entry.field.part == part);
    let ontoggle = props.on_details.reform(|event: Event| is_open(&event));
    html! {
        <>
            { for of(Part::Slide).map(|entry| input(props, entry)) }
            if of(Part::Detail).next().is_some() {
                <details class="fold" open={props.details} {ontoggle}>
                    <summary class="fold__summary">{ words::DETAILS.get(locale) }</summary>
                    <div class="fold__body">{ for of(Part::Detail).map(|entry| input(props, entry)) }</div>
                </details>
            }
            <details class="fold" hidden={props.entries.is_empty()}>
                <summary class="fold__summary">{ words::RANGES.get(locale) }</summary>
                <div class="fold__body">
                    { for props.entries.iter().filter(|entry| !matches!(entry.field.kind, Kind::Choice(_))).map(|entry| html! {
                        <SliderEnds key={entry.field.key} field={entry.field} label={label(props, entry)} range={entry.slider}
                            style={props.style} dispatch={props.dispatch.clone()} />
                    }) }
                </div>
            </details>
        </>
    }
}

fn label(props: &InputsProps, entry: &Entry) -> abacus_core::text::Text {
    props.calculator.spec().label(entry.field, &props.values)
}

fn input(props: &InputsProps, entry: &Entry) -> Html {
    let field = entry.field;
    if let Kind::Choice(_) = field.kind {
        return html! {
            <Choice key={field.key} entry={entry.clone()} label={label(props, entry)} locale={props.style.locale}
                dispatch={props.dispatch.clone()} />
        };
    }
    let unknown = props.unknown.as_ref().filter(|(key, _)| *key == field.key);
    let is_in = props.values.get(field.key) != Some(field.default) || entry.error.is_some();
    html! {
        // Both have keys. Otherwise the field would be recreated, and lose the focus, when the panel
        // comes or goes.
        <div key={field.key}>
            <Field key="field" entry={entry.clone()} label={label(props, entry)} active={props.active == Some(field.key)}
                unknown={unknown.is_some()} solvable={props.solvable} removable={field.removable && is_in} style={props.style}
                dispatch={props.dispatch.clone()} on_active={props.on_active.clone()} />
            { for unknown.map(|(_, panel)| panel.clone()) }
        </div>
    }
}
