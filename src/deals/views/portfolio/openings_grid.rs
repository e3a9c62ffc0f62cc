//! The openings grid: nine openings, how many deals each has, and the conclusions.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::{Ground, Lead, Letter, Opening, OpeningKind, Portfolio};
use yew::prelude::*;

use crate::deals::assessment::causes;
use crate::deals::views::portfolio::findings::findings;
use crate::deals::views::portfolio::words;

#[derive(PartialEq, Properties)]
pub struct OpeningsGridProps {
    pub portfolio: Rc<Portfolio>,
    /// How many deals there are, with and without an opening.
    pub all: usize,
    pub href: Callback<Letter, AttrValue>,
    pub locale: Locale,
}

#[component]
pub fn OpeningsGrid(props: &OpeningsGridProps) -> Html {
    let OpeningsGridProps { portfolio, all, href, .. } = props;
    let locale = props.locale;
    let behind = Lead::ALL.into_iter().filter_map(|lead| {
        let opening = Opening { ground: Ground::Ours, lead };
        (portfolio.in_opening(opening) > 0).then(|| opening.letter())
    });
    html! {
        <section class="portfolio" aria-labelledby="openings-title">
            <h2 class="section-title" id="openings-title">{ words::OPENINGS.get(locale) }</h2>
            <div class="portfolio__pair">
                <div class="openings__room">
                    <table role="table" class="openings" translate="no">
                        <caption class="visually-hidden">{ words::OPENINGS.get(locale) }</caption>
                        <thead role="rowgroup">
                            <tr role="row">
                                <td role="cell"></td>
                                { for Ground::ALL.into_iter().map(|ground| html! {
                                    <th role="columnheader" class="openings__head" scope="col" key={ground.code()}>{ ground.label().get(locale) }</th>
                                }) }
                            </tr>
                        </thead>
                        <tbody role="rowgroup">
                            { for Lead::ALL.into_iter().map(|lead| html! {
                                <tr role="row" key={lead.code()}>
                                    <th role="rowheader" class="openings__head" scope="row">{ lead.label().get(locale) }</th>
                                    { for Ground::ALL.into_iter().map(|ground| {
                                        let opening = Opening { ground, lead };
                                        cell(opening.letter(), portfolio.in_opening(opening), portfolio.opened(), href.emit(opening.letter()), locale)
                                    }) }
                                </tr>
                            }) }
                        </tbody>
                    </table>
                </div>
                <div>
                    <p class="portfolio__note">{ words::opened(portfolio.opened(), *all, locale) }</p>
                    { findings(&portfolio.opening_findings(), locale) }
                    <div>{ for behind.map(|letter| causes(letter, locale)) }</div>
                </div>
            </div>
        </section>
    }
}

fn cell(letter: Letter, count: usize, opened: usize, href: AttrValue, locale: Locale) -> Html {
    let kind = match letter.kind() {
        OpeningKind::Normal => "openings__cell--normal",
        OpeningKind::Problem => "openings__cell--problem",
        OpeningKind::Abnormal => "openings__cell--abnormal",
    };
    let inside = html! {
        <>
            <span class="openings__letter">{ letter.code() }</span>
            <span class="openings__count">{ words::deals(count, locale) }</span>
            if count > 0 {
                <span class="openings__share">{ words::percent(count, opened) }</span>
            }
            <span class="openings__kind">{ words::kind(letter.kind()).get(locale) }</span>
        </>
    };
    html! {
        <td role="cell" class={classes!("openings__cell", kind, (count == 0).then_some("openings__cell--empty"))} key={letter.code()} data-letter={letter.code()}>
            if count == 0 {
                <span class="openings__place">{ inside }</span>
            } else {
                <a class="openings__place" {href}>{ inside }</a>
            }
        </td>
    }
}
