//! Deals as records of the vault.

use abacus_core::date::Date;
use abacus_vault::journal::Cause;
use abacus_vault::{Record, Store, stored, transaction};

use crate::deal::Deal;
use crate::error::DealError;
use crate::key::PREFIX;
use crate::merge::merge;
use crate::record::{decode, encode, is_older, migrations};

/// The deal book.
pub type Book = abacus_vault::Book<Deal>;

/// The deal book and the store it is kept in.
pub type Vault = abacus_vault::Vault<Deal>;

impl Record for Deal {
    type Error = DealError;
    type Context = ();

    const PREFIX: &'static str = PREFIX;
    const ROLLS_BACK: bool = true;

    abacus_vault::record_accessors!();

    fn encode(&self) -> String {
        encode(self)
    }

    fn decode((): &(), id: &str, text: &str) -> Result<Self, DealError> {
        decode(id, text)
    }

    fn merge(base: Option<&Self>, ours: &Self, theirs: &Self) -> Option<Self> {
        let nothing = Self::new(&ours.id);
        merge(base.unwrap_or(&nothing), ours, theirs).ok()
    }

    fn second_version(&self, id: &str) -> Self {
        Self { id: id.to_owned(), copy_of: Some(self.id.clone()), ..self.clone() }
    }

    fn copy_of(&self) -> Option<&str> {
        self.copy_of.as_deref()
    }

    fn is_damage(error: &DealError) -> bool {
        error.is_damage()
    }

    fn newer_format(error: &DealError) -> Option<u64> {
        if let DealError::NewerSchema { schema } = error { Some(*schema) } else { None }
    }

    fn is_older(text: &str) -> bool {
        is_older(text)
    }
}

/// Migrates records of older formats in one transaction. If that fails, each is migrated when it is changed. Call it
/// while holding the lock.
pub fn migrate(vault: &mut Vault, today: Date, store: &dyn Store) {
    if !vault.is_loaded() || vault.is_read_only() || !vault.book().has_older() {
        return;
    }
    let Ok(entries) = stored::<Deal>(store) else { return };
    let writes = migrations(&entries);
    if !writes.is_empty() && transaction::commit(Cause::Migration, "", today, &writes, store).is_ok() {
        vault.read_keys(writes.iter().map(|write| write.key.as_str()), store);
    }
}
