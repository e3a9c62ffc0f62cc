//! The form of a calculator: the slide's inputs, those for professionals folded behind them.

use abacus_core::calculator::field::{Kind, Part};
use abacus_embed::Part as Shown;
use yew::prelude::*;

use crate::calculator::chunks::ChunkName;
use crate::calculator::field::{choice, field};
use crate::calculator::form::Entry;
use crate::calculator::parts::Parts;
use crate::calculator::words;

pub(super) fn inputs(parts: &Parts<'_>) -> Html {
    // A customer sees few, and none of them folded; the ends of sliders are one's own affair.
    if parts.form.is_for_customer() {
        return parts.entries.iter().map(|entry| input(parts, entry)).collect();
    }
    let locale = parts.locale();
    let ends = || match parts.chunks.detail.table() {
        Some(detail) => (detail.ends)(parts),
        None => parts.placeholder(ChunkName::Detail, &parts.chunks.detail),
    };
    html! {
        <>
            if parts.shows(Shown::Inputs) || parts.shows(Shown::Sliders) {
                { for parts.entries(Part::Slide).map(|entry| input(parts, entry)) }
            }
            if parts.shows_details() && parts.entries(Part::Detail).next().is_some() {
                <details class="fold" open={parts.details} ontoggle={&parts.events.on_details}>
                    <summary class="fold__summary">{ words::DETAILS.get(locale) }</summary>
                    <div class="fold__body">{ for parts.entries(Part::Detail).map(|entry| input(parts, entry)) }</div>
                </details>
            }
            if parts.shows(Shown::Detail) {
                <details class="fold" ontoggle={&parts.events.on_ranges}>
                    <summary class="fold__summary">{ words::RANGES.get(locale) }</summary>
                    <div class="fold__body">{ ends() }</div>
                </details>
            }
        </>
    }
}

fn input(parts: &Parts<'_>, entry: &Entry) -> Html {
    let key = entry.field.key;
    if let Kind::Choice(choices) = entry.field.kind {
        return choice(parts, entry, choices);
    }
    let solving =
        parts.form.solving().filter(|solving| solving.unknown == entry.field && !parts.form.is_for_customer());
    let panel = solving.map(|solving| match parts.chunks.solve.table() {
        Some(solve) => (solve.panel)(parts, solving),
        None => parts.placeholder(ChunkName::Solve, &parts.chunks.solve),
    });
    html! {
        // Both have keys. Otherwise the field would be recreated, and lose the focus, when the panel
        // comes or goes.
        <div {key}>
            { field(parts, entry, solving.is_some()) }
            if let Some(panel) = panel { <div key="solve">{ panel }</div> }
        </div>
    }
}
