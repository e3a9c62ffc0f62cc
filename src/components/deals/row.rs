//! One deal in the list.

use abacus_core::deals::{Coverage, Date, Deal};
use abacus_core::text::Locale;
use yew::prelude::*;

use super::beads::Beads;
use super::name::name;
use crate::components::focus::use_focus;
use crate::text::deals as words;

/// What the row needs.
#[derive(PartialEq, Properties)]
pub struct DealRowProps {
    /// The deal.
    pub deal: Deal,
    /// Where it opens.
    pub href: AttrValue,
    /// Its beads.
    pub coverage: Coverage,
    /// Today.
    pub today: Date,
    /// Whether the row takes the focus.
    pub focused: bool,
    /// The language.
    pub locale: Locale,
}

/// The row: the whole of it opens the deal.
#[component]
pub fn DealRow(props: &DealRowProps) -> Html {
    let DealRowProps { deal, href, coverage, today, focused, .. } = props;
    let locale = props.locale;
    let node = use_focus(*focused);
    html! {
        <div class="deal-row">
            <a class="deal-row__name" ref={node} {href}>{ name(deal, locale) }</a>
            <p class="deal-row__facts">
                if let Some(amount) = words::amount(deal, locale) {
                    <span class="deal-row__amount">{ amount }</span>
                }
                if let Some(close) = deal.expected_close {
                    <span>{ words::CLOSE.get(locale) }{ " " }{ day(close, *today, words::expected, locale) }</span>
                }
            </p>
            <p class="deal-row__gate"><Beads coverage={*coverage} {locale} /><span class="deal-row__notation">{ coverage.notation() }</span></p>
            { next_step(deal, *today, locale) }
        </div>
    }
}

fn next_step(deal: &Deal, today: Date, locale: Locale) -> Html {
    let step = &deal.next_step;
    if step.action.trim().is_empty() {
        return html! { <p class="deal-row__next deal-row__next--none">{ words::NO_NEXT.get(locale) }</p> };
    }
    html! {
        <p class="deal-row__next">
            <span class="deal-row__label">{ words::NEXT.get(locale) }</span>
            { " " }{ step.action.trim() }{ " " }
            { step.date.map(|date| day(date, today, words::due, locale)) }
        </p>
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
