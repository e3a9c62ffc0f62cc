//! A section that is folded to its title and what it says in short.

use abacus_core::text::{Locale, Text};
use yew::prelude::*;

/// The line that unfolds a section: its heading with this id, and the section in short.
pub(super) fn summary(id: &'static str, title: Text, in_short: Html, locale: Locale) -> Html {
    html! {
        <summary class="fold__summary">
            <h2 class="fold__title" {id}>{ title.get(locale) }</h2>
            <span class="fold__short">{ in_short }</span>
        </summary>
    }
}
