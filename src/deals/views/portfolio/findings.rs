//! The conclusions from the distribution of deals.

use abacus_core::text::Locale;
use abacus_deals::PortfolioFinding;
use yew::prelude::*;

use crate::deals::views::portfolio::words;

pub(crate) fn findings(findings: &[PortfolioFinding], locale: Locale) -> Html {
    html! {
        <div class="portfolio__findings">
            <h3 class="portfolio__label">{ words::READING.get(locale) }</h3>
            <ul>
                { for findings.iter().map(|finding| html! {
                    <li class="portfolio__finding" translate="no" key={finding.kind.id()} data-reading={finding.kind.id()}>
                        <p class="portfolio__meaning">{ finding.kind.meaning().get(locale) }</p>
                        <p class="portfolio__reason">{ finding.reason(locale) }</p>
                    </li>
                }) }
            </ul>
        </div>
    }
}
