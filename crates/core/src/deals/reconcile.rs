//! Two tabs, one record: who may write?

use super::deal::Deal;
use super::unreadable::Unreadable;

/// What is to happen with a deal that was changed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody else wrote meanwhile: write this, our deal with its next revision.
    Write(Deal),
    /// Someone else wrote the very same: nothing to write, go on from this stored deal.
    Adopt(Deal),
    /// Someone else wrote something different, or something we cannot read: the stored record
    /// stays untouched; write this, our deal under its new id.
    KeepBoth(Deal),
}

/// Decides what happens with `ours`, a deal changed since it was read or written at its revision,
/// in view of what the storage holds under its key now (`None`: nothing).
///
/// The revision counts writes: each grows it by one, and edits in between do not. So a stored
/// revision other than ours means that someone else wrote in between. Neither side is then chosen
/// and nothing is merged: both are kept, ours under `new_id`, which the caller makes up.
#[must_use]
pub fn reconcile(ours: &Deal, stored: Option<Result<Deal, Unreadable>>, new_id: &str) -> Outcome {
    match stored {
        None => Outcome::Write(next_revision(ours)),
        Some(Ok(stored)) if stored.revision == ours.revision => Outcome::Write(next_revision(ours)),
        Some(Ok(stored)) if same_content(ours, &stored) => Outcome::Adopt(stored),
        Some(_) => Outcome::KeepBoth(next_revision(&Deal { id: new_id.to_owned(), revision: 0, ..ours.clone() })),
    }
}

/// Whether two deals differ in nothing but their revision.
pub(super) fn same_content(one: &Deal, other: &Deal) -> bool {
    let one = Deal { revision: other.revision, ..one.clone() };
    one == *other
}

fn next_revision(deal: &Deal) -> Deal {
    Deal { revision: deal.revision.saturating_add(1), ..deal.clone() }
}
