//! The what-if chart: the result over the whole axis, with pointer, tap and arrow key support, and a bubble to drag.

use std::rc::Rc;

use abacus_core::Decimal;
use abacus_core::calculator::chart::{Drawing, Frame, Point};
use abacus_core::calculator::curve::Line;
use abacus_core::calculator::sensitivity::{CellIndex, CellValues, Grid};
use abacus_core::number::format::Style;
use yew::prelude::*;

use crate::calculator::what_if::bubble::bubble;
use crate::calculator::what_if::chart_input::{BubbleDrag, ChartInputArgs, use_chart_input};
use crate::calculator::what_if::labels::labels;
use crate::calculator::what_if::names::Names;
use crate::calculator::what_if::plot::{Canvas, HEIGHT, Plot, brief, polylines};
use crate::calculator::what_if::words;

/// The current case, on the axes or not.
#[derive(Clone, PartialEq)]
pub(super) struct Now {
    /// The values of its row and its column.
    pub(super) case: CellValues,
    pub(super) result: Option<Decimal>,
    pub(super) line: Rc<Line>,
}

/// The callbacks must be stable.
#[derive(PartialEq, Properties)]
pub(super) struct ChartProps {
    /// The table that the axes and the grey lines belong to.
    pub(super) grid: Rc<Grid>,
    pub(super) canvas: Rc<Option<Canvas>>,
    /// The table with the current case in it, whose cells are pointed at and stepped through.
    pub(super) table: Rc<Grid>,
    pub(super) names: Names,
    pub(super) now: Now,
    /// The cell of the current case, and the one pointed at in the chart or the table, with its description.
    pub(super) current: Option<CellIndex>,
    pub(super) pointed: Option<CellIndex>,
    pub(super) here: Option<String>,
    pub(super) style: Style,
    pub(super) on_point: Callback<Option<CellValues>>,
    pub(super) on_choose: Callback<CellValues>,
    pub(super) on_drag: Callback<BubbleDrag>,
}

#[component]
pub(super) fn Chart(props: &ChartProps) -> Html {
    let ChartProps { grid, canvas, table, names, now, current, pointed, style, .. } = props;
    let locale = style.locale;
    let drawing = use_memo((canvas.clone(), table.clone()), |(canvas, table)| {
        (**canvas).as_ref().map(|canvas| Drawing::new(table, canvas.axes.clone(), canvas.frame))
    });
    let picture = use_node_ref();
    let focused = use_state_eq(|| false);
    let marker = (**canvas).as_ref().zip(now.result);
    let marker = marker.and_then(|(canvas, result)| canvas.axes.marker(canvas.frame, now.case.1, result));
    let from = (*pointed).or(*current);
    let input = use_chart_input(ChartInputArgs {
        field: grid.columns.field,
        table,
        canvas,
        drawing: &drawing,
        picture: &picture,
        bubble: marker.map(|(point, _)| point),
        from,
        on_point: &props.on_point,
        on_choose: &props.on_choose,
        on_drag: &props.on_drag,
    });

    let case = from.and_then(|place| table.values(place));
    let onfocus =
        use_callback((focused.setter(), props.on_point.clone(), case), |_: FocusEvent, (focused, on_point, case)| {
            focused.set(true);
            on_point.emit(*case);
        });
    let onblur = use_callback((focused.setter(), props.on_point.clone()), |_: FocusEvent, (focused, on_point)| {
        focused.set(false);
        on_point.emit(None);
    });

    let Some((drawing, canvas_of)) = (*drawing).as_ref().zip((**canvas).as_ref()) else {
        return html! { <p class="chart chart--none">{ words::NO_CHART.get(locale) }</p> };
    };
    let lines: Vec<_> = grid.rows.values.iter().map(|value| grid.rows.field.quote(*value)).collect();
    let figures = now.result.map(|result| {
        let column = now.case.1;
        [brief(grid.output.quote(result, style), result, style), brief(grid.columns.field.quote(column), column, style)]
    });
    let hidden = grid.rows.values.iter().position(|value| *value == now.case.0);
    html! {
        <figure class={if canvas_of.is_wide() { "chart chart--wide" } else { "chart" }} translate="no">
            <p class="chart__up" aria-hidden="true">{ "↑ " }{ &names.output }</p>
            <div class="chart__canvas" role="application" tabindex="0" aria-label={names.output.clone()}
                aria-roledescription={words::CHART.get(locale)} aria-describedby="chart-summary"
                {onfocus} {onblur} onkeydown={input.on_key}>
                <svg class="chart__picture" ref={picture} viewBox={format!("0 0 {} {HEIGHT}", canvas_of.width)} aria-hidden="true"
                    preserveAspectRatio="none" onclick={input.on_click} onpointerdown={input.on_press} onpointermove={input.on_move}
                    onpointerup={input.on_release.clone()} onpointercancel={input.on_release} onpointerleave={input.on_leave}>
                    <Plot grid={grid.clone()} canvas={canvas.clone()} current={hidden} style={*style} />
                    { for polylines("chart__line chart__line--current", &now.line) }
                    { labels(canvas_of, grid, (now.case.0, &now.line), style) }
                    { pointed.and_then(|place| drawing.point(place)).map(|point| crosshair(point, drawing.frame)) }
                    { marker.zip(figures).map(|((point, way), figures)| bubble(point, way, &figures, drawing.frame)) }
                </svg>
            </div>
            <p class="chart__across" aria-hidden="true">{ &names.columns_unit }{ " →" }</p>
            <figcaption class="chart__legend">
                <span class="chart__key">{ sample("chart__line", false) }{ words::lines(&names.rows_unit, locale) }</span>
                if let Some((_, way)) = marker {
                    <span class="chart__key" key={i32::from(way.is_some())}>
                        { sample("chart__line chart__line--current", true) }
                        { if way.is_some() { words::CURRENT_BEYOND } else { words::CURRENT }.get(locale) }
                    </span>
                }
            </figcaption>
            <p class="visually-hidden" id="chart-summary" translate="no">
                { words::summary(&names.output, &names.columns_unit, names.rows, &lines, locale) }
            </p>
            <p class="visually-hidden" role="status" translate="no">{ props.here.clone().filter(|_| *focused) }</p>
        </figure>
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

/// A line sample for the legend.
fn sample(class: &'static str, dot: bool) -> Html {
    html! {
        <svg class="chart__sample" viewBox="0 0 28 14" aria-hidden="true">
            <path {class} d="M1,7H27" />
            if dot { <circle class="chart__now" cx="14" cy="7" r="5" /> }
        </svg>
    }
}
