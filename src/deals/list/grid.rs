//! The keys of the table, from cell to cell, by the pattern of a grid: one stop for Tab, which is remembered by the deal, so
//! that it stays with it in another order, and while its row is scrolled away and not drawn.

use std::rc::Rc;

use abacus_deals::view::Row;
use yew::prelude::*;

use crate::deals::list::table::{COLUMNS, column};
use crate::shell::event::{after_key, closest_attribute, focus_inside};

/// A cell: its row, where that of the heads is 0, and its column.
pub(crate) type Cell = (usize, usize);

/// Where Tab leads to.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub(crate) struct Stop {
    /// The deal of the row; none for the heads.
    deal: Option<AttrValue>,
    column: usize,
}

impl Stop {
    /// Its cell where these deals are the rows, and those of `first..end` are drawn. While its own row is not, it is in the
    /// first that is.
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

/// The cell of the table that takes the focus, and what moves it.
#[derive(Clone)]
pub(crate) struct UseGrid {
    stop: UseStateHandle<Stop>,
    /// Whether the focus is to move there when it is drawn.
    is_moved: UseStateHandle<bool>,
}

#[hook]
pub(crate) fn use_grid() -> UseGrid {
    UseGrid { stop: use_state_eq(Stop::default), is_moved: use_state_eq(|| false) }
}

impl UseGrid {
    /// The cell where Tab leads to.
    pub(crate) fn cell(&self, rows: &[Rc<Row>], first: usize, end: usize) -> Cell {
        self.stop.cell(rows.iter().map(|row| row.deal.id.as_str()), first, end)
    }

    /// What got the focus, by a click or a finger, is where Tab leads to.
    pub(crate) fn take(&self, event: &FocusEvent) {
        let deal = closest_attribute(event, "data-deal").map(AttrValue::from);
        let at = match (&deal, closest_attribute(event, "data-sort")) {
            (None, sort) => sort.and_then(|sort| column(&sort)),
            (Some(_), _) if deal == self.stop.deal => return,
            (Some(_), _) => Some(0),
        };
        at.into_iter().for_each(|column| self.stop.set(Stop { deal: deal.clone(), column }));
    }

    /// Moves by a key; whether to another row, and which.
    pub(crate) fn press(&self, event: &KeyboardEvent, rows: &[Rc<Row>], from: Cell, page: usize) -> Option<usize> {
        if has_others(event) {
            return None;
        }
        let last = (rows.len(), COLUMNS.len().saturating_sub(1));
        let (row, column) = after_key(&event.key(), event.ctrl_key(), from, last, Some(page))?;
        event.prevent_default();
        let deal = row.checked_sub(1).and_then(|place| rows.get(place)).map(|row| row.deal.id.clone().into());
        self.stop.set(Stop { deal, column });
        self.is_moved.set(true);
        row.checked_sub(1)
    }

    /// Goes on in the row of this deal, in the same column.
    pub(crate) fn go_on(&self, deal: String) {
        self.stop.set(Stop { deal: Some(deal.into()), column: self.stop.column });
        self.is_moved.set(true);
    }

    /// Gives that cell the focus, once it is drawn.
    pub(crate) fn follow(&self, table: &NodeRef) {
        if *self.is_moved {
            focus_inside(table, "[tabindex='0']");
            self.is_moved.set(false);
        }
    }

    /// What changes when the focus has to follow.
    pub(crate) fn moved(&self) -> (Stop, bool) {
        ((*self.stop).clone(), *self.is_moved)
    }
}

/// Whether a key does what there is to do in a row. The heads are buttons, which know it themselves.
pub(crate) fn is_act(event: &KeyboardEvent) -> bool {
    matches!(&*event.key(), "Enter" | " ") && !event.ctrl_key() && !has_others(event)
}

fn has_others(event: &KeyboardEvent) -> bool {
    event.alt_key() || event.meta_key() || event.shift_key()
}

#[cfg(test)]
mod tests {
    use super::{Stop, after_key};
    use proptest::prelude::*;

    const KEYS: [&str; 8] = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "PageUp", "PageDown"];

    #[test]
    fn keys_lead_from_cell_to_cell() {
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
    fn the_stop_stays_with_its_deal() {
        let stop = |deal: Option<&'static str>| Stop { deal: deal.map(Into::into), column: 2 };
        let cell = |deal, order: &str, first, end| stop(deal).cell(order.split(' '), first, end).0;
        assert_eq!([cell(Some("b"), "a b c", 0, 3), cell(Some("b"), "c a b", 0, 3)], [2, 3], "sorted");
        assert_eq!(cell(Some("b"), "a c", 0, 2), 1, "filtered out");
        assert_eq!(cell(Some("a"), "a b c d", 2, 4), 3, "scrolled away");
        assert_eq!(cell(None, "a b c d", 2, 4), 0, "the heads are always drawn");
        assert_eq!(stop(Some("a")).cell("a".split(' '), 0, 1).1, 2);
    }

    proptest! {
        #[test]
        fn no_key_leads_out_of_the_table(key in prop::sample::select(&KEYS[..]), is_whole: bool, row in 0..40_usize,
            column in 0..7_usize, rows in 0..40_usize, page in 0..50_usize) {
            let (row, column) = after_key(key, is_whole, (row.min(rows), column), (rows, 6), Some(page)).unwrap_or_default();
            prop_assert!(row <= rows && column <= 6);
        }
    }
}
