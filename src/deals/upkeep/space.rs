//! The storage that the app uses on this device, what fills it, and how to free it.

use abacus_core::text::{Locale, Text};
use abacus_deals::upkeep::{StorageKind, Usage};
use abacus_deals::view::BookLocation;
use abacus_vault::space::{CEILING, WARNING};
use yew::prelude::*;

use crate::deals::upkeep::words;

#[derive(PartialEq, Properties)]
pub struct SpaceProps {
    pub usage: Usage,
    pub locale: Locale,
}

#[component]
pub fn Space(props: &SpaceProps) -> Html {
    let SpaceProps { usage, locale } = props;
    let locale = *locale;
    let kinds = StorageKind::ALL.into_iter().filter(|kind| usage.share(*kind).records > 0);
    let kind = |kind: StorageKind| {
        let link = page_to_free(kind).map(|(place, label)| {
            html! { <a class="space__link" href={format!("#{}", place.fragment())}>{ label.get(locale) }</a> }
        });
        html! {
            <div class="space__kind" key={kind.code()} data-kind={kind.code()}>
                <dt class="space__name">{ words::fills(kind).get(locale) }</dt>
                <dd class="space__share">{ words::share(usage.share(kind), locale) }</dd>
                <dd class="space__how">{ words::frees(kind).get(locale) }{ " " }{ link }</dd>
            </div>
        }
    };
    html! {
        <section class="files__part space" aria-labelledby="space-title">
            <h2 class="files__title" id="space-title">{ words::SPACE.get(locale) }</h2>
            <p class="space__filled">{ words::filled(usage, locale) }</p>
            <meter class="space__meter" aria-labelledby="space-title" min="0" max={CEILING.to_string()}
                high={WARNING.to_string()} value={usage.total().to_string()} />
            <dl class="space__kinds">{ for kinds.map(kind) }</dl>
        </section>
    }
}

fn page_to_free(kind: StorageKind) -> Option<(BookLocation, Text)> {
    match kind {
        StorageKind::Trash => Some((BookLocation::Trash, words::TO_TRASH)),
        StorageKind::Unreadable => Some((BookLocation::read(""), words::TO_UNREADABLE)),
        StorageKind::Deals
        | StorageKind::Scenarios
        | StorageKind::Lessons
        | StorageKind::Settings
        | StorageKind::Safety
        | StorageKind::Reserve => None,
    }
}
