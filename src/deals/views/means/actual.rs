//! Where the time went: the recent meetings by purpose, compared with the plan.

use abacus_core::text::{Locale, Text};
use abacus_deals::view::{Meetings, Resource, ResourceFinding, ResourcePlan, whole_percent};
use abacus_deals::{Front, Position};
use yew::prelude::*;

use crate::deals::views::means::words;

pub(super) fn actual_table(meetings: &Meetings, plan: &ResourcePlan, locale: Locale) -> Html {
    let head =
        |label: Text| html! { <th role="columnheader" class="means__head" scope="col">{ label.get(locale) }</th> };
    let of_front = |front: Front| {
        let planned = plan.get(Resource::Time, front);
        line(front.code(), front.label(), planned, meetings.percent(front), meetings.on(front), locale)
    };
    let given_up = whole_percent(meetings.given_up, meetings.placed());
    html! {
        <section class="means" aria-labelledby="actual-title">
            <h2 class="section-title" id="actual-title">{ words::ACTUAL.get(locale) }</h2>
            if let Some(nothing) = words::nothing_to_compare(meetings, locale) {
                <p class="means__note" translate="no" data-empty="meetings">{ nothing }</p>
            } else {
                <table role="table" class="means__table" translate="no">
                    <caption class="visually-hidden">{ words::ACTUAL.get(locale) }</caption>
                    <thead role="rowgroup">
                        <tr role="row"><td role="cell"></td>{ for [words::PLANNED, words::SPENT, words::MEETINGS].into_iter().map(head) }</tr>
                    </thead>
                    <tbody role="rowgroup">
                        { for Front::ALL.into_iter().map(of_front) }
                        { line(Position::GiveUp.code(), Position::GiveUp.label(), None, given_up, meetings.given_up, locale) }
                    </tbody>
                </table>
                { findings(meetings, plan, locale) }
            }
            <p class="means__note">{ words::ONLY_TIME.get(locale) }</p>
        </section>
    }
}

fn line(
    code: &'static str,
    label: Text,
    planned: Option<u8>,
    actual: Option<u8>,
    count: usize,
    locale: Locale,
) -> Html {
    let cell =
        |percent: Option<u8>| html! { <td role="cell" class="means__figure">{ words::percent(percent, locale) }</td> };
    html! {
        <tr role="row" key={code} data-spent={code}>
            <th role="rowheader" class="means__head" scope="row">{ label.get(locale) }</th>
            { cell(planned) }
            { cell(actual) }
            <td role="cell" class="means__figure">{ count }</td>
        </tr>
    }
}

/// The findings, or that there are none; preceded by the reason if the plan cannot be compared.
fn findings(meetings: &Meetings, plan: &ResourcePlan, locale: Locale) -> Html {
    let found = meetings.findings(plan);
    let is_whole = plan.is_whole(Resource::Time);
    let key = |finding: &ResourceFinding| match finding {
        ResourceFinding::OffPlan { front, .. } => front.code(),
        ResourceFinding::GivenUp { .. } => Position::GiveUp.code(),
    };
    html! {
        <>
            if !is_whole {
                <p class="means__note" translate="no" data-empty="plan">{ words::no_whole_plan(plan, locale) }</p>
            }
            if !found.is_empty() {
                <ul class="means__findings">
                    { for found.iter().map(|finding| html! {
                        <li class="means__finding" key={key(finding)} translate="no" data-finding={key(finding)}>{ words::finding(finding, locale) }</li>
                    }) }
                </ul>
            } else if is_whole {
                <p class="means__note" translate="no" data-finding="none">{ words::AS_PLANNED.get(locale) }</p>
            }
            if meetings.unplaced > 0 {
                <p class="means__note" translate="no">{ words::unplaced(meetings.unplaced, locale) }</p>
            }
        </>
    }
}
