//! The conventions behind a formula, and its source.

use yew::prelude::*;

use crate::calculator::fold::summary;
use crate::calculator::parts::Parts;
use crate::calculator::words;
use crate::shell::element::{content, element};

pub(super) fn conventions(parts: &Parts<'_>) -> Html {
    let (spec, locale) = (parts.calculator.spec(), parts.locale());
    html! {
        <details class="fold conventions">
            { summary("conventions-title", words::CONVENTIONS, content(spec.source.get(locale)), locale) }
            { element("ul", spec.conventions.iter().map(|convention| element("li", content(convention.get(locale)))).collect()) }
            { element("p", content(spec.source.get(locale))) }
        </details>
    }
}
