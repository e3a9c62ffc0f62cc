use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::{Edit, Person, Visit};
use yew::prelude::*;

use crate::deals::meetings::visits::words;
use crate::deals::people;
use crate::shell::focus::use_focus;

#[derive(PartialEq, Properties)]
pub(crate) struct VisitItemProps {
    pub(crate) visit: Visit,
    pub(crate) is_logged: bool,
    pub(crate) people: Rc<[Person]>,
    pub(crate) focused: bool,
    pub(crate) locale: Locale,
    pub(crate) on_open: Callback<AttrValue>,
    pub(crate) on_edit: Callback<Edit>,
}

#[component]
pub(crate) fn VisitItem(props: &VisitItemProps) -> Html {
    let VisitItemProps { visit, is_logged, people, focused, on_open, on_edit, .. } = props;
    let locale = props.locale;
    let node = use_focus(*focused);
    let onopen = use_callback((visit.id.clone(), on_open.clone()), |_: MouseEvent, (id, on_open)| {
        on_open.emit(id.clone().into());
    });
    let onremove = use_callback((visit.id.clone(), on_edit.clone()), |_: MouseEvent, (id, on_edit)| {
        on_edit.emit(Edit::RemoveVisit(id.clone()));
    });
    let name = words::name(visit, locale);
    let named = |verb: &str| format!("{verb}: {name}");
    let (open, remove) = (words::OPEN.get(locale), words::REMOVE.get(locale));
    let goal = visit.goal.trim();
    let gaps = visit.gaps().len();
    html! {
        <article class="visit" aria-label={name.clone()}>
            <p class="visit__head">
                <span class="visit__date">
                    { visit.date.map_or_else(|| words::UNDATED.get(locale).to_owned(), |date| date.to_string()) }
                </span>
                { " " }<span class="visit__people" dir="auto">{ people::names(&visit.people, people, locale) }</span>
            </p>
            <p class="visit__goal" dir="auto">{ if goal.is_empty() { words::NO_GOAL.get(locale) } else { goal } }</p>
            <p class="visit__state">
                if *is_logged {
                    { words::LOGGED.get(locale) }
                } else {
                    { words::missing(gaps, locale) }
                }
            </p>
            <p class="contact__buttons">
                <button type="button" class="button button--quiet" aria-label={named(open)} ref={node} onclick={onopen}>
                    { open }
                </button>
                <button type="button" class="button button--quiet" aria-label={named(remove)} onclick={onremove}>
                    { remove }
                </button>
            </p>
        </article>
    }
}
