//! The list before the first deal: what the beads mean, and what to note.

use abacus_core::deals::{Bead, Coverage, Role};
use abacus_core::text::Locale;
use yew::prelude::*;

use super::beads::Beads;
use crate::text::deals as words;

/// A rod that shows the pattern complete: one, two of four, one.
const EXAMPLE: Coverage = Coverage {
    guide: Bead::Covered,
    climate: [
        (Role::Purchaser, Bead::Open),
        (Role::User, Bead::Covered),
        (Role::Gatekeeper, Bead::Open),
        (Role::DecisionMaker, Bead::Covered),
    ],
    salesperson: Bead::Covered,
};

/// What the card needs.
#[derive(PartialEq, Properties)]
pub struct EmptyListProps {
    /// The language.
    pub locale: Locale,
}

/// The card in place of the list.
#[component]
pub fn EmptyList(props: &EmptyListProps) -> Html {
    let locale = props.locale;
    html! {
        <section class="deals__empty card" aria-labelledby="empty-title">
            <h2 class="section-title" id="empty-title">{ words::EMPTY.get(locale) }</h2>
            <div class="deals__example" aria-hidden="true"><Beads coverage={EXAMPLE} {locale} /></div>
            <p>{ words::TEACH.get(locale) }</p>
        </section>
    }
}
