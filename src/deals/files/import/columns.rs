//! The mapping of a table's columns to those of a deal.

use abacus_core::text::Locale;
use abacus_deals::transfer::{Column, Mapping};
use yew::prelude::*;

use crate::deals::files::import::words;
use crate::shell::event::chosen;

#[derive(PartialEq, Properties)]
pub struct ColumnsProps {
    pub header: Vec<String>,
    /// The first cell of each column that is not blank.
    pub examples: Vec<String>,
    pub mapping: Mapping,
    pub locale: Locale,
    /// The column at this index is mapped to this column of a deal; `None` leaves it out.
    pub on_map: Callback<(usize, Option<Column>)>,
}

#[component]
pub fn Columns(props: &ColumnsProps) -> Html {
    let ColumnsProps { header, examples, mapping, on_map, .. } = props;
    let locale = props.locale;
    let column = |(index, (name, mapped)): (usize, (&String, &Option<Column>))| {
        let id = format!("column-{index}");
        let onchange = on_map.reform(move |event: Event| (index, Column::from_code(&chosen(&event))));
        let name = if name.is_empty() { words::NAMELESS.get(locale) } else { name.as_str() };
        let example = examples.get(index).filter(|example| !example.is_empty());
        html! {
            <div class="import-column" key={index}>
                <label class="import-column__name" for={id.clone()}>
                    { name }
                    if let Some(example) = example {
                        <span class="import-column__example">{ words::EXAMPLE.get(locale) }{ example }</span>
                    }
                </label>
                <select class="import-select" {id} {onchange}>
                    <option value="" selected={mapped.is_none()}>{ words::LEFT_OUT.get(locale) }</option>
                    { for Column::all().map(|column| html! {
                        <option value={column.code()} selected={*mapped == Some(column)}>{ column.label().get(locale) }</option>
                    }) }
                </select>
            </div>
        }
    };
    html! {
        <fieldset class="import-columns">
            <legend class="import__heading">{ words::COLUMNS.get(locale) }</legend>
            <p class="import__hint">{ words::COLUMNS_HINT.get(locale) }</p>
            { for header.iter().zip(mapping.columns()).enumerate().map(column) }
        </fieldset>
    }
}
