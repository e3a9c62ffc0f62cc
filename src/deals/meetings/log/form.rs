//! The form of a meeting: everything except texts takes one tap. Each change is applied to the deal at once.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::debrief::follow_up;
use abacus_deals::fields::{self, DateWarning, Field};
use abacus_deals::{AgreedAction, Contact, ContactEdit, DateField, Edit, MeetingOutcome, Person, TextField};
use yew::prelude::*;

use crate::deals::controls::{DateInput, TextInput};
use crate::deals::meetings::log::choices::{actions, outcomes};
use crate::deals::meetings::log::words;
use crate::deals::people::PeopleChips;
use crate::shell::event::focus_named;
use crate::shell::focus::use_reveal;

#[derive(PartialEq, Properties)]
pub(crate) struct ContactFormProps {
    pub(crate) contact: Contact,
    pub(crate) date: AttrValue,
    pub(crate) warning: Option<DateWarning>,
    pub(crate) people: Rc<[Person]>,
    /// Whether the deal has no next step, or a past one, so that the agreed action can replace it.
    pub(crate) needs_step: bool,
    /// The progress on the 1+2+1 pattern after the meeting, and the most urgent advice.
    pub(crate) gate: AttrValue,
    pub(crate) locale: Locale,
    /// The id of the next person to add.
    pub(crate) new_id: AttrValue,
    pub(crate) on_edit: Callback<Edit>,
    /// The user closed the entry with this id.
    pub(crate) on_done: Callback<AttrValue>,
}

#[component]
pub(crate) fn ContactForm(props: &ContactFormProps) -> Html {
    let ContactFormProps { contact, date, warning, people, needs_step, gate, new_id, on_edit, on_done, .. } = props;
    let locale = props.locale;
    let id = contact.id.clone();
    let node = use_reveal();
    let on_change = use_callback((id.clone(), on_edit.clone()), |edit: ContactEdit, (id, on_edit)| {
        on_edit.emit(Edit::Contact(id.clone(), edit));
    });
    let on_met = use_callback(on_change.clone(), |(person, met): (String, bool), on_change| {
        on_change.emit(ContactEdit::Met(person, met));
    });
    let on_action = use_callback(on_change.clone(), |(index, _): (usize, bool), on_change| {
        on_change.emit(ContactEdit::Action(AgreedAction::ALL.get(index).copied()));
    });
    let onclick = use_callback((id.clone(), on_done.clone()), |_: MouseEvent, (id, on_done)| {
        on_done.emit(id.clone().into());
    });
    let text = |field: &'static Field<Contact, String>| {
        let value = field.get(contact).clone();
        html! { <TextInput field={TextField::Contact(id.clone(), field)} {value} {locale} {on_edit} /> }
    };
    // No other outcome needs an action; one that was entered anyway stays visible.
    let may_agree = contact.outcome == Some(MeetingOutcome::Advance);
    html! {
        <div class="contact-form card" role="group" tabindex="-1" aria-label={words::name(contact, locale)} ref={node.clone()}>
            <DateInput field={DateField::Contact(id.clone(), &fields::contact::DATE)} value={date.clone()} warning={*warning} {locale} {on_edit} />
            { planned(contact, locale) }
            <PeopleChips name={format!("log.{id}.people")} legend={words::PEOPLE} {people} chosen={contact.people.clone()}
                {new_id} {locale} {on_edit} on_choose={on_met} />
            { outcomes(contact, locale, &on_change) }
            if may_agree || contact.is_agreed() {
                { actions(contact, locale, &on_action) }
                { text(&fields::contact::ACTION_WORDS) }
                <div role="status" translate="no">{ proposal(contact, locale, &on_change) }</div>
                if *needs_step && contact.is_agreed() {
                    { next_step(follow_up(contact, locale), &node, locale, on_edit) }
                }
            }
            { text(&fields::contact::NOTE) }
            <p class="contact-form__gate" role="status" translate="no">{ gate }</p>
            <p class="contact-form__done">
                <button type="button" class="button contacts__button" {onclick}>{ words::DONE.get(locale) }</button>
            </p>
        </div>
    }
}

fn planned(contact: &Contact, locale: Locale) -> Html {
    let expected = contact.expected.map(|outcome| outcome.label().get(locale));
    let (goal, exactly) = (contact.goal.trim(), contact.expected_words.trim());
    if goal.is_empty() && exactly.is_empty() && expected.is_none() {
        return Html::default();
    }
    html! {
        <dl class="contact-form__plan" aria-label={words::PLANNED.get(locale)}>
            if !goal.is_empty() {
                <div><dt>{ words::GOAL.get(locale) }</dt><dd>{ goal }</dd></div>
            }
            if expected.is_some() || !exactly.is_empty() {
                <div>
                    <dt>{ words::EXPECTED.get(locale) }</dt>
                    <dd>{ expected }{ " " }{ exactly }</dd>
                </div>
            }
        </dl>
    }
}

/// Offers to make following up the agreed action the next step of a deal that has none, or a past one. The date is
/// asked for, because a step without one never becomes due.
fn next_step(action: String, node: &NodeRef, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let (node, on_edit) = (node.clone(), on_edit.clone());
    let onclick = move |_: MouseEvent| {
        on_edit.emit(Edit::Text(TextField::Deal(&fields::NEXT_ACTION), action.clone()));
        on_edit.emit(Edit::Date(DateField::Deal(&fields::NEXT_DATE), Ok(None)));
        focus_named(&node, &DateField::Deal(&fields::NEXT_DATE).path());
    };
    html! {
        <p class="contact-form__next">
            <button type="button" class="button" {onclick}>{ words::MAKE_NEXT_STEP.get(locale) }</button>
        </p>
    }
}

/// The outcome that fits the agreed action, with the reason and a button.
fn proposal(contact: &Contact, locale: Locale, on_change: &Callback<ContactEdit>) -> Html {
    let Some(proposal) = contact.proposal() else { return Html::default() };
    let onclick = {
        let on_change = on_change.clone();
        move |_: MouseEvent| on_change.emit(ContactEdit::Outcome(Some(proposal.outcome())))
    };
    html! {
        <div class="notice contact-form__proposal" data-proposal={proposal.id()}>
            <p>{ proposal.reason().get(locale) }</p>
            <p class="deal-actions">
                <button type="button" class="button" {onclick}>{ words::accept(proposal, locale) }</button>
            </p>
        </div>
    }
}
