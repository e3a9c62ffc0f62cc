//! An import is one transaction: all of it is written or nothing, and all of it can be undone.
//!
//! All functions here must be called under the lock, [`prepare`] first.

use abacus_core::date::Date;
use abacus_core::pace::Pace;
use abacus_vault::journal::{Cause, Journal, Write};
use abacus_vault::transaction::{self, CommitError, Paces, RolledBack};
use abacus_vault::{Store, StoreError};

use crate::Vault;

/// Prepares an import or an undo: rolls back an interrupted transaction. Returns how many records of an interrupted
/// import were restored. If `undoing` is an undo that got stuck, it is resumed instead of rolled back. All records have
/// to be read again afterwards.
///
/// # Errors
/// The error of the store; nothing may be written then.
pub fn prepare(undoing: Option<&Journal>, store: &dyn Store) -> Result<usize, StoreError> {
    let resumes = match undoing {
        Some(journal) => transaction::is_rolling_back(Cause::Import, journal, store)?,
        None => false,
    };
    if resumes { Ok(0) } else { transaction::roll_back_interrupted(store) }
}

/// Writes the records of an import, in pieces. `file` and `today` are only for display. The returned journal can undo
/// the import.
///
/// # Errors
/// Why nothing was written.
pub async fn import(
    writes: &[Write],
    file: &str,
    today: Date,
    store: &dyn Store,
    paces: Paces<'_, dyn Pace + '_>,
) -> Result<Journal, CommitError> {
    transaction::commit_with(Cause::Import, file, today, writes, store, paces).await
}

/// Undoes an import in pieces, except for records changed since. `None` if another import was made or this one was
/// undone meanwhile.
pub async fn undo_import(journal: &Journal, store: &dyn Store, pace: &dyn Pace) -> Option<RolledBack> {
    transaction::undo_with(Cause::Import, journal, store, pace).await
}

/// A record that an import or its undoing may have written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    key: String,
    was_added: bool,
}

impl Touched {
    /// The records of an import.
    #[must_use]
    pub fn by_writes(writes: &[Write]) -> Vec<Self> {
        writes.iter().map(|write| Self { key: write.key.clone(), was_added: write.before.is_none() }).collect()
    }

    /// The records of an import that is undone.
    #[must_use]
    pub fn by_undoing(journal: &Journal) -> Vec<Self> {
        let entries = journal.entries.iter();
        entries.map(|entry| Self { key: entry.key.clone(), was_added: entry.before.is_none() }).collect()
    }
}

/// Reads these records as they are stored now, and forgets those that the import had added and that are gone.
pub fn read_again(vault: &mut Vault, touched: &[Touched], store: &dyn Store) {
    vault.read_keys(touched.iter().map(|record| record.key.as_str()), store);
    let added = touched.iter().filter(|record| record.was_added);
    vault.forget_removed(added.map(|record| record.key.as_str()), store);
}
