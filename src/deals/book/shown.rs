use abacus_vault::Conflict;
use yew::AttrValue;

/// A deal as it was when its page was rendered. After a conflict the user's own version has a new id, and input typed
/// before the next render belongs to that version: the browser may deliver a keystroke between the two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShownDeal {
    pub id: AttrValue,
    /// The number of conflicts at that time.
    conflicts: usize,
}

impl ShownDeal {
    pub fn new(id: impl Into<AttrValue>, conflicts: &[Conflict]) -> Self {
        Self { id: id.into(), conflicts: conflicts.len() }
    }

    /// The current id of the user's own version.
    pub fn own_id<'a>(&'a self, conflicts: &'a [Conflict]) -> &'a str {
        let new = conflicts.iter().skip(self.conflicts);
        new.fold(&self.id, |id, conflict| if conflict.theirs == id { &conflict.ours } else { id })
    }
}
