//! Two tabs, one record: who may write?

use super::deal::Deal;
use super::merge::merge;
use super::unreadable::Unreadable;

/// What is to happen with a deal that was changed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nobody else wrote meanwhile: write this, our deal with its next revision.
    Write(Deal),
    /// The very same is stored, by someone else or by us: nothing to write, go on from this stored deal.
    Adopt(Deal),
    /// Someone else changed other fields: write the deal with the changes of both, at its next revision.
    Merge {
        /// The deal to write.
        both: Deal,
        /// The deal as they left it.
        theirs: Box<Deal>,
    },
    /// Someone else changed the same field, or wrote something we cannot read: the stored record stays untouched;
    /// write this, our deal under its new id.
    KeepBoth(Deal),
}

/// Decides what happens with `ours`, changed since it was `base`, in view of what the storage holds under its key
/// now (`stored`; none: nothing). `base` is none for a deal that was never stored.
///
/// Not the revisions decide whether someone else wrote in between, but what the record says: two tabs that write at
/// one moment give their records the same revision. No clock decides anything, and neither side is chosen over the
/// other. `new_id` is made up by the caller.
#[must_use]
pub fn reconcile(ours: &Deal, base: Option<&Deal>, stored: Option<Result<Deal, Unreadable>>, new_id: &str) -> Outcome {
    let second = || Deal { id: new_id.to_owned(), copy_of: Some(ours.id.clone()), revision: 0, ..ours.clone() };
    let stored = match stored {
        None => return Outcome::Write(next_revision(ours.clone())),
        Some(Err(_)) => return Outcome::KeepBoth(next_revision(second())),
        Some(Ok(stored)) => stored,
    };
    // First: a record that is written once more for nothing has a revision by which others take it for a later one.
    if same_content(ours, &stored) {
        return Outcome::Adopt(stored);
    }
    let revision = ours.revision.max(stored.revision);
    if base.is_some_and(|base| same_content(base, &stored)) {
        return Outcome::Write(next_revision(Deal { revision, ..ours.clone() }));
    }
    let nothing = Deal::new(&ours.id);
    match merge(base.unwrap_or(&nothing), ours, &stored) {
        Ok(both) => Outcome::Merge { both: next_revision(Deal { revision, ..both }), theirs: Box::new(stored) },
        Err(_) => Outcome::KeepBoth(next_revision(second())),
    }
}

/// Whether two deals differ in nothing but their revision.
pub(super) fn same_content(one: &Deal, other: &Deal) -> bool {
    let one = Deal { revision: other.revision, ..one.clone() };
    one == *other
}

fn next_revision(deal: Deal) -> Deal {
    Deal { revision: deal.revision.saturating_add(1), ..deal }
}
