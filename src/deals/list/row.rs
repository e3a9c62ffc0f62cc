//! One deal in the list. All rows have the same height, whatever the deal contains.

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{Coverage, Deal, Stage};
use yew::prelude::*;

use crate::deals::controls::static_beads;
use crate::deals::list::words;
use crate::deals::words as deal_words;

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

/// The whole row opens the deal. It has as few nodes as possible, because scrolling renders rows all the time.
#[component]
pub fn DealRow(props: &DealRowProps) -> Html {
    let DealRowProps { deal, place, count, today, .. } = props;
    let locale = props.locale;
    let coverage = Coverage::of(deal);
    html! {
        <li class="deals__item deal-row" translate="no" data-deal={deal.id.clone()} aria-setsize={count.to_string()} aria-posinset={place.to_string()}>
            <a class="deal-row__name" href={format!("#{}", deal.id)}>{ deal_words::name(deal, locale) }</a>
            <p class="deal-row__facts">
                if deal.copy_of.is_some() {
                    <span class="deal-row__version">{ words::VERSION.get(locale) }</span>
                }
                <span class="deal-row__stage">{ deal.end.map_or(deal.stage.label(), |end| end.label()).get(locale) }</span>
                if let Some(amount) = deal_words::amount(deal, locale) {
                    <span class="deal-row__amount">{ amount }</span>
                }
                if let Some(close) = deal.expected_close.filter(|_| deal.is_open() && deal.stage != Stage::Collect) {
                    { day(format!("{} ", deal_words::CLOSE.get(locale)), close, *today, words::expected, locale) }
                }
            </p>
            <p class="deal-row__gate">{ static_beads(&coverage, locale) }<span class="deal-row__notation">{ coverage.notation() }</span></p>
            { next_step(deal, *today, locale) }
        </li>
    }
}

fn next_step(deal: &Deal, today: Date, locale: Locale) -> Html {
    let step = &deal.next_step;
    match (deal.is_open(), step.is_open()) {
        (false, _) => html! { <p class="deal-row__next">{ deal.lost_reason.trim() }</p> },
        (true, true) => html! { <p class="deal-row__next deal-row__next--none">{ words::NO_NEXT.get(locale) }</p> },
        (true, false) => html! {
            <p class="deal-row__next">
                <span class="deal-row__label">{ words::NEXT.get(locale) }</span>
                { format!(" {} ", step.action.trim()) }
                { step.date.map(|date| day(String::new(), date, today, deal_words::due, locale)) }
            </p>
        },
    }
}

/// A date with its label and its distance from today; marked if it is past.
fn day(word: String, date: Date, today: Date, distance: fn(Date, Date, Locale) -> String, locale: Locale) -> Html {
    let class = if date < today { "day day--past" } else { "day" };
    html! {
        <span {class}>
            { word }<time>{ date.to_string() }</time><span class="day__due">{ format!(" {}", distance(date, today, locale)) }</span>
        </span>
    }
}
