//! The people of a deal as chips to choose from, and a form to add another.

use std::rc::Rc;

use abacus_core::text::{Locale, Text};
use abacus_deals::{Edit, Person};
use yew::prelude::*;

use crate::deals::people::add_person::AddPerson;
use crate::deals::people::names::with_roles;
use crate::deals::people::paging::use_paging;
use crate::deals::people::words;
use crate::shell::event::checked;

#[derive(PartialEq, Properties)]
pub struct PeopleChipsProps {
    pub name: AttrValue,
    pub legend: Text,
    pub people: Rc<[Person]>,
    /// The ids of the chosen people.
    pub chosen: Vec<String>,
    pub locale: Locale,
    /// The id of the next person to add.
    pub new_id: AttrValue,
    pub on_edit: Callback<Edit>,
    /// The person with this id was chosen or cleared.
    pub on_choose: Callback<(String, bool)>,
}

#[component]
pub fn PeopleChips(props: &PeopleChipsProps) -> Html {
    let PeopleChipsProps { name, legend, people, chosen, new_id, on_edit, on_choose, .. } = props;
    let locale = props.locale;
    // A new person is added to the deal and chosen.
    let on_add = use_callback(
        (new_id.clone(), on_edit.clone(), on_choose.clone()),
        |person: Person, (new_id, on_edit, on_choose)| {
            on_edit.emit(Edit::AddPerson(Box::new(Person { id: new_id.to_string(), ..person })));
            on_choose.emit((new_id.to_string(), true));
        },
    );
    let chip = |person: &Person| {
        html! {
            <Chip key={person.id.as_str()} name={name.clone()} id={person.id.clone()} label={with_roles(person, locale)}
                checked={chosen.contains(&person.id)} {on_choose} />
        }
    };
    let paging = use_paging();
    let is_shown = |(place, person): &(usize, &Person)| *place < paging.shown || chosen.contains(&person.id);
    html! {
        <fieldset class="options">
            <legend class="field__label">{ legend.get(locale) }</legend>
            <div class="options__choices">{ for people.iter().enumerate().filter(is_shown).map(|(_, person)| chip(person)) }</div>
            { paging.more(people.len(), locale) }
            if people.is_empty() {
                <p class="field__hint">{ words::NOBODY.get(locale) }</p>
            }
            <AddPerson name={name.clone()} {locale} {on_add} />
        </fieldset>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct ChipProps {
    pub(crate) name: AttrValue,
    pub(crate) id: AttrValue,
    pub(crate) label: Html,
    pub(crate) checked: bool,
    pub(crate) on_choose: Callback<(String, bool)>,
}

#[component]
pub(crate) fn Chip(props: &ChipProps) -> Html {
    let ChipProps { name, id, label, on_choose, .. } = props;
    let onchange = use_callback((id.clone(), on_choose.clone()), |event: Event, (id, on_choose)| {
        on_choose.emit((id.to_string(), checked(&event)));
    });
    html! {
        <label class="option">
            <input class="option__control" type="checkbox" {name} value={id} checked={props.checked} {onchange} />
            <span class="option__label" dir="auto">{ label.clone() }</span>
        </label>
    }
}
