//! What a frame adds to the tool: covered results, and the parts that other chunks draw.

use abacus_core::text::Text;
use abacus_embed::Part;
use yew::prelude::*;

use crate::calculator::chunks::ChunkName;
use crate::calculator::frame::Framed;
use crate::calculator::frame::cover::{self, cover};
use crate::calculator::frame::state::State;
use crate::calculator::parts::Parts;
use crate::calculator::stages::{Slots, extras_props};
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
            cover::told(*guess, headline, &parts.style())
        } else {
            cover::again(parts.locale(), &state.happened)
        }
    });
    if !matches!(parts.session.page, abacus_core::page::Page::Embed(_)) {
        return Slots { beneath: guess.unwrap_or_default(), ..Slots::default() };
    }
    let [has_picture, has_table, has_chart] = [Part::Picture, Part::Table, Part::Chart].map(|part| parts.shows(part));
    let is_for_customer = parts.form.is_for_customer();
    let Some(extras) = parts.chunks.extras.table() else {
        let room = || parts.placeholder(ChunkName::Solve, &parts.chunks.extras);
        let is_needed = state.needs_extras();
        let beneath = [guess.unwrap_or_default(), is_needed.then(room).unwrap_or_default()];
        return Slots { beneath: Html::from_iter(beneath), ..Slots::default() };
    };
    let (sections, props) = (extras.sections, extras_props(parts, extras));
    let picture = if has_picture && !is_for_customer { (sections.picture)(&props) } else { Html::default() };
    let what_if =
        if has_table || has_chart { (sections.what_if)(&props, has_table, has_chart) } else { Html::default() };
    let told = if is_for_customer { (sections.told)(parts) } else { Html::default() };
    Slots {
        beneath: Html::from_iter([guess.unwrap_or_default(), told]),
        picture,
        after: classed("div", "tool__after", what_if),
        ..Slots::default()
    }
}

fn note(why: Text, parts: &Parts<'_>) -> Html {
    classed("p", "notice", content(why.get(parts.locale())))
}
