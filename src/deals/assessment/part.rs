//! One part of the assessment: folded to its name and its result, since most deals need only some.

use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::deals::assessment::words;

#[derive(PartialEq, Properties)]
pub(crate) struct PartProps {
    /// The stable word for it in the page's markup.
    pub(crate) code: &'static str,
    pub(crate) title: Text,
    /// Its result in one line, if it has one.
    pub(crate) result: Option<AttrValue>,
    pub(crate) locale: Locale,
    /// The questions and what follows from them.
    pub(crate) children: Html,
}

/// A part that folds.
#[component]
pub(crate) fn Part(props: &PartProps) -> Html {
    let PartProps { code, title, result, locale, children } = props;
    let open = result.is_none();
    html! {
        <details class="assessment__part" data-part={*code}>
            <summary class="assessment__summary">
                <h3 class="assessment__title">{ title.get(*locale) }</h3>
                <span class={classes!("assessment__result", open.then_some("assessment__result--open"))}>
                    { result.clone().unwrap_or_else(|| words::OPEN.get(*locale).into()) }
                </span>
            </summary>
            <div class="assessment__body">{ children.clone() }</div>
        </details>
    }
}
