//! What a frame adds to the tool: covered results, and the parts rendered by other chunks.

use abacus_core::text::Text;
use abacus_embed::Part;
use yew::prelude::*;

use crate::calculator::chunks::ChunkName;
use crate::calculator::form::Stale;
use crate::calculator::frame::Framed;
use crate::calculator::frame::cover::{self, cover};
use crate::calculator::frame::state::State;
use crate::calculator::layouts::{Slots, extras_props};
use crate::calculator::parts::Parts;
use crate::shell::element::{classed, content};

pub(super) fn slots(state: &State, parts: &Parts<'_>) -> Slots {
    if let Some(why) = state.why_closed() {
        return Slots { instead: Some(note(why, parts)), ..Slots::default() };
    }
    if state.is_covered() {
        let headline = parts.calculator.spec().outputs.first();
        let cover = headline.map(|output| cover(output, &parts.style(), &state.guess, &state.happened));
        return Slots { instead: Some(cover.unwrap_or_default()), ..Slots::default() };
    }
    let compared = state.guess.compared.as_ref().zip(parts.evaluations.first());
    let guess = compared.map(|((guess, inputs), headline)| {
        if inputs == parts.form.inputs() {
            cover::comparison(*guess, headline, &parts.style())
        } else {
            cover::again(parts.locale(), &state.happened)
        }
    });
    if !matches!(parts.session.page, abacus_core::page::Page::Embed(_)) {
        return Slots { beneath: guess.unwrap_or_default(), ..Slots::default() };
    }
    let (beneath, after) = way_on(parts);
    let beneath = Html::from_iter([guess.unwrap_or_default(), beneath]);
    let [has_picture, has_table, has_chart] = [Part::Picture, Part::Table, Part::Chart].map(|part| parts.shows(part));
    let is_for_customer = parts.form.is_for_customer();
    let Some(extras) = parts.chunks.extras.table() else {
        let room = || parts.placeholder(ChunkName::Extras, &parts.chunks.extras);
        let is_needed = state.needs_extras();
        let place = is_needed.then(room).unwrap_or_default();
        // Without results there is nothing below them.
        let [beneath, after] = if parts.shows_results() {
            [Html::from_iter([beneath, place]), after]
        } else {
            [beneath, Html::from_iter([after, place])]
        };
        return Slots { beneath, after, ..Slots::default() };
    };
    let (sections, props) = (extras.sections, extras_props(parts, extras));
    let picture = if has_picture && !is_for_customer { (sections.picture)(&props) } else { Html::default() };
    let what_if =
        if has_table || has_chart { (sections.what_if)(&props, has_table, has_chart) } else { Html::default() };
    let summary = if is_for_customer { (sections.customer_summary)(parts) } else { Html::default() };
    Slots {
        beneath: Html::from_iter([beneath, summary]),
        picture,
        after: Html::from_iter([after, classed("div", "tool__after", what_if)]),
        ..Slots::default()
    }
}

/// The solve panel belongs beside the field of the unknown. If that field is hidden, the panel goes below the results,
/// or last, so that a reader can retry if the solver failed to load.
fn way_on(parts: &Parts<'_>) -> (Html, Html) {
    let unknown = parts.form.solving().map(|solving| solving.unknown);
    let is_shown = |unknown| parts.entries.iter().any(|entry| entry.field == unknown);
    let has_place = parts.shows_inputs() && !parts.form.is_for_customer() && unknown.is_some_and(is_shown);
    if has_place || parts.form.stale() != Some(Stale::Solving) {
        return (Html::default(), Html::default());
    }
    let place = parts.placeholder(ChunkName::Solve, &parts.chunks.solve);
    if parts.shows_results() { (place, Html::default()) } else { (Html::default(), place) }
}

fn note(why: Text, parts: &Parts<'_>) -> Html {
    classed("p", "notice", content(why.get(parts.locale())))
}
