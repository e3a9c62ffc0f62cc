//! One deal in the list. Every row is of the same height, whatever the deal holds.

use std::rc::Rc;

use abacus_core::deals::{Coverage, Date, Deal, Stage};
use abacus_core::text::Locale;
use yew::prelude::*;

use super::beads::Beads;
use super::name::name;
use crate::text::deals as words;

/// What the row needs.
#[derive(PartialEq, Properties)]
pub struct DealRowProps {
    /// The deal.
    pub deal: Rc<Deal>,
    /// Where it opens.
    pub href: AttrValue,
    /// Today.
    pub today: Date,
    /// The language.
    pub locale: Locale,
}

/// The row: the whole of it opens the deal.
#[component]
pub fn DealRow(props: &DealRowProps) -> Html {
    let DealRowProps { deal, href, today, .. } = props;
    let locale = props.locale;
    let coverage = Coverage::of(deal);
    html! {
        <div class="deal-row">
            <a class="deal-row__name" {href}>{ name(deal, locale) }</a>
            <p class="deal-row__facts">
                <span class="deal-row__stage">{ deal.end.map_or(deal.stage.label(), |end| end.label()).get(locale) }</span>
                if let Some(amount) = words::amount(deal, locale) {
                    <span class="deal-row__amount">{ amount }</span>
                }
                if let Some(close) = deal.expected_close.filter(|_| deal.is_open() && deal.stage != Stage::Collect) {
                    <span>{ words::CLOSE.get(locale) }{ " " }{ day(close, *today, words::expected, locale) }</span>
                }
            </p>
            <p class="deal-row__gate"><Beads {coverage} {locale} /><span class="deal-row__notation">{ coverage.notation() }</span></p>
            { next_step(deal, *today, locale) }
        </div>
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
                { " " }{ step.action.trim() }{ " " }
                { step.date.map(|date| day(date, today, words::due, locale)) }
            </p>
        },
    }
}

/// A day, and in words how far it is from today; marked when it is past.
fn day(date: Date, today: Date, distance: fn(Date, Date, Locale) -> String, locale: Locale) -> Html {
    let class = classes!("day", (date < today).then_some("day--past"));
    html! {
        <span {class}>
            <time datetime={date.to_string()}>{ date.to_string() }</time>
            { " " }<span class="day__due">{ distance(date, today, locale) }</span>
        </span>
    }
}
