//! Calendar files with what is due on a day.

use abacus_core::date::Date;
use abacus_core::text::{Locale, Text};
use abacus_deals::{DayEvent, Deal, calendar};
use yew::prelude::*;

use crate::deals::controls::words;
use crate::deals::words as deal_words;
use crate::shell::ports::Ports;

const CALENDAR_TYPE: &str = "text/calendar;charset=utf-8";

#[derive(PartialEq, Properties)]
pub(crate) struct SaveDaysProps {
    pub(crate) ports: Ports,
    /// Without events there is no button.
    pub(crate) events: Vec<DayEvent>,
    /// The name of the file, without its extension.
    pub(crate) name: AttrValue,
    pub(crate) label: Text,
    pub(crate) class: &'static str,
    pub(crate) today: Date,
    pub(crate) locale: Locale,
}

#[component]
pub(crate) fn SaveDays(props: &SaveDaysProps) -> Html {
    let SaveDaysProps { ports, events, name, label, class, today, locale } = props;
    let is_refused = use_state_eq(|| false);
    if events.is_empty() {
        return Html::default();
    }
    let onclick = {
        let (ports, events, name, today) = (ports.clone(), events.clone(), format!("{name}.ics"), *today);
        let is_refused = is_refused.setter();
        move |_: MouseEvent| {
            is_refused.set(ports.host.save_file(&name, CALENDAR_TYPE, &calendar(&events, today)).is_err());
        }
    };
    html! {
        <>
            <button type="button" class={*class} {onclick}>{ label.get(*locale) }</button>
            <span role="status" translate="no">{ is_refused.then(|| words::NO_FILE.get(*locale)) }</span>
        </>
    }
}

/// The next step of a deal, if it has a day.
pub(crate) fn step_event(deal: &Deal, description: &str, locale: Locale) -> Option<DayEvent> {
    let step = &deal.next_step;
    let day = step.date.filter(|_| !step.is_open())?;
    Some(DayEvent {
        uid: format!("{}-step@sales-abacus", deal.id),
        day,
        summary: format!("{} · {}", step.action.trim(), deal_words::name(deal, locale)),
        description: description.to_owned(),
    })
}
