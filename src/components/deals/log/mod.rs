//! The contact log of a deal: meetings, the latest first, each of which opens as a form in its place.

mod choices;
mod form;
mod item;

use std::rc::Rc;

use abacus_core::deals::{Contact, Date, Edit, Person, Stage, log};
use abacus_core::text::Locale;
use yew::prelude::*;

use self::form::ContactForm;
use self::item::ContactItem;
use super::section::Section;
use crate::components::focus::use_focus;
use crate::text::deal_log as words;

/// What the section needs.
#[derive(PartialEq, Properties)]
pub struct ContactLogProps {
    /// The log.
    pub log: Vec<Contact>,
    /// The people of the deal.
    pub people: Rc<[Person]>,
    /// The stage of the deal.
    pub stage: Stage,
    /// The entry that is open as a form.
    pub open: Option<AttrValue>,
    /// Today.
    pub today: Date,
    /// The language.
    pub locale: Locale,
    /// Another entry is to be open, or none.
    pub on_open: Callback<Option<AttrValue>>,
    /// Makes up an id.
    pub fresh_id: Callback<(), String>,
    /// The deal changed.
    pub on_edit: Callback<Edit>,
}

/// The section with the log.
#[component]
pub fn ContactLog(props: &ContactLogProps) -> Html {
    let ContactLogProps { log, people, stage, open, today, on_open, fresh_id, on_edit, .. } = props;
    let (locale, today) = (props.locale, *today);
    // Who is done with an entry goes on from there.
    let left = use_state_eq(|| None::<AttrValue>);
    let on_add = use_callback(
        (today, fresh_id.clone(), on_open.clone(), on_edit.clone()),
        |_: MouseEvent, (today, fresh_id, on_open, on_edit)| {
            let id = fresh_id.emit(());
            on_edit.emit(Edit::AddContact(Contact::new(&id, *today)));
            on_open.emit(Some(id.into()));
        },
    );
    let on_change = use_callback(on_open.clone(), |id: AttrValue, on_open| on_open.emit(Some(id)));
    let on_done = use_callback((left.setter(), on_open.clone()), |id: AttrValue, (left, on_open)| {
        left.set(Some(id));
        on_open.emit(None);
    });

    let entry = |contact: &Contact| {
        let is_open = open.as_deref() == Some(contact.id.as_str());
        let content = if is_open {
            html! {
                <ContactForm contact={contact.clone()} {people} {today} {locale} fresh_id={fresh_id.clone()} {on_edit}
                    on_done={&on_done} />
            }
        } else {
            let focused = left.as_deref() == Some(contact.id.as_str());
            html! {
                <ContactItem contact={contact.clone()} people={words::people(&contact.people, people, locale)} {today}
                    {focused} {locale} on_change={&on_change} {on_edit} />
            }
        };
        html! { <li class="contacts__item" key={contact.id.as_str()}>{ content }</li> }
    };
    html! {
        <Section name="log" title={words::TITLE.get(locale)} {locale}
            summary={words::summary(log, log::last(log, today), today, locale)} open={open.is_some()}>
            if log.is_empty() {
                <p class="contacts__empty">{ words::EMPTY.get(locale) }</p>
            }
            <p class="contacts__add">
                <button type="button" class="button contacts__button" onclick={on_add}>{ words::ADD.get(locale) }</button>
            </p>
            { next_stage(log, *stage, locale, on_edit) }
            if !log.is_empty() {
                <ol class="contacts" aria-label={words::LIST.get(locale)}>
                    { for log::newest_first(log).into_iter().map(entry) }
                </ol>
            }
        </Section>
    }
}

/// The stage that the log speaks of, offered when the deal is not there yet.
fn next_stage(log: &[Contact], stage: Stage, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let Some(next) = log::suggested_stage(log, stage) else { return Html::default() };
    let onclick = {
        let on_edit = on_edit.clone();
        move |_: MouseEvent| on_edit.emit(Edit::Stage(next))
    };
    html! {
        <div class="notice contacts__stage">
            <p>{ words::STAGE_ORDERED.get(locale) }</p>
            <p class="deal-actions">
                <button type="button" class="button" {onclick}>{ words::move_to(next.label().get(locale), locale) }</button>
            </p>
        </div>
    }
}
