//! The records that could not be read: why, and the way to take them out as they are.

use abacus_core::deals::Kept;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::text::deals as words;

/// What the section needs.
#[derive(PartialEq, Properties)]
pub struct UnreadableRecordsProps {
    /// The records.
    pub records: Vec<Kept>,
    /// The language.
    pub locale: Locale,
    /// The user wants the text of this record as a file.
    pub on_save: Callback<Kept>,
}

/// The records that could not be read.
#[component]
pub fn UnreadableRecords(props: &UnreadableRecordsProps) -> Html {
    let UnreadableRecordsProps { records, on_save, .. } = props;
    let locale = props.locale;
    let item = |kept: &Kept| {
        let onclick = {
            let (kept, on_save) = (kept.clone(), on_save.clone());
            move |_: MouseEvent| on_save.emit(kept.clone())
        };
        html! {
            <li class="deals-shelf__item" key={kept.key.as_str()}>
                <div class="deals-shelf__name">
                    <p><code>{ &kept.key }</code></p>
                    <p class="deals-shelf__reason">{ kept.reason.message(locale) }</p>
                </div>
                <button type="button" class="button" aria-label={format!("{}: {}", words::SAVE_RECORD.get(locale), kept.key)}
                    {onclick}>{ words::SAVE_RECORD.get(locale) }</button>
            </li>
        }
    };
    html! {
        <section class="deals-shelf" aria-labelledby="unreadable-title">
            <h2 class="section-title" id="unreadable-title">{ words::UNREADABLE.get(locale) }</h2>
            <p class="deals-shelf__reason">{ words::UNREADABLE_KEPT.get(locale) }</p>
            <ul>{ for records.iter().map(item) }</ul>
        </section>
    }
}
