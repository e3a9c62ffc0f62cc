//! Two versions of a deal side by side: the fields in which they differ, each with the choice which one counts.

use abacus_deals::Deal;
use abacus_deals::transfer::{Differences, ImportChoice, Side, differences};
use yew::prelude::*;

use crate::deals::files::import::item::Review;
use crate::deals::files::import::state::ImportAction;
use crate::deals::files::import::words;
use crate::shell::event::chosen;

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
    let whose = [left.whose.as_str(), right.whose.as_str()];
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
                    <>
                        <tr>
                            <th scope="row">{ &row.label }</th>
                            <td translate="no" dir="auto">{ shortened(&row.left) }</td>
                            <td translate="no" dir="auto">{ shortened(&row.right) }</td>
                        </tr>
                        if is_chosen {
                            <tr class="import-sides__choice">
                                <td>{ words::USED.get(locale) }</td>
                                <td colspan="2">{ choice(index, row, whose, review) }</td>
                            </tr>
                        }
                    </>
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
            Row { field, label: words::part(field, locale), left: words(left), right: words(right) }
        }
    };
    found.fields().map(row).collect()
}

/// Which version a field is taken from. Choosing one puts the deal together field by field.
fn choice(index: usize, row: &Row<'_>, [left, right]: [&str; 2], review: &Review<'_>) -> Html {
    let side = review.preview.side(index, row.field);
    let (on_action, field) = (review.on_action.clone(), row.field.to_owned());
    let onchange = move |event: Event| {
        Side::from_code(&chosen(&event))
            .into_iter()
            .for_each(|side| on_action.emit(ImportAction::ChooseField(index, field.clone(), side)));
    };
    let option = |this: Side, whose: &str| {
        html! { <option value={this.code()} selected={side == Some(this)}>{ whose }</option> }
    };
    html! {
        <select class="import-side" name={row.field.to_owned()} aria-label={words::side_for(&row.label, review.locale)} translate="no" {onchange}>
            if side.is_none() {
                <option value="" selected=true disabled=true>{ "–" }</option>
            }
            { option(Side::Book, left) }
            { option(Side::File, right) }
        </select>
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
