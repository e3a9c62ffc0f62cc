//! The value matrix: what deals bring now and later, as a chart and in words.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::view::{Pattern, Plot};
use abacus_deals::{Portfolio, PortfolioOwner, ValueClass};
use yew::prelude::*;

use crate::deals::views::portfolio::deals_list::PlottedList;
use crate::deals::views::portfolio::findings::findings;
use crate::deals::views::portfolio::mark::small_mark;
use crate::deals::views::portfolio::plot::MatrixPlot;
use crate::deals::views::portfolio::words;

#[derive(PartialEq, Properties)]
pub struct ValueMatrixProps {
    pub portfolio: Rc<Portfolio>,
    pub plot: Rc<Plot>,
    /// Whose deals these are.
    pub whose: PortfolioOwner,
    /// How many deals there are, with and without scores.
    pub all: usize,
    pub href: Callback<ValueClass, AttrValue>,
    pub locale: Locale,
}

#[component]
pub fn ValueMatrix(props: &ValueMatrixProps) -> Html {
    let ValueMatrixProps { portfolio, plot, whose, all, href, .. } = props;
    let locale = props.locale;
    html! {
        <section class="portfolio" aria-labelledby="value-matrix-title">
            <h2 class="section-title" id="value-matrix-title">{ words::VALUE_MATRIX.get(locale) }</h2>
            <div class="portfolio__pair">
                <div>
                    <MatrixPlot portfolio={portfolio.clone()} plot={plot.clone()} {locale} />
                    <ul class="matrix-key">
                        { for Pattern::ALL.into_iter().map(|pattern| html! {
                            <li class="matrix-key__item" key={words::pattern(pattern).en}>{ small_mark(pattern) }{ words::pattern(pattern).get(locale) }</li>
                        }) }
                    </ul>
                    <p class="portfolio__hint" translate="no">{ words::plot_hint(plot, locale) }</p>
                </div>
                <div>
                    <p class="portfolio__note">{ words::scored(portfolio.classified(), *all, locale) }</p>
                    <ul class="portfolio__classes">
                        { for ValueClass::ALL.into_iter().map(|class| {
                            class_item(class, portfolio.in_class(class), href.emit(class), locale)
                        }) }
                    </ul>
                    { findings(&[portfolio.value_finding(*whose)], locale) }
                </div>
            </div>
            <PlottedList plot={plot.clone()} {locale} />
        </section>
    }
}

fn class_item(class: ValueClass, count: usize, href: AttrValue, locale: Locale) -> Html {
    html! {
        <li class="portfolio__class" key={class.code()} data-class={class.code()}>
            <p class="portfolio__class-name">
                { class.label().get(locale) }{ " · " }
                if count == 0 {
                    <span class="portfolio__none">{ words::NO_DEALS.get(locale) }</span>
                } else {
                    <a class="portfolio__link" {href}>{ words::deals(count, locale) }</a>
                }
            </p>
            <p class="portfolio__reason">{ class.advice().get(locale) }</p>
        </li>
    }
}
