//! The visible rows of the list, however long it is. Empty space replaces the others.

use std::ops::Range;
use std::rc::Rc;

use abacus_core::date::Date;
use abacus_deals::view::{Query, Row};
use yew::prelude::*;

use crate::deals::list::grid::{is_activation, use_grid};
use crate::deals::list::removed_row::removed_row;
use crate::deals::list::row::DealRow;
use crate::deals::list::table::{COLUMNS, Head, Heads, TableRow};
use crate::deals::words;
use crate::shell::event::{focus_inside, focused_attribute, leave_room, seen};
use crate::shell::session::Session;

/// How many rows are rendered beyond either end of the window, so that scrolling shows no empty space.
const BEYOND: usize = 4;
/// How many rows are rendered beyond the window at first after a new query, so that the result is shown sooner.
const NEAR: usize = 1;
/// The delay, in milliseconds, after which the other rows are rendered.
const PAUSE_MS: u32 = 100;
/// How many rows are rendered before the height of a row is known.
const FIRST: usize = 6;
/// Up to this many rows are all rendered: with large text, each is then as high as its content.
const ALL: usize = 30;

/// Compared by pointer, which is fast.
#[derive(Clone)]
pub(crate) struct SharedRows(pub(crate) Rc<Vec<Rc<Row>>>);

