//! All deals together, with the records that could not be read and what is still to be written.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::deal::Deal;
use super::edit::Edit;
use super::key::{id_of, key};
use super::reconcile::{Outcome, reconcile, same_content};
use super::record::decode;
use super::shelf::Shelf;
use super::unreadable::Unreadable;
use abacus_vault::valid_id;

/// The deal book. A copy of it shares the deals, so that thousands of them cost little to copy.
///
/// Fill it with [`read`](Self::read), change it, and for each id in [`unsaved`](Self::unsaved)
/// ask [`to_write`](Self::to_write) what to store and report success with [`saved`](Self::saved).
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Book {
    deals: Shelf,
    /// Those of them that are second versions of others: few, while looking for them among all takes long.
    copies: BTreeSet<Rc<str>>,
    unreadable: BTreeMap<String, Kept>,
    /// The deals changed here, as they were stored when the change began; none: not at all.
    unsaved: BTreeMap<Rc<str>, Option<Rc<Deal>>>,
    /// What was last written here under each id, successfully or not, and what it was made from.
    sent: BTreeMap<Rc<str>, Sent>,
    lost: BTreeSet<String>,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Sent {
    base: Option<Rc<Deal>>,
    wrote: Rc<Deal>,
}

impl Sent {
    /// Whether whoever wrote this did not see what we had written: else it had become their base, and their
    /// revision the next one.
    fn is_overwritten_by(&self, theirs: &Deal) -> bool {
        theirs.revision <= self.wrote.revision && !same_content(&self.wrote, theirs)
    }
}

/// A record that could not be read, kept byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The storage key.
    pub key: String,
    /// The stored text.
    pub text: String,
    /// Why it could not be read.
    pub reason: Unreadable,
}

/// Why the book does not do as asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The id for a new deal is not valid.
    BadId,
    /// The id for a new deal is in use.
    Taken,
    /// There is no deal with this id.
    NotFound,
}

impl Book {
    /// Takes in a stored record, whether at the start or because another tab wrote it. Keys that
    /// are not those of deals are left alone.
    ///
    /// A deal with unsaved changes is not overwritten; [`to_write`](Self::to_write) settles that. Nor is one that
    /// was saved here and overwritten by someone who did not see that, or whose record is damaged now: it is unsaved
    /// again.
    pub fn read(&mut self, key: &str, text: &str) {
        let Some(id) = id_of(key) else { return };
        self.lost.remove(id);
        let decoded = decode(id, text);
        if self.unsaved.contains_key(id) {
            // What a newer version wrote is noted, even beside changes of ours: nothing more may be written.
            match decoded {
                Err(reason @ Unreadable::NewerSchema { .. }) => self.keep(key, text, reason),
                _ => drop(self.unreadable.remove(key)),
            }
            return;
        }
        match decoded {
            Ok(deal) => match self.sent.remove(id) {
                Some(sent) if sent.is_overwritten_by(&deal) => drop(self.unsaved.insert(id.into(), sent.base)),
                sent => self.adopt(deal, sent),
            },
            Err(reason) => match self.deals.entry(id).filter(|(_, deal)| reason.is_damage() && !deal.deleted) {
                Some((id, deal)) => drop(self.unsaved.insert(id.clone(), Some(deal.clone()))),
                None => {
                    self.take(id);
                    self.sent.remove(id);
                    self.keep(key, text, reason);
                }
            },
        }
    }

    /// Takes in a deal as it is stored, in place of what the book had under its id.
    pub fn insert(&mut self, deal: Deal) {
        self.unreadable.remove(&key(&deal.id));
        self.unsaved.remove(deal.id.as_str());
        self.sent.remove(deal.id.as_str());
        self.lost.remove(&deal.id);
        self.put(deal);
    }

    /// Takes in a deal as it is stored; if it is what was written here, that is remembered.
    fn adopt(&mut self, deal: Deal, sent: Option<Sent>) {
        let sent = sent.filter(|sent| same_content(&sent.wrote, &deal)).map(|sent| (deal.id.as_str().into(), sent));
        self.insert(deal);
        self.sent.extend(sent);
    }

    /// Adds an empty deal, which is unsaved.
    ///
    /// # Errors
    /// [`Refused::BadId`], [`Refused::Taken`] (also by a record that could not be read).
    pub fn create(&mut self, id: &str) -> Result<(), Refused> {
        self.check_free(id)?;
        self.put(Deal::new(id));
        self.unsaved.insert(id.into(), None);
        Ok(())
    }

