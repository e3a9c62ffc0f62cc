use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{DateField, Deal, Edit, Person, SuccessCase, Visit, fields, listed_visits};
use yew::prelude::*;

use crate::deals::controls::FoldingSection;
use crate::deals::meetings::visits::form::VisitForm;
use crate::deals::meetings::visits::item::VisitItem;
use crate::deals::meetings::visits::words;

#[derive(PartialEq, Properties)]
pub struct VisitsProps {
    /// The [part](visits_part) of the deal that is shown.
    pub deal: Deal,
    /// The success cases told before in this book.
    pub told: Rc<[SuccessCase]>,
    /// The goal that the four questions propose.
    pub goal: Option<AttrValue>,
    pub today: Date,
    pub locale: Locale,
    pub fresh_id: Callback<(), String>,
    pub on_edit: Callback<Edit>,
    /// The user wants to print the visit with this id.
    pub on_print: Callback<AttrValue>,
    pub on_log: Callback<Visit>,
    /// The id of the visit that is open as a form.
    pub open: Option<AttrValue>,
    pub on_open: Callback<Option<AttrValue>>,
    /// The user wants to prepare a new visit.
    pub on_add: Callback<()>,
}

/// The part of a deal that the section shows. Passing only this avoids rendering on unrelated edits.
pub fn visits_part(deal: &Deal) -> Deal {
    Deal {
        people: deal.people.clone(),
        log: deal.log.clone(),
        visits: deal.visits.clone(),
        unread: deal.unread.clone(),
        ..Deal::new(&deal.id)
    }
}

#[component]
pub fn Visits(props: &VisitsProps) -> Html {
    let VisitsProps {
        deal,
        told,
        goal,
        today,
        fresh_id,
        on_edit,
        on_print,
        on_log,
        open,
        on_open: opening,
        on_add,
        ..
    } = props;
    let locale = props.locale;
    // After a visit is closed, the focus goes to its row.
    let left = use_state_eq(|| None::<AttrValue>);
    let on_add = on_add.reform(|_: MouseEvent| ());
    let on_open = use_callback((opening.clone(), left.setter()), |id: AttrValue, (opening, left)| {
        opening.emit(Some(id));
        left.set(None);
    });
    let on_done = use_callback((opening.clone(), left.setter()), |id: AttrValue, (opening, left)| {
        opening.emit(None);
        left.set(Some(id));
    });
    let on_log = use_callback((opening.clone(), on_log.clone()), |visit: Visit, (opening, on_log)| {
        opening.emit(None);
        on_log.emit(visit);
    });

    let people: Rc<[Person]> = deal.people.clone().into();
    let new_id = AttrValue::from(deal.free_person_id());
    let entry = |visit: &Visit| {
        let is_logged = visit.is_logged(&deal.log);
        let is_open = open.as_deref() == Some(visit.id.as_str());
        let content = if is_open {
            let field = DateField::Visit(visit.id.clone(), &fields::visit::DATE);
            let (date, warning) = (field.show(deal), field.warning(deal, *today));
            html! {
                <VisitForm visit={visit.clone()} {date} {warning} {is_logged} people={&people} {told} {goal} new_id={&new_id} {locale} {fresh_id}
                    {on_edit} on_done={&on_done} {on_print} on_log={&on_log} />
            }
        } else {
            let focused = left.as_deref() == Some(visit.id.as_str());
            html! {
                <VisitItem visit={visit.clone()} {is_logged} people={&people} {focused} {locale} on_open={&on_open} {on_edit} />
            }
        };
        html! { <li class="visits__item" translate={(!is_open).then_some("no")} key={visit.id.as_str()}>{ content }</li> }
    };
    html! {
        <FoldingSection id="visits" title={words::TITLE.get(locale)} summary={words::summary(&deal.visits, &deal.log, locale)}>
            if deal.visits.is_empty() {
                <p class="visits__empty">{ words::EMPTY.get(locale) }</p>
            }
            <p class="visits__add">
                <button type="button" class="button" onclick={on_add}>{ words::ADD.get(locale) }</button>
            </p>
            if !deal.visits.is_empty() {
                <ol class="visits" aria-label={words::LIST.get(locale)}>
                    { for listed_visits(&deal.visits, &deal.log).into_iter().map(entry) }
                </ol>
            }
        </FoldingSection>
    }
}
