//! The what-if table over the whole stage: with hidden cells, or as the slide prints it.

use abacus_class::{Cell, caption};
use abacus_core::calculator::sensitivity::{CellIndex, Grid};
use abacus_core::calculator::what_if::Misprint;
use yew::prelude::*;

use crate::calculator::lesson_view::rows;
use crate::class::stage::scene::Scene;
use crate::class::stage::words;

/// The table with these cells hidden. The first ones are already revealed.
pub(super) fn hidden(scene: &Scene<'_>, cells: &[Cell]) -> Html {
    let cell = |grid: &Grid, place: CellIndex| {
        let values = grid.values(place);
        let at = cells.iter().position(|cell| Some((cell.row, cell.column)) == values);
        match at {
            Some(at) if at >= scene.run.shown => html! {
                <td class="grid__hidden" key={place.1}>{ scene.text(words::NOT_YET) }</td>
            },
            Some(_) => html! { <td class="grid__found" key={place.1}>{ exact(scene, grid, place) }</td> },
            None => html! { <td key={place.1}>{ exact(scene, grid, place) }</td> },
        }
    };
    table(scene, cell)
}

/// The table as printed. The first misprints are already found: the printed value is crossed out.
pub(super) fn hunted(scene: &Scene<'_>, cells: &[Cell]) -> Html {
    let found = cells.get(..scene.run.shown).unwrap_or(cells);
    let cell = |grid: &Grid, place: CellIndex| {
        let is_found =
            |printed: &&Misprint| found.iter().any(|cell| (cell.row, cell.column) == (printed.row, printed.column));
        let misprint = grid.misprint(place).and_then(|index| grid.misprints.get(index));
        match misprint {
            None => html! { <td key={place.1}>{ exact(scene, grid, place) }</td> },
            Some(printed) if is_found(&printed) => html! {
                <td class="grid__found" key={place.1}>
                    <del>{ shown(scene, grid, printed.printed) }</del>{ " " }<ins>{ exact(scene, grid, place) }</ins>
                </td>
            },
            Some(printed) => html! { <td key={place.1}>{ shown(scene, grid, printed.printed) }</td> },
        }
    };
    let last = found.last().and_then(|cell| {
        let grid = grid(scene)?;
        let place = grid.find((cell.row, cell.column))?;
        let printed = grid.misprints.get(grid.misprint(place)?)?;
        let reason = scene.text(printed.reason);
        let figure = shown(scene, &grid, printed.printed);
        Some(words::misprint(&figure, &exact(scene, &grid, place), reason, scene.session.locale))
    });
    html! {
        <>
            { table(scene, cell) }
            <p class="grid__note" translate="no">
                { last.unwrap_or_else(|| words::found(0, cells.len(), scene.session.locale)) }
            </p>
        </>
    }
}

fn grid(scene: &Scene<'_>) -> Option<Grid> {
    let case = scene.case.as_ref()?;
    Some(scene.class.table(scene.run.step)?.grid(&case.inputs))
}

fn table(scene: &Scene<'_>, cell: impl Fn(&Grid, CellIndex) -> Html) -> Html {
    let Some((grid, case)) = grid(scene).zip(scene.case.as_ref()) else { return Html::default() };
    let caption = caption(&grid, case.calculator.spec(), &case.inputs, scene.session.locale);
    let long = if is_long(scene, &grid) { " grid--long" } else { "" };
    html! {
        <table class={format!("grid grid--rows-{}{long}", grid.rows.values.len().min(10))} translate="no">
            <caption>{ caption }</caption>
            { rows(&grid, |place| cell(&grid, place)) }
        </table>
    }
}

/// Whether its figures need smaller type to fit on one line each.
fn is_long(scene: &Scene<'_>, grid: &Grid) -> bool {
    let places = (0..grid.rows.values.len())
        .flat_map(|row| (0..grid.columns.values.len()).map(move |column| exact(scene, grid, (row, column))));
    let heads = [&grid.rows, &grid.columns]
        .into_iter()
        .flat_map(|axis| axis.values.iter().map(|value| axis.field.quote(*value)));
    places.chain(heads).any(|figure| figure.chars().count() > MAX_CHARACTERS)
}

/// The maximum length of a figure in large type, with six side by side.
const MAX_CHARACTERS: usize = 8;

fn shown(scene: &Scene<'_>, grid: &Grid, value: abacus_core::Decimal) -> String {
    grid.output.figure_to(value, grid.precision, &scene.session.style)
}

fn exact(scene: &Scene<'_>, grid: &Grid, place: CellIndex) -> String {
    match grid.cell(place) {
        Some(Ok(value)) => shown(scene, grid, value),
        Some(Err(reason)) => scene.text(grid.output.none(reason)).to_owned(),
        None => String::new(),
    }
}
