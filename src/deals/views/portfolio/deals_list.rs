//! The content of the chart as a list: for those who cannot see it, and with targets large enough for a thumb.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::view::{Pattern, Plot, Plotted};
use yew::prelude::*;

use crate::deals::views::portfolio::mark::small_mark;
use crate::deals::views::portfolio::words;
use crate::deals::views::words as view_words;
use crate::deals::words as deal_words;

/// How many deals are listed. The classes lead to the others.
const MAX: usize = 50;

#[derive(PartialEq, Properties)]
pub(crate) struct PlottedListProps {
    pub(crate) plot: Rc<Plot>,
    pub(crate) locale: Locale,
}

#[component]
pub(crate) fn PlottedList(props: &PlottedListProps) -> Html {
    let PlottedListProps { plot, locale } = props;
    let locale = *locale;
    if plot.deals.is_empty() {
        return Html::default();
    }
    let rest = plot.deals.len().saturating_sub(MAX);
    html! {
        <section class="plotted" aria-labelledby="plotted-title">
            <h3 class="portfolio__label" id="plotted-title">{ words::PLOTTED.get(locale) }</h3>
            <ul class="plotted__list">{ for plot.deals.iter().take(MAX).map(|plotted| item(plotted, locale)) }</ul>
            if rest > 0 {
                <p class="portfolio__note">{ view_words::not_listed(rest, locale) }</p>
            }
        </section>
    }
}

fn item(plotted: &Plotted, locale: Locale) -> Html {
    let deal = &plotted.deal;
    html! {
        <li class="plotted__item" translate="no" key={deal.id.clone()}>
            <a class="plotted__link" href={format!("#{}", deal.id)}>
                { small_mark(Pattern::of(&plotted.coverage)) }
                <span class="plotted__name" dir="auto">{ deal_words::name(deal, locale) }</span>
                <span class="plotted__facts">{ words::facts(plotted, locale) }</span>
            </a>
        </li>
    }
}
