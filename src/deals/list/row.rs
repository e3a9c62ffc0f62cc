//! One deal in the list. All rows have the same height, whatever the deal contains.

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::number::format::money;
use abacus_core::text::Locale;
use abacus_deals::view::{DueGroup, DueItem};
use abacus_deals::{Coverage, Deal, FunnelStage, Stage};
use yew::prelude::*;

use crate::deals::controls::static_beads;
use crate::deals::list::words;
use crate::deals::words as deal_words;

/// An amount of more bytes does not fit in a line of large text on a phone, unless it is set smaller.
const LONG: usize = 16;

#[derive(PartialEq, Properties)]
pub struct DealRowProps {
    pub deal: Rc<Deal>,
    /// Its position in the list, from 1.
    pub place: usize,
    /// How many rows the list has, rendered or not.
    pub count: usize,
    pub today: Date,
    pub locale: Locale,
}

#[component]
pub fn DealRow(props: &DealRowProps) -> Html {
    let DealRowProps { deal, place, count, today, locale } = props;
    deal_row(deal, [*place, *count], *today, *locale, None)
}

/// The whole row opens the deal. It has as few nodes as possible, because scrolling renders rows all the time. `place`
/// is its position in the list, from 1, followed by the number of rows.
pub(super) fn deal_row(
    deal: &Deal,
    [place, count]: [usize; 2],
    today: Date,
    locale: Locale,
    salesperson: Option<&str>,
) -> Html {
    let coverage = Coverage::of(deal);
    let (group, due) = DueGroup::of(deal, today);
    let amount = deal.amount.map(|amount| money(amount, deal.currency.code(), locale));
    let close = deal.expected_close.filter(|_| deal.is_open() && deal.stage != Stage::Collect);
    html! {
        <li class="deals__item deal-row" translate="no" data-deal={deal.id.clone()} data-due={group.code()}
            aria-setsize={count.to_string()} aria-posinset={place.to_string()}>
            <a class="deal-row__name" dir="auto" href={format!("#{}", deal.id)}>{ deal_words::name(deal, locale) }</a>
            <span class={format!("due-chip due-chip--{}", group.code())}>{ chip(deal, due.as_ref(), today, locale) }</span>
            <p class={classes!("deal-row__next", (group == DueGroup::Unplanned).then_some("deal-row__next--none"))} dir="auto">
                { next(deal, due.as_ref(), locale) }
            </p>
            <p class="deal-row__facts">
                { static_beads(&coverage, locale) }
                <span class="deal-row__notation">{ coverage.notation() }</span>
                if deal.copy_of.is_some() {
                    <span class="deal-row__version">{ words::VERSION.get(locale) }</span>
                }
                <span class="deal-row__stage">{ deal.end.map_or(FunnelStage::of(deal).label(), |end| end.label()).get(locale) }</span>
                if let Some(amount) = amount {
                    <span class={classes!("deal-row__amount", (amount.len() > LONG).then_some("deal-row__amount--long"))}>{ amount }</span>
                }
                if let Some(name) = salesperson {
                    <bdi>{ name }</bdi>
                }
                if let Some(close) = close {
                    <span class="deal-row__close">{ words::closing(close, today, locale) }</span>
                }
            </p>
        </li>
    }
}

/// When something is due, in two or three words.
pub(crate) fn chip(deal: &Deal, due: Option<&(Date, DueItem)>, today: Date, locale: Locale) -> String {
    match due {
        Some((date, _)) => deal_words::due(*date, today, locale),
        None if !deal.is_open() => deal.end.map(|end| end.label().get(locale).to_owned()).unwrap_or_default(),
        None if deal.next_step.is_open() => words::NOT_PLANNED.get(locale).to_owned(),
        None => deal_words::NO_DAY.get(locale).to_owned(),
    }
}

/// What is due, or planned without a day; for a lost deal, why it was lost.
pub(crate) fn next(deal: &Deal, due: Option<&(Date, DueItem)>, locale: Locale) -> String {
    match due {
        Some((_, what)) => deal_words::due_item(what, locale),
        None if !deal.is_open() => deal.lost_reason.trim().to_owned(),
        None if deal.next_step.is_open() => words::NO_NEXT.get(locale).to_owned(),
        None => deal.next_step.action.trim().to_owned(),
    }
}
