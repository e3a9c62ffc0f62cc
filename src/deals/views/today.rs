//! The agenda: what is overdue, due today, due within a week, and not planned.

use abacus_core::date::Date;
use abacus_core::text::{Locale, Text};
use abacus_deals::view::{BookLocation, Due, LogLocation, Query, Rows, agenda};
use yew::prelude::*;

use crate::deals::views::week::SaveWeek;
use crate::deals::views::words;
use crate::deals::words as deal_words;
use crate::shell::session::Session;

/// How many items of each part are listed: more than anyone does in a day. The list of deals shows the rest.
const MAX: usize = 50;

#[derive(PartialEq, Properties)]
pub(crate) struct TodayProps {
    pub(crate) session: Session,
    pub(crate) rows: Rows,
    pub(crate) today: Date,
    /// Starts a new deal; `None` if the book is read-only.
    pub(crate) on_new: Option<Callback<MouseEvent>>,
}

#[component]
pub(crate) fn Today(props: &TodayProps) -> Html {
    let TodayProps { session, rows, today, on_new } = props;
    let (today, locale) = (*today, session.locale);
    let agenda = agenda(rows, today);
    let due = |due: &Due| {
        let what = deal_words::due_item(&due.item, locale);
        html! {
            <li class="agenda__item" translate="no" key={format!("{} {what}", due.deal.id)}>
                <a class="agenda__link" href={format!("#{}", due.deal.id)}>
                    <span class="agenda__what" dir="auto">{ what }</span>
                    <span class="agenda__deal" dir="auto">{ deal_words::name(&due.deal, locale) }</span>
                    <span class={classes!("agenda__day", (due.date < today).then_some("agenda__day--late"))}>
                        <time datetime={due.date.to_string()}>{ due.date.to_string() }</time>
                        { " · " }{ deal_words::due(due.date, today, locale) }
                    </span>
                </a>
            </li>
        }
    };
    let part = |id: &'static str, title: Text, dues: &[Due]| {
        let items = dues.iter().take(MAX).map(due).collect::<Html>();
        section(id, title, dues.len(), items, locale)
    };
    let unplanned = agenda.unplanned.iter().take(MAX).map(|(deal, advice)| {
        html! {
            <li class="agenda__item" translate="no" key={deal.id.clone()}>
                <a class="agenda__link" href={format!("#{}", deal.id)}>
                    <span class="agenda__what" dir="auto">{ deal_words::name(deal, locale) }</span>
                    <span class="agenda__deal">{ advice.reason(locale) }</span>
                </a>
            </li>
        }
    });
    html! {
        <div class="agenda">
            <p class="agenda__log">
                <a class="button button--primary" href={format!("#{}", BookLocation::Log(LogLocation::default()).fragment())}>
                    { deal_words::LOG_MEETING.get(locale) }
                </a>
                <SaveWeek session={session.clone()} agenda={agenda.clone()} />
            </p>
            if !agenda.is_clear() {
                { part("overdue", words::OVERDUE, &agenda.overdue) }
                { part("today", words::TODAY, &agenda.today) }
                { part("week", words::WEEK, &agenda.week) }
                { section("unplanned", words::UNPLANNED, agenda.unplanned.len(), unplanned.collect(), locale) }
            } else if rows.iter().any(|row| row.deal.is_open()) {
                <p class="agenda__clear">{ words::CLEAR.get(locale) }</p>
                if let Some(later) = &agenda.later {
                    <section class="agenda__part" aria-labelledby="later-title">
                        <h2 class="section-title" id="later-title">{ words::LATER.get(locale) }</h2>
                        <ul class="agenda__list">{ due(later) }</ul>
                    </section>
                }
                <p class="deal-actions">
                    <a class="button" href={format!("#{}", BookLocation::List(Query::default()).fragment())}>{ words::ALL_OPEN.get(locale) }</a>
                </p>
            } else {
                <p class="agenda__clear">
                    { words::NONE_OPEN.get(locale) }
                    if on_new.is_some() { { words::BEGIN_HERE.get(locale) } }
                </p>
                if let Some(onclick) = on_new {
                    <p class="deal-actions">
                        <button type="button" class="button" {onclick}>{ deal_words::NEW.get(locale) }</button>
                    </p>
                }
            }
        </div>
    }
}

fn section(id: &'static str, title: Text, count: usize, items: Html, locale: Locale) -> Html {
    html! {
        <section class="agenda__part" aria-labelledby={format!("{id}-title")}>
            <h2 class="section-title" id={format!("{id}-title")}>{ title.get(locale) }{ format!(" ({count})") }</h2>
            if count == 0 {
                <p class="agenda__none">{ words::NONE.get(locale) }</p>
            } else {
                <ul class="agenda__list">{ items }</ul>
            }
            if count > MAX {
                <p class="agenda__none">
                    { words::not_listed(count.saturating_sub(MAX), locale) }{ " " }
                    <a class="deals__all" href={format!("#{}", BookLocation::List(Query { attention: true, ..Query::default() }).fragment())}>
                        { deal_words::ATTENTION.get(locale) }
                    </a>
                </p>
            }
        </section>
    }
}
