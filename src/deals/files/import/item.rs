//! One record of a file: its name, how it differs from the stored one or that of another file, and what to do with it.

use abacus_core::text::{Locale, Text};
use abacus_deals::Deal;
use abacus_deals::transfer::{ImportChoice, Item, Preview, Verdict, differences};
use yew::prelude::*;

use crate::deals::files::import::state::ImportAction;
use crate::deals::files::import::words;
use crate::deals::words as deals;
use crate::shell::event::chosen;

/// What all records of a preview are shown with.
pub(crate) struct Review<'a> {
    pub(crate) preview: &'a Preview,
    pub(crate) files: &'a [AttrValue],
    pub(crate) locale: Locale,
    pub(crate) on_action: &'a Callback<ImportAction>,
}

pub(crate) fn item(index: usize, item: &Item, choice: ImportChoice, review: &Review<'_>) -> Html {
    let locale = review.locale;
    let name = words::name(item, locale);
    html! {
        <li class="import-item" key={index}>
            <div class="import-item__head">
                <p class="import-item__name">{ &name }{ from_file(item.file, review.files) }</p>
                { select(index, item, choice, &name, review) }
            </div>
            { body(index, item, review) }
            { elsewhere(item, review) }
            if !item.problems.is_empty() {
                <ul class="import-item__problems">
                    { for item.problems.iter().map(|problem| html! { <li>{ words::problem(problem, locale) }</li> }) }
                </ul>
            }
        </li>
    }
}

/// Which file it is from, if there are several.
pub(crate) fn from_file(file: usize, files: &[AttrValue]) -> Html {
    let name = files.get(file).filter(|_| files.len() > 1);
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
        Some(file) => format!("{name} · {file}"),
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
    let in_file = review.files.get(item.file).filter(|_| review.files.len() > 1);
    let in_file = in_file.map_or_else(|| words::IN_FILE.get(locale).to_owned(), |name| (**name).to_owned());
    if item.is_unreadable_here {
        return html! { <p class="import-item__facts">{ words::HERE_UNREADABLE.get(locale) }</p> };
    }
    if !matches!(item.verdict, Verdict::Conflict | Verdict::FileNewer | Verdict::BookNewer) {
        return facts(deal, locale);
    }
    if let Some(here) = item.here.as_ref().and_then(|here| here.deal()) {
        return side_by_side((here, words::IN_BOOK.get(locale)), (deal, &in_file), locale);
    }
    // The second version of a deal that the book does not have, beside the first.
    let first = item.elsewhere.first().filter(|first| **first < index);
    let first = first.and_then(|first| review.preview.items().get(*first));
    match first.and_then(|first| Some((first.record.deal()?, review.files.get(first.file)?))) {
        Some((first, name)) => side_by_side((first, name.as_str()), (deal, &in_file), locale),
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
        let place = words::place(other.row, file.map(AsRef::as_ref), review.locale);
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

/// Where two versions of a deal differ; each stands below where it is.
fn side_by_side((left, in_left): (&Deal, &str), (right, in_right): (&Deal, &str), locale: Locale) -> Html {
    let found = differences(right, left, locale);
    html! {
        <>
            if !found.columns.is_empty() {
                <table class="import-sides">
                    <thead>
                        <tr>
                            <th scope="col">{ words::FIELD.get(locale) }</th>
                            <th scope="col" dir="auto">{ in_left }</th>
                            <th scope="col" dir="auto">{ in_right }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for found.columns.iter().map(|(column, right, left)| html! {
                            <tr>
                                <th scope="row">{ column.label().get(locale) }</th>
                                <td translate="no" dir="auto">{ shortened(left) }</td>
                                <td translate="no" dir="auto">{ shortened(right) }</td>
                            </tr>
                        }) }
                    </tbody>
                </table>
            }
            if !found.others.is_empty() {
                <p class="import-item__facts">{ words::others(&found.others, locale) }</p>
            }
        </>
    }
}

/// The beginning of a text; a dash if it is empty.
fn shortened(text: &str) -> String {
    const MOST: usize = 200;
    let beginning: String = text.chars().take(MOST).collect();
    match beginning.as_str() {
        "" => "–".to_owned(),
        _ if beginning.len() < text.len() => format!("{beginning}…"),
        _ => beginning,
    }
}
