//! Who was met: the people of the deal as chips, and new people by name and role. Nobody has to be "added" first.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::{ContactEdit, Edit, Person, PersonEdit, Role, TextField, fields};
use yew::prelude::*;

use crate::deals::controls::{OptionItem, Options, TextInput};
use crate::deals::meetings::log::PEOPLE;
use crate::deals::people::{Chip, Colleagues, NEW_PERSON, NO_ROLE, PERSON_ROLE, use_paging, with_roles};

#[derive(PartialEq, Properties)]
pub(crate) struct AttendeesProps {
    pub(crate) people: Vec<Person>,
    /// The ids of the people met.
    pub(crate) met: Vec<String>,
    pub(crate) entry: AttrValue,
    /// The id of the next person.
    pub(crate) new_id: AttrValue,
    /// People of the customer from other deals.
    pub(crate) colleagues: Rc<Vec<Person>>,
    pub(crate) locale: Locale,
    pub(crate) on_edit: Callback<Edit>,
}

#[component]
pub(crate) fn Attendees(props: &AttendeesProps) -> Html {
    let AttendeesProps { people, met, entry, new_id, colleagues, on_edit, .. } = props;
    let locale = props.locale;
    // The id of the new person, who has no chip while being named.
    let new_attendee = use_state_eq(|| people.is_empty().then(|| new_id.clone()));
    let is_asked = use_state_eq(|| false);
    let on_new = use_callback(
        (new_attendee.setter(), is_asked.setter(), new_id.clone()),
        |_: MouseEvent, (new_attendee, is_asked, new_id)| {
            new_attendee.set(Some(new_id.clone()));
            is_asked.set(true);
        },
    );
    let on_met =
        use_callback((entry.clone(), on_edit.clone()), |(person, is_met): (String, bool), (entry, on_edit)| {
            on_edit.emit(Edit::Contact(entry.to_string(), ContactEdit::Met(person, is_met)));
        });
    let is_known = |id: &AttrValue| people.iter().any(|person| person.id == id.as_str());
    let on_colleague = {
        let (new_attendee, is_asked_for) = (new_attendee.clone(), new_attendee.as_ref().is_some_and(&is_known));
        let (entry, id, on_edit) = (entry.to_string(), new_id.to_string(), on_edit.clone());
        Callback::from(move |person: Person| {
            // Then nobody new has to be named.
            if !is_asked_for {
                new_attendee.set(None);
            }
            on_edit.emit(Edit::AddPerson(Box::new(Person { id: id.clone(), ..person })));
            on_edit.emit(Edit::Contact(entry.clone(), ContactEdit::Met(id.clone(), true)));
        })
    };
    let name = AttrValue::from(format!("log.{entry}.people"));
    let chip = |person: &Person| {
        html! {
            <Chip key={person.id.as_str()} name={&name} id={person.id.clone()} label={with_roles(person, locale)}
                checked={met.contains(&person.id)} on_choose={&on_met} />
        }
    };
    let others = people.iter().filter(|person| new_attendee.as_deref() != Some(person.id.as_str())).enumerate();
    let paging = use_paging();
    let others = others.filter(|(place, person)| *place < paging.shown || met.contains(&person.id));
    html! {
        <fieldset class="options">
            <legend class="field__label">{ PEOPLE.get(locale) }</legend>
            <div key="chips" class="options__choices">{ for others.map(|(_, person)| chip(person)) }</div>
            <div key="more">{ paging.more(people.len(), locale) }</div>
            <Colleagues key="colleagues" people={colleagues.clone()} {locale} on_choose={on_colleague} />
            if let Some(id) = new_attendee.as_ref() {
                <NewAttendee key={id.as_str()} person={people.iter().find(|person| person.id == id.as_str()).cloned()} {id}
                    {entry} focused={*is_asked} {locale} {on_edit} />
            }
            if new_attendee.as_ref().is_none_or(is_known) {
                <button key="new" type="button" class="button button--quiet" onclick={on_new}>
                    { "＋ " }{ NEW_PERSON.get(locale) }
                </button>
            }
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
struct NewAttendeeProps {
    id: AttrValue,
    /// `None` until something is typed or chosen.
    person: Option<Person>,
    entry: AttrValue,
    focused: bool,
    locale: Locale,
    on_edit: Callback<Edit>,
}

/// The first input about someone adds them to the deal and to the meeting; clearing all of it removes them again.
#[component]
fn NewAttendee(props: &NewAttendeeProps) -> Html {
    let NewAttendeeProps { id, person, entry, focused, on_edit, .. } = props;
    let locale = props.locale;
    let said = {
        let (id, entry, on_edit, is_known) = (id.to_string(), entry.to_string(), on_edit.clone(), person.is_some());
        move |next: Person, edits: Vec<Edit>| {
            let is_met = |is: bool| Edit::Contact(entry.clone(), ContactEdit::Met(id.clone(), is));
            let is_blank = next.name.trim().is_empty() && next.roles.is_empty();
            let edits = if is_blank {
                vec![is_met(false), Edit::RemovePerson(id.clone())]
            } else if is_known {
                edits
            } else {
                // Further keystrokes may arrive before the next render, and also find nobody.
                [Edit::BeginPerson(id.clone()), is_met(true)].into_iter().chain(edits).collect()
            };
            edits.into_iter().for_each(|edit| on_edit.emit(edit));
        }
    };
    let now = person.clone().unwrap_or_else(|| Person { id: id.to_string(), ..Person::default() });
    let on_name = {
        let (said, now) = (said.clone(), now.clone());
        Callback::from(move |edit: Edit| {
            if let Edit::Text(_, name) = &edit {
                said(Person { name: name.clone(), ..now.clone() }, vec![edit]);
            }
        })
    };
    let chosen = now.roles.first().copied();
    let on_role = {
        let (id, now) = (id.to_string(), now.clone());
        Callback::from(move |(index, _): (usize, bool)| {
            let role = Role::ALL.get(index).copied();
            let edits = Role::ALL.map(|one| Edit::Person(id.clone(), PersonEdit::Role(one, Some(one) == role)));
            said(Person { roles: role.into_iter().collect(), ..now.clone() }, edits.to_vec());
        })
    };
    let roles = Role::ALL.map(|role| OptionItem { code: role.code(), label: role.label().get(locale).into() });
    let unknown = OptionItem { code: "none", label: NO_ROLE.get(locale).into() };
    html! {
        <div class="talk__newcomer">
            <TextInput field={TextField::Person(id.to_string(), &fields::person::NAME)} value={now.name} {focused} {locale}
                on_edit={on_name} />
            <Options name={format!("people.{id}.role")} legend={PERSON_ROLE.get(locale)}
                options={roles.into_iter().chain([unknown]).collect::<Vec<_>>()}
                chosen={vec![chosen.map_or("none", Role::code)]} on_choose={on_role} />
        </div>
    }
}
