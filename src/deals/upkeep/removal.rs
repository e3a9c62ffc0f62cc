//! Takes records out of the store for good: deleted deals, what cannot be read, everything.

use abacus_deals::{Deal, Vault, decode, id_of, key};
use abacus_vault::UnreadableRecord;
use abacus_vault::journal::JOURNAL_KEY;
use abacus_vault::space::is_ours;

use crate::state::ports::{Store, StoreError};

/// What was taken out of the store, and what was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RemovalResult {
    /// The ids of the deals whose records are gone.
    pub gone: Vec<String>,
    /// The keys and texts of those that stay, because somebody changed them meanwhile.
    pub changed: Vec<(String, String)>,
    /// How many the store refused to give up, and why the first of them.
    pub refused: Option<(usize, StoreError)>,
}

impl RemovalResult {
    /// The vault learns what is gone and what stays.
    pub fn apply(&self, vault: &mut Vault) {
        self.gone.iter().for_each(|id| vault.book_mut().forget(id));
        self.changed.iter().for_each(|(key, text)| vault.book_mut().read(key, text));
    }

    fn refuse(&mut self, error: StoreError) {
        let (count, first) = self.refused.unwrap_or((0, error));
        self.refused = Some((count.saturating_add(1), first));
    }

    /// Takes a record out if it still is what it should be, as it is read just before.
    fn take(&mut self, id: &str, key: &str, store: &dyn Store, is_meant: impl FnOnce(&str) -> bool) {
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

/// Removes the records of deleted deals, each only while it is deleted at this revision: one that was restored or
/// changed meanwhile stays.
#[must_use]
pub fn remove_deleted(deals: &[(String, u64)], store: &dyn Store) -> RemovalResult {
    let mut removed = RemovalResult::default();
    for (id, revision) in deals {
        let is_meant = |text: &str| decode(id, text).is_ok_and(|deal| deal.deleted && deal.revision == *revision);
        removed.take(id, &key(id), store, is_meant);
    }
    removed
}

/// Removes a record that cannot be read, while it is the one that was shown.
#[must_use]
pub fn remove_unreadable(kept: &UnreadableRecord<Deal>, store: &dyn Store) -> RemovalResult {
    let mut removed = RemovalResult::default();
    if let Some(id) = id_of(&kept.key) {
        removed.take(id, &kept.key, store, |text| text == kept.text);
    }
    removed
}

/// Removes everything of this app from the store, and nothing else. The mark of work under way goes first and the deals
/// last, so that nothing comes back should the page go away meanwhile.
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
