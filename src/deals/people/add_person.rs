//! Adding a person by name and role, inside another form.

use abacus_core::text::Locale;
use abacus_deals::{Person, Role};
use yew::prelude::*;

use crate::deals::controls::{OptionItem, Options};
use crate::deals::people::words;
use crate::shell::event::{is_enter, typed};
use crate::shell::focus::use_focus;
use crate::shell::words::CANCEL;

#[derive(PartialEq, Properties)]
pub struct AddPersonProps {
    /// The prefix of the names of its controls.
    pub name: AttrValue,
    pub locale: Locale,
    /// The person to add, without an id.
    pub on_add: Callback<Person>,
}

#[derive(Clone, Default, PartialEq)]
struct NewPerson {
    name: String,
    role: Option<Role>,
    is_refused: bool,
}

#[component]
pub fn AddPerson(props: &AddPersonProps) -> Html {
    let AddPersonProps { name, on_add, .. } = props;
    let locale = props.locale;
    let entry = use_state_eq(|| None::<NewPerson>);
    let was_open = use_state_eq(|| false);
    let input = use_focus(entry.is_some());
    let button = use_focus(entry.is_none() && *was_open);

    let on_open = use_callback((entry.setter(), was_open.setter()), |_: MouseEvent, (entry, was_open)| {
        entry.set(Some(NewPerson::default()));
        was_open.set(true);
    });
    let on_cancel = use_callback(entry.setter(), |_: MouseEvent, entry| entry.set(None));
    let oninput = use_callback(entry.clone(), |event: InputEvent, entry| {
        let role = entry.as_ref().and_then(|entry| entry.role);
        entry.set(Some(NewPerson { name: typed(&event), role, is_refused: false }));
    });
    let on_role = use_callback(entry.clone(), |(index, _): (usize, bool), entry| {
        let role = Role::ALL.get(index).copied();
        let name = entry.as_ref().map(|entry| entry.name.clone()).unwrap_or_default();
        entry.set(Some(NewPerson { name, role, is_refused: false }));
    });
    let add = use_callback((entry.clone(), on_add.clone()), |(), (entry, on_add)| {
        let NewPerson { name, role, .. } = (**entry).clone().unwrap_or_default();
        if name.trim().is_empty() && role.is_none() {
            entry.set(Some(NewPerson { name, role, is_refused: true }));
        } else {
            on_add.emit(Person { name, roles: role.into_iter().collect(), ..Person::default() });
            entry.set(None);
        }
    });
    let onclick = use_callback(add.clone(), |_: MouseEvent, add| add.emit(()));
    let onkeydown = use_callback(add, |event: KeyboardEvent, add| {
        if is_enter(&event) {
            event.prevent_default();
            add.emit(());
        }
    });

    let Some(NewPerson { name: typed, role: chosen, is_refused }) = (*entry).clone() else {
        return html! {
            <button key="button" type="button" class="button button--quiet" ref={button} onclick={on_open}>
                { "＋ " }{ words::NEW_PERSON.get(locale) }
            </button>
        };
    };
    let id = format!("{name}.new");
    let error_id = format!("{id}-error");
    let roles = Role::ALL.map(|role| OptionItem { code: role.code(), label: role.label().get(locale).into() });
    let unknown = OptionItem { code: "none", label: words::NO_ROLE.get(locale).into() };
    html! {
        <div key="form" class="add-person">
            <label class="field__label" for={id.clone()}>{ words::PERSON_NAME.get(locale) }</label>
            <div class="field__box deal-field">
                <input class="field__input" id={id.clone()} name={id.clone()} type="text" dir="auto" autocomplete="off" enterkeyhint="done"
                    aria-invalid={is_refused.then_some("true")} aria-describedby={is_refused.then(|| error_id.clone())}
                    ref={input} value={typed} {oninput} {onkeydown} />
            </div>
            <p class="field__error" id={error_id.clone()} role="alert" translate="no" hidden={!is_refused}>
                { is_refused.then(|| words::NEITHER.get(locale)) }
            </p>
            <Options name={format!("{id}.role")} legend={words::PERSON_ROLE.get(locale)}
                options={roles.into_iter().chain([unknown]).collect::<Vec<_>>()}
                chosen={vec![chosen.map_or("none", Role::code)]} on_choose={on_role} />
            <p class="deal-actions">
                <button type="button" class="button" {onclick}>{ words::ADD_PERSON.get(locale) }</button>
                <button type="button" class="button button--quiet" onclick={on_cancel}>{ CANCEL.get(locale) }</button>
            </p>
        </div>
    }
}
