//! The questions, appearing one below the other, and the sentence composed from the answers in the bottom bar. Each
//! answer is applied to the deal at once.

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::debrief::{Debrief, DebriefQuestion};
use abacus_deals::view::{BookLocation, LogLocation};
use abacus_deals::{AgreedAction, ContactEdit, DateField, Deal, Edit, Person, TextField, fields, log};
use yew::prelude::*;

use crate::deals::controls::{DateInput, Restore, SameCustomerDeal, SameCustomerDeals, TextInput};
use crate::deals::meetings::debrief::attendees::Attendees;
use crate::deals::meetings::debrief::next_step::NextStepForm;
use crate::deals::meetings::debrief::start::DebriefStart;
use crate::deals::meetings::debrief::summary::DebriefSummary;
use crate::deals::meetings::debrief::words;
use crate::deals::meetings::log::{actions, outcomes};
use crate::deals::words::{GO_ON, half_logged};
use crate::shell::event::{bring_in_sight, focus_inside};
use crate::shell::session::Session;
use crate::shell::today::use_today;

#[derive(PartialEq, Properties)]
pub(crate) struct DebriefFormProps {
    pub(crate) session: Session,
    pub(crate) deal: Deal,
    pub(crate) begun: DebriefStart,
    pub(crate) logging: LogLocation,
    /// Existing deals of the customer named here, and the callback for choosing one, if possible.
    pub(crate) same: Rc<Vec<SameCustomerDeal>>,
    pub(crate) on_same: Option<Callback<AttrValue>>,
    /// People of the customer from other deals.
    pub(crate) colleagues: Rc<Vec<Person>>,
    /// Whether the salesperson is still unknown.
    pub(crate) asks_salesperson: bool,
    /// Where the user came from: address and label.
    pub(crate) back: (AttrValue, &'static str),
    pub(crate) on_edit: Callback<Edit>,
    /// The conversation has ended.
    pub(crate) on_finished: Callback<()>,
}

#[component]
pub(crate) fn DebriefForm(props: &DebriefFormProps) -> Html {
    let DebriefFormProps {
        session,
        deal,
        begun,
        logging,
        same,
        on_same,
        colleagues,
        asks_salesperson,
        back,
        on_edit,
        on_finished,
    } = props;
    let DebriefStart { entry, is_resumed, planned, coverage, .. } = begun;
    let locale = session.locale;
    let today = use_today(&session.ports.host);
    let has_name = !deal.customer.trim().is_empty() || !deal.title.trim().is_empty();
    let is_unnamed = *use_state(|| !has_name);
    // Whether the user tried to finish before the deal had a name.
    let lacks_name = use_state_eq(|| false);
    let is_finished = use_state_eq(|| false);
    // The edits that undo discarding.
    let undoing = use_state_eq(|| None::<Vec<Edit>>);
    let node = use_node_ref();

    let debrief = Debrief::new(deal, entry, planned, today, locale);
    let asked = debrief.asked();
    let contact = debrief.entry();
    let next = debrief.next_question();
    // A returning user starts at the top, where the notice says which meeting is continued.
    let before = use_mut_ref(|| next);
    use_effect_with((next, node.clone()), move |(next, node)| {
        let is_new = before.replace(*next) != *next;
        if let Some(question) = next.filter(|_| is_new) {
            bring_in_sight(node, &format!("[data-question=\"{}\"]", question.code()));
        }
    });

    let on_answer = {
        let (deal, entry, planned, on_edit) = (deal.clone(), entry.clone(), planned.clone(), on_edit.clone());
        Callback::from(move |answer: Edit| {
            let debrief = Debrief::new(&deal, &entry, &planned, today, locale);
            debrief.answer(answer).into_iter().for_each(|edit| on_edit.emit(edit));
        })
    };
    let on_done = {
        let (deal, entry, planned, on_edit) = (deal.clone(), entry.clone(), planned.clone(), on_edit.clone());
        let (is_finished, lacks_name, node, on_finished) =
            (is_finished.setter(), lacks_name.setter(), node.clone(), on_finished.clone());
        Callback::from(move |_: MouseEvent| {
            lacks_name.set(!has_name);
            if !has_name {
                return focus_inside(&node, "input");
            }
            on_finished.emit(());
            let settled = Debrief::new(&deal, &entry, &planned, today, locale).finish();
            settled.into_iter().for_each(|edit| on_edit.emit(edit));
            is_finished.set(true);
        })
    };
    let on_discard = {
        let (deal, entry, planned, on_edit) = (deal.clone(), entry.clone(), planned.clone(), on_edit.clone());
        let undoing = undoing.setter();
        Callback::from(move |_: MouseEvent| {
            let debrief = Debrief::new(&deal, &entry, &planned, today, locale);
            undoing.set(Some(debrief.restore()));
            debrief.discard().into_iter().for_each(|edit| on_edit.emit(edit));
        })
    };
    let on_undo = {
        let (undoing, on_edit, node) = (undoing.clone(), on_edit.clone(), node.clone());
        Callback::from(move |_: MouseEvent| {
            undoing.iter().flatten().for_each(|edit| on_edit.emit(edit.clone()));
            undoing.set(None);
            focus_inside(&node, "input, button");
        })
    };
    let on_contact = {
        let entry = entry.clone();
        on_answer.reform(move |edit: ContactEdit| Edit::Contact(entry.to_string(), edit))
    };
    let on_action =
        on_contact.reform(|(index, _): (usize, bool)| ContactEdit::Action(AgreedAction::ALL.get(index).copied()));
    let sentence = debrief.shown(today);
    if *is_finished {
        return html! {
            <DebriefSummary key="told" session={session.clone()} deal={deal.clone()} {sentence} copied={debrief.sentence(today)} before={*coverage} {today}
                asks_salesperson={*asks_salesperson} back={back.clone()} {on_edit} />
        };
    }
    let text = |field: TextField, focused: bool, on_edit: &Callback<Edit>| {
        let value = field.read(deal).to_owned();
        html! { <TextInput {field} {value} {focused} {locale} {on_edit} /> }
    };
    let date_field = DateField::Contact(contact.id.clone(), &fields::contact::DATE);
    let warning = date_field.warning(deal, today);
    let day = match deal.contact(&contact.id) {
        Some(_) => date_field.show(deal),
        None => today.to_string(),
    };
    let question = |question: DebriefQuestion| {
        let content = match question {
            DebriefQuestion::Who => html! {
                <Attendees people={deal.people.clone()} met={contact.people.clone()} entry={entry.clone()}
                    new_id={deal.free_person_id()} {colleagues} {locale} on_edit={&on_answer} />
            },
            DebriefQuestion::Outcome => outcomes(contact, locale, &on_contact),
            DebriefQuestion::Agreed => html! {
                <>
                    { actions(contact, locale, &on_action) }
                    { text(TextField::Contact(contact.id.clone(), &fields::contact::ACTION_WORDS), false, &on_answer) }
                </>
            },
            DebriefQuestion::Step => html! {
                <NextStepForm deal={deal.clone()} entry={entry.clone()} planned={planned.clone()} {today} {locale} {on_edit} />
            },
        };
        html! {
            <section key={question.code()} class="talk__question" data-question={question.code()} aria-label={question.label().get(locale)}>
                { content }
            </section>
        }
    };
    html! {
        <div key="talk" class="talk" ref={node}>
            <div>{ left(deal, entry, *is_resumed, logging, &session.ports.host.fresh_id(), today, locale) }</div>
            if is_unnamed {
                <section class="talk__question" aria-label={words::NO_TITLE.get(locale)}>
                    { text(TextField::Deal(&fields::CUSTOMER), true, on_edit) }
                    <SameCustomerDeals same={same.clone()} on_choose={on_same.clone()} verb={words::INTO} {locale} />
                    { text(TextField::Deal(&fields::TITLE), false, on_edit) }
                    <p class="field__error" role="alert" translate="no">{ (*lacks_name && !has_name).then(|| words::LACKS_NAME.get(locale)) }</p>
                </section>
            }
            // In a list of their own: next to siblings without keys, each further question would rebuild them and the
            // elements above, and the focus would be lost.
            <div class="talk__questions">{ for asked.into_iter().map(question) }</div>
            <details class="talk__more">
                <summary class="talk__summary">{ words::MORE.get(locale) }</summary>
                <DateInput field={date_field} value={day} {warning} {locale} on_edit={&on_answer} />
                { text(TextField::Contact(contact.id.clone(), &fields::contact::NOTE), false, &on_answer) }
            </details>
            <div role="status" translate="no">
                if undoing.is_some() && deal.contact(entry).is_none() {
                    <Restore what={words::DISCARDED.get(locale)} focused=true {locale} {on_undo} />
                }
            </div>
            if deal.contact(entry).is_some() {
                <p class="talk__discard"><button type="button" class="button button--quiet" onclick={on_discard}>{ words::DISCARD.get(locale) }</button></p>
            }
            { bar(sentence, deal.contact(entry).is_some(), locale, &on_done) }
        </div>
    }
}

/// Reports an unfinished meeting: this one, or another one with a link to it.
fn left(
    deal: &Deal,
    entry: &str,
    is_resumed: bool,
    logging: &LogLocation,
    fresh: &str,
    today: Date,
    locale: Locale,
) -> Html {
    let to = |entry: &str| {
        let place = LogLocation { deal: Some(deal.id.clone()), entry: Some(entry.to_owned()), ..logging.clone() };
        format!("#{}", BookLocation::Log(place).fragment())
    };
    let resumed = deal.contact(entry).filter(|_| is_resumed);
    let line = match (resumed, log::begun(&deal.log).filter(|other| other.id != entry)) {
        (Some(contact), _) => Some((words::resumed(contact.date, today, locale), to(fresh), words::ANOTHER)),
        (None, Some(other)) => Some((half_logged(other.date, today, locale), to(&other.id), GO_ON)),
        (None, None) => None,
    };
    line.map(|(line, href, label)| {
        html! {
            <p class="talk__left">
                <span translate="no">{ line }</span>{ " " }
                <a class="button button--quiet" {href}>{ label.get(locale) }</a>
            </p>
        }
    })
    .unwrap_or_default()
}

fn bar(sentence: String, is_begun: bool, locale: Locale, on_done: &Callback<MouseEvent>) -> Html {
    html! {
        <div class="talk__bar">
            <p class="talk__sentence" role="status" translate="no">{ sentence }</p>
            <button type="button" class="button button--primary talk__done" disabled={!is_begun} onclick={on_done}>{ words::DONE.get(locale) }</button>
        </div>
    }
}
