//! The value matrix: what deals bring now and later, as a picture and in words.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::{Portfolio, Spot, ValueClass};
use yew::prelude::*;

use crate::deals::views::portfolio::findings::findings;
use crate::deals::views::portfolio::plot::MatrixPlot;
use crate::deals::views::portfolio::words;

#[derive(PartialEq, Properties)]
pub struct ValueMatrixProps {
    pub portfolio: Rc<Portfolio>,
    pub spots: Rc<Vec<Spot>>,
    /// How many deals there are, with and without scores.
    pub all: usize,
    pub href: Callback<ValueClass, AttrValue>,
    pub locale: Locale,
}

#[component]
pub fn ValueMatrix(props: &ValueMatrixProps) -> Html {
    let ValueMatrixProps { portfolio, spots, all, href, .. } = props;
    let locale = props.locale;
    html! {
        <section class="portfolio" aria-labelledby="value-matrix-title">
            <h2 class="section-title" id="value-matrix-title">{ words::VALUE_MATRIX.get(locale) }</h2>
            <div class="portfolio__pair">
                <div>
                    <MatrixPlot portfolio={portfolio.clone()} spots={spots.clone()} {locale} />
                    <p class="portfolio__hint">{ words::PLOT_HINT.get(locale) }</p>
                </div>
                <div>
                    <p class="portfolio__note">{ words::scored(portfolio.classified(), *all, locale) }</p>
                    <ul class="portfolio__classes">
                        { for ValueClass::ALL.into_iter().map(|class| {
                            class_item(class, portfolio.in_class(class), href.emit(class), locale)
                        }) }
                    </ul>
                    { findings(&[portfolio.value_finding()], locale) }
                </div>
            </div>
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
