//! The funnel: the deals at each stage, how many of those that left it moved on, and what blocks the others.

use abacus_core::Decimal;
use abacus_core::date::Date;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::text::{Locale, Text};
use abacus_deals::view::{
    BookLocation, DealStatus, Funnel, Neglect, Query, Rows, Scope, StageStats, Tally, View, funnel,
};
use abacus_deals::{Currency, End, FunnelStage};
use yew::prelude::*;

use crate::deals::views::own_ratios::own_ratios;
use crate::deals::views::scope_choices::{ScopeContext, scope_choices};
use crate::deals::views::words;
use crate::shell::session::Session;

#[derive(PartialEq, Properties)]
pub(crate) struct FunnelProps {
    pub(crate) session: Session,
    pub(crate) rows: Rows,
    pub(crate) scope: Scope,
    pub(crate) today: Date,
    pub(crate) replace: Callback<BookLocation>,
}

const HEADS: [Text; 8] = [
    words::STEP,
    words::COUNT,
    words::SUM,
    words::WENT_ON,
    words::STAY,
    Neglect::Overdue.label(),
    Neglect::Never.label(),
    words::MISSING,
];

#[component]
pub(crate) fn FunnelView(props: &FunnelProps) -> Html {
    let FunnelProps { session, rows, scope, today, replace } = props;
    let (today, locale) = (*today, session.locale);
    let funnel = funnel(rows, scope, today);
    let scale = BarScale::of(&funnel);
    let list = |query: Query| format!("#{}", BookLocation::List(Query { scope: scope.clone(), ..query }).fragment());
    let head = |label: Text| html! { <th role="columnheader" scope="col">{ label.get(locale) }</th> };
    let stages = funnel.stages.iter().map(|(stage, stats)| (FunnelStage::Stage(*stage), stats));
    let funnel_stages =
        std::iter::once((FunnelStage::Target, &funnel.targets)).chain(stages).map(|(funnel_stage, stats)| {
            let here = || Query { stage: Some(funnel_stage), ..Query::default() };
            let neglect = |neglect: Neglect, count: usize| {
                blocked_cell(neglect.label(), count, list(Query { neglected: Some(neglect), ..here() }), locale)
            };
            html! {
                <tr role="row" class="funnel__row" key={funnel_stage.code()}>
                    { stage_cells(list(here()), funnel_stage.label(), &stats.open, &scale, locale) }
                    { moved_on_cell(stats, locale) }
                    { days_cell(stats, locale) }
                    { neglect(Neglect::Overdue, stats.neglected) }
                    { neglect(Neglect::Never, stats.never_contacted) }
                    { blocked_cell(words::MISSING, stats.missing_beads, list(Query { gate_open: true, ..here() }), locale) }
                </tr>
            }
        });
    let rows_of_ends = funnel.ends.len();
    let ends = funnel.ends.iter().enumerate().map(|(place, (end, tally))| {
        html! {
            <tr role="row" class="funnel__row" key={end.code()}>
                { stage_cells(list(ended(*end)), end.label(), tally, &scale, locale) }
                if place == 0 {
                    // In the space beside the ends, which do not use the columns of the stages.
                    <td role="cell" class="funnel__rate" colspan="5" rowspan={rows_of_ends.to_string()}>{ words::won_of_ended(&funnel, locale) }</td>
                }
            </tr>
        }
    });
    html! {
        <>
            <p class="lead">{ words::FUNNEL_LEAD.get(locale) }</p>
            { scope_choices(&ScopeContext { session, view: View::Funnel, replace }, rows, scope) }
            <div class="funnel__room"><table role="table" class="funnel" aria-label={words::FUNNEL.get(locale)} translate="no">
                <thead role="rowgroup">
                    <tr role="row">
                        { for HEADS.into_iter().map(head) }
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for funnel_stages }</tbody>
                <tbody role="rowgroup" class="funnel__ends">{ for ends }</tbody>
            </table></div>
            { own_ratios(session, rows, scope, today) }
        </>
    }
}

fn ended(end: End) -> Query {
    let status = match end {
        End::Paid => DealStatus::Paid,
        End::Lost => DealStatus::Lost,
    };
    Query { status, ..Query::default() }
}

