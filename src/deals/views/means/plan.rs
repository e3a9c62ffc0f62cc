//! The table for editing the plan.

use abacus_core::text::Locale;
use abacus_deals::Front;
use abacus_deals::view::{Means, MeansPlan};
use yew::prelude::*;

use crate::deals::views::means::cell::PlanCell;
use crate::deals::views::means::state::UsePlan;
use crate::deals::views::means::words;
use crate::shell::ports::Ports;

pub(super) fn plan_table(used: &UsePlan, ports: &Ports, locale: Locale) -> Html {
    let UsePlan { value: plan, is_stored, .. } = used;
    html! {
        <section class="means" aria-labelledby="plan-title">
            <h2 class="section-title" id="plan-title">{ words::PLAN.get(locale) }</h2>
            <table role="table" class="means__table" translate="no">
                <caption class="visually-hidden">{ words::PLAN_TABLE.get(locale) }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell"></td>
                        { for Means::ALL.into_iter().map(|means| html! {
                            <th role="columnheader" class="means__head" scope="col" key={means.code()} id={column_id(means)}>{ words::in_percent(means, locale) }</th>
                        }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for Front::ALL.into_iter().map(|front| row(front, used, ports, locale)) }</tbody>
                <tfoot role="rowgroup">
                    <tr role="row">
                        <th role="rowheader" class="means__head" scope="row">{ words::SUM.get(locale) }</th>
                        { for Means::ALL.into_iter().map(|means| sum(means, plan, locale)) }
                    </tr>
                </tfoot>
            </table>
            <p class="means__note" role="status">
                if !is_stored { { words::NOT_STORED.get(locale) } }
            </p>
        </section>
    }
}

fn column_id(means: Means) -> String {
    format!("means-{}", means.code())
}

fn row(front: Front, used: &UsePlan, ports: &Ports, locale: Locale) -> Html {
    let UsePlan { value: plan, change, .. } = used;
    let id = format!("front-{}", front.code());
    let (label, positions) = (front.label().get(locale), words::positions(front, locale));
    html! {
        <tr role="row" key={front.code()}>
            <th role="rowheader" class="means__head" scope="row">
                <span {id}>{ label }</span>
                { for positions.map(|positions| html! { <span class="means__about">{ positions }</span> }) }
            </th>
            { for Means::ALL.into_iter().map(|means| html! {
                <PlanCell key={means.code()} {means} {front} value={plan.get(means, front)}
                    labelled_by={format!("{} front-{}", column_id(means), front.code())} ports={ports.clone()} {locale} on_change={change} />
            }) }
        </tr>
    }
}

fn sum(means: Means, plan: &MeansPlan, locale: Locale) -> Html {
    let class =
        classes!("means__sum", (plan.sum(means).is_some() && !plan.is_whole(means)).then_some("means__sum--off"));
    html! { <td role="cell" key={means.code()} {class} data-sum={means.code()}>{ words::sum(plan.sum(means), locale) }</td> }
}
