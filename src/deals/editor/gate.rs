//! The progress of a deal on the 1+2+1 pattern, and the next action.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Advice, Coverage, NextStep};
use yew::prelude::*;

use crate::deals::controls::Beads;
use crate::deals::editor::advice::{Advised, Aside, OnAdvice, advice_list};
use crate::deals::editor::words;
use crate::deals::words as deal_words;
use crate::shell::event::focus;

#[derive(PartialEq, Properties)]
pub struct GateProps {
    pub coverage: Coverage,
    /// The advice, most urgent first.
    pub advice: Vec<Advised>,
    /// The advice that is set aside, each with its note.
    pub set_aside: Vec<(Advice, String)>,
    pub is_open: bool,
    pub next_step: NextStep,
    pub today: Date,
    pub locale: Locale,
    pub on: OnAdvice,
}

#[component]
pub fn Gate(props: &GateProps) -> Html {
    let GateProps { coverage, advice, set_aside, is_open, next_step, today, on, .. } = props;
    let locale = props.locale;
    let missing = deal_words::missing(coverage, locale);
    let title = use_node_ref();
    let done = use_callback(title.clone(), |(), title| focus(title));
    let on = &OnAdvice { done, ..on.clone() };
    html! {
        <section class="gate card" translate="no" aria-labelledby="gate-title">
            <h2 class="section-title" id="gate-title" tabindex="-1" ref={title}>{ words::GATE.get(locale) }</h2>
            <Beads coverage={*coverage} {locale} />
            <p class="gate__captions" aria-hidden="true">
                <span>{ words::GUIDE.get(locale) }</span>
                <span>{ words::CLIMATE.get(locale) }</span>
                <span>{ words::SALESPERSON.get(locale) }</span>
            </p>
            <p role="status" translate="no" class={classes!("gate__verdict", missing.is_none().then_some("gate__verdict--passed"))}>
                <span class="gate__notation">{ coverage.notation() }</span>
                { " " }
                <span class="gate__words">{ missing.unwrap_or_else(|| deal_words::PASSED.get(locale).to_owned()) }</span>
            </p>
            if *is_open {
                { advice_list(advice, on, *today, locale).unwrap_or_else(|| planned(next_step, *today, locale)) }
            } else {
                <p class="gate__first gate__label">{ words::ENDED.get(locale) }</p>
            }
            if !set_aside.is_empty() {
                <details class="gate__more">
                    <summary class="gate__summary">{ words::aside(set_aside.len(), locale) }</summary>
                    <ul class="gate__others">
                        { for set_aside.iter().map(|(advice, note)| html! {
                            <Aside key={advice.id()} rule={advice.id()} advice={advice.key()} reason={advice.reason(locale)} note={note.clone()} {locale} on_edit={&on.edit} on_done={&on.done} />
                        }) }
                    </ul>
                </details>
            }
        </section>
    }
}

/// Without advice there is a next step on a future day.
fn planned(step: &NextStep, today: Date, locale: Locale) -> Html {
    html! {
        <div class="gate__first">
            <h3 class="gate__label">{ words::NO_ADVICE.get(locale) }</h3>
            <p class="gate__suggestion">{ step.action.trim() }</p>
            { step.date.map(|date| html! {
                <p class="gate__reason">{ date.to_string() }{ " · " }{ deal_words::due(date, today, locale) }</p>
            }) }
        </div>
    }
}
