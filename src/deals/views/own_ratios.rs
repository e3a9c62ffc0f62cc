//! The user's own conversion ratios, with links to the calculators that plan with them.

use abacus_core::calculators::Listing;
use abacus_core::date::Date;
use abacus_core::page::Page;
use abacus_deals::view::{Ratios, Rows, Scope, rhythm_fragment};
use yew::prelude::*;

use crate::deals::views::words;
use crate::shell::session::Session;

pub(super) fn own_ratios(session: &Session, rows: &Rows, scope: &Scope, today: Date) -> Html {
    let locale = session.locale;
    let ratios = Ratios::of(rows, scope);
    let link = |id: &str, fragment: Option<String>, label: &'static str| {
        let href = format!("{}#{}", session.link_to(Page::Calculator(Listing::find(id)?)), fragment?);
        Some(html! { <a class="button" {href}>{ label }</a> })
    };
    let activity = link("activity", ratios.activity_fragment(), words::PLAN_WITH_RATIOS.get(locale));
    let rhythm = link("rhythm-load", rhythm_fragment(rows, scope, today), words::PLAN_RHYTHM.get(locale));
    html! {
        <section class="funnel__plan" aria-labelledby="plan-title">
            <div>
                <h2 class="section-title" id="plan-title">{ words::PLAN.get(locale) }</h2>
                <p translate="no">{ words::ratios(&ratios, locale) }</p>
            </div>
            <p class="deal-actions">{ activity }{ rhythm }</p>
        </section>
    }
}
