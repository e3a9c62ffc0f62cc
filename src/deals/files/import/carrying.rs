//! Imports what was settled and takes it back, against the store: what happened, told as actions. All of it to be
//! called when no other tab is writing.

use std::collections::BTreeSet;
use std::rc::Rc;

use abacus_deals::{id_of, key};
use abacus_vault::journal::{Cause, Journal};
use abacus_vault::transaction::{carry_out, is_being_taken_back, last, take_back, take_back_what_broke_off};

use crate::deals::book as deal_book;
use crate::deals::book::{DealBook, refresh};
use crate::deals::files::import::looking::look_again;
use crate::deals::files::import::state::{Action, Done, Failure, Stage, TakenBack, Transfer, way_back};
use crate::state::ports::{Ports, Store, StoreError};

/// What the deal book and the import are to know.
#[derive(Debug, Default, PartialEq)]
pub struct News {
    /// The deal book.
    pub book: Vec<deal_book::Action>,
    /// The import.
    pub import: Vec<Action>,
}

/// What is done with the import.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// What was settled is imported.
    Import,
    /// The import that is on offer is taken back.
    TakeBack,
}

impl Work {
    /// Before anything of ours is written: takes back what broke off elsewhere, and reads every record again. What is
    /// typed is to be saved then. A taking back that got stuck is no such thing when it is gone on with.
    ///
    /// # Errors
    /// What the store says; then nothing may be written, see [`refused`](Self::refused).
    pub fn clear_the_way(self, state: &Transfer, book: &DealBook, store: &dyn Store) -> Result<News, StoreError> {
        let goes_on = match self.wanted(state) {
            Some(done) => is_being_taken_back(Cause::Import, &done.journal, store)?,
            None => false,
        };
        let broken_off = if goes_on { 0 } else { take_back_what_broke_off(store)? };
        let mut news = News { book: refresh(book, store), ..News::default() };
        news.book.extend((broken_off > 0).then_some(deal_book::Action::TookBack(broken_off)));
        Ok(news)
    }

    /// What the import is to know where the way could not be cleared.
    #[must_use]
    pub fn refused(self, state: &Transfer, error: StoreError) -> Action {
        match self.wanted(state) {
            Some(done) => Action::TakenBack(TakenBack { left: done.journal.entries.len(), ..TakenBack::default() }),
            None => Action::Failed(Failure::Store(error)),
        }
    }

    /// The import that is to be taken back.
    fn wanted(self, state: &Transfer) -> Option<&Done> {
        state.on_offer().filter(|_| self == Self::TakeBack)
    }

    /// Does it.
    #[must_use]
    pub fn carry_out(self, state: &Transfer, book: &DealBook, ports: &Ports) -> News {
        match self {
            Self::Import => import(state, ports),
            Self::TakeBack => undo(state, book, ports),
        }
    }
}

fn import(state: &Transfer, ports: &Ports) -> News {
    let Stage::Looking(looked) = state.stage() else { return News::default() };
    let (writes, day) = (looked.preview.writes(), ports.host.today());
    match carry_out(Cause::Import, &looked.file, day, &writes, &*ports.store) {
        Ok(journal) => News {
            book: vec![stored(&journal, &*ports.store)],
            import: vec![Action::Carried(Done { journal: Rc::new(journal) })],
        },
        Err(failure) => {
            let again = (failure == Failure::Changed).then(|| Action::Look(look_again(looked, ports)));
            News {
                book: vec![stored(&Journal::of(&writes, &looked.file, day), &*ports.store)],
                import: again.into_iter().chain([Action::Failed(failure)]).collect(),
            }
        }
    }
}

fn undo(state: &Transfer, book: &DealBook, ports: &Ports) -> News {
    let Some(done) = state.on_offer() else { return News::default() };
    let Some(undone) = take_back(Cause::Import, &done.journal, &*ports.store) else {
        let nothing = Action::TakenBack(TakenBack::default());
        return News { book: Vec::new(), import: [nothing].into_iter().chain(found(&*ports.store)).collect() };
    };
    let left = undone.left.map_or(0, |(left, _)| left.max(1));
    let (restored, changed) = (undone.restored.len(), undone.changed);
    // What is looked at meanwhile was judged by what has just gone.
    let again = match state.stage() {
        Stage::Looking(looked) => Some(Action::Look(look_again(looked, ports))),
        Stage::Waiting | Stage::Refused { .. } => None,
    };
    let forget = deal_book::Action::Forget(gone(&done.journal, book, &*ports.store));
    News {
        book: vec![stored(&done.journal, &*ports.store), forget],
        import: again.into_iter().chain([Action::TakenBack(TakenBack { restored, changed, left })]).collect(),
    }
}

/// Which import can be taken back, as the store has it now.
#[must_use]
pub fn found(store: &dyn Store) -> Vec<Action> {
    let undone = last(Cause::Import, store).filter(|journal| journal.undone);
    let undone = undone.map(|journal| Action::Undone(Journal { undone: false, ..journal }));
    undone.into_iter().chain([Action::Found(way_back(store))]).collect()
}

/// What is stored now under the keys of a journal.
fn stored(journal: &Journal, store: &dyn Store) -> deal_book::Action {
    let stored = |key: &String| Some((key.clone(), store.read(key).ok()??));
    deal_book::Action::Read(journal.entries.iter().filter_map(|entry| stored(&entry.key)).collect())
}

/// The deals that an import had added and that are not stored any more; not those with changes that are not stored
/// yet, which will be.
fn gone(journal: &Journal, book: &DealBook, store: &dyn Store) -> Vec<String> {
    let unsaved: BTreeSet<&str> = book.book().unsaved().collect();
    let added = journal.entries.iter().filter(|entry| entry.before.is_none());
    let ids = added.filter_map(|entry| id_of(&entry.key)).filter(|id| !unsaved.contains(id));
    ids.filter(|id| store.read(&key(id)) == Ok(None)).map(str::to_owned).collect()
}
