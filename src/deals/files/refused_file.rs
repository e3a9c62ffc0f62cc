//! A file that the browser refused to save: its content, to be copied by hand.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::deals::files::words;

#[derive(PartialEq, Properties)]
pub struct RefusedFileProps {
    /// Name and content of the file; `None` if no file was refused.
    pub file: Option<(AttrValue, AttrValue)>,
    pub locale: Locale,
    pub on_dismiss: Callback<MouseEvent>,
}

/// Always rendered, because `role="alert"` must be on the page before its text.
#[component]
pub fn RefusedFile(props: &RefusedFileProps) -> Html {
    let locale = props.locale;
    html! {
        <div class={classes!("no-file", props.file.is_some().then_some("notice"))}>
            <p class="notice__title" role="alert" translate="no">{ props.file.as_ref().map(|_| words::NO_FILE.get(locale)) }</p>
            if let Some((name, content)) = &props.file {
                <label class="field__label" for="no-file">{ name }</label>
                <div class="field__box">
                    <textarea class="field__input no-file__content" id="no-file" dir="auto" rows="6" readonly=true value={content} />
                </div>
                <p class="deal-actions">
                    <button type="button" class="button" onclick={&props.on_dismiss}>{ words::UNDERSTOOD.get(locale) }</button>
                </p>
            }
        </div>
    }
}
