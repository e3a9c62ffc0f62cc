//! The table for editing the plan.

use abacus_core::text::Locale;
use abacus_deals::Front;
use abacus_deals::view::{Resource, ResourcePlan};
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
                        { for Resource::ALL.into_iter().map(|resource| html! {
                            <th role="columnheader" class="means__head" scope="col" key={resource.code()} id={column_id(resource)}>{ words::in_percent(resource, locale) }</th>
                        }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for Front::ALL.into_iter().map(|front| row(front, used, ports, locale)) }</tbody>
                <tfoot role="rowgroup">
                    <tr role="row">
                        <th role="rowheader" class="means__head" scope="row">{ words::SUM.get(locale) }</th>
                        { for Resource::ALL.into_iter().map(|resource| sum(resource, plan, locale)) }
                    </tr>
                </tfoot>
            </table>
            <p class="means__note" role="status">
                if !is_stored { { words::NOT_STORED.get(locale) } }
            </p>
        </section>
    }
}

fn column_id(resource: Resource) -> String {
    format!("means-{}", resource.code())
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
            { for Resource::ALL.into_iter().map(|resource| html! {
                <PlanCell key={resource.code()} {resource} {front} value={plan.get(resource, front)}
                    labelled_by={format!("{} front-{}", column_id(resource), front.code())} ports={ports.clone()} {locale} on_change={change} />
            }) }
        </tr>
    }
}

fn sum(resource: Resource, plan: &ResourcePlan, locale: Locale) -> Html {
    let class =
        classes!("means__sum", (plan.sum(resource).is_some() && !plan.is_whole(resource)).then_some("means__sum--off"));
    html! { <td role="cell" key={resource.code()} {class} data-sum={resource.code()}>{ words::sum(plan.sum(resource), locale) }</td> }
}
