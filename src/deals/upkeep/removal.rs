//! Removes records for good: deleted deals, unreadable records, or everything.

use abacus_deals::{Deal, Vault, decode, id_of, key};
use abacus_vault::UnreadableRecord;
use abacus_vault::journal::JOURNAL_KEY;
use abacus_vault::space::is_ours;

use crate::shell::ports::{Store, StoreError};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemovalResult {
    /// The ids of the deals whose records are gone.
    pub gone: Vec<String>,
    /// The keys and texts of records that were kept, because somebody changed them in the meantime.
    pub changed: Vec<(String, String)>,
    /// How many records the store refused to remove, and the first error.
    pub refused: Option<(usize, StoreError)>,
}

impl RemovalResult {
    pub fn apply(&self, vault: &mut Vault) {
        self.gone.iter().for_each(|id| vault.book_mut().forget(id));
        self.changed.iter().for_each(|(key, text)| vault.book_mut().read(key, text));
    }

    fn refuse(&mut self, error: StoreError) {
        let (count, first) = self.refused.unwrap_or((0, error));
        self.refused = Some((count.saturating_add(1), first));
    }

    /// Reads a record and removes it if `is_meant` returns true for its text.
    fn remove_if(&mut self, id: &str, key: &str, store: &dyn Store, is_meant: impl FnOnce(&str) -> bool) {
        let removed = match store.read(key) {
            Ok(Some(text)) if is_meant(&text) => store.remove(key),
            Ok(Some(text)) => return self.changed.push((key.to_owned(), text)),
            Ok(None) => Ok(()),
            Err(error) => Err(error),
        };
        match removed {
            Ok(()) => self.gone.push(id.to_owned()),
            Err(error) => self.refuse(error),
        }
    }
}

/// Removes the records of deleted deals, each only if it is still deleted at this revision. One that was restored or
/// changed in the meantime is kept.
#[must_use]
pub fn remove_deleted(deals: &[(String, u64)], store: &dyn Store) -> RemovalResult {
    let mut removed = RemovalResult::default();
    for (id, revision) in deals {
        let is_meant = |text: &str| decode(id, text).is_ok_and(|deal| deal.deleted && deal.revision == *revision);
        removed.remove_if(id, &key(id), store, is_meant);
    }
    removed
}

/// Removes an unreadable record if it is still the one that was shown.
#[must_use]
pub fn remove_unreadable(kept: &UnreadableRecord<Deal>, store: &dyn Store) -> RemovalResult {
    let mut removed = RemovalResult::default();
    if let Some(id) = id_of(&kept.key) {
        removed.remove_if(id, &kept.key, store, |text| text == kept.text);
    }
    removed
}

/// Removes all records of this app and nothing else. The journal mark goes first and the deals last, so that nothing
/// is rolled back if the page is closed meanwhile.
#[must_use]
pub fn remove_everything(store: &dyn Store) -> RemovalResult {
    let mut removed = RemovalResult::default();
    let mut keys = match store.keys() {
        Ok(keys) => keys,
        Err(error) => {
            removed.refuse(error);
            return removed;
        }
    };
    keys.retain(|key| is_ours(key));
    keys.sort_by_key(|key| (id_of(key).is_some(), !key.starts_with(JOURNAL_KEY)));
    for key in keys {
        match store.remove(&key) {
            Ok(()) => removed.gone.extend(id_of(&key).map(str::to_owned)),
            Err(error) => removed.refuse(error),
        }
    }
    removed
}
