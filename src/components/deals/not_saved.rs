//! Says plainly that something is not kept, and offers a way to keep it.

use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::state::deal_book::{Problem, Status};
use crate::state::ports::StoreError;
use crate::text::deal_saving as words;

/// What the banner needs.
#[derive(PartialEq, Properties)]
pub struct NotSavedProps {
    /// Whether everything is kept.
    pub status: Status,
    /// The language.
    pub locale: Locale,
    /// The user wants the data as a file.
    pub on_file: Callback<MouseEvent>,
    /// The user wants another attempt.
    pub on_retry: Callback<MouseEvent>,
}

/// The banner; empty while everything is kept. `role="alert"` must be there before it has
/// something to say.
#[component]
pub fn NotSaved(props: &NotSavedProps) -> Html {
    let NotSavedProps { status, on_file, on_retry, .. } = props;
    let locale = props.locale;
    let say = |text: Text| text.get(locale);
    html! {
        <div class="not-saved" role="alert">
            if let Status::NotSaved(problem) = status {
                <div class="notice">
                    <p class="notice__title">{ say(words::NOT_SAVED) }{ say(COLON) }{ say(why(*problem)) }</p>
                    <p>{ say(meaning(*problem)) }</p>
                    <p class="deal-actions">
                        <button type="button" class="button" onclick={on_file}>{ say(words::SAVE_FILE) }</button>
                        <button type="button" class="button" onclick={on_retry}>{ say(again(*problem)) }</button>
                    </p>
                </div>
            }
        </div>
    }
}

const COLON: Text = abacus_core::text::text("：", ": ");

const fn why(problem: Problem) -> Text {
    match problem {
        Problem::Store(StoreError::Denied) => words::DENIED,
        Problem::Store(StoreError::Full) => words::FULL,
        Problem::Store(StoreError::NotKept) => words::NOT_KEPT,
        Problem::Cleared => words::CLEARED,
    }
}

const fn again(problem: Problem) -> Text {
    match problem {
        Problem::Store(_) => words::TRY_AGAIN,
        Problem::Cleared => words::PUT_BACK,
    }
}

const fn meaning(problem: Problem) -> Text {
    match problem {
        Problem::Store(StoreError::Denied) => words::DENIED_MEANS,
        Problem::Store(StoreError::Full | StoreError::NotKept) => words::FAILED_MEANS,
        Problem::Cleared => words::CLEARED_MEANS,
    }
}
