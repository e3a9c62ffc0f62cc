//! The 1+2+1 pattern as six beads to tap: each shows who fills its place, or adds whoever is missing.

use abacus_core::text::Locale;
use abacus_deals::{Bead, Coverage, Deal, DealAction, Seat};
use yew::prelude::*;

use crate::deals::editor::words;
use crate::deals::people;
use crate::deals::words as deal_words;

/// A place and who fills it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Seated {
    seat: Seat,
    bead: Bead,
    /// `None` while the place is open.
    names: Option<Html>,
    deal_action: DealAction,
}

pub(crate) fn seated(deal: &Deal, coverage: &Coverage, locale: Locale) -> Vec<Seated> {
    let names = |seat: Seat| match seat {
        Seat::Salesperson => Some(deal.salesperson.trim()).filter(|name| !name.is_empty()).map(Html::from),
        seat => people::several(seat.people(deal), locale),
    };
    let seated =
        |seat: Seat| Seated { seat, bead: seat.bead(coverage), names: names(seat), deal_action: seat.tapped(deal) };
    Seat::ALL.into_iter().map(seated).collect()
}

#[derive(PartialEq, Properties)]
pub(crate) struct RodProps {
    pub(crate) coverage: Coverage,
    /// Whether only two people fill the whole pattern.
    pub(crate) rests_on_two: bool,
    pub(crate) seated: Vec<Seated>,
    pub(crate) locale: Locale,
    pub(crate) go: Callback<DealAction>,
}

#[component]
pub(crate) fn Rod(props: &RodProps) -> Html {
    let RodProps { coverage, rests_on_two, seated, locale, go } = props;
    let locale = *locale;
    let missing = deal_words::missing(coverage, locale);
    html! {
        <section class="rod" translate="no" aria-labelledby="gate-title">
            <h2 class="rod__title" id="gate-title">{ words::GATE.get(locale) }</h2>
            <ul class="rod__beads">
                { for seated.iter().map(|seated| html! {
                    <li class="rod__place" key={seated.seat.code()}><BeadButton seated={seated.clone()} {locale} {go} /></li>
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
    seated: Seated,
    locale: Locale,
    go: Callback<DealAction>,
}

/// A covered bead lies at the bar on the left, an open one away from it, one that does not count yet in between.
#[component]
fn BeadButton(props: &BeadButtonProps) -> Html {
    let BeadButtonProps { seated: Seated { seat, bead, names, deal_action }, locale, go } = props;
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
        <button type="button" class={format!("seat seat--{state}")} data-seat={seat.code()} data-bead={state} {onclick}>
            <svg class="seat__bead" viewBox="0 0 72 32" aria-hidden="true">
                <path class="seat__rod" d="M2 16H70" />
                <path class="seat__bar" d="M4 2v28" />
                <g class="seat__mark">
                    <ellipse class="seat__round" cx="36" cy="16" rx="15" ry="14" />
                    <text class="seat__sign" x="36" y="16" text-anchor="middle" dominant-baseline="central">{ seat.sign().get(locale) }</text>
                </g>
            </svg>
            <span class="seat__label">{ seat.label().get(locale) }</span>
            <span class="seat__name" dir="auto">{ names.clone().unwrap_or_else(|| words::ADD_SEAT.get(locale).into()) }</span>
            if let Some(state) = words::seat_state(*seat, *bead) {
                <span class="seat__state">{ state.get(locale) }</span>
            }
        </button>
    }
}
