//! What is due today and within a week, as a file for calendars.

use std::collections::BTreeMap;

use abacus_core::text::Locale;
use abacus_deals::view::{Agenda, What};
use abacus_deals::{DayEvent, calendar};
use yew::prelude::*;

use crate::deals::views::words;
use crate::deals::words as deal_words;
use crate::shell::session::Session;
use crate::shell::today::use_today;

const CALENDAR_TYPE: &str = "text/calendar;charset=utf-8";

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
    let is_refused = use_state_eq(|| false);
    let events = events(agenda, locale);
    if events.is_empty() {
        return Html::default();
    }
    let onclick = {
        let (ports, is_refused) = (session.ports.clone(), is_refused.setter());
        move |_: MouseEvent| {
            let name = format!("sales-abacus-week-{today}.ics");
            is_refused.set(ports.host.save_file(&name, CALENDAR_TYPE, &calendar(&events, today)).is_err());
        }
    };
    html! {
        <>
            <button type="button" class="button" {onclick}>{ session.say(words::SAVE_WEEK) }</button>
            <span role="status" translate="no">{ is_refused.then(|| session.say(words::NO_FILE)) }</span>
        </>
    }
}

/// A calendar that has an event already changes it: that of a deal's next step is the one that a conversation saves.
fn events(agenda: &Agenda, locale: Locale) -> Vec<DayEvent> {
    let mut times: BTreeMap<String, u32> = BTreeMap::new();
    let event = |due: &abacus_deals::view::Due| {
        let kind = match &due.what {
            What::NextStep(_) => "step".to_owned(),
            What::Person { name, .. } => format!("person-{name}"),
            What::Invoice => "invoice".to_owned(),
            What::Contact => "contact".to_owned(),
            What::Close => "close".to_owned(),
        };
        let place = format!("{}-{kind}", due.deal.id);
        // Two people may have the same name.
        let time = times.entry(place.clone()).or_default();
        *time = time.saturating_add(1);
        let number = if *time > 1 { format!("-{time}") } else { String::new() };
        DayEvent {
            uid: format!("{place}{number}@sales-abacus"),
            day: due.date,
            summary: format!("{} · {}", deal_words::due_item(&due.what, locale), deal_words::name(&due.deal, locale)),
            description: String::new(),
        }
    };
    agenda.today.iter().chain(&agenda.week).map(event).collect()
}
