//! One part of the assessment, folded to its name and result because most deals need only some parts.

use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::deals::assessment::words;

#[derive(PartialEq, Properties)]
pub(crate) struct AssessmentPartProps {
    /// Identifies the part in the markup. Must never change.
    pub(crate) code: &'static str,
    pub(crate) title: Text,
    pub(crate) result: Option<AttrValue>,
    pub(crate) locale: Locale,
    pub(crate) children: Html,
}

#[component]
pub(crate) fn AssessmentPart(props: &AssessmentPartProps) -> Html {
    let AssessmentPartProps { code, title, result, locale, children } = props;
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
