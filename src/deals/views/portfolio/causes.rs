//! The plays of openings that have several causes: first one asks which it is, then one acts.

use abacus_core::text::Locale;
use abacus_deals::{Cause, Letter};
use yew::prelude::*;

use crate::deals::views::portfolio::words;

/// Folded away until somebody is in such a place; nothing for an opening with one play.
pub(super) fn causes(letter: Letter, locale: Locale) -> Html {
    let causes = letter.causes();
    if causes.is_empty() {
        return Html::default();
    }
    let line = |cause: &Cause| {
        html! {
            <div class="causes__one" key={cause.cause.en}>
                <dt class="causes__cause">{ cause.cause.get(locale) }</dt>
                <dd>{ cause.play.get(locale) }</dd>
            </div>
        }
    };
    html! {
        <details class="causes" key={letter.code()} data-causes={letter.code()}>
            <summary class="causes__title">{ words::which_cause(letter, causes.len(), locale) }</summary>
            <dl class="causes__list">{ for causes.iter().map(line) }</dl>
            if letter == Letter::D {
                <p class="portfolio__hint">{ words::OUR_PLAYS.get(locale) }</p>
            }
        </details>
    }
}
