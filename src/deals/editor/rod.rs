//! The 1+2+1 pattern as six beads to tap: each shows who fills its place, or adds whoever is missing.

use abacus_core::text::Locale;
use abacus_deals::{Bead, Coverage, CoverageSlot, Deal, DealAction};
use yew::prelude::*;

use crate::deals::editor::words;
use crate::deals::people;
use crate::deals::words as deal_words;

/// A place and who fills it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct FilledSlot {
    slot: CoverageSlot,
    bead: Bead,
    /// `None` while the place is open.
    names: Option<Html>,
    deal_action: DealAction,
}

pub(crate) fn filled_slots(deal: &Deal, coverage: &Coverage, locale: Locale) -> Vec<FilledSlot> {
    let names = |slot: CoverageSlot| match slot {
        CoverageSlot::Salesperson => Some(deal.salesperson.trim()).filter(|name| !name.is_empty()).map(Html::from),
        slot => people::several(slot.people(deal), locale),
    };
    let filled = |slot: CoverageSlot| FilledSlot {
        slot,
        bead: slot.bead(coverage),
        names: names(slot),
        deal_action: slot.action(deal),
    };
    CoverageSlot::ALL.into_iter().map(filled).collect()
}

#[derive(PartialEq, Properties)]
pub(crate) struct RodProps {
    pub(crate) coverage: Coverage,
    /// Whether only two people fill the whole pattern.
    pub(crate) rests_on_two: bool,
    pub(crate) filled: Vec<FilledSlot>,
    pub(crate) locale: Locale,
    pub(crate) go: Callback<DealAction>,
}

#[component]
pub(crate) fn Rod(props: &RodProps) -> Html {
    let RodProps { coverage, rests_on_two, filled, locale, go } = props;
    let locale = *locale;
    let missing = deal_words::missing(coverage, locale);
    html! {
        <section class="rod" translate="no" aria-labelledby="gate-title">
            <h2 class="rod__title" id="gate-title">{ words::GATE.get(locale) }</h2>
            <ul class="rod__beads">
                { for filled.iter().map(|filled| html! {
                    <li class="rod__place" key={filled.slot.code()}><BeadButton filled={filled.clone()} {locale} {go} /></li>
                }) }
            </ul>
            <p role="status" class={classes!("gate__verdict", missing.is_none().then_some("gate__verdict--passed"))}>
                <span class="gate__notation">{ coverage.notation() }</span>
                { " " }
                <span class="gate__words">{ missing.unwrap_or_else(|| deal_words::PASSED.get(locale).to_owned()) }</span>
                if *rests_on_two {
                    <span class="gate__caution">{ deal_words::RESTS_ON_TWO.get(locale) }</span>
                }
            </p>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct BeadButtonProps {
    filled: FilledSlot,
    locale: Locale,
    go: Callback<DealAction>,
}

/// A covered bead lies at the bar on the left, an open one away from it, one that does not count yet in between.
#[component]
fn BeadButton(props: &BeadButtonProps) -> Html {
    let BeadButtonProps { filled: FilledSlot { slot, bead, names, deal_action }, locale, go } = props;
    let locale = *locale;
    let onclick = use_callback((deal_action.clone(), go.clone()), |_: MouseEvent, (deal_action, go)| {
        go.emit(deal_action.clone())
    });
    let state = match bead {
        Bead::Open => "open",
        Bead::Half => "half",
        Bead::Covered => "covered",
    };
    html! {
        <button type="button" class={format!("seat seat--{state}")} data-seat={slot.code()} data-bead={state} {onclick}>
            <svg class="seat__bead" viewBox="0 0 72 32" aria-hidden="true">
                <path class="seat__rod" d="M2 16H70" />
                <path class="seat__bar" d="M4 2v28" />
                <g class="seat__mark">
                    <ellipse class="seat__round" cx="36" cy="16" rx="15" ry="14" />
                    <text class="seat__sign" x="36" y="16" text-anchor="middle" dominant-baseline="central">{ slot.abbreviation().get(locale) }</text>
                </g>
            </svg>
            <span class="seat__label">{ slot.label().get(locale) }</span>
            <span class="seat__name" dir="auto">{ names.clone().unwrap_or_else(|| words::ADD_SEAT.get(locale).into()) }</span>
            if let Some(state) = words::slot_state(*slot, *bead) {
                <span class="seat__state">{ state.get(locale) }</span>
            }
        </button>
    }
}
