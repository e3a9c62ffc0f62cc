//! The versions of a deal side by side: a row for each field in which they differ, a column for each version. In a
//! conflict the user chooses one by its cell. Versions that are the same in a field share one choice.

use abacus_core::isolate::isolated;
use abacus_deals::Deal;
use abacus_deals::transfer::{Conflict, Difference, difference_texts, differences};
use yew::prelude::*;

use crate::deals::files::import::conflict_words;
use crate::deals::files::import::review::Review;
use crate::deals::files::import::state::ImportAction;
use crate::deals::files::import::words;

/// With more versions, they are stacked.
const MAX_COLUMNS: usize = 4;

pub(crate) struct Version<'a> {
    pub(crate) deal: &'a Deal,
    /// Where it is, or whose it is.
    pub(crate) whose: String,
}

/// The conflict shown in the table, and its index.
pub(crate) type Asked<'a> = Option<(usize, &'a Conflict)>;

/// One field in which the versions differ.
struct Row<'a> {
    number: usize,
    found: &'a Difference,
    label: String,
    texts: Vec<String>,
}

/// Empty if no difference can be shown.
pub(crate) fn table(versions: &[Version<'_>], asked: Asked<'_>, review: &Review<'_>) -> Html {
    let locale = review.locale;
    let deals: Vec<&Deal> = versions.iter().map(|version| version.deal).collect();
    let found = differences(&deals);
    if found.is_empty() {
        return Html::default();
    }
    let rows = found.iter().enumerate().map(|(number, found)| row(number, found, &deals, review));
    let is_wide = versions.len() <= MAX_COLUMNS;
    html! {
        <>
            { for asked.filter(|_| versions.len() > 2 && found.len() > 1).map(|(place, conflict)| all_of_one(place, conflict, versions, review)) }
            <table role="table" class={classes!("import-versions", is_wide.then_some("import-versions--wide"))}>
                <thead role="rowgroup" class="import-versions__head">
                    <tr role="row">
                        <th role="columnheader" scope="col">{ words::FIELD.get(locale) }</th>
                        { for versions.iter().map(|version| html! {
                            <th role="columnheader" scope="col" translate="no" dir="auto">{ &version.whose }</th>
                        }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    { for rows.map(|row| show(&row, versions, asked, review)) }
                </tbody>
            </table>
        </>
    }
}

/// Takes every field from one version.
fn all_of_one(place: usize, conflict: &Conflict, versions: &[Version<'_>], review: &Review<'_>) -> Html {
    let locale = review.locale;
    let button = |(version, of): (&Version<'_>, &abacus_deals::transfer::Version)| {
        let (on_action, side) = (review.on_action.clone(), of.side);
        let onclick = move |_: MouseEvent| on_action.emit(ImportAction::ChooseVersion(place, side));
        html! { <button type="button" class="button" dir="auto" {onclick}>{ &version.whose }</button> }
    };
    html! {
        <div class="import-versions__all" role="group" aria-label={conflict_words::ALL_OF_ONE.get(locale)} translate="no">
            <span aria-hidden="true">{ conflict_words::ALL_OF_ONE.get(locale) }</span>
            { for versions.iter().zip(&conflict.versions).map(button) }
        </div>
    }
}

fn row<'a>(number: usize, found: &'a Difference, deals: &[&Deal], review: &Review<'_>) -> Row<'a> {
    let locale = review.locale;
    let (label, texts) = match found.column.zip(found.texts(deals, locale)) {
        Some((column, texts)) => (column.label().get(locale).to_owned(), texts),
        None => {
            let texts = match found.field.as_str() {
                "deleted" => deals.iter().map(|deal| words::deleted_or_not(deal, locale).to_owned()).collect(),
                field => difference_texts(deals, field, locale),
            };
            (words::part(&found.field, locale), texts)
        }
    };
    Row { number, found, label, texts: texts.iter().map(|text| shortened(text)).collect() }
}

fn show(row: &Row<'_>, versions: &[Version<'_>], asked: Asked<'_>, review: &Review<'_>) -> Html {
    let is_open = asked.is_some_and(|(place, _)| {
        review.preview.open_fields(place) > 0 && review.preview.side(place, &row.found.field).is_none()
    });
    let cells = versions.iter().enumerate().map(|(number, _)| {
        let first = row.found.same_as.get(number).copied().unwrap_or(number);
        if first == number {
            choice(row, number, versions, asked, review)
        } else {
            same(row, first, versions, asked, review)
        }
    });
    html! {
        <tr role="row" class={classes!("import-versions__row", is_open.then_some("import-versions__row--open"))}>
            <th role="rowheader" scope="row">
                { &row.label }
                if is_open {
                    <span class="import-versions__open">{ conflict_words::NOT_CHOSEN.get(review.locale) }</span>
                }
            </th>
            { for cells }
        </tr>
    }
}

/// The content of a version, with its choice. Choosing assembles the deal field by field.
fn choice(row: &Row<'_>, number: usize, versions: &[Version<'_>], asked: Asked<'_>, review: &Review<'_>) -> Html {
    let text = row.texts.get(number).cloned().unwrap_or_default();
    let same_as = &row.found.same_as;
    let owners = versions.iter().zip(same_as).filter(|(_, first)| **first == number).map(|(it, _)| it.whose.clone());
    let whose = conflict_words::names(&owners.collect::<Vec<_>>(), review.locale);
    let shown = html! {
        <span class="import-version__words">
            <span class="import-version__whose" dir="auto">{ &whose }</span>
            <span dir="auto">{ &text }</span>
        </span>
    };
    let asked = asked.and_then(|(place, conflict)| Some((place, conflict, conflict.versions.get(number)?.side)));
    let Some((place, conflict, side)) = asked else {
        return html! { <td role="cell" translate="no">{ shown }</td> };
    };
    let chosen = review.preview.side(place, &row.found.field);
    let chosen = chosen.and_then(|side| conflict.versions.iter().position(|version| version.side == side));
    let is_chosen = chosen.and_then(|chosen| same_as.get(chosen)) == Some(&number);
    let (on_action, field) = (review.on_action.clone(), row.found.field.clone());
    let onchange = move |_: Event| on_action.emit(ImportAction::ChooseField(place, field.clone(), side));
    let label = format!("{} · {whose} · {}", conflict_words::side_for(&row.label, review.locale), isolated(&text));
    html! {
        <td role="cell" translate="no">
            <label class="import-version">
                <input class="import-version__choice" type="radio" id={id(place, row, number)}
                    name={format!("{place}-{}", row.found.field)} value={number.to_string()} aria-label={label}
                    checked={is_chosen} {onchange} />
                { shown }
            </label>
        </td>
    }
}

/// A version that is the same as an earlier one shares its choice.
fn same(row: &Row<'_>, first: usize, versions: &[Version<'_>], asked: Asked<'_>, review: &Review<'_>) -> Html {
    let text = row.texts.get(first).cloned().unwrap_or_default();
    let whose = versions.get(first).map(|version| version.whose.as_str()).unwrap_or_default();
    let shown = html! {
        <span class="import-version__words">
            <span dir="auto">{ text }</span>
            <span class="import-version__same">{ conflict_words::same_as(whose, review.locale) }</span>
        </span>
    };
    html! {
        <td role="cell" class="import-versions__same" translate="no">
            if let Some((place, _)) = asked {
                <label class="import-version" for={id(place, row, first)}>{ shown }</label>
            } else {
                { shown }
            }
        </td>
    }
}

fn id(place: usize, row: &Row<'_>, number: usize) -> String {
    format!("version-{place}-{}-{number}", row.number)
}

/// The beginning of a text, or a dash if it is empty.
fn shortened(text: &str) -> String {
    const MAX: usize = 200;
    let beginning: String = text.chars().take(MAX).collect();
    match beginning.as_str() {
        "" => "–".to_owned(),
        _ if beginning.len() < text.len() => format!("{beginning}…"),
        _ => beginning,
    }
}