impl PartialEq for SharedRows {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

#[derive(PartialEq, Properties)]
pub(crate) struct VirtualRowsProps {
    pub(crate) session: Session,
    pub(crate) rows: SharedRows,
    /// The query that they answer.
    pub(crate) query: Query,
    /// Called with the deal that left the list while its row had the focus; with `None` when the list has changed
    /// again.
    pub(crate) on_removed: Callback<Option<Rc<Row>>>,
    /// The deal whose row takes the focus.
    pub(crate) focused: Option<AttrValue>,
    pub(crate) today: Date,
    /// The column headers, if the list is a table.
    pub(crate) heads: Option<Heads>,
}

#[component]
pub(crate) fn VirtualRows(props: &VirtualRowsProps) -> Html {
    let VirtualRowsProps { session, rows: SharedRows(rows), query, on_removed, focused, today, heads } = props;
    let locale = session.locale;
    let list = use_node_ref();
    let index = focused.as_ref().and_then(|id| rows.iter().position(|row| row.deal.id == id.as_str()));
    let first = index.unwrap_or(0).saturating_sub(NEAR);
    let range = use_state_eq(|| first..first.saturating_add(FIRST));
    let (height, count) = (use_state_eq(|| 0_i32), rows.len());

    // Until that row has the focus, the rows around it stay rendered, wherever the browser scrolls.
    let is_placed = use_mut_ref(|| index.is_none());
    let measure = use_callback((list.clone(), range.setter(), height.setter()), {
        let is_placed = is_placed.clone();
        move |(), (list, range, height)| {
            if let Some((above, window, row)) = seen(list).filter(|(_, _, row)| *row > 0) {
                height.set(row);
                if *is_placed.borrow() {
                    range.set(visible_rows(above, window, row));
                }
            }
        }
    });
    use_effect_with((session.ports.clone(), measure.clone()), |(ports, measure)| {
        let subscription = ports.host.on_scroll(measure.clone());
        move || drop(subscription)
    });

    let answered = use_state_eq(|| None::<SharedRows>);
    use_effect_with((session.ports.clone(), props.rows.clone(), measure.clone()), {
        let answered = answered.setter();
        move |(ports, rows, measure)| {
            let (rows, measure) = (rows.clone(), measure.clone());
            let then = Callback::from(move |()| {
                measure.emit(());
                answered.set(Some(rows.clone()));
            });
            let timer = ports.host.after(PAUSE_MS, then);
            move || drop(timer)
        }
    });
    let beyond = if answered.as_ref() == Some(&props.rows) { BEYOND } else { NEAR };

    let is_whole = heads.is_none() && count <= ALL;
    let drawn = if is_whole { 0..count } else { near(&range, beyond, count) };
    use_effect_with((list.clone(), drawn.clone(), count, *height, measure), |(list, drawn, count, known, measure)| {
        leave_room(list, rows_height(drawn.start, *known), rows_height(count.saturating_sub(drawn.end), *known));
        // The height of a row is measured once; measuring again would force a second layout.
        if *known == 0 {
            measure.emit(());
        }
    });
    use_effect_with((list.clone(), focused.clone(), *height), move |(list, focused, height)| {
        if let Some(id) = focused.as_ref().filter(|_| *height > 0) {
            focus_inside(list, &format!("[data-deal=\"{id}\"] a"));
            *is_placed.borrow_mut() = true;
        }
    });

    // Another tab may have added or removed deals above the focused one.
    let before = use_mut_ref(|| None::<(SharedRows, Query)>);
    let before = before.replace(Some((props.rows.clone(), query.clone())));
    let before = before.filter(|(before, _)| *before != props.rows);
    let mut follow = before.as_ref().and_then(|_| focused_attribute(&list, "data-deal"));
    let left = follow
        .as_ref()
        .zip(before)
        .and_then(|(id, (before, asked))| removed_row(id, (&before.0, &asked), (rows, query)));
    let left = left.map(|[left, next]| {
        follow = Some(next.deal.id.clone());
        left
    });
    let (table, grid) = (use_node_ref(), use_grid());
    let stop = grid.cell(rows, drawn.start, drawn.end);
    use_effect_with((grid.moved(), stop), {
        let (table, grid) = (table.clone(), grid.clone());
        move |_| grid.focus_if_moved(&table)
    });
    // Runs after the effect above, which would move to the rendered tab stop and not to the one set here.
    use_effect_with((list.clone(), props.rows.clone(), heads.is_some()), {
        let (on_removed, grid) = (on_removed.clone(), grid.clone());
        move |(list, _, is_table)| {
            match follow {
                Some(next) if *is_table && left.is_some() => grid.move_to_deal(next),
                Some(id) => {
                    let place = if *is_table { "[tabindex='0']" } else { "a" };
                    focus_inside(list, &format!("[data-deal=\"{id}\"] {place}"));
                }
                None => {}
            }
            on_removed.emit(left);
        }
    });
    let onkeydown = {
        let (grid, rows, range, host) = (grid.clone(), rows.clone(), range.clone(), session.ports.host.clone());
        let (page, drawn) = (range.len().saturating_sub(2), drawn.clone());
        Callback::from(move |event: KeyboardEvent| {
            if let Some(row) = stop.0.checked_sub(1).and_then(|place| rows.get(place)).filter(|_| is_activation(&event))
            {
                event.prevent_default();
                return host.go_to_fragment(&row.deal.id);
            }
            let place = grid.on_key(&event, &rows, stop, page);
            // A row far away is rendered first, so that it can take the focus; the browser then scrolls to it.
            if let Some(place) = place.filter(|place| !drawn.contains(place)) {
                range.set(place.saturating_sub(NEAR)..place.saturating_add(FIRST));
            }
        })
    };
    let onfocusin = move |event: FocusEvent| grid.set_from_focus(&event);
    let stop_in = |row: usize| (stop.0 == row).then_some(stop.1);

    let row = |(place, row): (usize, &Rc<Row>)| {
        // Keyed by position, not by deal: after sorting, the existing rows get other texts and none is rebuilt.
        let (key, place, deal) = (place, place.saturating_add(1), row.deal.clone());
        if heads.is_some() {
            html! { <TableRow {key} {deal} {place} stop={stop_in(place)} today={*today} {locale} /> }
        } else {
            html! { <DealRow {key} {deal} {place} {count} today={*today} {locale} /> }
        }
    };
    let drawn = rows.iter().enumerate().skip(drawn.start).take(drawn.len()).map(row);
    match heads {
        Some(heads) => html! {
            <div class="deals-table" role="grid" aria-readonly="true" aria-label={session.text(words::LIST)} ref={table} {onkeydown} {onfocusin}
                aria-rowcount={count.saturating_add(1).to_string()} aria-colcount={COLUMNS.len().to_string()}>
                <Head heads={heads.clone()} {locale} stop={stop_in(0)} />
                <div class="deals__list deals-table__rows" role="rowgroup" ref={list}>{ for drawn }</div>
            </div>
        },
        None => {
            let class = classes!("deals__list", is_whole.then_some("deals__list--whole"));
            html! { <ul {class} ref={list} aria-label={session.text(words::LIST)}>{ for drawn }</ul> }
        }
    }
}

/// The rows in the window and a few beyond it.
fn near(window: &Range<usize>, beyond: usize, count: usize) -> Range<usize> {
    window.start.saturating_sub(beyond).min(count)..window.end.saturating_add(beyond).min(count)
}

/// The rows in a window that starts this far below the start of the list.
fn visible_rows(above: i32, window: i32, row: i32) -> Range<usize> {
    let rows = |pixels: i32| usize::try_from(pixels.checked_div(row).unwrap_or(0)).unwrap_or(0);
    // If the list starts further down, less of the window is left for it.
    let (first, left) = (rows(above), rows(window.saturating_add(above.min(0))));
    // A window that starts in the middle of a row ends in the middle of another.
    first..first.saturating_add(left).saturating_add(2)
}

/// The height of this many rows, in pixels.
fn rows_height(rows: usize, height: i32) -> i32 {
    i32::try_from(rows).unwrap_or(i32::MAX).saturating_mul(height)
}
