//! The form of a calculator: the slide's inputs, followed by the folded professional ones.

use abacus_core::calculator::field::{Kind, Part};
use abacus_core::text::Text;
use abacus_embed::Part as Shown;
use yew::prelude::*;

use crate::calculator::chunks::ChunkName;
use crate::calculator::events::On;
use crate::calculator::field::{choice, field};
use crate::calculator::form::Entry;
use crate::calculator::parts::Parts;
use crate::calculator::words;
use crate::shell::element::{Tag, classed, tag};

pub(super) fn inputs(parts: &Parts<'_>) -> Html {
    // A customer sees few inputs, none of them folded, and no slider ends.
    if parts.form.is_for_customer() {
        return parts.entries.iter().map(|entry| input(parts, entry)).collect();
    }
    let has_details = parts.shows_details() && parts.entries(Part::Detail).next().is_some();
    let slide = || Html::from_iter(parts.entries(Part::Slide).map(|entry| input(parts, entry)));
    let detail = || {
        let fold = parts.events.listen(tag("details").class("fold").flag("open", parts.details), &[On::Details]);
        let entries = parts.entries(Part::Detail).map(|entry| input(parts, entry));
        fold.child(summary(words::DETAILS, parts)).child(tag("div").class("fold__body").children(entries)).into()
    };
    let ranges = || {
        let ends = match parts.chunks.detail.table() {
            Some(detail) => (detail.ends)(parts),
            None => parts.placeholder(ChunkName::Detail, &parts.chunks.detail),
        };
        let fold = parts.events.listen(tag("details").class("fold"), &[On::Ranges]);
        fold.child(summary(words::RANGES, parts)).child(classed("div", "fold__body", ends)).into()
    };
    Html::from_iter([
        (parts.shows(Shown::Inputs) || parts.shows(Shown::Sliders)).then(slide).unwrap_or_default(),
        has_details.then(detail).unwrap_or_default(),
        parts.shows(Shown::Detail).then(ranges).unwrap_or_default(),
    ])
}

fn summary(title: Text, parts: &Parts<'_>) -> Tag {
    tag("summary").class("fold__summary").text(title.get(parts.locale()))
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
    // Both have keys: without them the field would be recreated and lose the focus when the panel appears or
    // disappears.
    tag("div")
        .key(key)
        .child(field(parts, entry, solving.is_some()))
        .maybe(panel.map(|panel| tag("div").key("solve").child(panel)))
        .into()
}
