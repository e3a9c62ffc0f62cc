//! The funnel: how many deals are at each stage, as a table with bars.

use abacus_core::text::Locale;
use abacus_deals::view::{DealStatus, Place, Query, Rows, Tally, funnel};
use abacus_deals::{End, Stage};
use yew::prelude::*;

use crate::deals::views::words;

#[derive(PartialEq, Properties)]
pub(crate) struct FunnelProps {
    pub(crate) rows: Rows,
    pub(crate) locale: Locale,
}

#[component]
pub(crate) fn FunnelView(props: &FunnelProps) -> Html {
    let FunnelProps { rows, locale } = props;
    let locale = *locale;
    let funnel = funnel(rows);
    let tallies = || funnel.stages.iter().map(|(_, tally)| tally).chain(funnel.ends.iter().map(|(_, tally)| tally));
    let most = tallies().map(|tally| tally.count).max().unwrap_or(0);
    let row = |query: Query, label: &'static str, tally: &Tally, class: &'static str| {
        html! {
            <tr key={label} class={class}>
                <th scope="row" class="funnel__step">
                    <a class="funnel__link" href={format!("#{}", Place::List(query).fragment())}>{ label }</a>
                </th>
                <td class="funnel__count">
                    <span class="funnel__number">{ tally.count }</span>
                    { bar(tally.count, most) }
                </td>
                <td class="funnel__sums">{ for words::sums(tally, locale).into_iter().map(|line| html! { <span class="funnel__sum">{ line }</span> }) }</td>
            </tr>
        }
    };
    let stage = |stage: Stage| Query { stage: Some(stage), ..Query::default() };
    let end = |end: End| Query {
        status: match end {
            End::Paid => DealStatus::Paid,
            End::Lost => DealStatus::Lost,
        },
        ..Query::default()
    };
    html! {
        <>
            <p class="lead">{ words::FUNNEL_LEAD.get(locale) }</p>
            <div class="funnel" role="region" aria-label={words::VIEWS.get(locale)} tabindex="0">
                <table class="funnel__table">
                    <thead>
                        <tr>
                            <th scope="col">{ words::STEP.get(locale) }</th>
                            <th scope="col">{ words::COUNT.get(locale) }</th>
                            <th scope="col">{ words::SUM.get(locale) }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for funnel.stages.iter().map(|(step, tally)| row(stage(*step), step.label().get(locale), tally, "funnel__row")) }
                    </tbody>
                    <tbody class="funnel__ends">
                        { for funnel.ends.iter().map(|(last, tally)| row(end(*last), last.label().get(locale), tally, "funnel__row")) }
                    </tbody>
                </table>
            </div>
        </>
    }
}

/// A bar whose length is the count relative to the largest.
fn bar(count: usize, most: usize) -> Html {
    let width = count.saturating_mul(100).checked_div(most).unwrap_or(0);
    html! {
        <svg class="funnel__bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="funnel__fill" width={width.to_string()} height="8" />
        </svg>
    }
}
