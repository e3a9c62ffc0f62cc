//! An import is one transaction: all of it is written or nothing, and all of it can be undone.
//!
//! All functions here are to be called under the lock, [`prepare`] first.

use abacus_core::date::Date;
use abacus_vault::journal::{Cause, Journal, Write};
use abacus_vault::transaction::{self, CommitError, RolledBack};
use abacus_vault::{Store, StoreError};

use crate::Vault;

/// Prepares an import or an undo: rolls back an interrupted transaction and reads every record again. Returns how many
/// records of an interrupted import were restored. If `undoing` is an undo that got stuck, it is not rolled back but
/// resumed.
///
/// # Errors
/// The error of the store; nothing may be written then.
pub fn prepare(vault: &mut Vault, undoing: Option<&Journal>, store: &dyn Store) -> Result<usize, StoreError> {
    let resumes = match undoing {
        Some(journal) => transaction::is_rolling_back(Cause::Import, journal, store)?,
        None => false,
    };
    if resumes {
        vault.refresh(store);
        return Ok(0);
    }
    vault.roll_back_interrupted(store)
}

/// Writes the records of an import. `file` and `today` are only for display. The returned journal can undo the import.
///
/// # Errors
/// Why nothing was written.
pub fn import(
    vault: &mut Vault,
    writes: &[Write],
    file: &str,
    today: Date,
    store: &dyn Store,
) -> Result<Journal, CommitError> {
    let committed = transaction::commit(Cause::Import, file, today, writes, store);
    vault.read_keys(writes.iter().map(|write| write.key.as_str()), store);
    committed
}

/// Undoes an import, except for records changed since. `None` if another import was made or this one was undone
/// meanwhile.
pub fn undo_import(vault: &mut Vault, journal: &Journal, store: &dyn Store) -> Option<RolledBack> {
    let rolled_back = transaction::undo(Cause::Import, journal, store)?;
    vault.read_keys(journal.entries.iter().map(|entry| entry.key.as_str()), store);
    let added = journal.entries.iter().filter(|entry| entry.before.is_none());
    vault.forget_removed(added.map(|entry| entry.key.as_str()), store);
    Some(rolled_back)
}
