//! One cell of the plan. It keeps the typed text while it has the focus or cannot be parsed, then shows the number.

use abacus_core::text::Locale;
use abacus_deals::Front;
use abacus_deals::view::{Resource, read_percent};
use yew::prelude::*;

use crate::deals::views::means::state::PlanChange;
use crate::deals::views::means::words;
use crate::shell::event::typed;
use crate::shell::ports::Ports;
use crate::shell::typing_timer::use_typing_timer;

#[derive(PartialEq, Properties)]
pub(super) struct PlanCellProps {
    pub(super) resource: Resource,
    pub(super) front: Front,
    pub(super) value: Option<u8>,
    /// The ids of its column and row headers, which label it.
    pub(super) labelled_by: AttrValue,
    pub(super) ports: Ports,
    pub(super) locale: Locale,
    pub(super) on_change: Callback<PlanChange>,
}

#[component]
pub(super) fn PlanCell(props: &PlanCellProps) -> Html {
    let PlanCellProps { resource, front, value, labelled_by, ports, locale, on_change } = props;
    let typing = use_state_eq(|| None::<AttrValue>);
    let typing_timer = use_typing_timer(Some(ports));
    let oninput = use_callback(
        (*resource, *front, typing.setter(), typing_timer.typed, on_change.clone()),
        |event: InputEvent, (resource, front, typing, typing_timer, on_change)| {
            let text = typed(&event);
            if let Ok(percent) = read_percent(&text) {
                on_change.emit((*resource, *front, percent));
            }
            typing.set(Some(text.into()));
            typing_timer.emit(());
        },
    );
    let onblur = use_callback((typing.clone(), typing_timer.left), |_: FocusEvent, (typing, left)| {
        left.emit(());
        if typing.as_ref().is_some_and(|text| read_percent(text).is_ok()) {
            typing.set(None);
        }
    });
    let shown = || value.map(|percent| percent.to_string()).unwrap_or_default().into();
    let text = typing.as_ref().cloned().unwrap_or_else(shown);
    let wrong = !typing_timer.is_on && read_percent(&text).is_err();
    let name = format!("{}.{}", resource.code(), front.code());
    let error_id = format!("{name}-error");
    html! {
        <td role="cell" class="means__cell" data-kept="true">
            <input class="means__input" {name} type="text" inputmode="numeric" autocomplete="off" spellcheck="false"
                aria-labelledby={labelled_by.clone()} aria-invalid={wrong.then_some("true")}
                aria-describedby={wrong.then(|| error_id.clone())} value={text} {oninput} {onblur} />
            <span class="means__error" id={error_id.clone()} role="alert" hidden={!wrong}>
                if wrong { { words::NOT_A_PERCENT.get(*locale) } }
            </span>
        </td>
    }
}
