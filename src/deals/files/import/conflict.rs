//! A record in several versions: one table of them, and one choice for all.

use abacus_deals::transfer::{self, Conflict, Item, Preview, Resolution, Side};
use yew::prelude::*;

use crate::deals::files::import::conflict_words;
use crate::deals::files::import::review::{Review, facts, mixed, option};
use crate::deals::files::import::state::ImportAction;
use crate::deals::files::import::versions::{Version, table};
use crate::deals::files::import::words;
use crate::shell::event::chosen;
use crate::shell::select::Select;

pub(crate) fn conflict(place: usize, conflict: &Conflict, review: &Review<'_>) -> Html {
    let locale = review.locale;
    let Some(first) = first(conflict, review.preview) else { return Html::default() };
    let name = words::name(first, locale);
    let open = review.preview.open_fields(place);
    html! {
        <li class="import-item" key={format!("conflict-{place}")}>
            <div class="import-item__head">
                <p class="import-item__name">{ &name }</p>
                { select(place, conflict, &name, review) }
            </div>
            if open > 0 {
                <p class="import-item__open">{ conflict_words::open_fields(open, locale) }</p>
            }
            { body(place, conflict, first, review) }
        </li>
    }
}

/// The version that gives the record its name.
pub(crate) fn first<'a>(conflict: &Conflict, preview: &'a Preview) -> Option<&'a Item> {
    preview.items().get(conflict.indexes().next()?)
}

/// The select for resolving the conflict.
fn select(place: usize, conflict: &Conflict, name: &str, review: &Review<'_>) -> Html {
    let locale = review.locale;
    let (possible, now) = (review.preview.resolutions(place), review.preview.resolution(place));
    let is_only = conflict.indexes().nth(1).is_none();
    let code = |resolution: &Resolution| match resolution {
        Resolution::KeepAll => "keep-both".to_owned(),
        Resolution::Take(_) if is_only => "take".to_owned(),
        Resolution::Take(item) => format!("take-{item}"),
        Resolution::Combine => "combine".to_owned(),
        Resolution::Leave => "leave".to_owned(),
    };
    let word = |resolution: &Resolution| match resolution {
        Resolution::Take(item) if !is_only => conflict_words::take_one(&review.whose_record(*item), locale),
        other => conflict_words::resolution(*other, conflict).get(locale).to_owned(),
    };
    let options: Vec<Html> = possible.iter().map(|it| option(code(it), &word(it), now == Some(*it))).collect();
    let codes: Vec<(String, Resolution)> = possible.iter().map(|it| (code(it), *it)).collect();
    let on_action = review.on_action.clone();
    let onchange = move |event: Event| {
        let code = chosen(&event);
        let found = codes.iter().find(|(known, _)| *known == code);
        found.into_iter().for_each(|(_, resolution)| on_action.emit(ImportAction::Resolve(place, *resolution)));
    };
    html! {
        <Select class="import-select" label={words::choice_for(name, locale)} {onchange}>
            if now.is_none() {
                { mixed(words::MIXED, locale) }
            }
            { for options }
        </Select>
    }
}

fn body(place: usize, conflict: &Conflict, first: &Item, review: &Review<'_>) -> Html {
    const MAX: usize = 5;
    let locale = review.locale;
    if conflict.can_combine() {
        let owners = owners(&conflict.versions, review);
        let deals = conflict.deals(review.preview.items());
        let versions = deals.into_iter().zip(owners).map(|(deal, whose)| Version { deal, whose });
        return table(&versions.collect::<Vec<_>>(), Some((place, conflict)), review);
    }
    let count = conflict.versions.len();
    let whose = owners(conflict.versions.get(..MAX).unwrap_or(&conflict.versions), review);
    html! {
        <>
            if first.is_unreadable_here {
                <p class="import-item__facts">{ words::HERE_UNREADABLE.get(locale) }</p>
            } else {
                { for first.record.deal().map(|deal| facts(deal, locale)) }
            }
            if count > 1 {
                <p class="import-item__facts" translate="no">{ conflict_words::versions_of(&whose, count > MAX, locale) }</p>
            }
        </>
    }
}

/// Where each version is, or whose it is, grouped with identical versions.
fn owners(versions: &[transfer::Version], review: &Review<'_>) -> Vec<String> {
    let (mut named, mut seen): (Vec<String>, Vec<String>) = Default::default();
    for version in versions {
        let first = match version.side {
            Side::Book => words::IN_BOOK.get(review.locale).to_owned(),
            Side::File(place) => review.whose_record(place),
        };
        let mut names = vec![first];
        for other in version.equals.iter().map(|place| review.whose_record(*place)) {
            if !names.contains(&other) {
                names.push(other);
            }
        }
        let names = conflict_words::names(&names, review.locale);
        // One file may contain a record twice.
        let times = seen.iter().filter(|known| **known == names).count();
        seen.push(names.clone());
        named.push(if times == 0 { names } else { format!("{names} · {}", times.saturating_add(1)) });
    }
    named
}
