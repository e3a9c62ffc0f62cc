//! Undo and redo over the values of a form.

use crate::calculator::form::Values;

/// The maximum number of changes that can be undone.
const MAX: usize = 200;

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct History {
    past: Vec<Values>,
    future: Vec<Values>,
    /// The field being changed: its consecutive changes count as one.
    changing: Option<&'static str>,
}

impl History {
    /// Records the state before a change. Consecutive changes of one field count as one.
    pub(super) fn note(&mut self, before: Values, changing: Option<&'static str>) {
        self.future.clear();
        if changing.is_some() && changing == self.changing {
            return;
        }
        self.changing = changing;
        self.past.push(before);
        if self.past.len() > MAX {
            self.past.remove(0);
        }
    }

    /// Ends the change of a field: the next one counts separately.
    pub(super) fn end_change(&mut self) {
        self.changing = None;
    }

    pub(super) fn undo(&mut self, current: Values) -> Option<Values> {
        let before = self.past.pop()?;
        self.future.push(current);
        self.changing = None;
        Some(before)
    }

    pub(super) fn redo(&mut self, current: Values) -> Option<Values> {
        let after = self.future.pop()?;
        self.past.push(current);
        self.changing = None;
        Some(after)
    }

    pub(super) fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    pub(super) fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
