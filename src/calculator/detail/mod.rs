//! The additional content for professionals: their results, the waterfall of the steps, and the ends of the sliders.

mod slider_ends;
mod waterfall;

use abacus_core::calculator::field::{Field, Kind, Part, Slider};
use abacus_core::calculator::{Spec, sliders};
use yew::prelude::*;

use crate::calculator::detail::slider_ends::SliderEnds;
use crate::calculator::detail::waterfall::waterfall;
use crate::calculator::form::Entry;
use crate::calculator::parts::Parts;
use crate::calculator::result::figure;
use crate::calculator::words;

#[derive(Debug)]
pub struct Detail {
    pub(super) results: fn(&Parts<'_>) -> Html,
    pub(super) ends: fn(&Parts<'_>) -> Html,
    /// Decodes and encodes the stored slider ends.
    pub(super) decode_ends: fn(&Spec, &str) -> Vec<(&'static Field, Slider)>,
    pub(super) encode_ends: fn(&[Entry]) -> String,
}

pub static DETAIL: Detail = Detail {
    results,
    ends,
    decode_ends: sliders::decode,
    encode_ends: |entries| sliders::encode(entries.iter().map(|entry| (entry.field, entry.slider))),
};

fn results(parts: &Parts<'_>) -> Html {
    let (style, locale) = (parts.style(), parts.locale());
    html! {
        <>
            // The steps reveal what a customer may not see.
            if !parts.form.is_for_customer() { { waterfall(parts) } }
            <h3 class="section-title">{ words::DETAIL_RESULTS.get(locale) }</h3>
            <dl class="result__others result__others--details">
                { for parts.evaluations(Part::Detail).iter().map(|evaluation| html! {
                    <div class="result__other" key={evaluation.output.key}>
                        <dt>{ evaluation.output.label.get(locale) }</dt>
                        <dd>{ figure(evaluation, &style) }{ " " }<span class="result__unit">{ evaluation.output.unit.label(locale) }</span></dd>
                    </div>
                }) }
            </dl>
        </>
    }
}

fn ends(parts: &Parts<'_>) -> Html {
    let numbers = parts.entries.iter().filter(|entry| !matches!(entry.field.kind, Kind::Choice(_)));
    html! {
        for entry in numbers {
            <SliderEnds key={entry.field.key} field={entry.field} label={parts.label(entry.field)} range={entry.slider}
                style={parts.style()} act={parts.events.act.clone()} />
        }
    }
}
