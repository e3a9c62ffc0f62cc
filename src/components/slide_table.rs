//! The what-if table of the slides, computed: the current cell marked, misprints explained.

use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::format::{machine, number};
use abacus_core::sensitivity::{self, Cell, Misprint, SlideTable as Table};
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::text::calculator as words;

/// What the table needs.
#[derive(PartialEq, Properties)]
pub struct SlideTableProps {
    /// Whose table; nothing is shown for a calculator without one.
    pub calculator: &'static dyn Calculator,
    /// The figures of now.
    pub inputs: Inputs,
    /// The language.
    pub locale: Locale,
}

/// The table, if the slides have one.
#[component]
pub fn SlideTable(props: &SlideTableProps) -> Html {
    let spec = props.calculator.spec();
    let Some(table) = spec.table.as_ref() else { return Html::default() };
    let (Some(row_field), Some(column_field), Some(output)) =
        (spec.field(table.rows.key), spec.field(table.columns.key), spec.output(table.output))
    else {
        return Html::default();
    };
    let locale = props.locale;
    let label = |text: abacus_core::text::Text| text.get(locale);
    let caption = words::table_caption(label(output.label), label(row_field.label), label(column_field.label), locale);
    let rows = sensitivity::rows(props.calculator, table, &props.inputs);
    html! {
        <section class="slide-table" aria-labelledby="table-title">
            <h2 class="section-title" id="table-title">{ words::TABLE.get(locale) }</h2>
            <div class="slide-table__scroll" role="region" aria-labelledby="table-caption" tabindex="0">
                <table class="table">
                    <caption id="table-caption">{ caption }</caption>
                    <thead>
                        <tr>
                            <td></td>
                            { for table.columns.values.iter().map(|value| html! {
                                <th scope="col">{ column_field.quote(*value) }</th>
                            }) }
                        </tr>
                    </thead>
                    <tbody>
                        { for rows.iter().map(|row| html! {
                            <tr>
                                <th scope="row">{ row_field.quote(row.value) }</th>
                                { for row.cells.iter().map(|cell| table_cell(table, cell, locale)) }
                            </tr>
                        }) }
                    </tbody>
                </table>
            </div>
            <ul class="slide-table__notes">
                { for table.misprints.iter().enumerate().map(|(index, misprint)| {
                    let (row, column) = (row_field.quote(misprint.row), column_field.quote(misprint.column));
                    let exact = exact(&rows, misprint).map_or_else(String::new, |value| number(value, table.precision));
                    let printed = number(misprint.printed, table.precision);
                    let reason = misprint.reason.get(locale);
                    html! {
                        <li>
                            <span class="slide-table__mark">{ mark(index) }</span>{ " " }
                            { words::misprint(&row, &column, &printed, &exact, reason, locale) }
                        </li>
                    }
                }) }
            </ul>
        </section>
    }
}

fn table_cell(table: &'static Table, cell: &Cell, locale: Locale) -> Html {
    let class =
        classes!(cell.current.then_some("table__current"), cell.misprint.is_some().then_some("table__misprint"));
    let note = cell.misprint.and_then(|misprint| table.misprints.iter().position(|known| known == misprint));
    html! {
        <td {class}>
            { match cell.value {
                Ok(value) => html! { <data value={machine(value)}>{ number(value, table.precision) }</data> },
                Err(reason) => html! { words::undefined(reason).get(locale) },
            } }
            if let Some(index) = note { <sup class="slide-table__mark">{ mark(index) }</sup> }
            if cell.current { <span class="table__now">{ words::CURRENT.get(locale) }</span> }
        </td>
    }
}

fn exact(rows: &[sensitivity::Row], misprint: &Misprint) -> Option<abacus_core::Decimal> {
    let row = rows.iter().find(|row| row.value == misprint.row)?;
    row.cells.iter().find(|cell| cell.column == misprint.column)?.value.ok()
}

fn mark(index: usize) -> String {
    format!("※{}", index.saturating_add(1))
}
