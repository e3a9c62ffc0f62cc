//! The list as a table, where there is room for one: for a manager reviewing deals with a team.
//!
//! It is an ARIA grid: a single tab stop, arrows from cell to cell, and Enter opens the deal or sorts;
//! [`grid`](super::grid) handles the keys. It uses roles instead of table elements, because only the visible rows of
//! thousands are rendered, with space above and below.

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::number::format::money;
use abacus_core::text::{Locale, Text};
use abacus_deals::view::{DueGroup, Query, Sort, Tally};
use abacus_deals::{Coverage, Deal, FunnelStage, Stage};
use yew::prelude::*;

use crate::deals::controls::static_beads;
use crate::deals::list::row::{chip, next};
use crate::deals::list::words;
use crate::deals::words as deal_words;

/// The columns: label and sort order.
pub(super) const COLUMNS: [(Text, Sort); 7] = [
    (words::CUSTOMER, Sort::Customer),
    (words::STAGE, Sort::Stage),
    (words::AMOUNT, Sort::Amount),
    (words::NEXT, Sort::Due),
    (words::PATTERN_COLUMN, Sort::Gate),
    (words::SALESPERSON, Sort::Salesperson),
    (words::DAYS, Sort::Days),
];

/// How many bytes of an amount fit in one line of its column, however narrow.
const ONE_LINE: usize = 14;

/// The index of the column with this sort code.
pub(super) fn column(code: &str) -> Option<usize> {
    COLUMNS.iter().position(|(_, sort)| sort.code() == code)
}

/// The `tabindex` of a link or a button: `0` if it is the tab stop.
const fn tab(is_stop: bool) -> &'static str {
    if is_stop { "0" } else { "-1" }
}

/// Whether the order starts with the greatest value.
const fn is_descending(sort: Sort) -> bool {
    matches!(sort, Sort::Amount | Sort::Stage | Sort::Gate | Sort::Days)
}

/// Whether a column contains numbers, which are aligned.
const fn is_number(sort: Sort) -> bool {
    matches!(sort, Sort::Amount | Sort::Days)
}

/// What the header shows, and the callback for a tap on it.
#[derive(Clone, PartialEq)]
pub(crate) struct Heads {
    pub(crate) query: Query,
    pub(crate) set_query: Callback<Query>,
}

#[derive(PartialEq, Properties)]
pub(crate) struct HeadProps {
    pub(crate) heads: Heads,
    pub(crate) locale: Locale,
    /// The column of the tab stop, if it is in the header.
    pub(crate) stop: Option<usize>,
}

