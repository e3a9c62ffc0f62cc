//! The end of a conversation: the sentence to take along, the current beads, and the way back.

use abacus_core::date::Date;
use abacus_deals::{Coverage, Deal, Edit, TextField, fields};
use yew::prelude::*;

use crate::deals::controls::{Beads, SaveDays, TO_CALENDAR, TextInput, step_event};
use crate::deals::meetings::debrief::words;
use crate::deals::words as deal_words;
use crate::shell::focus::use_focus;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(crate) struct DebriefSummaryProps {
    pub(crate) session: Session,
    pub(crate) deal: Deal,
    /// The sentence as displayed, and as copied.
    pub(crate) sentence: AttrValue,
    pub(crate) copied: AttrValue,
    /// The beads before the conversation.
    pub(crate) before: Coverage,
    pub(crate) today: Date,
    /// Whether the salesperson is still unknown.
    pub(crate) asks_salesperson: bool,
    pub(crate) back: (AttrValue, &'static str),
    pub(crate) on_edit: Callback<Edit>,
}

#[component]
pub(crate) fn DebriefSummary(props: &DebriefSummaryProps) -> Html {
    let DebriefSummaryProps { session, deal, sentence, copied, before, today, asks_salesperson, back, on_edit } = props;
    let locale = session.locale;
    let title = use_focus(true);
    let status = use_state_eq(|| None::<AttrValue>);
    let now = Coverage::of(deal);
    // The beads move after the page has shown their old positions.
    let shown = use_state_eq(|| *before);
    use_effect_with((session.ports.clone(), now), {
        let shown = shown.setter();
        move |(ports, now)| {
            let now = *now;
            let painted = ports.host.after_paint(Callback::from(move |()| shown.set(now)));
            move || drop(painted)
        }
    });
    let on_copy =
        use_callback((session.clone(), copied.clone(), status.setter()), |_: MouseEvent, (session, copied, status)| {
            let (locale, status) = (session.locale, status.clone());
            let done = Callback::from(move |copied: bool| {
                let words = if copied { words::COPIED } else { words::NOT_COPIED };
                status.set(Some(words.get(locale).into()));
            });
            session.ports.outbox.copy(copied, done);
        });
    let event = step_event(deal, copied, locale);
    let (address, label) = back;
    let field = TextField::Deal(&fields::SALESPERSON);
    html! {
        <section class="talk-told card" aria-labelledby="told-title">
            <h2 class="section-title" id="told-title" tabindex="-1" ref={title}>{ session.text(words::LOGGED) }</h2>
            <p class="talk-told__sentence" translate="no">{ sentence }</p>
            <p class="deal-actions">
                <button type="button" class="button" onclick={on_copy}>{ session.text(words::COPY) }</button>
                if let Some(event) = event {
                    <SaveDays ports={session.ports.clone()} name={format!("sales-abacus-{}", event.day)} events={vec![event]} label={TO_CALENDAR} class="button" today={*today} {locale} />
                }
            </p>
            <p class="talk-told__status" role="status" translate="no">{ (*status).clone() }</p>
            <div class="talk-told__beads"><Beads coverage={*shown} {locale} /></div>
            <p class="talk-told__gate" translate="no">
                <span class="gate__notation">{ now.notation() }</span>
                { deal_words::missing(&now, locale).unwrap_or_else(|| session.text(deal_words::PASSED).to_owned()) }
            </p>
            if *asks_salesperson {
                // Last, because a customer may be watching while the meeting is logged.
                <div class="talk-told__salesperson">
                    <TextInput field={field.clone()} value={field.read(deal).to_owned()} {locale} {on_edit} />
                    <p class="field__hint">{ session.text(words::ASKED_ONCE) }</p>
                </div>
            }
            <p class="deal-actions">
                <a class="button button--primary" href={address}>{ *label }</a>
                <a class="button button--quiet" href={format!("#{}", deal.id)}>{ session.text(words::OPEN_DEAL) }</a>
            </p>
        </section>
    }
}
