use abacus_core::text::{Locale, Text, text};
use abacus_deals::view::BookLocation;
use yew::prelude::*;

use crate::deals::controls::{Notice, NoticeButton};
use crate::deals::saving::words;
use crate::deals::words as deal_words;
use crate::shell::ports::StoreError;
use crate::shell::words as common;
use abacus_vault::{Problem, Status};

#[derive(PartialEq, Properties)]
pub struct NotSavedProps {
    pub status: Status,
    pub locale: Locale,
    /// The user wants to save a backup.
    pub on_file: Callback<MouseEvent>,
    pub on_retry: Callback<MouseEvent>,
    pub on_reload: Callback<MouseEvent>,
}

/// Empty while everything is saved. `role="alert"` must be on the page before its text.
#[component]
pub fn NotSaved(props: &NotSavedProps) -> Html {
    let locale = props.locale;
    let say = |text: Text| text.get(locale);
    let (title, meaning) = match props.status {
        Status::Saved | Status::Saving => return html! { <div class="not-saved" role="alert" translate="no"></div> },
        Status::NotSaved(problem) => {
            let title = [common::NOT_SAVED, COLON, words::reason(problem)].map(say).concat();
            (title, words::meaning(problem))
        }
        Status::ReadOnly { format: schema, unsaved } => {
            let meaning = if unsaved { words::READ_ONLY_UNSAVED } else { words::READ_ONLY_MEANS };
            (words::read_only(schema, locale), meaning)
        }
    };
    let remedies = Remedies::of(props.status);
    let file = NoticeButton::new(say(common::SAVE_FILE), &props.on_file);
    let retry = remedies.retry.map(|text| NoticeButton::new(say(text), &props.on_retry));
    let files =
        remedies.files.map(|files| NoticeButton::link(say(files), format!("#{}", BookLocation::Files.fragment())));
    let reload = remedies.reload.then(|| NoticeButton::new(say(words::RELOAD), &props.on_reload));
    let buttons: Vec<NoticeButton> = [Some(file), retry, files, reload].into_iter().flatten().collect();
    html! {
        <div class="not-saved" role="alert" translate="no">
            <Notice {title} text={vec![AttrValue::from(say(meaning))]} {buttons} />
        </div>
    }
}

const COLON: Text = text("：", ": ");

/// What can be done besides saving a file.
#[derive(Default)]
struct Remedies {
    retry: Option<Text>,
    files: Option<Text>,
    reload: bool,
}

impl Remedies {
    fn of(status: Status) -> Self {
        let retry = Self { retry: Some(common::TRY_AGAIN), ..Self::default() };
        match status {
            Status::Saved | Status::Saving => Self::default(),
            Status::ReadOnly { .. } => Self { reload: true, ..Self::default() },
            Status::NotSaved(Problem::Store(StoreError::NoJournal)) => Self { files: Some(deal_words::FILES), ..retry },
            Status::NotSaved(Problem::Store(StoreError::Newer)) => Self { reload: true, ..retry },
            Status::NotSaved(Problem::Cleared) => Self { retry: Some(words::PUT_BACK), ..Self::default() },
            Status::NotSaved(Problem::Store(StoreError::Full | StoreError::Ceiling)) => {
                Self { files: Some(words::MAKE_ROOM), ..retry }
            }
            Status::NotSaved(Problem::Store(_) | Problem::Withdrawn) => retry,
        }
    }
}
