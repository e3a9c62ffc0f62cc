//! Two tabs, one record: what is written?

use crate::record::{Record, same_content, with_revision};

/// What is to happen with a record that was changed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution<R> {
    /// Nobody else wrote meanwhile: write this, ours at its next revision.
    Write(R),
    /// The same content is stored already: there is nothing to write, go on from this stored record.
    Adopt(R),
    /// Someone else changed other fields: write the record with the changes of both, at its next revision.
    Merge {
        /// The record to write.
        both: R,
        /// The record as they left it.
        theirs: R,
    },
    /// Someone else changed the same field, or wrote something we cannot read: the stored record stays untouched;
    /// write this, ours under its new id.
    KeepBoth(R),
}

/// Decides what happens with `ours`, changed since it was `base`. `stored` is what the storage holds under its key now
/// (`None`: nothing), `base` is `None` for a record that was never stored, `new_id` is an id not in use.
///
/// What the records say decides whether someone else wrote in between, not their revisions: two tabs that write at one
/// moment give their records the same revision. No clock decides anything, and neither side is preferred.
#[must_use]
pub fn reconcile<R: Record>(
    ours: &R,
    base: Option<&R>,
    stored: Option<&Result<R, R::Error>>,
    new_id: &str,
) -> Resolution<R> {
    let second = || with_revision(&ours.second_version(new_id), 1);
    let stored = match stored {
        None => return Resolution::Write(next(ours, ours.revision())),
        Some(Err(_)) => return Resolution::KeepBoth(second()),
        Some(Ok(stored)) => stored,
    };
    // First: a record that is written once more for nothing has a revision by which others take it for a later one.
    if same_content(ours, stored) {
        return Resolution::Adopt(stored.clone());
    }
    let revision = ours.revision().max(stored.revision());
    if base.is_some_and(|base| same_content(base, stored)) {
        return Resolution::Write(next(ours, revision));
    }
    match R::merge(base, ours, stored) {
        Some(both) => Resolution::Merge { both: next(&both, revision), theirs: stored.clone() },
        None => Resolution::KeepBoth(second()),
    }
}

fn next<R: Record>(record: &R, revision: u64) -> R {
    with_revision(record, revision.saturating_add(1))
}
