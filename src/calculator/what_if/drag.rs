//! Dragging the bubble. A vertical touch move scrolls the page, so only a sideways move drags.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How far the pointer moves sideways before it drags, in chart units: less is a tap.
const SLOP: i32 = 4;

#[derive(Clone, Copy, Debug)]
struct Hold {
    /// Where the press started.
    from: (i32, i32),
    /// Where the bubble was.
    bubble: i32,
    drags: bool,
}

#[derive(Clone, Debug, Default)]
pub(super) struct Drag {
    hold: Rc<RefCell<Option<Hold>>>,
    /// Whether the press started on the bubble: the click at its end is then not a tap on the chart.
    took: Rc<Cell<bool>>,
}

// A chart has a single one, from its first render on.
impl PartialEq for Drag {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.hold, &other.hold)
    }
}

impl Drag {
    /// A press starts, on the bubble or beside it.
    pub(super) fn press(&self, from: (i32, i32), bubble: Option<i32>) {
        self.took.set(bubble.is_some());
        self.hold.replace(bubble.map(|bubble| Hold { from, bubble, drags: false }));
    }

    pub(super) fn is_held(&self) -> bool {
        self.hold.borrow().is_some()
    }

    /// The pointer moved. Returns whether this starts the drag, and where the bubble is now; `None` unless it drags.
    pub(super) fn pull(&self, (x, y): (i32, i32)) -> Option<(bool, i32)> {
        let mut hold = self.hold.borrow_mut();
        let hold = hold.as_mut()?;
        let (sideways, upwards) = (x.saturating_sub(hold.from.0), y.saturating_sub(hold.from.1));
        let begins = !hold.drags && sideways.abs() > SLOP && sideways.abs() > upwards.abs();
        hold.drags |= begins;
        hold.drags.then(|| (begins, hold.bubble.saturating_add(sideways)))
    }

    /// The press ended. Returns whether it was a drag.
    pub(super) fn release(&self) -> bool {
        self.hold.take().is_some_and(|hold| hold.drags)
    }

    /// Whether a click belongs to the press on the bubble.
    pub(super) fn takes_click(&self) -> bool {
        self.took.take()
    }
}

#[cfg(test)]
mod tests {
    use super::Drag;

    #[test]
    fn only_a_sideways_move_on_the_bubble_drags() {
        let drag = Drag::default();
        drag.press((50, 50), None);
        assert_eq!((drag.pull((90, 50)), drag.release(), drag.takes_click()), (None, false, false));
        drag.press((50, 50), Some(48));
        assert_eq!((drag.pull((53, 50)), drag.pull((56, 90))), (None, None), "a tap, a scroll");
        assert_eq!(drag.pull((60, 52)), Some((true, 58)));
        assert_eq!(drag.pull((51, 90)), Some((false, 49)), "once it drags, it follows");
        assert!(drag.is_held() && drag.release() && !drag.is_held());
        assert_eq!((drag.pull((70, 50)), drag.takes_click(), drag.takes_click()), (None, true, false));
    }
}
