//! The planner of one visit: the goal, the people, the questions, and what we will say.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::fields::{self, DateWarning, Field};
use abacus_deals::{DateField, Edit, MeetingOutcome, Person, SuccessCase, TextField, Visit, VisitEdit};
use yew::prelude::*;

use crate::deals::controls::{DateInput, TextInput};
use crate::deals::meetings::log::tile;
use crate::deals::meetings::visits::case::case;
use crate::deals::meetings::visits::needs::{needs, people_of_visit};
use crate::deals::meetings::visits::quadrants::quadrants;
use crate::deals::meetings::visits::questions::Questions;
use crate::deals::meetings::visits::words;
use crate::deals::people::PeopleChips;
use crate::shell::focus::use_reveal;

#[derive(PartialEq, Properties)]
pub(crate) struct VisitFormProps {
    pub(crate) visit: Visit,
    pub(crate) date: AttrValue,
    pub(crate) warning: Option<DateWarning>,
    pub(crate) is_logged: bool,
    pub(crate) people: Rc<[Person]>,
    /// The success cases told before in this book.
    pub(crate) told: Rc<[SuccessCase]>,
    /// The goal that the four questions propose.
    pub(crate) goal: Option<AttrValue>,
    pub(crate) locale: Locale,
    /// The id of the next person to add.
    pub(crate) new_id: AttrValue,
    pub(crate) fresh_id: Callback<(), String>,
    pub(crate) on_edit: Callback<Edit>,
    /// The user closed the visit with this id.
    pub(crate) on_done: Callback<AttrValue>,
    pub(crate) on_print: Callback<AttrValue>,
    pub(crate) on_log: Callback<Visit>,
}

#[component]
pub(crate) fn VisitForm(props: &VisitFormProps) -> Html {
    let VisitFormProps {
        visit,
        date,
        warning,
        is_logged,
        people,
        told,
        goal,
        new_id,
        fresh_id,
        on_edit,
        on_done,
        on_print,
        on_log,
        ..
    } = props;
    let locale = props.locale;
    let id = visit.id.clone();
    let node = use_reveal();
    let on_change = use_callback((id.clone(), on_edit.clone()), |edit: VisitEdit, (id, on_edit)| {
        on_edit.emit(Edit::Visit(id.clone(), edit));
    });
    let on_meet = use_callback(on_change.clone(), |(person, meets): (String, bool), on_change| {
        on_change.emit(VisitEdit::Meet(person, meets));
    });
    let done =
        use_callback((id.clone(), on_done.clone()), |_: MouseEvent, (id, on_done)| on_done.emit(id.clone().into()));
    let print =
        use_callback((id.clone(), on_print.clone()), |_: MouseEvent, (id, on_print)| on_print.emit(id.clone().into()));
    let log =
        use_callback((visit.clone(), on_log.clone()), |_: MouseEvent, (visit, on_log)| on_log.emit(visit.clone()));
    let text = |field: &'static Field<Visit, String>| {
        let value = field.get(visit).clone();
        html! { <TextInput field={TextField::Visit(id.clone(), field)} {value} {locale} {on_edit} /> }
    };
    html! {
        <div class="visit-form card" role="group" tabindex="-1" aria-label={words::name(visit, locale)} ref={node}>
            <DateInput field={DateField::Visit(id.clone(), &fields::visit::DATE)} value={date.clone()} warning={*warning} {locale} {on_edit} />
            { text(&fields::visit::GOAL) }
            { proposed_goal(visit, goal.as_ref(), locale, on_edit) }
            { expected(visit, locale, &on_change) }
            { text(&fields::visit::EXPECTED_WORDS) }
            <PeopleChips name={format!("visits.{id}.people")} legend={words::PEOPLE} {people} chosen={visit.people.clone()}
                {new_id} {locale} {on_edit} on_choose={on_meet} />
            <div class="visit-form__asking">
                { needs(visit, people, locale) }
                <Questions visit={id.clone()} questions={visit.questions.clone()} {people} met={visit.people.clone()} {locale}
                    fresh_id={fresh_id.clone()} {on_edit} on_change={&on_change} />
            </div>
            { quadrants(&id, &visit.quadrants, &people_of_visit(&visit.people, people), locale, on_edit, &on_change) }
            { case(&id, &visit.case, told, locale, on_edit, &on_change) }
            { gaps(visit, locale) }
            <p class="deal-actions">
                <button type="button" class="button" onclick={print}>{ words::PRINT.get(locale) }</button>
                if *is_logged {
                    <span class="visit-form__logged">{ words::LOGGED.get(locale) }</span>
                } else {
                    <button type="button" class="button" onclick={log}>{ words::LOG.get(locale) }</button>
                }
                <button type="button" class="button button--quiet" onclick={done}>{ words::DONE.get(locale) }</button>
            </p>
        </div>
    }
}

/// A goal that one tap takes over. It stays visible afterwards, so that nothing moves under the finger; with a goal of
/// the user's own it is not offered.
fn proposed_goal(visit: &Visit, goal: Option<&AttrValue>, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let is_taken = goal.is_some_and(|goal| visit.goal == goal.as_str());
    let offered = goal.filter(|_| is_taken || visit.goal.trim().is_empty()).map(|goal| {
        let edit = Edit::Text(TextField::Visit(visit.id.clone(), &fields::visit::GOAL), goal.to_string());
        let take = on_edit.reform(move |_: MouseEvent| edit.clone());
        html! {
            <p class="visit-form__proposal">
                <button type="button" class="button" name="take-goal" aria-pressed={is_taken.to_string()} onclick={take}>
                    { words::TAKE_GOAL.get(locale) }
                </button>
                <span translate="no">{ goal }</span>
            </p>
        }
    });
    html! { <div class="visit-form__proposals">{ offered }</div> }
}

/// The outcome to aim for: one of the two successes, or the one in the record.
fn expected(visit: &Visit, locale: Locale, on_change: &Callback<VisitEdit>) -> Html {
    let offered = |outcome: &MeetingOutcome| outcome.is_success() || visit.expected == Some(*outcome);
    let name = AttrValue::from(format!("visits.{}.expected", visit.id));
    let choice = |outcome: MeetingOutcome| {
        let onchange = on_change.reform(move |_: Event| VisitEdit::Expected(Some(outcome)));
        tile(&name, outcome, outcome.meaning(), visit.expected == Some(outcome), locale, onchange)
    };
    html! {
        <fieldset class="contact-form__part">
            <legend class="field__label">{ words::EXPECTED.get(locale) }</legend>
            <div class="tiles">{ for MeetingOutcome::ALL.into_iter().filter(offered).map(choice) }</div>
        </fieldset>
    }
}

fn gaps(visit: &Visit, locale: Locale) -> Html {
    let gaps = visit.gaps();
    html! {
        <div class="visit-form__gaps" role="status" translate="no">
            if gaps.is_empty() {
                <p class="visit-form__ready">{ words::READY.get(locale) }</p>
            } else {
                <h3 class="needs__title">{ words::GAPS.get(locale) }</h3>
                <ul>
                    { for gaps.iter().map(|gap| html! { <li key={gap.id()} data-gap={gap.id()}>{ gap.reason(locale) }</li> }) }
                </ul>
            }
        </div>
    }
}
