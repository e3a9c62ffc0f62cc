//! The second version of a deal, kept because both were changed at the same time.

use abacus_core::text::Locale;
use abacus_deals::Deal;
use abacus_deals::transfer::{Difference, differences};
use yew::prelude::*;

use crate::deals::editor::words;

/// Empty if there is no other version. `on_keep` receives the ids of the other versions when the user keeps only this
/// one.
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
    let both = [deal, other];
    let found = differences(&both);
    let says = |(found, texts): (&Difference, Vec<String>)| {
        let [here, there] = <[String; 2]>::try_from(texts).ok()?;
        let label = found.column?.label().get(locale);
        Some(html! { <li translate="no">{ words::version_difference(label, &here, &there, locale) }</li> })
    };
    let told = found.iter().filter_map(|it| Some((it, it.texts(&both, locale)?))).filter_map(says);
    html! {
        <>
            <ul class="versions__list">
                { for told }
                if found.iter().any(|it| it.column.is_none()) {
                    <li>{ words::VERSIONS_DIFFER.get(locale) }</li>
                }
            </ul>
            <p><a class="deal__other" href={format!("#{}", other.id)}>{ words::VERSIONS_OTHER.get(locale) }</a></p>
        </>
    }
}
