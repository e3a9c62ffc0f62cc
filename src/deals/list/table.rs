//! The list as a table, where there is room for one: what a manager goes through with a team.
//!
//! It is a grid: one stop for Tab, arrows from cell to cell, and Enter opens the deal or sorts; [`grid`](super::grid) has its
//! keys. Its parts have roles instead of table elements, since of thousands of rows those in sight are drawn, with room above
//! and below.

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::number::format::money;
use abacus_core::text::{Locale, Text};
use abacus_deals::view::{DueGroup, Query, Sort, Tally};
use abacus_deals::{Coverage, Deal, Rung, Stage};
use yew::prelude::*;

use crate::deals::controls::static_beads;
use crate::deals::list::row::{chip, next};
use crate::deals::list::words;
use crate::deals::words as deal_words;

/// The columns: what each is called and sorted by.
pub(super) const COLUMNS: [(Text, Sort); 7] = [
    (words::CUSTOMER, Sort::Customer),
    (words::STAGE, Sort::Stage),
    (words::AMOUNT, Sort::Amount),
    (words::NEXT, Sort::Due),
    (words::PATTERN_COLUMN, Sort::Gate),
    (words::SALESPERSON, Sort::Salesperson),
    (words::DAYS, Sort::Days),
];

/// How many bytes of an amount have room in one line of its column, however narrow.
const ONE_LINE: usize = 14;

/// The place of the column that is sorted by this word.
pub(super) fn column(code: &str) -> Option<usize> {
    COLUMNS.iter().position(|(_, sort)| sort.code() == code)
}

/// What `tabindex` says of a link or a button: whether it is where Tab leads to.
const fn tab(is_stop: bool) -> &'static str {
    if is_stop { "0" } else { "-1" }
}

/// Whether the first of an order is what is greatest.
const fn is_descending(sort: Sort) -> bool {
    matches!(sort, Sort::Amount | Sort::Stage | Sort::Gate | Sort::Days)
}

/// Whether a column holds numbers, which stand one below the other.
const fn is_number(sort: Sort) -> bool {
    matches!(sort, Sort::Amount | Sort::Days)
}

/// What the heads show, and what a tap on one does.
#[derive(Clone, PartialEq)]
pub(crate) struct Heads {
    pub(crate) query: Query,
    pub(crate) ask: Callback<Query>,
}

#[derive(PartialEq, Properties)]
pub(crate) struct HeadProps {
    pub(crate) heads: Heads,
    pub(crate) locale: Locale,
    /// The column where Tab leads to, if it is here.
    pub(crate) stop: Option<usize>,
}

/// The heads of the columns. A second tap on one turns its order round.
#[component]
pub(crate) fn Head(props: &HeadProps) -> Html {
    let HeadProps { heads: Heads { query, ask }, locale, stop } = props;
    let head = |(place, (label, sort)): (usize, (Text, Sort))| {
        let is_sorted = query.sort == sort;
        let order = match (is_sorted, is_descending(sort) != query.reversed) {
            (false, _) => "none",
            (true, true) => "descending",
            (true, false) => "ascending",
        };
        let onclick = {
            let asked = Query { sort, reversed: is_sorted && !query.reversed, ..query.clone() };
            ask.reform(move |_: MouseEvent| asked.clone())
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
    /// The column where Tab leads to, if it is in this row.
    pub(crate) stop: Option<usize>,
    pub(crate) today: Date,
    pub(crate) locale: Locale,
}

/// As few nodes as possible, because scrolling renders rows all the time.
#[component]
pub(crate) fn TableRow(props: &TableRowProps) -> Html {
    let TableRowProps { deal, place, stop, today, locale } = props;
    // Only the cell that takes the focus is marked: rows are drawn all the time.
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
            <div role="gridcell" tabindex={stop(1)} class="deals-table__stage">{ steps(deal) }{ deal.end.map_or(Rung::of(deal).label(), |end| end.label()).get(locale) }</div>
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

/// An amount that is too long for its line goes on in the next one, after a group of its digits.
fn in_groups(amount: &str) -> Html {
    if amount.len() <= ONE_LINE {
        return amount.into();
    }
    amount.split_inclusive(',').map(|group| html! { <>{ group }<wbr /></> }).collect()
}

/// The step as six beads: those passed are full, the one it is at stands out.
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

/// What the deals in the list amount to, each currency by itself.
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
