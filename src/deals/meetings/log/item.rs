use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Contact, Edit, MeetingOutcome};
use yew::prelude::*;

use crate::deals::meetings::log::words;
use crate::deals::words::{GO_ON, ago};
use crate::shell::focus::use_focus;

#[derive(PartialEq, Properties)]
pub(crate) struct ContactItemProps {
    pub(crate) contact: Contact,
    /// The people met; `None` if nobody is named.
    pub(crate) people: Option<Html>,
    /// The address for continuing an unfinished meeting.
    pub(crate) go_on: Option<AttrValue>,
    pub(crate) today: Date,
    pub(crate) focused: bool,
    pub(crate) locale: Locale,
    pub(crate) on_change: Callback<AttrValue>,
    pub(crate) on_edit: Callback<Edit>,
}

#[component]
pub(crate) fn ContactItem(props: &ContactItemProps) -> Html {
    let ContactItemProps { contact, people, go_on, today, focused, on_change, on_edit, .. } = props;
    let locale = props.locale;
    let node = use_focus(*focused);
    let onchange = use_callback((contact.id.clone(), on_change.clone()), |_: MouseEvent, (id, on_change)| {
        on_change.emit(id.clone().into());
    });
    let onremove = use_callback((contact.id.clone(), on_edit.clone()), |_: MouseEvent, (id, on_edit)| {
        on_edit.emit(Edit::RemoveContact(id.clone()));
    });
    let name = words::name(contact, locale);
    let named = |verb: &str| format!("{verb}: {name}");
    let (change, remove) = (words::CHANGE.get(locale), words::REMOVE.get(locale));
    html! {
        <article class="contact" aria-label={name.clone()}>
            <p class="contact__head">{ day(contact, *today, locale) }{ " " }{ outcome(contact, locale) }</p>
            <p class="contact__people" dir="auto">
                { people.clone().unwrap_or_else(|| words::NO_PEOPLE.get(locale).into()) }
            </p>
            if let Some(agreed) = words::agreed(contact, locale) {
                <p class="contact__action" dir="auto">{ agreed }</p>
            }
            if contact.counts_as() != contact.outcome {
                <p class="contact__doubt">{ words::COUNTS_AS_CONTINUATION.get(locale) }</p>
            }
            if !contact.note.trim().is_empty() {
                <p class="contact__note" dir="auto">{ contact.note.trim() }</p>
            }
            if contact.is_begun {
                <p class="contact__doubt">{ words::UNFINISHED.get(locale) }</p>
            }
            <p class="contact__buttons">
                if let Some(href) = go_on {
                    <a class="button" aria-label={named(GO_ON.get(locale))} {href}>{ GO_ON.get(locale) }</a>
                }
                <button type="button" class="button button--quiet" aria-label={named(change)} ref={node} onclick={onchange}>
                    { change }
                </button>
                <button type="button" class="button button--quiet" aria-label={named(remove)} onclick={onremove}>
                    { remove }
                </button>
            </p>
        </article>
    }
}

fn day(contact: &Contact, today: Date, locale: Locale) -> Html {
    match contact.date {
        None => html! { <span class="contact__date">{ words::UNDATED.get(locale) }</span> },
        Some(date) => html! {
            <>
                <time class="contact__date" datetime={date.to_string()}>{ date.to_string() }</time>
                { " " }<span class="contact__ago">{ ago(date, today, locale) }</span>
            </>
        },
    }
}

fn outcome(contact: &Contact, locale: Locale) -> Html {
    let (class, label) = match contact.outcome {
        None => ("none", words::NO_OUTCOME),
        Some(outcome) => (outcome.code(), outcome.label()),
    };
    let success = contact.counts_as().is_some_and(MeetingOutcome::is_success);
    html! {
        <span class={classes!("outcome", format!("outcome--{class}"), success.then_some("outcome--success"))}>
            { label.get(locale) }
        </span>
    }
}
