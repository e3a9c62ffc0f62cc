//! How a table is read: its header row, and the mapping of its columns to those of a deal.

use std::rc::Rc;

use abacus_core::text::Locale;
use abacus_deals::transfer::{Column, Mapping, Row, Table};
use yew::prelude::*;

use crate::deals::files::import::column_words;
use crate::deals::files::import::inspect::Reading;
use crate::deals::files::import::words;
use crate::shell::event::chosen;
use crate::shell::select::Select;

#[derive(Properties)]
pub struct ColumnsProps {
    pub table: Rc<Table>,
    pub mapping: Mapping,
    /// The index of its file among the chosen ones.
    pub place: usize,
    /// How many of its rows have no content in the imported columns.
    pub skipped: usize,
    pub locale: Locale,
    pub on_read: Callback<(usize, Reading)>,
}

/// A table is never changed in place, so comparing pointers is enough.
impl PartialEq for ColumnsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.table, &other.table)
            && (&self.mapping, self.place, self.skipped, self.locale, &self.on_read)
                == (&other.mapping, other.place, other.skipped, other.locale, &other.on_read)
    }
}

#[component]
pub fn Columns(props: &ColumnsProps) -> Html {
    let ColumnsProps { table, mapping, on_read, .. } = props;
    let (locale, place) = (props.locale, props.place);
    let left_out = table.left_out(mapping);
    let column = |(index, (name, mapped)): (usize, (&String, &Option<Column>))| {
        let id = format!("column-{place}-{index}");
        let onchange =
            on_read.reform(move |event: Event| (place, Reading::Column(index, Column::from_code(&chosen(&event)))));
        let name = match name.as_str() {
            letter if !table.has_header() => column_words::column(letter, locale),
            "" => words::NAMELESS.get(locale).to_owned(),
            name => name.to_owned(),
        };
        let example = example(table, index);
        html! {
            <div class="import-column" key={index}>
                <label class="import-column__name" for={id.clone()}>
                    <bdi>{ name }</bdi>
                    if !example.is_empty() {
                        <span class="import-column__example">{ words::EXAMPLE.get(locale) }<bdi>{ example }</bdi></span>
                    }
                </label>
                <Select class="import-select" {id} {onchange}>
                    <option value="" selected={mapped.is_none()}>{ words::LEFT_OUT.get(locale) }</option>
                    { for Column::all().map(|column| html! {
                        <option value={column.code()} selected={*mapped == Some(column)}>{ column.label().get(locale) }</option>
                    }) }
                </Select>
            </div>
        }
    };
    html! {
        <>
            { header(table, place, locale, on_read) }
            <fieldset class="import-columns">
                <legend class="import__heading">{ column_words::COLUMNS.get(locale) }</legend>
                if !table.has_header() {
                    <p class="notice">{ column_words::no_header(has_choice(table), locale) }</p>
                } else if table.is_unknown() {
                    <p class="notice">{ column_words::UNKNOWN_COLUMNS.get(locale) }</p>
                } else if mapping.has_customer() {
                    <p class="import__hint">{ column_words::COLUMNS_HINT.get(locale) }</p>
                }
                if !(mapping.has_customer() || table.is_unknown() && mapping.is_blank()) {
                    <p class="notice">{ column_words::NO_CUSTOMER.get(locale) }</p>
                }
                if !left_out.is_empty() {
                    <p class="notice">{ column_words::left_out(&left_out, locale) }</p>
                }
                if props.skipped > 0 {
                    <p class="notice">{ column_words::skipped(props.skipped, locale) }</p>
                }
                { for table.header.iter().zip(mapping.columns()).enumerate().map(column) }
            </fieldset>
        </>
    }
}

/// Whether another row, or none, could be the header.
fn has_choice(table: &Table) -> bool {
    let rows = table.header_choices().count();
    rows > 1 || rows == 1 && table.is_unknown()
}

/// The choice of the header row, if there is one.
fn header(table: &Table, place: usize, locale: Locale, on_read: &Callback<(usize, Reading)>) -> Html {
    if !has_choice(table) {
        return Html::default();
    }
    let now = table.header_row();
    let onchange = on_read.reform(move |event: Event| (place, Reading::Header(chosen(&event).parse().unwrap_or(now))));
    let option = |row: &Row| {
        html! {
            <option value={row.number.to_string()} selected={row.number == now}>{ words::header_choice(row, locale) }</option>
        }
    };
    let id = format!("header-row-{place}");
    html! {
        <p class="import-column import-column--header">
            <label class="import-column__name" for={id.clone()}>{ words::HEADER.get(locale) }</label>
            <Select class="import-select" {id} {onchange}>
                { for table.header_choices().map(option) }
                <option value="0" selected={now == 0}>{ column_words::NO_HEADER.get(locale) }</option>
            </Select>
        </p>
    }
}

/// The beginning of the first non-blank cell of a column.
fn example(table: &Table, index: usize) -> String {
    const ROWS: usize = 50;
    const LETTERS: usize = 40;
    let cells = table.rows.iter().take(ROWS).filter_map(|row| row.cells.get(index));
    let first = cells.map(|cell| cell.trim()).find(|cell| !cell.is_empty()).unwrap_or_default();
    first.chars().take(LETTERS).collect()
}
