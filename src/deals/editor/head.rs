//! The header of a deal: customer and deal, amount, step, and the beads.

use abacus_core::text::Locale;
use abacus_deals::{Coverage, Deal, DealAction, FunnelStage, Stage};
use yew::prelude::*;

use crate::deals::controls::name;
use crate::deals::editor::rod::{Rod, filled_slots};
use crate::deals::editor::words;
use crate::deals::words as deal_words;

/// `versions` follows below if there are other versions of this deal.
pub(crate) fn head(
    deal: &Deal,
    title: &NodeRef,
    versions: Html,
    locale: Locale,
    go: &Callback<DealAction>,
    on_stage: &Callback<MouseEvent>,
) -> Html {
    let coverage = Coverage::of(deal);
    let stage = match deal.end {
        Some(end) => end.label().get(locale).to_owned(),
        None if FunnelStage::of(deal) == FunnelStage::Target => FunnelStage::Target.label().get(locale).to_owned(),
        None => words::stage(deal.stage, Stage::ALL.iter().position(|stage| *stage == deal.stage), locale),
    };
    html! {
        <header class="deal__header">
            <h1 tabindex="-1" translate="no" ref={title}>{ name(deal, locale) }</h1>
            <p class="deal__facts" translate="no">
                if let Some(amount) = deal_words::amount(deal, locale) {
                    <span class="deal__amount">{ amount }</span>
                }
                <button type="button" class="deal__stage" onclick={on_stage}>{ stage }</button>
            </p>
            { versions }
            <Rod {coverage} rests_on_two={coverage.rests_on_two(deal)} filled={filled_slots(deal, &coverage, locale)} {locale} {go} />
        </header>
    }
}
