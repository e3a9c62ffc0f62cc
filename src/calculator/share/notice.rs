//! Notices about sharing, which screen readers announce, and the text to copy by hand if the clipboard
//! refuses it.

use std::rc::Rc;

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::calculator::form::Stale;
use crate::calculator::share::words;
use crate::calculator::words::not_taken;
use crate::shell::outbox::{DownloadFailed, Shared};
use crate::shell::words as common;

#[derive(Clone, Debug, PartialEq)]
pub(super) enum Notice {
    Stale(Stale),
    Copied,
    CopyByHand(String),
    Shared(Shared),
    Making,
    Saved(String),
    NotSaved,
    NoWorkbook,
    /// This build cannot create workbooks.
    OnlyCsv,
    /// This page has no address that others could open.
    NoLink,
}

impl Notice {
    pub(super) fn of(saved: Result<(), DownloadFailed>, name: String) -> Self {
        saved.map_or(Self::NotSaved, |()| Self::Saved(name))
    }

    fn says(&self, locale: Locale) -> String {
        let sentence = match self {
            Self::Stale(why) => not_taken(*why),
            Self::Copied => words::COPIED,
            Self::CopyByHand(_) => words::COPY_BY_HAND,
            Self::Shared(Shared::Done) => words::SHARED,
            Self::Shared(Shared::Cancelled) => words::NOT_SHARED,
            Self::Shared(Shared::Refused) => words::SHARE_REFUSED,
            Self::Making => common::MAKING,
            Self::Saved(name) => return format!("{}{name}", common::SAVED.get(locale)),
            Self::NotSaved => words::NOT_SAVED,
            Self::NoWorkbook => common::NO_WORKBOOK,
            Self::OnlyCsv => words::ONLY_CSV,
            Self::NoLink => words::NO_LINK,
        };
        sentence.get(locale).to_owned()
    }
}

/// The last notice with its number: the same notice twice must be announced twice.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Notices {
    count: u32,
    last: Option<Notice>,
}

impl Reducible for Notices {
    type Action = Option<Notice>;

    fn reduce(self: Rc<Self>, last: Option<Notice>) -> Rc<Self> {
        if last.is_none() && self.last.is_none() {
            return self;
        }
        Rc::new(Self { count: self.count.wrapping_add(1), last })
    }
}

impl Notices {
    pub(super) const fn count(&self) -> u32 {
        self.count
    }

    /// The status line, which must exist before it has content, and the text to copy by hand, to
    /// which `text` refers.
    pub(super) fn view(&self, text: &NodeRef, locale: Locale) -> Html {
        let by_hand = match &self.last {
            Some(Notice::CopyByHand(by_hand)) => html! {
                <textarea class="share__text" key={self.count} readonly=true rows="3" ref={text}
                    aria-label={words::COPY_BY_HAND.get(locale)} value={by_hand.clone()} />
            },
            _ => Html::default(),
        };
        html! {
            <>
                <p class="share__status" role="status" translate="no">
                    { for self.last.iter().map(|notice| html! { <span key={self.count}>{ notice.says(locale) }</span> }) }
                </p>
                <div class="share__by-hand">{ by_hand }</div>
            </>
        }
    }
}