    /// Makes one change. It makes the deal unsaved, but does not change its revision, which
    /// counts writes.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub fn apply(&mut self, id: &str, edit: Edit) -> Result<(), Refused> {
        self.change(id, |deal| deal.apply(edit))
    }

    /// Makes a deal a tombstone, which is written like any other change.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub fn delete(&mut self, id: &str) -> Result<(), Refused> {
        self.change(id, |deal| deal.deleted = true)
    }

    /// Undoes [`delete`](Self::delete); everything is as it was.
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub fn undelete(&mut self, id: &str) -> Result<(), Refused> {
        self.change(id, |deal| deal.deleted = false)
    }

    /// Notes that the record of this deal, readable or not, is no longer stored. Whoever removed it may
    /// have meant to: it stays in the book, but is stored again only after a change to the deal or by
    /// [`put_back`](Self::put_back).
    ///
    /// # Errors
    /// [`Refused::NotFound`].
    pub fn lose(&mut self, id: &str) -> Result<(), Refused> {
        if !self.deals.contains(id) && self.kept(id).is_none() {
            return Err(Refused::NotFound);
        }
        if self.unsaved.contains_key(id) {
            // It will be stored anyway, now that nothing stands in the way any more.
            self.unreadable.remove(&key(id));
            return Ok(());
        }
        self.lost.insert(id.to_owned());
        Ok(())
    }

    /// Takes a deal out of the book, readable or not, because its record was taken out of the store: by us, on
    /// purpose. Unlike one that is [lost](Self::lose) it is not missed.
    pub fn forget(&mut self, id: &str) {
        self.take(id);
        self.unreadable.remove(&key(id));
        self.unsaved.remove(id);
        self.sent.remove(id);
        self.lost.remove(id);
    }

    /// The ids of the records that are no longer stored, and not to be stored either as yet.
    pub fn lost(&self) -> impl Iterator<Item = &str> {
        self.lost.iter().map(String::as_str)
    }

    /// Makes the lost deals unsaved. The records among them that could not be read remain lost until they
    /// are [`read`](Self::read) again: there is nothing to write but their text as it was.
    pub fn put_back(&mut self) {
        let (deals, unreadable) =
            std::mem::take(&mut self.lost).into_iter().partition(|id| self.deals.contains(id.as_str()));
        self.lost = unreadable;
        let deals: BTreeSet<String> = deals;
        for (id, deal) in deals.iter().filter_map(|id| self.deals.entry(id.as_str())) {
            self.unsaved.entry(id.clone()).or_insert_with(|| Some(deal.clone()));
        }
    }

    /// The deal with this id, deleted or not.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Deal> {
        self.deals.get(id).map(Rc::as_ref)
    }

    /// All deals, deleted ones too, in the order of their ids.
    pub fn deals(&self) -> impl Iterator<Item = &Deal> {
        self.shared().map(Rc::as_ref)
    }

    /// All deals as the book holds them: what is the same place in memory has not changed.
    pub fn shared(&self) -> impl Iterator<Item = &Rc<Deal>> {
        self.deals.iter()
    }

    /// Whether the deals are still those of a book that this one is a copy of, or that is a copy of this one: quick to
    /// tell, however many there are.
    #[must_use]
    pub fn shares_deals_with(&self, other: &Self) -> bool {
        self.deals.is_same(&other.deals)
    }

    /// The record with this id that could not be read.
    #[must_use]
    pub fn kept(&self, id: &str) -> Option<&Kept> {
        self.unreadable.get(&key(id))
    }

    /// The records that could not be read, in the order of their keys.
    pub fn unreadable(&self) -> impl Iterator<Item = &Kept> {
        self.unreadable.values()
    }

    /// The ids of deals with changes that are not stored yet.
    pub fn unsaved(&self) -> impl Iterator<Item = &str> {
        self.unsaved.keys().map(Rc::as_ref)
    }

    /// What to store for a deal, given the text that its key holds just before; `None` if nothing
    /// is to be stored. See [`reconcile`]: of two changes at the same time the book holds what became of both, and
    /// after a conflict both deals, of which ours is the one to store, under `new_id`.
    ///
    /// # Errors
    /// [`Refused::NotFound`]; after a conflict, [`Refused::BadId`] or [`Refused::Taken`] for
    /// `new_id`, with nothing changed.
    pub fn to_write(&mut self, id: &str, stored: Option<&str>, new_id: &str) -> Result<Option<Deal>, Refused> {
        let (id, ours) = self.deals.entry(id).map(|(id, ours)| (id.clone(), ours.clone())).ok_or(Refused::NotFound)?;
        let Some(base) = self.unsaved.get(&id).cloned() else { return Ok(None) };
        let text = stored;
        let stored = text.map(|text| decode(&id, text));
        let base = match (self.sent.get(&id), &stored) {
            // What we wrote ourselves is no news, even if we were told that it was not kept.
            (Some(sent), Some(Ok(stored))) if same_content(&sent.wrote, stored) => Some(sent.wrote.clone()),
            // Who did not see what we had written did not take it away.
            (Some(sent), Some(Ok(stored))) if sent.is_overwritten_by(stored) => sent.base.clone(),
            _ => base,
        };
        match reconcile(&ours, base.as_deref(), stored, new_id) {
            Outcome::Write(deal) => {
                self.send(&id, base, &deal);
                Ok(Some(deal))
            }
            Outcome::Adopt(deal) => {
                let sent = self.sent.remove(&id);
                self.adopt(deal, sent);
                Ok(None)
            }
            Outcome::Merge { both, theirs } => {
                self.put(Deal { revision: theirs.revision, ..both.clone() });
                let theirs = Some(Rc::from(theirs));
                self.unsaved.insert(id.clone(), theirs.clone());
                self.send(&id, theirs, &both);
                Ok(Some(both))
            }
            Outcome::KeepBoth(deal) => {
                self.check_free(new_id)?;
                self.unsaved.remove(&id);
                self.sent.remove(&id);
                let is_known = self.has_second_version(&ours);
                self.take(&id);
                self.read(&key(&id), text.unwrap_or_default());
                if is_known {
                    return Ok(None);
                }
                // Revision 0, as for any deal that was never stored: should writing fail now, the
                // next attempt starts from there.
                self.put(Deal { revision: 0, ..deal.clone() });
                self.unsaved.insert(new_id.into(), None);
                self.send(&new_id.into(), None, &deal);
                Ok(Some(deal))
            }
        }
    }

    /// Notes that this deal is now stored. Changes made since then remain unsaved.
    pub fn saved(&mut self, written: &Deal) {
        if let Some(deal) = self.deals.get_mut(written.id.as_str()) {
            if same_content(deal, written) {
                self.unsaved.remove(written.id.as_str());
            } else {
                self.unsaved.insert(written.id.as_str().into(), Some(Rc::new(written.clone())));
            }
            self.lost.remove(&written.id);
            deal.revision = written.revision;
        }
    }

    /// The newest format of which a record is stored that this version cannot read: whoever wrote it will be back,
    /// and nothing may be written meanwhile.
    #[must_use]
    pub fn newer_schema(&self) -> Option<u64> {
        let newer =
            |kept: &Kept| if let Unreadable::NewerSchema { schema } = kept.reason { Some(schema) } else { None };
        let is_stored = |kept: &&Kept| id_of(&kept.key).is_none_or(|id| !self.lost.contains(id));
        self.unreadable.values().filter(is_stored).filter_map(newer).max()
    }

    /// The other versions of a deal that was changed twice at the same time: that of which it is a second one, and
    /// those that are second ones of it; deleted ones no longer.
    pub fn versions<'a>(&'a self, deal: &'a Deal) -> impl Iterator<Item = &'a Deal> {
        let first = deal.copy_of.as_deref().and_then(|id| self.get(id));
        let others = self.copies.iter().filter_map(|id| self.get(id));
        let others = others.filter(move |other| other.copy_of.as_ref() == Some(&deal.id));
        first.into_iter().chain(others).filter(|other| !other.deleted)
    }

    /// Whether a second version says the very same: another tab had the same reason to make one.
    fn has_second_version(&self, deal: &Deal) -> bool {
        let mut copies = self.copies.iter().filter_map(|id| self.get(id)).filter(|copy| !copy.deleted);
        copies.any(|copy| {
            let Deal { id, copy_of, .. } = deal.clone();
            copy.copy_of.as_ref() == Some(&id) && same_content(&Deal { id, copy_of, ..copy.clone() }, deal)
        })
    }

    fn keep(&mut self, key: &str, text: &str, reason: Unreadable) {
        self.unreadable.insert(key.to_owned(), Kept { key: key.to_owned(), text: text.to_owned(), reason });
    }

    fn send(&mut self, id: &Rc<str>, base: Option<Rc<Deal>>, deal: &Deal) {
        self.sent.insert(id.clone(), Sent { base, wrote: Rc::new(deal.clone()) });
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut Deal)) -> Result<(), Refused> {
        let (id, before) = self.deals.entry(id).ok_or(Refused::NotFound)?;
        let (id, before) = (id.clone(), before.clone());
        let base = self.unsaved.remove(&id).unwrap_or(Some(before));
        if let Some(deal) = self.deals.get_mut(&id) {
            change(deal);
        }
        self.lost.remove(&*id);
        self.unsaved.insert(id, base);
        Ok(())
    }

    fn put(&mut self, deal: Deal) {
        if deal.copy_of.is_some() {
            self.copies.insert(deal.id.as_str().into());
        } else {
            self.copies.remove(deal.id.as_str());
        }
        self.deals.insert(deal);
    }

    fn take(&mut self, id: &str) {
        self.copies.remove(id);
        self.deals.remove(id);
    }

    fn check_free(&self, id: &str) -> Result<(), Refused> {
        if !valid_id(id) {
            Err(Refused::BadId)
        } else if self.deals.contains(id) || self.unreadable.contains_key(&key(id)) {
            Err(Refused::Taken)
        } else {
            Ok(())
        }
    }
}