/// The column headers. A second tap reverses the order.
#[component]
pub(crate) fn Head(props: &HeadProps) -> Html {
    let HeadProps { heads: Heads { query, set_query }, locale, stop } = props;
    let head = |(place, (label, sort)): (usize, (Text, Sort))| {
        let is_sorted = query.sort == sort;
        let order = match (is_sorted, is_descending(sort) != query.reversed) {
            (false, _) => "none",
            (true, true) => "descending",
            (true, false) => "ascending",
        };
        let onclick = {
            let asked = Query { sort, reversed: is_sorted && !query.reversed, ..query.clone() };
            set_query.reform(move |_: MouseEvent| asked.clone())
        };
        html! {
            <div key={sort.code()} class={classes!("deals-table__head", is_number(sort).then_some("deals-table__head--number"))} role="columnheader" aria-sort={order}>
                <button type="button" class="deals-table__sort" data-sort={sort.code()} tabindex={tab(*stop == Some(place))} {onclick}>{ label.get(*locale) }</button>
            </div>
        }
    };
    html! {
        <div class="deals-table__heads" role="rowgroup">
            <div class="deals-table__row" role="row" aria-rowindex="1">{ for COLUMNS.into_iter().enumerate().map(head) }</div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct TableRowProps {
    pub(crate) deal: Rc<Deal>,
    /// Its position among the deals, from 1.
    pub(crate) place: usize,
    /// The column of the tab stop, if it is in this row.
    pub(crate) stop: Option<usize>,
    pub(crate) today: Date,
    pub(crate) locale: Locale,
}

/// As few nodes as possible, because scrolling renders rows all the time.
#[component]
pub(crate) fn TableRow(props: &TableRowProps) -> Html {
    let TableRowProps { deal, place, stop, today, locale } = props;
    // Only the cell that takes the focus is marked, because rows are rendered all the time.
    let stop = |column: usize| (*stop == Some(column)).then_some("0");
    let (today, locale) = (*today, *locale);
    let coverage = Coverage::of(deal);
    let (group, due) = DueGroup::of(deal, today);
    let (customer, title) = match deal_words::name_parts(deal, locale).as_slice() {
        [customer, title] => ((*customer).to_owned(), (*title).to_owned()),
        others => (others.concat(), String::new()),
    };
    let days = deal.reached.days_since(deal.stage, today);
    html! {
        <div class="deal-row deals-table__row deals-table__deal" role="row" translate="no" data-deal={deal.id.clone()} data-due={group.code()}
            aria-rowindex={place.saturating_add(1).to_string()}>
            <div role="gridcell">
                <a class="deal-row__name" dir="auto" tabindex={stop(0).unwrap_or("-1")} href={format!("#{}", deal.id)}>{ customer }</a>
                <span class="deals-table__more" dir="auto">{ title }</span>
                if deal.copy_of.is_some() { <span class="deal-row__version">{ words::VERSION.get(locale) }</span> }
            </div>
            <div role="gridcell" tabindex={stop(1)} class="deals-table__stage">{ steps(deal) }{ deal.end.map_or(FunnelStage::of(deal).label(), |end| end.label()).get(locale) }</div>
            <div role="gridcell" tabindex={stop(2)} class="deals-table__number">{ deal.amount.map(|amount| in_groups(&money(amount, deal.currency.code(), locale))) }</div>
            <div role="gridcell" tabindex={stop(3)} class="deals-table__next">
                <span class={format!("due-chip due-chip--{}", group.code())}>{ chip(deal, due.as_ref(), today, locale) }</span>
                <span class="deals-table__more deal-row__next" dir="auto">{ next(deal, due.as_ref(), locale) }</span>
            </div>
            <div role="gridcell" tabindex={stop(4)}>{ static_beads(&coverage, locale) }<span class="deal-row__notation">{ coverage.notation() }</span></div>
            <div role="gridcell" tabindex={stop(5)} dir="auto">{ deal.salesperson.trim() }</div>
            <div role="gridcell" tabindex={stop(6)} class="deals-table__number">{ days.map_or_else(|| "–".to_owned(), |days| days.to_string()) }</div>
        </div>
    }
}

/// An amount that is too long for its line wraps after a group of digits.
fn in_groups(amount: &str) -> Html {
    if amount.len() <= ONE_LINE {
        return amount.into();
    }
    amount.split_inclusive(',').map(|group| html! { <>{ group }<wbr /></> }).collect()
}

/// The step as six beads: the passed ones are full, the current one is highlighted.
fn steps(deal: &Deal) -> Html {
    let bead = |(place, stage): (i32, Stage)| {
        let x = place.saturating_mul(14).saturating_add(8);
        let class = match () {
            () if stage == deal.stage => "steps__now",
            () if stage < deal.stage => "steps__done",
            () => "steps__open",
        };
        html! { <circle {class} cx={x.to_string()} cy="8" r="5" /> }
    };
    html! {
        <svg class="steps" viewBox="0 0 86 16" aria-hidden="true">
            <path class="steps__rod" d="M0 8H86" />
            { for (0..).zip(Stage::ALL).map(bead) }
        </svg>
    }
}

/// The totals of the deals in the list, per currency.
pub(crate) fn sum(tally: &Tally, locale: Locale) -> Html {
    let amounts = tally.amounts.iter().map(|(currency, sum)| match sum {
        Some(sum) => money(*sum, currency.code(), locale),
        None => words::too_large(currency.code(), locale),
    });
    let amounts = amounts.collect::<Vec<_>>().join(" · ");
    html! {
        <p class="deals-table__sum" translate="no">
            { words::sum(tally.count, &amounts, locale) }
            if tally.without_amount > 0 {
                <span class="deals-table__more">{ words::without_amount(tally.without_amount, locale) }</span>
            }
        </p>
    }
}
