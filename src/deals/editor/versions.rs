//! The second version of a deal, kept because both were changed at the same time.

use abacus_core::text::Locale;
use abacus_deals::Deal;
use abacus_deals::transfer::differences;
use yew::prelude::*;

use crate::deals::editor::words;

/// Empty if there is no other version. `on_keep` receives the ids of the other versions when only this one is wanted.
pub fn versions(deal: &Deal, others: &[&Deal], locale: Locale, on_keep: &Callback<Vec<String>>) -> Html {
    if others.is_empty() {
        return Html::default();
    }
    let ids: Vec<String> = others.iter().map(|other| other.id.clone()).collect();
    let onclick = on_keep.reform(move |_: MouseEvent| ids.clone());
    html! {
        <div class="notice versions" role="alert" translate="no">
            <p>{ words::VERSIONS.get(locale) }</p>
            { for others.iter().map(|other| version(deal, other, locale)) }
            <p class="deal-actions">
                <button type="button" class="button" {onclick}>{ words::VERSIONS_KEEP.get(locale) }</button>
            </p>
        </div>
    }
}

fn version(deal: &Deal, other: &Deal, locale: Locale) -> Html {
    let found = differences(deal, other, locale);
    let says = |(column, here, there): &(_, String, String)| {
        let column: &abacus_deals::transfer::Column = column;
        html! { <li translate="no">{ words::version_difference(column.label().get(locale), here, there, locale) }</li> }
    };
    html! {
        <>
            <ul class="versions__list">
                { for found.columns.iter().map(says) }
                if !found.others.is_empty() {
                    <li>{ words::VERSIONS_DIFFER.get(locale) }</li>
                }
            </ul>
            <p><a class="deal__other" href={format!("#{}", other.id)}>{ words::VERSIONS_OTHER.get(locale) }</a></p>
        </>
    }
}
