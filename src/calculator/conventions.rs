//! The conventions behind a formula, and its source.

use yew::prelude::*;

use crate::calculator::fold::summary;
use crate::calculator::parts::Parts;
use crate::calculator::words;
use crate::shell::element::{content, element, tag};

pub(super) fn conventions(parts: &Parts<'_>) -> Html {
    let (spec, locale) = (parts.calculator.spec(), parts.locale());
    let items = spec.conventions.iter().map(|convention| element("li", content(convention.get(locale))));
    tag("details")
        .class("fold conventions")
        .child(summary("conventions-title", words::CONVENTIONS, content(spec.source.get(locale)), locale))
        .child(tag("ul").children(items))
        .child(tag("p").text(spec.source.get(locale)))
        .into()
}
