//! Says that an import had broken off half-way and was taken back.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::deals::saving::words;
use crate::text::common;

/// What the notice needs.
#[derive(PartialEq, Properties)]
pub struct TookBackProps {
    /// How many records are as they were before; none: nothing is said.
    pub count: usize,
    /// The language.
    pub locale: Locale,
    /// The user has read it.
    pub on_dismiss: Callback<MouseEvent>,
}

/// The notice.
#[component]
pub fn TookBack(props: &TookBackProps) -> Html {
    html! {
        <div role="status">
            if props.count > 0 {
                <div class="undo">
                    <p class="undo__text">{ words::took_back(props.count, props.locale) }</p>
                    <div class="undo__choices">
                        <button type="button" class="button button--quiet" onclick={&props.on_dismiss}>
                            { common::DISMISS.get(props.locale) }
                        </button>
                    </div>
                </div>
            }
        </div>
    }
}
