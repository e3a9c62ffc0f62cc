//! Setting advice aside with a reason, and taking it up again.

use abacus_core::text::Locale;
use abacus_deals::Edit;
use yew::prelude::*;

use crate::deals::editor::advice::words;
use crate::shell::event::{bring_in_sight, is_enter, typed};
use crate::shell::focus::use_focus;
use crate::shell::words as common;

#[derive(PartialEq, Properties)]
pub struct SetAsideFormProps {
    pub rule: &'static str,
    pub advice: AttrValue,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
    /// The element is gone, so the focus has to move elsewhere.
    pub on_done: Callback<()>,
}

#[component]
pub fn SetAsideForm(props: &SetAsideFormProps) -> Html {
    let SetAsideFormProps { rule, advice, locale, on_edit, on_done } = props;
    let note = use_state_eq(|| None::<AttrValue>);
    let asking = note.is_some();
    let field = use_focus(asking);
    let node = use_node_ref();
    // The bottom bar may cover its buttons.
    use_effect_with((asking, node.clone()), |(_, node)| bring_in_sight(node, ".deal-actions button"));
    let on_open = use_callback(note.setter(), |_: MouseEvent, note| note.set(Some(AttrValue::default())));
    let on_cancel = use_callback(note.setter(), |_: MouseEvent, note| note.set(None));
    let oninput = use_callback(note.setter(), |event: InputEvent, note| note.set(Some(typed(&event).into())));
    let set_aside = use_callback(
        (advice.clone(), note.clone(), on_edit.clone(), on_done.clone()),
        |(), (advice, note, on_edit, on_done)| {
            let note = note.as_deref().unwrap_or_default().trim().to_owned();
            on_edit.emit(Edit::SetAside(advice.to_string(), Some(note)));
            on_done.emit(());
        },
    );
    let on_do = set_aside.reform(|_: MouseEvent| ());
    let onkeydown = use_callback(set_aside, |event: KeyboardEvent, set_aside| {
        if is_enter(&event) {
            event.prevent_default();
            set_aside.emit(());
        }
    });
    let id = format!("aside-{rule}");
    let Some(note) = note.as_ref() else {
        return html! {
            <button key="open" type="button" class="button button--quiet gate__aside" onclick={on_open}>{ words::SET_ASIDE.get(*locale) }</button>
        };
    };
    html! {
        <div key="ask" class="aside" ref={node}>
            <label class="field__label" for={id.clone()}>{ words::WHY_ASIDE.get(*locale) }</label>
            <div class="field__box"><input class="field__input deal-field__input" ref={field} {id} type="text" dir="auto" maxlength="200" value={note} {oninput} {onkeydown} /></div>
            <p class="deal-actions">
                <button type="button" class="button" onclick={on_do}>{ words::SET_ASIDE.get(*locale) }</button>
                <button type="button" class="button button--quiet" onclick={on_cancel}>{ common::CANCEL.get(*locale) }</button>
            </p>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct SetAsideAdviceProps {
    pub rule: &'static str,
    pub advice: AttrValue,
    pub reason: AttrValue,
    pub note: AttrValue,
    pub locale: Locale,
    pub on_edit: Callback<Edit>,
    /// The element is gone, so the focus has to move elsewhere.
    pub on_done: Callback<()>,
}

#[component]
pub fn SetAsideAdvice(props: &SetAsideAdviceProps) -> Html {
    let SetAsideAdviceProps { rule, advice, reason, note, locale, on_edit, on_done } = props;
    let on_back = use_callback(
        (advice.clone(), on_edit.clone(), on_done.clone()),
        |_: MouseEvent, (advice, on_edit, on_done)| {
            on_edit.emit(Edit::SetAside(advice.to_string(), None));
            on_done.emit(());
        },
    );
    html! {
        <li data-aside={*rule}>
            <p>{ reason }</p>
            <p class="gate__reason">{ note }</p>
            <button type="button" class="button button--quiet gate__aside" onclick={on_back}>{ words::RESTORE.get(*locale) }</button>
        </li>
    }
}
