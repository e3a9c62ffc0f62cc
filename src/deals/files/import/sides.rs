//! Two versions of a deal side by side: the fields in which they differ, each with the choice which one counts, made in the
//! cell of the version.

use abacus_deals::Deal;
use abacus_deals::transfer::{Differences, ImportChoice, Side, differences, differing_days};
use yew::prelude::*;

use crate::deals::files::import::item::Review;
use crate::deals::files::import::state::ImportAction;
use crate::deals::files::import::words;

/// A version, and where it is or whose.
pub(crate) struct Version<'a> {
    pub(crate) deal: &'a Deal,
    pub(crate) whose: String,
}

/// One field in which the versions differ.
struct Row<'a> {
    field: &'a str,
    label: String,
    left: String,
    right: String,
}

/// The version on the left is the book's where a record of the file at this index can be put together field by field.
pub(crate) fn side_by_side(index: usize, left: &Version<'_>, right: &Version<'_>, review: &Review<'_>) -> Html {
    let locale = review.locale;
    let found = differences(right.deal, left.deal, locale);
    let is_chosen =
        review.preview.items().get(index).is_some_and(|item| {
            item.versions().is_some() && item.choices().any(|choice| choice == ImportChoice::Combine)
        });
    if found.fields().next().is_none() {
        return Html::default();
    }
    html! {
        <table class="import-sides">
            <thead>
                <tr>
                    <th scope="col">{ words::FIELD.get(locale) }</th>
                    <th scope="col" translate="no" dir="auto">{ &left.whose }</th>
                    <th scope="col" translate="no" dir="auto">{ &right.whose }</th>
                </tr>
            </thead>
            <tbody>
                { for rows(&found, left.deal, right.deal, review).iter().map(|row| html! {
                    <tr>
                        <th scope="row">{ &row.label }</th>
                        { side(index, row, Side::Book, left, is_chosen, review) }
                        { side(index, row, Side::File, right, is_chosen, review) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn rows<'a>(found: &'a Differences, left: &Deal, right: &Deal, review: &Review<'_>) -> Vec<Row<'a>> {
    let locale = review.locale;
    let row = |field: &'a str| match found.column(field) {
        Some((column, right, left)) => {
            let label = column.label().get(locale).to_owned();
            Row { field, label, left: left.clone(), right: right.clone() }
        }
        None => {
            let words = |deal| words::part_of(deal, field, locale);
            // In short, two versions that differ in a day alone look the same.
            let days = differing_days(right, left, field);
            let (right, left) = days.unwrap_or_else(|| (words(right), words(left)));
            Row { field, label: words::part(field, locale), left, right }
        }
    };
    found.fields().map(row).collect()
}

/// One version of a field, and the choice of it. Choosing one puts the deal together field by field.
fn side(index: usize, row: &Row<'_>, this: Side, version: &Version<'_>, is_chosen: bool, review: &Review<'_>) -> Html {
    let text = shortened(if this == Side::Book { &row.left } else { &row.right });
    if !is_chosen {
        return html! { <td translate="no" dir="auto">{ text }</td> };
    }
    let (on_action, field) = (review.on_action.clone(), row.field.to_owned());
    let onchange = move |_: Event| on_action.emit(ImportAction::ChooseField(index, field.clone(), this));
    let label = format!("{} · {} · {text}", words::side_for(&row.label, review.locale), version.whose);
    html! {
        <td translate="no">
            <label class="import-side">
                <input class="import-side__choice" type="radio" name={format!("{index}-{}", row.field)} value={this.code()} aria-label={label}
                    checked={review.preview.side(index, row.field) == Some(this)} {onchange} />
                <span dir="auto">{ text }</span>
            </label>
        </td>
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
