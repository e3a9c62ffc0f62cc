//! A section folded to its title and a short summary.

use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::shell::element::{classed, tag};

/// The line that unfolds a section: its heading with this id, and the summary.
pub(super) fn summary(id: &'static str, title: Text, in_short: Html, locale: Locale) -> Html {
    tag("summary")
        .class("fold__summary")
        .child(tag("h2").class("fold__title").attr("id", id).text(title.get(locale)))
        .child(classed("span", "fold__short", in_short))
        .into()
}
