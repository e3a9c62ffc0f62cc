//! Reconciling: what is written when another tab may have written, too.

use crate::record::{Record, same_content, with_revision};

/// What to do with a record that was changed here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolution<R> {
    /// Nobody else wrote meanwhile: write ours at its next revision.
    Write(R),
    /// The same content is already stored: continue from the stored record.
    Adopt(R),
    /// Somebody else changed other fields: write the merged record at its next revision.
    Merge {
        /// The record to write.
        both: R,
        /// The record stored by the other side.
        theirs: R,
    },
    /// Somebody else changed the same field, or the stored record is unreadable: leave it untouched and write ours as a
    /// second version under the new id.
    KeepBoth(R),
}

/// Decides what happens with `ours`, changed since `base`. `stored` is the record currently stored under its key, if
/// any; `base` is `None` for a record that was never stored; `new_id` is an unused id.
///
/// Contents decide whether somebody else wrote in between, not revisions: two tabs that write at the same moment use
/// the same revision. No clock is used, and neither side is preferred.
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
    // Checked first: rewriting an unchanged record would give it a revision that others take for a later one.
    if same_content(ours, stored) {
        return Resolution::Adopt(stored.clone());
    }
    let revision = ours.revision().max(stored.revision());
    if base.is_some_and(|base| same_content(base, stored)) {
        return Resolution::Write(next(ours, revision));
    }
    match R::merge(base, ours, stored) {
        // Nothing of ours is left to write.
        Some(both) if same_content(&both, stored) => Resolution::Adopt(stored.clone()),
        Some(both) => Resolution::Merge { both: next(&both, revision), theirs: stored.clone() },
        None => Resolution::KeepBoth(second()),
    }
}

fn next<R: Record>(record: &R, revision: u64) -> R {
    with_revision(record, revision.saturating_add(1))
}
