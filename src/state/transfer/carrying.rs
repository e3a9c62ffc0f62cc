//! Writes what an import settled, all of it or nothing, and takes it back.

use abacus_core::deals::id_of;
use abacus_core::deals::transfer::Write;

use super::{Failure, TakenBack};
use crate::state::deal_book;
use crate::state::ports::{Store, StoreError};

/// Writes all of it, if everything stands as the import expects.
///
/// # Errors
/// Why not. But for [`Failure::Stuck`], everything is as it was before.
pub fn carry_out(writes: &[Write], store: &dyn Store) -> Result<(), Failure> {
    for write in writes {
        if store.read(&write.key).map_err(Failure::Store)? != write.before {
            return Err(Failure::Changed);
        }
    }
    for (written, write) in writes.iter().enumerate() {
        if let Err(error) = store.write(&write.key, &write.after) {
            return Err(roll_back(writes.iter().take(written), error, store));
        }
    }
    Ok(())
}

/// First what was added, so that there is room for what was replaced.
fn roll_back<'a>(written: impl Iterator<Item = &'a Write>, error: StoreError, store: &dyn Store) -> Failure {
    let (added, replaced): (Vec<&Write>, Vec<&Write>) = written.partition(|write| write.before.is_none());
    let stuck = added.into_iter().chain(replaced).filter(|write| put_back(write, store).is_err()).count();
    if stuck == 0 { Failure::Store(error) } else { Failure::Stuck(error, stuck) }
}

fn put_back(write: &Write, store: &dyn Store) -> Result<(), StoreError> {
    match &write.before {
        Some(text) => store.write(&write.key, text),
        None => store.remove(&write.key),
    }
}

/// What was taken back, what is left because the store refused, and what the deal book is to know.
pub struct Taken {
    /// How many records it was.
    pub count: TakenBack,
    /// What is still to be taken back.
    pub left: Vec<Write>,
    /// What the deal book is to know.
    pub news: Vec<deal_book::Action>,
}

/// Takes an import back, except where a record was changed since.
#[must_use]
pub fn take_back(writes: &[Write], store: &dyn Store) -> Taken {
    let mut taken = Taken { count: TakenBack { restored: 0, changed: 0 }, left: Vec::new(), news: Vec::new() };
    let mut restored = Vec::new();
    for write in writes {
        match store.read(&write.key) {
            Ok(stored) if stored.as_ref() != Some(&write.after) => {
                taken.count.changed = taken.count.changed.saturating_add(1);
            }
            Ok(_) if put_back(write, store).is_ok() => restored.push(write),
            _ => taken.left.push(write.clone()),
        }
    }
    taken.count.restored = restored.len();
    let text = |write: &&Write| Some((write.key.clone(), write.before.clone()?));
    taken.news.push(deal_book::Action::Read(restored.iter().filter_map(text).collect()));
    let gone = restored.iter().filter(|write| write.before.is_none()).filter_map(|write| id_of(&write.key));
    taken.news.push(deal_book::Action::Forget(gone.map(str::to_owned).collect()));
    taken
}

/// What the deal book is to know of an import: what is stored now under the keys it wrote to.
#[must_use]
pub fn news(writes: &[Write], store: &dyn Store) -> deal_book::Action {
    let stored = |write: &Write| Some((write.key.clone(), store.read(&write.key).ok()??));
    deal_book::Action::Read(writes.iter().filter_map(stored).collect())
}
