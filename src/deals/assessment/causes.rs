//! The plays for openings with several causes: ask for the cause first, then act on it.

use abacus_core::text::Locale;
use abacus_deals::{Cause, Letter};
use yew::prelude::*;

use crate::deals::assessment::words;

/// One cause at a time, with its play once chosen. Empty for an opening with a single play.
pub(crate) fn causes(letter: Letter, locale: Locale) -> Html {
    let causes = letter.causes();
    if causes.is_empty() {
        return Html::default();
    }
    let line = |cause: &Cause| {
        html! {
            <details class="causes__one" key={cause.cause.en} name={format!("cause-{}", letter.code())}>
                <summary class="causes__cause">{ cause.cause.get(locale) }</summary>
                <p class="causes__play">{ cause.play.get(locale) }</p>
            </details>
        }
    };
    html! {
        <section class="causes" key={letter.code()} data-causes={letter.code()}>
            <p class="causes__title">{ words::which_cause(letter, causes.len(), locale) }</p>
            { for causes.iter().map(line) }
            if letter == Letter::D {
                <p class="causes__hint">{ words::OUR_PLAYS.get(locale) }</p>
            }
        </section>
    }
}
