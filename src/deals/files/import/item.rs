//! One record of a file: its name, how it differs from the stored one or that of another file, and what to do with it.

use abacus_core::text::{Locale, Text};
use abacus_deals::Deal;
use abacus_deals::transfer::{ImportChoice, Item, Preview, Verdict};
use yew::prelude::*;

use crate::deals::files::import::result_words;
use crate::deals::files::import::sides::{Version, side_by_side};
use crate::deals::files::import::state::{FileLabel, ImportAction};
use crate::deals::files::import::words;
use crate::deals::words as deals;
use crate::shell::event::chosen;

/// What all records of a preview are shown with.
pub(crate) struct Review<'a> {
    pub(crate) preview: &'a Preview,
    pub(crate) files: &'a [FileLabel],
    pub(crate) locale: Locale,
    pub(crate) on_action: &'a Callback<ImportAction>,
}

impl Review<'_> {
    /// Whose version is in a file, and of which day; the name of the file where that tells no files apart.
    fn whose(&self, file: usize) -> String {
        let Some(label) = self.files.get(file) else { return String::new() };
        let is_same = |other: &&FileLabel| (&other.whose, other.day) == (&label.whose, label.day);
        let is_unique = self.files.iter().filter(is_same).count() == 1;
        if is_unique { words::whose(label, self.locale) } else { label.name.to_string() }
    }
}

pub(crate) fn item(index: usize, item: &Item, choice: ImportChoice, review: &Review<'_>) -> Html {
    let locale = review.locale;
    let name = words::name(item, locale);
    html! {
        <li class="import-item" key={index}>
            <div class="import-item__head">
                <p class="import-item__name" dir="auto">{ &name }{ from_file(item.file, review.files) }</p>
                { select(index, item, choice, &name, review) }
            </div>
            { body(index, item, review) }
            { elsewhere(item, review) }
            { taken_back(index, item, choice, review) }
            if !item.problems.is_empty() {
                <ul class="import-item__problems">
                    { for item.problems.iter().map(|problem| html! { <li>{ words::problem(problem, locale) }</li> }) }
                </ul>
            }
        </li>
    }
}

/// Which file it is from, if there are several.
pub(crate) fn from_file(file: usize, files: &[FileLabel]) -> Html {
    let name = files.get(file).filter(|_| files.len() > 1).map(|file| file.name.clone());
    html! {
        if let Some(name) = name {
            <span class="import-item__file" translate="no" dir="auto">{ name }</span>
        }
    }
}

/// The choices for this record, if there is more than one.
fn select(index: usize, item: &Item, choice: ImportChoice, name: &str, review: &Review<'_>) -> Html {
    let choices: Vec<ImportChoice> = item.choices().collect();
    if choices.len() < 2 {
        return Html::default();
    }
    let name = match review.files.get(item.file).filter(|_| review.files.len() > 1) {
        Some(file) => format!("{name} · {}", file.name),
        None => name.to_owned(),
    };
    let label = words::choice_for(&name, review.locale);
    let on_action = review.on_action.clone();
    let onchange = move |event: Event| {
        ImportChoice::from_code(&chosen(&event))
            .into_iter()
            .for_each(|choice| on_action.emit(ImportAction::Choose(index, choice)));
    };
    let word = |choice| words::choice_of(item, choice);
    html! {
        <select class="import-select" aria-label={label} {onchange}>
            { for options(&choices, word, Some(choice), review.locale) }
        </select>
    }
}

pub(crate) fn options(
    choices: &[ImportChoice],
    word: impl Fn(ImportChoice) -> Text,
    chosen: Option<ImportChoice>,
    locale: Locale,
) -> Vec<Html> {
    let option = |choice: &ImportChoice| {
        html! {
            <option value={choice.code()} selected={chosen == Some(*choice)}>{ word(*choice).get(locale) }</option>
        }
    };
    choices.iter().map(option).collect()
}

fn body(index: usize, item: &Item, review: &Review<'_>) -> Html {
    let locale = review.locale;
    let Some(deal) = item.record.deal() else { return Html::default() };
    if item.is_unreadable_here {
        return html! { <p class="import-item__facts">{ words::HERE_UNREADABLE.get(locale) }</p> };
    }
    if !matches!(item.verdict, Verdict::Conflict | Verdict::FileNewer | Verdict::BookNewer) {
        return facts(deal, locale);
    }
    if let Some(here) = item.here.as_ref().and_then(|here| here.deal()) {
        let left = Version { deal: here, whose: words::IN_BOOK.get(locale).to_owned() };
        return side_by_side(index, &left, &Version { deal, whose: review.whose(item.file) }, review);
    }
    // The second version of a deal that the book does not have, beside the first.
    let first = item.elsewhere.first().filter(|first| **first < index);
    let first = first.and_then(|first| review.preview.items().get(*first));
    match first.and_then(|first| Some((first.record.deal()?, first.file))) {
        Some((first, file)) => {
            let left = Version { deal: first, whose: review.whose(file) };
            side_by_side(index, &left, &Version { deal, whose: review.whose(item.file) }, review)
        }
        None => facts(deal, locale),
    }
}

/// Where else the same deal stands.
fn elsewhere(item: &Item, review: &Review<'_>) -> Html {
    const MOST: usize = 5;
    let others = item.elsewhere.iter().filter_map(|place| review.preview.items().get(*place));
    let mut places: Vec<String> = Vec::new();
    for other in others {
        let file = review.files.get(other.file).filter(|_| review.files.len() > 1);
        let place = words::place(other.row, file.map(|file| file.name.as_str()), review.locale);
        if !places.contains(&place) {
            places.push(place);
        }
        if places.len() == MOST {
            break;
        }
    }
    if places.is_empty() {
        return Html::default();
    }
    html! { <p class="import-item__facts" translate="no" dir="auto">{ words::elsewhere(item, &places, review.locale) }</p> }
}

/// That the choice of this version was taken back, or those of others for it: one alone can replace the record here.
fn taken_back(index: usize, item: &Item, choice: ImportChoice, review: &Review<'_>) -> Html {
    let locale = review.locale;
    let whose = |place: usize| review.preview.items().get(place).map(|other| review.whose(other.file));
    if let Some(by) = review.preview.taken_back_by(index).and_then(whose) {
        let now = words::choice_of(item, choice).get(locale);
        return html! { <p class="notice" role="status" dir="auto">{ result_words::taken_back(&by, now, locale) }</p> };
    }
    let back: Vec<String> = review.preview.taken_back_for(index).filter_map(whose).collect();
    if back.is_empty() {
        return Html::default();
    }
    html! { <p class="notice" role="status" dir="auto">{ result_words::in_place_of(&back, locale) }</p> }
}

/// What distinguishes one deal from another.
fn facts(deal: &Deal, locale: Locale) -> Html {
    let day = deal.expected_close.map(|day| format!("{} {day}", deals::CLOSE.get(locale)));
    let salesperson = Some(deal.salesperson.trim().to_owned()).filter(|name| !name.is_empty());
    let facts: Vec<String> = [deals::amount(deal, locale), day, salesperson].into_iter().flatten().collect();
    if facts.is_empty() {
        return Html::default();
    }
    html! { <p class="import-item__facts">{ facts.join(" · ") }</p> }
}
