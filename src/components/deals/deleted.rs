//! The deals that were deleted, folded, each with the offer to restore it.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::text::deals as words;

/// What the section needs.
#[derive(PartialEq, Properties)]
pub struct DeletedProps {
    /// Ids and names.
    pub deals: Vec<(AttrValue, AttrValue)>,
    /// The language.
    pub locale: Locale,
    /// The user wants the deal with this id back.
    pub on_restore: Callback<AttrValue>,
}

/// The folded list of deleted deals.
#[component]
pub fn Deleted(props: &DeletedProps) -> Html {
    let DeletedProps { deals, on_restore, .. } = props;
    let locale = props.locale;
    let item = |(id, name): &(AttrValue, AttrValue)| {
        let onclick = {
            let (id, on_restore) = (id.clone(), on_restore.clone());
            move |_: MouseEvent| on_restore.emit(id.clone())
        };
        html! {
            <li class="deals-shelf__item" key={id.to_string()}>
                <span class="deals-shelf__name">{ name }</span>
                <button type="button" class="button" aria-label={words::restore(name, locale)} {onclick}>
                    { words::RESTORE.get(locale) }
                </button>
            </li>
        }
    };
    html! {
        <details class="deals-shelf">
            <summary class="deals-shelf__summary">{ words::DELETED.get(locale) }{ format!(" ({})", deals.len()) }</summary>
            <ul>{ for deals.iter().map(item) }</ul>
        </details>
    }
}
