//! The what-if chart: the figures of the table as lines, for pointing, tapping and the arrow
//! keys.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::chart::{Drawing, Frame, Point, Step};
use abacus_core::calculator::sensitivity::{CellIndex, CellValues, Grid};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::what_if::names::Names;
use crate::calculator::what_if::plot::{HEIGHT, Plot, WIDTH, draw};
use crate::calculator::what_if::words;
use crate::shell::event::place_on;

/// The callbacks must be stable.
#[derive(PartialEq, Properties)]
pub(super) struct ChartProps {
    pub(super) grid: Rc<Grid>,
    pub(super) names: Names,
    /// The cell of the current case, if it is on the axes, and its row.
    pub(super) current: Option<CellIndex>,
    pub(super) line: Option<usize>,
    /// The current column value and result, on the axes or not.
    pub(super) now: Option<(Decimal, Decimal)>,
    /// The cell pointed at, here or in the table, and its description.
    pub(super) pointed: Option<CellIndex>,
    pub(super) here: Option<String>,
    pub(super) style: Style,
    pub(super) on_point: Callback<Option<CellValues>>,
    pub(super) on_choose: Callback<CellValues>,
}

#[component]
pub(super) fn Chart(props: &ChartProps) -> Html {
    let ChartProps { grid, names, current, line, now, pointed, style, on_point, on_choose, .. } = props;
    let locale = style.locale;
    let drawing = use_memo((grid.clone(), *style), |(grid, style)| draw(grid, style));
    let (picture, focused) = (use_node_ref(), use_state_eq(|| false));
    let from = (*pointed).or(*current);

    let onmousemove = use_callback(
        (grid.clone(), drawing.clone(), picture.clone(), on_point.clone()),
        |event: MouseEvent, (grid, drawing, picture, on_point)| on_point.emit(nearest(&event, grid, drawing, picture)),
    );
    let onclick = use_callback(
        (grid.clone(), drawing.clone(), picture.clone(), on_choose.clone()),
        |event: MouseEvent, (grid, drawing, picture, on_choose)| {
            if let Some(case) = nearest(&event, grid, drawing, picture) {
                on_choose.emit(case);
            }
        },
    );
    let onmouseleave = use_callback(on_point.clone(), |_: MouseEvent, on_point| on_point.emit(None));
    let case = from.and_then(|place| grid.values(place));
    let onfocus =
        use_callback((focused.setter(), on_point.clone(), case), |_: FocusEvent, (focused, on_point, case)| {
            focused.set(true);
            on_point.emit(*case);
        });
    let onblur = use_callback((focused.setter(), on_point.clone()), |_: FocusEvent, (focused, on_point)| {
        focused.set(false);
        on_point.emit(None);
    });
    let onkeydown = use_callback(
        (grid.clone(), drawing.clone(), from, on_point.clone(), on_choose.clone()),
        |event: KeyboardEvent, (grid, drawing, from, on_point, on_choose)| {
            let place = after_key(&event, drawing.as_ref().as_ref(), *from);
            let Some(case) = place.and_then(|place| grid.values(place)) else { return };
            event.prevent_default();
            on_point.emit(Some(case));
            on_choose.emit(case);
        },
    );

    let Some(drawn) = (*drawing).as_ref() else {
        return html! { <p class="chart chart--none">{ words::NO_CHART.get(locale) }</p> };
    };
    let now = now.and_then(|(column, result)| drawn.axes.marker(drawn.frame, column, result));
    let lines: Vec<_> = grid.rows.values.iter().map(|value| grid.rows.field.quote(*value)).collect();
    html! {
        <figure class="chart">
            <p class="chart__up" aria-hidden="true">{ "↑ " }{ &names.output }</p>
            <div class="chart__canvas" role="application" tabindex="0" aria-label={names.output.clone()}
                aria-roledescription={words::CHART.get(locale)} aria-describedby="chart-summary"
                {onfocus} {onblur} {onkeydown}>
                <svg class="chart__picture" ref={picture} viewBox={format!("0 0 {WIDTH} {HEIGHT}")} aria-hidden="true"
                    {onmousemove} {onmouseleave} {onclick}>
                    <Plot grid={grid.clone()} drawing={drawing.clone()} current={*line} style={*style} />
                    { pointed.and_then(|place| drawn.point(place)).map(|point| crosshair(point, drawn.frame)) }
                    { now.map(|(point, way)| marker(point, way)) }
                </svg>
            </div>
            <p class="chart__across" aria-hidden="true">{ &names.columns_unit }{ " →" }</p>
            <figcaption class="chart__legend">
                <span class="chart__key">{ sample("chart__line", false) }{ words::lines(&names.rows_unit, locale) }</span>
                if let Some((_, way)) = now {
                    <span class="chart__key">
                        { sample("chart__line chart__line--current", true) }
                        { if way.is_some() { words::CURRENT_BEYOND } else { words::CURRENT }.get(locale) }
                    </span>
                }
            </figcaption>
            <p class="visually-hidden" id="chart-summary">
                { words::summary(&names.output, &names.columns_unit, names.rows, &lines, locale) }
            </p>
            <p class="visually-hidden" role="status">{ props.here.clone().filter(|_| *focused) }</p>
        </figure>
    }
}

fn nearest(event: &MouseEvent, grid: &Grid, drawing: &Option<Drawing>, picture: &NodeRef) -> Option<CellValues> {
    let (x, y) = place_on(event, picture, WIDTH, HEIGHT)?;
    grid.values(drawing.as_ref()?.nearest(x, y)?)
}

/// The point that a key leads to; the first key on a chart without a current case enters it.
fn after_key(event: &KeyboardEvent, drawing: Option<&Drawing>, from: Option<CellIndex>) -> Option<CellIndex> {
    if event.alt_key() || event.meta_key() || event.shift_key() || event.ctrl_key() {
        return None;
    }
    let step = match event.key().as_str() {
        "ArrowLeft" => Step::Left,
        "ArrowRight" => Step::Right,
        "ArrowUp" => Step::Up,
        "ArrowDown" => Step::Down,
        "Home" => Step::First,
        "End" => Step::Last,
        "Enter" | " " => return from,
        _ => return None,
    };
    let drawing = drawing?;
    from.map_or_else(|| drawing.nearest(0, 0), |from| Some(drawing.step(from, step)))
}

/// The current case: a dot, or an arrow at the edge beyond which it lies.
fn marker(Point { x, y }: Point, way: Option<i32>) -> Html {
    match way {
        None => html! { <circle class="chart__now" cx={x.to_string()} cy={y.to_string()} r="6" /> },
        Some(way) => {
            html! { <path class="chart__now" d="M-8,-8L8,0L-8,8Z" transform={format!("translate({x} {y}) rotate({way})")} /> }
        }
    }
}

fn crosshair(Point { x, y }: Point, frame: Frame) -> Html {
    let (x, y) = (x.to_string(), y.to_string());
    html! {
        <g class="chart__cross">
            <path d={format!("M{},{y}H{x}V{}", frame.left, frame.bottom)} />
            <circle cx={x} cy={y} r="8" />
        </g>
    }
}

/// A piece of line for the legend.
fn sample(class: &'static str, dot: bool) -> Html {
    html! {
        <svg class="chart__sample" viewBox="0 0 28 14" aria-hidden="true">
            <path {class} d="M1,7H27" />
            if dot { <circle class="chart__now" cx="14" cy="7" r="5" /> }
        </svg>
    }
}
