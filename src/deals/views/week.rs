//! A calendar file with what is due today and within a week.

use std::collections::BTreeMap;

use abacus_core::text::Locale;
use abacus_deals::DayEvent;
use abacus_deals::view::{Agenda, DueItem};
use yew::prelude::*;

use crate::deals::controls::SaveDays;
use crate::deals::views::words;
use crate::deals::words as deal_words;
use crate::shell::session::Session;
use crate::shell::today::use_today;

#[derive(PartialEq, Properties)]
pub(crate) struct SaveWeekProps {
    pub(crate) session: Session,
    pub(crate) agenda: Agenda,
}

/// Empty while nothing is due.
#[component]
pub(crate) fn SaveWeek(props: &SaveWeekProps) -> Html {
    let SaveWeekProps { session, agenda } = props;
    let locale = session.locale;
    let today = use_today(&session.ports.host);
    html! {
        <SaveDays ports={session.ports.clone()} events={events(agenda, locale)} name={format!("sales-abacus-week-{today}")} label={words::SAVE_WEEK}
            class="button" {today} {locale} />
    }
}

/// The event ids are stable, so a calendar updates existing events: that of a next step is the same as the one a
/// conversation saves.
fn events(agenda: &Agenda, locale: Locale) -> Vec<DayEvent> {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    let event = |due: &abacus_deals::view::Due| {
        let kind = match &due.item {
            DueItem::NextStep(_) => "step".to_owned(),
            DueItem::Person { name, .. } => format!("person-{name}"),
            DueItem::Invoice => "invoice".to_owned(),
            DueItem::Contact => "contact".to_owned(),
            DueItem::PersonContact(name) => format!("contact-{name}"),
            DueItem::Close => "close".to_owned(),
        };
        let place = format!("{}-{kind}", due.deal.id);
        // Two people may have the same name.
        let time = times.entry(place.clone()).or_default();
        *time = time.saturating_add(1);
        let number = if *time > 1 { format!("-{time}") } else { String::new() };
        DayEvent {
            uid: format!("{place}{number}@sales-abacus"),
            day: due.date,
            summary: format!("{} · {}", deal_words::due_item(&due.item, locale), deal_words::name(&due.deal, locale)),
            description: String::new(),
        }
    };
    agenda.today.iter().chain(&agenda.week).map(event).collect()
}
