use std::collections::BTreeSet;

use abacus_core::text::Locale;
use abacus_deals::Deal;
use abacus_vault::UnreadableRecord;
use yew::prelude::*;

use crate::deals::saving::words;
use crate::deals::words as deal_words;
use crate::shell::confirm::Confirm;

#[derive(PartialEq, Properties)]
pub struct UnreadableRecordsProps {
    pub records: Vec<UnreadableRecord<Deal>>,
    /// Whether removing is disabled.
    pub locked: bool,
    pub locale: Locale,
    /// Saves the text of the record as a file; returns whether the browser accepted it.
    pub on_save: Callback<UnreadableRecord<Deal>, bool>,
    pub on_remove: Callback<UnreadableRecord<Deal>>,
}

/// A record that was saved as a file can be removed, but not while there are records of a newer version: that version
/// may be able to read them all.
#[component]
pub fn UnreadableRecords(props: &UnreadableRecordsProps) -> Html {
    let UnreadableRecordsProps { records, locked, on_save, on_remove, .. } = props;
    let locale = props.locale;
    let saved = use_state_eq(BTreeSet::<String>::new);
    let item = |kept: &UnreadableRecord<Deal>| {
        let onclick = {
            let (kept, on_save, saved) = (kept.clone(), on_save.clone(), saved.clone());
            move |_: MouseEvent| {
                if on_save.emit(kept.clone()) {
                    saved.set(saved.iter().cloned().chain([kept.text.clone()]).collect());
                }
            }
        };
        let on_yes = {
            let (kept, on_remove) = (kept.clone(), on_remove.clone());
            Callback::from(move |_: MouseEvent| on_remove.emit(kept.clone()))
        };
        html! {
            <li class="record-list__item" key={kept.key.as_str()}>
                <div class="record-list__name">
                    <p><code>{ &kept.key }</code></p>
                    <p class="record-list__reason">{ kept.reason.message(locale) }</p>
                </div>
                <button type="button" class="button" aria-label={format!("{}: {}", deal_words::SAVE_RECORD.get(locale), kept.key)}
                    {onclick}>{ deal_words::SAVE_RECORD.get(locale) }</button>
                if !locked && saved.contains(&kept.text) {
                    <Confirm label={words::REMOVE_RECORD.get(locale)}
                        name={format!("{}: {}", words::REMOVE_RECORD.get(locale), kept.key)}
                        question={words::REMOVE_RECORD_SURE.get(locale)} yes={words::REMOVE_RECORD.get(locale)}
                        {locale} {on_yes} />
                }
            </li>
        }
    };
    html! {
        <section class="record-list" aria-labelledby="unreadable-title">
            <h2 class="section-title" id="unreadable-title">{ deal_words::UNREADABLE.get(locale) }</h2>
            <p class="record-list__reason">{ words::UNREADABLE_KEPT.get(locale) }</p>
            <ul>{ for records.iter().map(item) }</ul>
        </section>
    }
}
