//! Keyboard navigation of the table, following the ARIA grid pattern with a single tab stop. The stop is remembered by
//! deal, so that it survives sorting and scrolling its row out of the rendered range.

use std::rc::Rc;

use abacus_deals::view::Row;
use yew::prelude::*;

use crate::deals::list::table::{COLUMNS, column};
use crate::shell::event::{after_key, closest_attribute, focus_inside};

/// A cell: its row, where 0 is the header, and its column.
pub(crate) type Cell = (usize, usize);

/// The tab stop.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct TabStop {
    /// The deal of the row; `None` for the header.
    deal: Option<AttrValue>,
    column: usize,
}

impl TabStop {
    /// Its cell if these deals are the rows, and those of `first..end` are rendered. While its own row is not rendered,
    /// the stop is in the first one that is.
    fn cell<'a>(&self, mut deals: impl Iterator<Item = &'a str>, first: usize, end: usize) -> Cell {
        let row = match &self.deal {
            None => 0,
            Some(id) => match deals.position(|deal| deal == &**id) {
                Some(place) if place >= first && place < end => place.saturating_add(1),
                _ => first.saturating_add(1),
            },
        };
        (row, self.column)
    }
}

/// The cell of the table that takes the focus, and the ways to move it.
#[derive(Clone)]
pub(crate) struct UseGrid {
    stop: UseStateHandle<TabStop>,
    /// Whether the focus moves there on the next render.
    is_moved: UseStateHandle<bool>,
}

#[hook]
pub(crate) fn use_grid() -> UseGrid {
    UseGrid { stop: use_state_eq(TabStop::default), is_moved: use_state_eq(|| false) }
}

impl UseGrid {
    /// The cell of the tab stop.
    pub(crate) fn cell(&self, rows: &[Rc<Row>], first: usize, end: usize) -> Cell {
        self.stop.cell(rows.iter().map(|row| row.deal.id.as_str()), first, end)
    }

    /// Makes a cell focused by mouse or touch the tab stop.
    pub(crate) fn set_from_focus(&self, event: &FocusEvent) {
        let deal = closest_attribute(event, "data-deal").map(AttrValue::from);
        let at = match (&deal, closest_attribute(event, "data-sort")) {
            (None, sort) => sort.and_then(|sort| column(&sort)),
            (Some(_), _) if deal == self.stop.deal => return,
            (Some(_), _) => Some(0),
        };
        at.into_iter().for_each(|column| self.stop.set(TabStop { deal: deal.clone(), column }));
    }

    /// Moves the stop by a key. Returns the target row if the row changes.
    pub(crate) fn on_key(&self, event: &KeyboardEvent, rows: &[Rc<Row>], from: Cell, page: usize) -> Option<usize> {
        if has_modifier(event) {
            return None;
        }
        let last = (rows.len(), COLUMNS.len().saturating_sub(1));
        let (row, column) = after_key(&event.key(), event.ctrl_key(), from, last, Some(page))?;
        event.prevent_default();
        let deal = row.checked_sub(1).and_then(|place| rows.get(place)).map(|row| row.deal.id.clone().into());
        self.stop.set(TabStop { deal, column });
        self.is_moved.set(true);
        row.checked_sub(1)
    }

    /// Continues in the row of this deal, in the same column.
    pub(crate) fn move_to_deal(&self, deal: String) {
        self.stop.set(TabStop { deal: Some(deal.into()), column: self.stop.column });
        self.is_moved.set(true);
    }

    /// Focuses that cell once it is rendered.
    pub(crate) fn focus_if_moved(&self, table: &NodeRef) {
        if *self.is_moved {
            focus_inside(table, "[tabindex='0']");
            self.is_moved.set(false);
        }
    }

    /// Changes whenever the focus has to follow.
    pub(crate) fn moved(&self) -> (TabStop, bool) {
        ((*self.stop).clone(), *self.is_moved)
    }
}

/// Whether a key triggers the action of a row. The header cells are buttons and handle this themselves.
pub(crate) fn is_activation(event: &KeyboardEvent) -> bool {
    matches!(&*event.key(), "Enter" | " ") && !event.ctrl_key() && !has_modifier(event)
}

fn has_modifier(event: &KeyboardEvent) -> bool {
    event.alt_key() || event.meta_key() || event.shift_key()
}

#[cfg(test)]
mod tests {
    use super::{TabStop, after_key};
    use proptest::prelude::*;

    const KEYS: [&str; 8] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];

    #[test]
    fn keys_move_from_cell_to_cell() {
        for (key, is_whole, from, to) in [
            ("ArrowUp", false, (0, 3), Some((0, 3))),
            ("ArrowUp", false, (1, 3), Some((0, 3))),
            ("ArrowDown", false, (9, 3), Some((9, 3))),
            ("ArrowLeft", false, (2, 0), Some((2, 0))),
            ("ArrowRight", false, (2, 5), Some((2, 6))),
            ("Home", false, (2, 5), Some((2, 0))),
            ("End", false, (2, 5), Some((2, 6))),
            ("Home", true, (2, 5), Some((0, 0))),
            ("End", true, (2, 5), Some((9, 6))),
            ("PageDown", false, (2, 5), Some((6, 5))),
            ("PageDown", false, (8, 5), Some((9, 5))),
            ("PageUp", false, (8, 5), Some((4, 5))),
            ("ArrowUp", true, (8, 5), None),
            ("Enter", false, (8, 5), None),
            ("a", false, (8, 5), None),
        ] {
            assert_eq!(after_key(key, is_whole, from, (9, 6), Some(4)), to, "{key} {is_whole} {from:?}");
        }
    }

    #[test]
    fn the_tab_stop_stays_with_its_deal() {
        let stop = |deal: Option<&'static str>| TabStop { deal: deal.map(Into::into), column: 2 };
        let cell = |deal, order: &str, first, end| stop(deal).cell(order.split(' '), first, end).0;
        assert_eq!([cell(Some("b"), "a b c", 0, 3), cell(Some("b"), "c a b", 0, 3)], [2, 3], "sorted");
        assert_eq!(cell(Some("b"), "a c", 0, 2), 1, "filtered out");
        assert_eq!(cell(Some("a"), "a b c d", 2, 4), 3, "scrolled away");
        assert_eq!(cell(None, "a b c d", 2, 4), 0, "the header is always rendered");
        assert_eq!(stop(Some("a")).cell("a".split(' '), 0, 1).1, 2);
    }

    proptest! {
        #[test]
        fn no_key_leaves_the_table(key in prop::sample::select(&KEYS[..]), is_whole: bool, row in 0..40_usize,
            column in 0..7_usize, rows in 0..40_usize, page in 0..50_usize) {
            let (row, column) = after_key(key, is_whole, (row.min(rows), column), (rows, 6), Some(page)).unwrap_or_default();
            prop_assert!(row <= rows && column <= 6);
        }
    }
}