/// What the bars are relative to: the highest deal count of a row, and the largest sum in the most frequent currency.
struct BarScale {
    count: usize,
    currency: Option<Currency>,
    sum: Decimal,
}

impl BarScale {
    fn of(funnel: &Funnel) -> Self {
        let stages = funnel.stages.iter().map(|(_, stats)| &stats.open).chain([&funnel.targets.open]);
        let tallies: Vec<&Tally> = stages.chain(funnel.ends.iter().map(|(_, tally)| tally)).collect();
        let currencies = tallies.iter().flat_map(|tally| tally.amounts.keys());
        let rows_with =
            |currency: &Currency| tallies.iter().filter(|tally| tally.amounts.contains_key(currency)).count();
        let currency =
            currencies.copied().max_by_key(|currency| (rows_with(currency), *currency == Currency::default()));
        let sum = tallies.iter().filter_map(|tally| amount(tally, currency)).max().unwrap_or_default();
        Self { count: tallies.iter().map(|tally| tally.count).max().unwrap_or(0), currency, sum }
    }
}

fn amount(tally: &Tally, currency: Option<Currency>) -> Option<Decimal> {
    *tally.amounts.get(&currency?)?
}

/// Name, count and sum: the columns of every row.
fn stage_cells(href: String, label: Text, tally: &Tally, scale: &BarScale, locale: Locale) -> Html {
    let of_count = length(tally.count.into(), scale.count.into());
    let of_sum = length(amount(tally, scale.currency).unwrap_or_default(), scale.sum);
    html! {
        <>
            <th role="rowheader" scope="row" class="funnel__step"><a class="funnel__link" {href}>{ label.get(locale) }</a></th>
            <td role="cell" class="funnel__count">
                <span class="funnel__number">{ tally.count }</span>
                { bar(of_count) }
            </td>
            <td role="cell" class="funnel__sums">
                { for words::sums(tally, locale).into_iter().map(|line| html! { <span class="funnel__sum">{ line }</span> }) }
                { bar(of_sum) }
            </td>
        </>
    }
}

fn moved_on_cell(stats: &StageStats, locale: Locale) -> Html {
    let share = stats.share_that_went_on().map(|share| words::share(share, stats.went_on, stats.lost, locale));
    cell(words::WENT_ON, share.map(Html::from), locale)
}

fn days_cell(stats: &StageStats, locale: Locale) -> Html {
    let days = stats.median_days().map(|days| words::stay(days, stats.known_stays(), locale));
    cell(words::STAY, days.map(Html::from), locale)
}

/// The number of blocked deals at a stage, as a link to them.
fn blocked_cell(label: Text, count: usize, href: String, locale: Locale) -> Html {
    let link = html! { <a class="funnel__link" {href}><span class="funnel__label">{ label.get(locale) }{ " " }</span>{ count }</a> };
    let is_none = (count == 0).then_some("funnel__more--none");
    html! { <td role="cell" class={classes!("funnel__more", is_none)}>{ if count > 0 { link } else { empty_cell(words::NONE, locale) } }</td> }
}

/// A cell with its label, which is visible where there is no room for column headers.
fn cell(label: Text, content: Option<Html>, locale: Locale) -> Html {
    html! {
        <td role="cell" class="funnel__more funnel__flow">
            <span class="funnel__label" aria-hidden="true">{ label.get(locale) }{ " " }</span>
            { content.unwrap_or_else(|| empty_cell(words::UNKNOWN, locale)) }
        </td>
    }
}

/// The content of an empty cell, with a text for screen readers.
fn empty_cell(read: Text, locale: Locale) -> Html {
    html! {
        <span class="funnel__nothing"><span aria-hidden="true">{ "–" }</span><span class="visually-hidden">{ read.get(locale) }</span></span>
    }
}

/// A bar of this width, in per cent.
fn bar(width: Decimal) -> Html {
    html! {
        <svg class="funnel__bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect class="funnel__fill" width={width.to_string()} height="8" />
        </svg>
    }
}

/// The length of a bar, in per cent of the longest.
fn length(part: Decimal, scale: Decimal) -> Decimal {
    words::percent(part.over(scale).unwrap_or_default().clamp(Decimal::ZERO, Decimal::ONE))
}
