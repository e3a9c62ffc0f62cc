//! A deal as a page shows it.

use abacus_vault::Conflict;
use yew::AttrValue;

/// A deal as it was when its page was drawn. After a conflict the user's own version has a new id, and what was typed into
/// the page before it is drawn again belongs to that one: the browser may deliver a keystroke between the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownDeal {
    pub id: AttrValue,
    /// How many conflicts were known.
    conflicts: usize,
}

impl ShownDeal {
    pub fn new(id: impl Into<AttrValue>, conflicts: &[Conflict]) -> Self {
        Self { id: id.into(), conflicts: conflicts.len() }
    }

    /// The id of the user's own version by now.
    pub fn own_id<'a>(&'a self, conflicts: &'a [Conflict]) -> &'a str {
        let new = conflicts.iter().skip(self.conflicts);
        new.fold(&self.id, |id, conflict| if conflict.theirs == id { &conflict.ours } else { id })
    }
}
