//! A long list of people is rendered in steps. A deal has a handful of them, but a file may contain thousands.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::deals::people::words;

/// How many people are rendered at first, and per further step.
pub(crate) const PAGE_SIZE: usize = 50;

/// How many people are rendered, and the callback that shows more.
#[derive(Clone, PartialEq)]
pub(crate) struct UsePaging {
    pub(crate) shown: usize,
    on_more: Callback<MouseEvent>,
}

#[hook]
pub(crate) fn use_paging() -> UsePaging {
    let shown = use_state_eq(|| PAGE_SIZE);
    let on_more = use_callback(shown.clone(), |_: MouseEvent, shown| shown.set(shown.saturating_add(PAGE_SIZE)));
    UsePaging { shown: *shown, on_more }
}

impl UsePaging {
    /// The button below the list, if there are more people than are shown.
    pub(crate) fn more(&self, people: usize, locale: Locale) -> Html {
        let hidden = people.saturating_sub(self.shown);
        if hidden == 0 {
            return Html::default();
        }
        html! {
            <button type="button" class="button button--quiet people__more" onclick={&self.on_more}>
                { words::more(hidden.min(PAGE_SIZE), hidden, locale) }
            </button>
        }
    }
}
