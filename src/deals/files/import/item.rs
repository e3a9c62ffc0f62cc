//! One record of a file: its name, how it differs from the stored one, and what to do with it.

use abacus_core::text::Locale;
use abacus_deals::Deal;
use abacus_deals::transfer::{ImportChoice, Item, Verdict, differences};
use yew::prelude::*;

use crate::deals::files::import::state::ImportAction;
use crate::deals::files::import::words;
use crate::deals::words as deals;
use crate::shell::event::chosen;

pub(crate) fn item(
    index: usize,
    item: &Item,
    choice: ImportChoice,
    locale: Locale,
    on_action: &Callback<ImportAction>,
) -> Html {
    let name = words::name(item, locale);
    html! {
        <li class="import-item" key={index}>
            <div class="import-item__head">
                <p class="import-item__name">{ &name }</p>
                { select(index, item, choice, &name, locale, on_action) }
            </div>
            { body(item, locale) }
            if let Some(row) = item.same_deal {
                <p class="import-item__facts">{ words::same_deal(row, locale) }</p>
            }
            if !item.problems.is_empty() {
                <ul class="import-item__problems">
                    { for item.problems.iter().map(|problem| html! { <li>{ words::problem(problem, locale) }</li> }) }
                </ul>
            }
        </li>
    }
}

/// The choices for this record, if there is more than one.
fn select(
    index: usize,
    item: &Item,
    choice: ImportChoice,
    name: &str,
    locale: Locale,
    on_action: &Callback<ImportAction>,
) -> Html {
    let choices: Vec<ImportChoice> = item.choices().collect();
    if choices.len() < 2 {
        return Html::default();
    }
    let label = words::choice_for(name, locale);
    let on_action = on_action.clone();
    let onchange = move |event: Event| {
        ImportChoice::from_code(&chosen(&event))
            .into_iter()
            .for_each(|choice| on_action.emit(ImportAction::Choose(index, choice)));
    };
    html! {
        <select class="import-select" aria-label={label} {onchange}>
            { for options(&choices, item.verdict, Some(choice), locale) }
        </select>
    }
}

pub(crate) fn options(
    choices: &[ImportChoice],
    verdict: Verdict,
    chosen: Option<ImportChoice>,
    locale: Locale,
) -> Vec<Html> {
    let option = |choice: &ImportChoice| {
        html! {
            <option value={choice.code()} selected={chosen == Some(*choice)}>
                { words::choice(verdict, *choice).get(locale) }
            </option>
        }
    };
    choices.iter().map(option).collect()
}

fn body(item: &Item, locale: Locale) -> Html {
    let Some(deal) = item.record.deal() else { return Html::default() };
    match (item.here.as_ref().and_then(|here| here.deal()), item.verdict) {
        (Some(here), Verdict::Conflict | Verdict::FileNewer | Verdict::BookNewer) => side_by_side(deal, here, locale),
        (None, Verdict::Conflict) => {
            html! { <p class="import-item__facts">{ words::HERE_UNREADABLE.get(locale) }</p> }
        }
        _ => facts(deal, locale),
    }
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

fn side_by_side(file: &Deal, here: &Deal, locale: Locale) -> Html {
    let found = differences(file, here, locale);
    html! {
        <>
            if !found.columns.is_empty() {
                <table class="import-sides">
                    <thead>
                        <tr>
                            <th scope="col">{ words::FIELD.get(locale) }</th>
                            <th scope="col">{ words::IN_BOOK.get(locale) }</th>
                            <th scope="col">{ words::IN_FILE.get(locale) }</th>
                        </tr>
                    </thead>
                    <tbody>
                        { for found.columns.iter().map(|(column, file, here)| html! {
                            <tr>
                                <th scope="row">{ column.label().get(locale) }</th>
                                <td>{ shortened(here) }</td>
                                <td>{ shortened(file) }</td>
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
