use abacus_core::text::Locale;
use abacus_vault::Status;
use yew::prelude::*;

use crate::deals::saving::words;
use crate::shell::words::NOT_SAVED;

#[derive(PartialEq, Properties)]
pub struct SaveStatusProps {
    pub status: Status,
    pub locale: Locale,
}

/// The status, always visible, but announced only when saving starts to fail or works again.
#[component]
pub fn SaveStatus(props: &SaveStatusProps) -> Html {
    let (class, word) = match props.status {
        Status::Saved => ("saved", words::SAVED),
        Status::Saving => ("saving", words::SAVING),
        Status::NotSaved(_) | Status::ReadOnly { unsaved: true, .. } => ("not-saved", NOT_SAVED),
        Status::ReadOnly { unsaved: false, .. } => ("read-only", words::READ_ONLY),
    };
    // "Saving" lasts less than half a second, so it is not announced.
    let announced = if props.status == Status::Saving { words::SAVED } else { word };
    html! {
        <div class="save-status" translate="no">
            <p class={format!("save-status__word save-status__word--{class}")} aria-hidden="true">{ word.get(props.locale) }</p>
            <p class="visually-hidden" role="status" translate="no">{ announced.get(props.locale) }</p>
        </div>
    }
}
