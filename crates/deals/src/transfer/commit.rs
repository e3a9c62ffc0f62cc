//! An import is one transaction: all of it is written or nothing, and all of it can be undone.
//!
//! Everything here is to be called under the lock, [`prepare`] first.

use abacus_core::date::Date;
use abacus_vault::journal::{Cause, Journal, Write};
use abacus_vault::transaction::{self, CommitError, RolledBack};
use abacus_vault::{Store, StoreError};

use crate::Vault;

/// Before an import, or before one is undone: rolls back what was interrupted elsewhere, and reads every record again.
/// Returns how many records of an interrupted import are as they were before it. An undo that got stuck is not rolled
/// back when it is `undoing` that is resumed.
///
/// # Errors
/// What the store says; then nothing may be written.
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

/// Writes what a file brings. `file` and `today` are shown to people. The journal says how to undo it.
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

/// Undoes an import, except where a record was changed since. `None` where another import was made or this one undone
/// meanwhile.
pub fn undo_import(vault: &mut Vault, journal: &Journal, store: &dyn Store) -> Option<RolledBack> {
    let rolled_back = transaction::undo(Cause::Import, journal, store)?;
    vault.read_keys(journal.entries.iter().map(|entry| entry.key.as_str()), store);
    let added = journal.entries.iter().filter(|entry| entry.before.is_none());
    vault.forget_removed(added.map(|entry| entry.key.as_str()), store);
    Some(rolled_back)
}
