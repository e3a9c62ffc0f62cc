//! One record of a file: its name, how it differs from the stored one, and what to do with it.

use abacus_core::isolate::isolated;
use abacus_deals::transfer::{ImportChoice, Item, Verdict};
use yew::prelude::*;

use crate::deals::files::import::conflict_words;
use crate::deals::files::import::review::{Review, facts, from_file, option};
use crate::deals::files::import::state::ImportAction;
use crate::deals::files::import::versions::{Version, table};
use crate::deals::files::import::words;
use crate::shell::event::chosen;
use crate::shell::select::Select;

pub(crate) fn item(index: usize, item: &Item, choice: ImportChoice, review: &Review<'_>) -> Html {
    let locale = review.locale;
    let name = words::name(item, locale);
    html! {
        <li class="import-item" key={index}>
            <div class="import-item__head">
                <p class="import-item__name">{ &name }{ from_file(item.file, review.files) }</p>
                { select(index, item, choice, &name, review) }
            </div>
            { body(item, review) }
            { elsewhere(item, review) }
            if let Some(deal) = &item.namesake {
                <p class="import-item__facts" translate="no">{ words::namesake(deal, locale) }</p>
            }
            if let Some(by) = review.preview.replaced_by(index) {
                <p class="import-item__facts">{ conflict_words::replaced_by(&review.whose_record(by), locale) }</p>
            }
            if !item.problems.is_empty() {
                <ul class="import-item__problems">
                    { for item.problems.iter().map(|problem| html! { <li>{ words::problem(problem, locale) }</li> }) }
                </ul>
            }
        </li>
    }
}

/// The select for this record, if there is more than one choice.
fn select(index: usize, item: &Item, choice: ImportChoice, name: &str, review: &Review<'_>) -> Html {
    let choices: Vec<ImportChoice> = item.choices().collect();
    if choices.len() < 2 {
        return Html::default();
    }
    let name = match review.files.get(item.file).filter(|_| review.files.len() > 1) {
        Some(file) => format!("{name} · {}", isolated(&file.name)),
        None => name.to_owned(),
    };
    let label = words::choice_for(&name, review.locale);
    let on_action = review.on_action.clone();
    let onchange = move |event: Event| {
        ImportChoice::from_code(&chosen(&event))
            .into_iter()
            .for_each(|choice| on_action.emit(ImportAction::Choose(index, choice)));
    };
    let word = |choice| words::choice_of(item, choice).get(review.locale);
    html! {
        <Select class="import-select" {label} {onchange}>
            { for choices.iter().map(|it| option(it.code().to_owned(), word(*it), choice == *it)) }
        </Select>
    }
}

fn body(item: &Item, review: &Review<'_>) -> Html {
    let Some(deal) = item.record.deal() else { return Html::default() };
    let here = item.here.as_ref().and_then(|here| here.deal());
    match here.filter(|_| matches!(item.verdict, Verdict::FileNewer | Verdict::BookNewer)) {
        Some(here) => {
            let here = Version { deal: here, whose: words::IN_BOOK.get(review.locale).to_owned() };
            table(&[here, Version { deal, whose: review.whose(item.file) }], None, review)
        }
        None => facts(deal, review.locale),
    }
}

/// Where else the same deal occurs.
fn elsewhere(item: &Item, review: &Review<'_>) -> Html {
    const MAX: usize = 5;
    let others = item.elsewhere.iter().filter_map(|place| review.preview.items().get(*place));
    let mut places: Vec<String> = Vec::new();
    for other in others {
        let file = review.files.get(other.file).filter(|_| review.files.len() > 1);
        let place = words::place(other.row, file.map(|file| file.name.as_str()), review.locale);
        if !places.contains(&place) {
            places.push(place);
        }
        if places.len() == MAX {
            break;
        }
    }
    if places.is_empty() {
        return Html::default();
    }
    html! { <p class="import-item__facts" translate="no">{ words::elsewhere(item, &places, review.locale) }</p> }
}
