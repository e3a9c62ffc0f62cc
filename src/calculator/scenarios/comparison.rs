//! Scenarios side by side, each compared with the first.

use abacus_core::calculator::Inputs;
use abacus_core::calculator::compare::{Cell, Row, Subject, compare};
use abacus_core::number::format::{Style, machine};
use abacus_core::text::Text;
use abacus_scenarios::Scenario;
use yew::prelude::*;

use crate::calculator::scenarios::words;

/// The table of two to four scenarios of one calculator, the reference first. It scrolls sideways if it is too wide.
pub fn comparison(scenarios: &[&Scenario], style: &Style) -> Html {
    let locale = style.locale;
    let Some(first) = scenarios.first() else { return Html::default() };
    let inputs: Vec<&Inputs> = scenarios.iter().map(|scenario| &scenario.inputs).collect();
    let rows = compare(first.calculator, &inputs);
    let (outputs, inputs): (Vec<_>, Vec<_>) = rows.iter().partition(|row| matches!(row.subject, Subject::Output(_)));
    let columns = scenarios.len().saturating_add(1).to_string();
    let group = |title: Text, rows: &[&Row]| {
        html! {
            <tbody>
                <tr>
                    <th class="compare__group" scope="rowgroup" colspan={columns.clone()}>
                        <span class="compare__group-title">{ title.get(locale) }</span>
                    </th>
                </tr>
                { for rows.iter().map(|row| table_row(row, style)) }
            </tbody>
        }
    };
    html! {
        <div class="compare">
            <h3 class="section-title" id="compare-title">{ words::COMPARISON.get(locale) }</h3>
            <div class="compare__scroll" role="region" aria-labelledby="compare-title" tabindex="0">
                <table class="compare__table">
                    <thead>
                        <tr>
                            <td></td>
                            { for scenarios.iter().enumerate().map(|(place, scenario)| html! {
                                <th scope="col">
                                    <span class="compare__name">{ words::name(scenario, locale).to_owned() }</span>
                                    if place == 0 { <span class="compare__base">{ words::BASE.get(locale) }</span> }
                                </th>
                            }) }
                        </tr>
                    </thead>
                    { group(words::RESULTS, &outputs) }
                    { group(words::INPUTS, &inputs) }
                </table>
            </div>
        </div>
    }
}

fn table_row(row: &Row, style: &Style) -> Html {
    let label = row.label.get(style.locale);
    html! {
        <tr><th scope="row" translate="no">{ label }</th>{ for row.cells.iter().map(|cell| table_cell(row.subject, cell, style)) }</tr>
    }
}

fn table_cell(subject: Subject, cell: &Cell, style: &Style) -> Html {
    let value = match cell.value {
        Ok(value) => html! { <data value={machine(value)}>{ subject.figure(value, style) }</data> },
        Err(reason) => html! { subject.none(reason).get(style.locale) },
    };
    html! {
        <td translate="no"><span class="compare__value">{ value }</span>{ difference(subject, cell, style) }</td>
    }
}

/// The difference below the value: signs for display, words for screen readers.
fn difference(subject: Subject, cell: &Cell, style: &Style) -> Option<Html> {
    let difference = cell.difference?;
    let locale = style.locale;
    let content = match subject.amount(&difference, style) {
        None => html! { words::SAME.get(locale) },
        Some(amount) => html! {
            <>
                <span aria-hidden="true">{ words::difference(&difference, &amount, subject, locale) }</span>
                <span class="visually-hidden">{ words::difference_in_words(&difference, &amount, subject, locale) }</span>
            </>
        },
    };
    Some(html! { <data class="compare__difference" value={machine(difference.by)}>{ content }</data> })
}
