//! The slide's table with some of its cells blank.

use abacus_core::calculator::sensitivity::{CellIndex, Grid, Plan};
use abacus_core::calculator::{Evaluation, Inputs};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::what_if::caption;

/// One of every three diagonals is blank.
const EVERY: usize = 3;

/// `fill` returns the content of a blank: nothing, or the figure.
pub(super) fn table(
    plan: &Plan,
    inputs: &Inputs,
    evaluations: &[Evaluation],
    style: &Style,
    fill: impl Fn(Html) -> Html,
) -> Html {
    let grid = plan.grid(inputs);
    let from = current(plan, inputs).unwrap_or_default();
    let asked: Vec<String> = evaluations.iter().map(|evaluation| figure(evaluation, style)).collect();
    let cell = |(row, column): CellIndex| {
        let shown = shown(&grid, (row, column), style);
        if is_blank((row, column), from) || asked.contains(&shown) {
            html! { <td class="exercise__blank" key={column}>{ fill(shown.into()) }</td> }
        } else {
            html! { <td key={column}>{ shown }</td> }
        }
    };
    html! {
        <table class="exercise__table">
            <caption>{ caption(plan, inputs, style) }</caption>
            { rows(&grid, cell) }
        </table>
    }
}

/// The headers and rows of a table with these cells.
pub(crate) fn rows(grid: &Grid, cell: impl Fn(CellIndex) -> Html) -> Html {
    html! {
        <>
            <thead>
                <tr>
                    <td></td>
                    { for grid.columns.values.iter().map(|value| html! { <th scope="col">{ grid.columns.field.quote(*value) }</th> }) }
                </tr>
            </thead>
            <tbody>
                { for grid.rows.values.iter().enumerate().map(|(row, value)| html! {
                    <tr key={row}>
                        <th scope="row">{ grid.rows.field.quote(*value) }</th>
                        { for (0..grid.columns.values.len()).map(|column| cell((row, column))) }
                    </tr>
                }) }
            </tbody>
        </>
    }
}

/// The cell of the current inputs, whose result is asked for.
fn current(plan: &Plan, inputs: &Inputs) -> Option<CellIndex> {
    let place = |axis: &abacus_core::calculator::sensitivity::TableAxis| {
        axis.values.iter().position(|value| inputs.get(axis.field.key) == Some(*value))
    };
    Some((place(&plan.rows)?, place(&plan.columns)?))
}

/// Whether a cell is on a blank diagonal: the one through `from`, and every third from there.
fn is_blank((row, column): CellIndex, from: CellIndex) -> bool {
    let diagonal = |(row, column): CellIndex| row.wrapping_add(column) % EVERY;
    diagonal((row, column)) == diagonal(from)
}

fn shown(grid: &Grid, place: CellIndex, style: &Style) -> String {
    match grid.cell(place) {
        Some(Ok(value)) => grid.output.figure_to(value, grid.precision, style),
        Some(Err(reason)) => grid.output.none(reason).get(style.locale).to_owned(),
        None => String::new(),
    }
}

fn figure(evaluation: &Evaluation, style: &Style) -> String {
    evaluation.value.map_or_else(
        |reason| evaluation.output.none(reason).get(style.locale).to_owned(),
        |value| evaluation.output.figure(value, style),
    )
}
