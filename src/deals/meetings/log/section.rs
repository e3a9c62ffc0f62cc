use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::view::{BookLocation, LogLocation, Origin};
use abacus_deals::{Contact, Coverage, DateField, Deal, Edit, Person, Stage, advise, fields, log};
use yew::prelude::*;

use crate::deals::controls::FoldingSection;
use crate::deals::meetings::log::form::ContactForm;
use crate::deals::meetings::log::item::ContactItem;
use crate::deals::meetings::log::words;
use crate::deals::people::names;
use crate::deals::words::LOG_MEETING;

#[derive(PartialEq, Properties)]
pub struct ContactLogProps {
    /// The [part](log_part) of the deal that is shown.
    pub deal: Deal,
    /// The progress of the whole deal, in words.
    pub gate: AttrValue,
    /// The id of the entry that is open as a form.
    pub open: Option<AttrValue>,
    pub today: Date,
    pub locale: Locale,
    /// The address for logging a meeting; `None` if the book is read-only.
    pub add: Option<AttrValue>,
    pub on_open: Callback<Option<AttrValue>>,
    pub on_edit: Callback<Edit>,
}

/// The part of a deal that the section shows. Passing only this avoids rendering on unrelated edits.
pub fn log_part(deal: &Deal) -> Deal {
    Deal {
        people: deal.people.clone(),
        log: deal.log.clone(),
        next_step: deal.next_step.clone(),
        stage: deal.stage,
        unread: deal.unread.clone(),
        ..Deal::new(&deal.id)
    }
}

pub fn log_gate(deal: &Deal, today: Date, locale: Locale) -> AttrValue {
    let first = advise(deal, today).into_iter().next();
    words::gate(&Coverage::of(deal), first.as_ref(), locale).into()
}

#[component]
pub fn ContactLog(props: &ContactLogProps) -> Html {
    let ContactLogProps { deal, gate, open, today, add, on_open, on_edit, .. } = props;
    let (locale, today) = (props.locale, *today);
    // After an entry is closed, the focus goes to its row.
    let left = use_state_eq(|| None::<AttrValue>);
    let on_change = use_callback((left.setter(), on_open.clone()), |id: AttrValue, (left, on_open)| {
        left.set(None);
        on_open.emit(Some(id));
    });
    let on_done = use_callback((left.setter(), on_open.clone()), |id: AttrValue, (left, on_open)| {
        left.set(Some(id));
        on_open.emit(None);
    });

    let people: Rc<[Person]> = deal.people.clone().into();
    let new_id = AttrValue::from(deal.free_person_id());
    let due = deal.next_step.date.is_none_or(|date| date <= today);
    let needs_step = deal.next_step.is_open() || due;
    let entry = |contact: &Contact| {
        let is_open = open.as_deref() == Some(contact.id.as_str());
        let content = if is_open {
            let field = DateField::Contact(contact.id.clone(), &fields::contact::DATE);
            let (date, warning) = (field.show(deal), field.warning(deal, today));
            html! {
                <ContactForm contact={contact.clone()} {date} {warning} people={&people} needs_step={needs_step} gate={gate.clone()} new_id={&new_id}
                    {locale} {on_edit}
                    on_done={&on_done} />
            }
        } else {
            let focused = left.as_deref() == Some(contact.id.as_str());
            let entry =
                LogLocation { deal: Some(deal.id.clone()), entry: Some(contact.id.clone()), from: Origin::Deal };
            let unfinished =
                (contact.is_begun && add.is_some()).then(|| format!("#{}", BookLocation::Log(entry).fragment()));
            html! {
                <ContactItem contact={contact.clone()} people={(!contact.people.is_empty()).then(|| names(&contact.people, &people, locale))} go_on={unfinished.map(AttrValue::from)} {today}
                    {focused} {locale} on_change={&on_change} {on_edit} />
            }
        };
        // Entries are the users' own words; a form contains our texts.
        html! { <li class="contacts__item" translate={(!is_open).then_some("no")} key={contact.id.as_str()}>{ content }</li> }
    };
    let log = &deal.log;
    let summary = words::summary(log, log::last(log, today), today, locale);
    html! {
        <FoldingSection id="log" title={words::TITLE.get(locale)} {summary} open=true>
            if log.is_empty() {
                <p class="contacts__empty">{ words::EMPTY.get(locale) }</p>
            }
            if let Some(add) = add {
                <p class="contacts__add">
                    <a class="button contacts__button" href={add}>{ LOG_MEETING.get(locale) }</a>
                </p>
            }
            <div key="stage" role="status" translate="no">{ next_stage(log, deal.stage, today, locale, on_edit) }</div>
            if !log.is_empty() {
                <ol class="contacts" aria-label={words::LIST.get(locale)}>
                    { for log::newest_first(log).into_iter().map(entry) }
                </ol>
            }
        </FoldingSection>
    }
}

/// The stage that the log suggests, offered if the deal has not reached it.
fn next_stage(log: &[Contact], stage: Stage, today: Date, locale: Locale, on_edit: &Callback<Edit>) -> Html {
    let Some(next) = log::suggested_stage(log, stage) else { return Html::default() };
    let onclick = {
        let on_edit = on_edit.clone();
        move |_: MouseEvent| on_edit.emit(Edit::Stage(next, today))
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
