//! The calculator in a mock of the host's page, at one width; at the others it is only measured.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::builder::state::{State, WIDTHS};
use crate::builder::words;
use crate::shell::event::entered;

/// A height that fits any calculator, until it is known. A frame that is too low gets a scroll bar, which reduces its
/// width.
const UNKNOWN: u32 = 1_600;

/// The id of the frame at an index. It includes the round, so that messages from frames of an earlier round are
/// ignored.
pub(super) fn id(place: usize, round: u32) -> String {
    format!("preview-{round}-{place}")
}

pub(super) fn place_of(id: &str, round: u32) -> Option<usize> {
    id.strip_prefix(&format!("preview-{round}-"))?.parse().ok()
}

pub(super) fn preview(state: &State, site: &str, has_begun: bool, locale: Locale, shown: &Callback<usize>) -> Html {
    let on_width = shown.reform(|event: Event| entered(&event).parse().unwrap_or_default());
    let found = state.found();
    html! {
        <section class="preview" aria-labelledby="preview-title">
            <h2 class="section-title" id="preview-title">{ words::PREVIEW.get(locale) }</h2>
            <fieldset class="preview__widths" onchange={on_width}>
                <legend class="preview__legend">{ words::WIDTHS.get(locale) }</legend>
                { for WIDTHS.iter().enumerate().map(|(place, width)| html! {
                    <label class="choice">
                        <input type="radio" name="preview-width" value={place.to_string()} checked={place == state.shown} />
                        { words::pixels(*width, locale) }
                    </label>
                }) }
            </fieldset>
            <div class="preview__page" role="region" tabindex="0" aria-label={words::YOUR_PAGE.get(locale)}>
                <p class="preview__bar" aria-hidden="true">{ words::YOUR_PAGE.get(locale) }</p>
                if has_begun { { for (0..WIDTHS.len()).map(|place| frame(state, site, place, locale)) } }
            </div>
            <p class="preview__heights" translate="no">
                if let Some(found) = found { { words::measured(&found.heights, locale) } }
            </p>
        </section>
    }
}

fn frame(state: &State, site: &str, place: usize, locale: Locale) -> Html {
    let width = WIDTHS.get(place).copied().unwrap_or_default();
    let id = id(place, state.round);
    let class = if place == state.shown { "preview__frame" } else { "preview__frame preview__frame--aside" };
    let address = format!("{site}{}", state.loaded.of_frame());
    let height = state.height(place).unwrap_or(UNKNOWN);
    html! {
        <iframe key={id.clone()} {id} {class} src={address} title={words::preview_at(width, locale)}
            width={width.to_string()} height={height.to_string()} />
    }
}
