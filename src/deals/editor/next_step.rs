//! What comes next in a deal: the next step with its day, and the advice.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::fields::Section;
use abacus_deals::view::DueGroup;
use abacus_deals::{Advice, DayEvent, Deal};
use yew::prelude::*;

use crate::deals::controls::{SaveDays, TO_CALENDAR, inputs};
use crate::deals::editor::advice::{AdviceCallbacks, AdviceItem, SetAsideAdvice, advice_list};
use crate::deals::editor::words;
use crate::deals::words as deal_words;
use crate::shell::event::focus;
use crate::shell::ports::Ports;

#[derive(PartialEq, Properties)]
pub struct NextStepSectionProps {
    /// The [part](Deal::only) of the deal about the next step.
    pub step: Deal,
    /// The advice, most urgent first.
    pub advice: Vec<AdviceItem>,
    /// The advice that is set aside, each with its note.
    pub set_aside: Vec<(Advice, String)>,
    pub is_open: bool,
    /// The step as a calendar event, if it has a day.
    pub event: Option<DayEvent>,
    pub ports: Ports,
    pub today: Date,
    pub locale: Locale,
    pub on: AdviceCallbacks,
}

#[component]
pub fn NextStepSection(props: &NextStepSectionProps) -> Html {
    let NextStepSectionProps { step, advice, set_aside, is_open, event, ports, today, locale, on } = props;
    let (today, locale) = (*today, *locale);
    let title = use_node_ref();
    let done = use_callback(title.clone(), |(), title| focus(title));
    let on = &AdviceCallbacks { done, ..on.clone() };
    // The browser keeps the open state, so that typing never folds it.
    let is_unplanned = *use_state(|| step.next_step.is_open());
    html! {
        <section class="now card" aria-labelledby="now-title">
            <h2 class="section-title" id="now-title" tabindex="-1" ref={title}>{ words::NEXT_STEP.get(locale) }</h2>
            if *is_open {
                { planned(step, today, locale) }
                if let Some(event) = event.clone() {
                    <p>
                        <SaveDays ports={ports.clone()} name={format!("sales-abacus-{}", event.day)} events={vec![event]} label={TO_CALENDAR}
                            class="button button--quiet" {today} {locale} />
                    </p>
                }
            } else {
                <p class="gate__label">{ words::ENDED.get(locale) }</p>
            }
            <details class="now__change" id="next-step" open={is_unplanned}>
                <summary class="gate__summary">{ words::CHANGE_STEP.get(locale) }</summary>
                { inputs(Section::NextStep, step, today, locale, &on.edit, false) }
            </details>
            // Always rendered: otherwise the title, which takes the focus, would be rebuilt when no advice is left.
            <div class="now__advice">{ is_open.then(|| advice_list(advice, on, today, locale)).flatten() }</div>
            if !set_aside.is_empty() {
                <details class="gate__more">
                    <summary class="gate__summary">{ words::aside(set_aside.len(), locale) }</summary>
                    <ul class="gate__others">
                        { for set_aside.iter().map(|(advice, note)| html! {
                            <SetAsideAdvice key={advice.id()} rule={advice.id()} advice={advice.key()} reason={advice.reason(locale)} note={note.clone()}
                                {locale} on_edit={&on.edit} on_done={&on.done} />
                        }) }
                    </ul>
                </details>
            }
        </section>
    }
}

/// The step and when it is due; the day is never truncated.
fn planned(step: &Deal, today: Date, locale: Locale) -> Html {
    let (action, date) = (step.next_step.action.trim(), step.next_step.date);
    let group = date.map_or(DueGroup::Unplanned, |date| DueGroup::on(date, today));
    if action.is_empty() {
        return html! { <p class="now__step now__step--none">{ words::NO_STEP.get(locale) }</p> };
    }
    html! {
        <p class="now__step" translate="no">
            <span class="now__action" dir="auto">{ action }</span>
            <span class={format!("due-chip due-chip--{}", group.code())}>
                { match date {
                    Some(date) => format!("{date} · {}", deal_words::due(date, today, locale)),
                    None => deal_words::NO_DAY.get(locale).to_owned(),
                } }
            </span>
        </p>
    }
}
