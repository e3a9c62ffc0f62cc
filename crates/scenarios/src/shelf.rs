//! All scenarios together, with the records that could not be read and what is still to be written.

use super::merge::merge;
use super::record::{decode, encode};
use super::scenario::{Scenario, id_of, key};
use super::unreadable::Unreadable;
use abacus_core::calculator::{Calculator, Inputs};

/// The scenarios of every calculator.
///
/// Fill it with [`read`](Self::read), change it, and for each id in [`unsaved`](Self::unsaved) ask
/// [`to_write`](Self::to_write) what to store and report success with [`saved`](Self::saved).
/// Changes to an id that is not there change nothing.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Shelf {
    // A few dozen at most: a map would be more code on a phone than it saves in searching. In the
    // order of their keys, so that the same records always make the same shelf.
    entries: Vec<Entry>,
    unreadable: Vec<Kept>,
}

#[derive(Clone, Debug, PartialEq)]
struct Entry {
    now: Scenario,
    /// As it was last read or written; none for one that is not stored.
    stored: Option<Scenario>,
}

impl Entry {
    fn is_unsaved(&self) -> bool {
        self.stored.as_ref() != Some(&self.now)
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

/// Where a scenario moves in its list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards the beginning.
    Up,
    /// Towards the end.
    Down,
}

impl Shelf {
    /// Takes in a stored record, whether at the start or because another tab wrote it. Keys that
    /// are not those of scenarios are left alone.
    ///
    /// A scenario with unsaved changes is not overwritten; [`to_write`](Self::to_write) settles that.
    pub fn read(&mut self, key: &str, text: &str) {
        let Some(id) = id_of(key) else { return };
        if !self.entries.iter().any(|entry| entry.now.id == id && entry.is_unsaved()) {
            self.take_in(id, text);
        }
    }

    fn take_in(&mut self, id: &str, text: &str) {
        let key = key(id);
        self.unreadable.retain(|kept| kept.key != key);
        match decode(id, text) {
            Ok(now) => self.put(Entry { stored: Some(now.clone()), now }),
            Err(reason) => {
                self.entries.retain(|entry| entry.now.id != id);
                let place = self.unreadable.partition_point(|kept| kept.key < key);
                self.unreadable.insert(place, Kept { key, text: text.to_owned(), reason });
            }
        }
    }

    /// Puts an entry in, in place of what has its id.
    fn put(&mut self, entry: Entry) {
        let place = self.entries.partition_point(|known| known.now.id < entry.now.id);
        match self.entries.get_mut(place) {
            Some(known) if known.now.id == entry.now.id => *known = entry,
            _ => self.entries.insert(place, entry),
        }
    }

    fn entry(&mut self, id: &str) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.now.id == id)
    }

    /// Adds a scenario at the end of its calculator's list, under an id that is not in use.
    pub fn keep(&mut self, id: &str, calculator: &'static dyn Calculator, name: &str, inputs: Inputs) {
        let places = self.of(calculator).map(|scenario| scenario.place.saturating_add(1));
        let place = places.max().unwrap_or_default();
        if self.get(id).is_none() {
            let now = Scenario { place, ..Scenario::new(id, calculator, name, inputs) };
            self.put(Entry { now, stored: None });
        }
    }

    /// Gives a scenario another name.
    pub fn rename(&mut self, id: &str, name: &str) {
        self.change(id, |scenario| name.clone_into(&mut scenario.name));
    }

    /// Makes a scenario a tombstone, or brings it back.
    pub fn set_deleted(&mut self, id: &str, deleted: bool) {
        self.change(id, |scenario| scenario.deleted = deleted);
    }

    /// Moves a scenario by one in its list; at the end of it, nowhere.
    pub fn shift(&mut self, id: &str, direction: Direction) {
        let Some(calculator) = self.get(id).map(|scenario| scenario.calculator) else { return };
        let mut order: Vec<String> = self.list(calculator).iter().map(|scenario| scenario.id.clone()).collect();
        let Some(from) = order.iter().position(|listed| listed == id) else { return };
        let to = match direction {
            Direction::Up => from.saturating_sub(1),
            Direction::Down => from.saturating_add(1).min(order.len().saturating_sub(1)),
        };
        order.swap(from, to);
        // Most keep their place and need not be written.
        for (place, id) in (0..).zip(&order) {
            self.change(id, |scenario| scenario.place = place);
        }
    }

    fn change(&mut self, id: &str, change: impl FnOnce(&mut Scenario)) {
        if let Some(entry) = self.entry(id) {
            change(&mut entry.now);
        }
    }

    /// The scenario with this id, deleted or not.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Scenario> {
        self.entries.iter().map(|entry| &entry.now).find(|scenario| scenario.id == id)
    }

    /// The scenarios of a calculator to show, in their order.
    #[must_use]
    pub fn list(&self, calculator: &'static dyn Calculator) -> Vec<&Scenario> {
        let mut list: Vec<&Scenario> = Vec::new();
        for scenario in self.of(calculator).filter(|scenario| !scenario.deleted) {
            // Behind those of the same place, whose ids are smaller.
            list.insert(list.partition_point(|known| known.place <= scenario.place), scenario);
        }
        list
    }

    /// The deleted scenarios of a calculator.
    #[must_use]
    pub fn deleted(&self, calculator: &'static dyn Calculator) -> Vec<&Scenario> {
        self.of(calculator).filter(|scenario| scenario.deleted).collect()
    }

    fn of(&self, calculator: &'static dyn Calculator) -> impl Iterator<Item = &Scenario> {
        self.entries.iter().map(|entry| &entry.now).filter(move |scenario| scenario.calculator == calculator)
    }

    /// The records that could not be read, in the order of their keys.
    pub fn unreadable(&self) -> impl Iterator<Item = &Kept> {
        self.unreadable.iter()
    }

    /// Keys and texts of everything, with unsaved changes: what a file has to hold so that nothing
    /// is lost.
    #[must_use]
    pub fn records(&self) -> Vec<(String, String)> {
        let readable = self.entries.iter().map(|entry| (key(&entry.now.id), encode(&entry.now)));
        let unreadable = self.unreadable.iter().map(|kept| (kept.key.clone(), kept.text.clone()));
        readable.chain(unreadable).collect()
    }

    /// The ids of scenarios with changes that are not stored yet.
    pub fn unsaved(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(|entry| entry.is_unsaved()).map(|entry| entry.now.id.as_str())
    }

    /// Notes that the record of this scenario is no longer stored, and says whether there was one:
    /// it is to be written again.
    pub fn lost(&mut self, id: &str) -> bool {
        let stored = self.entry(id).and_then(|entry| entry.stored.take());
        stored.is_some() || self.unreadable.iter().any(|kept| id_of(&kept.key) == Some(id))
    }

    /// What to store for a scenario, given the text that its key holds just before; `None` if
    /// nothing is to be stored.
    ///
    /// Changes made elsewhere meanwhile are merged. Where they contradict ours, or cannot be read,
    /// the stored record stays as it is and ours is to be stored under `new_id`, an id not in use.
    pub fn to_write(&mut self, id: &str, stored: Option<&str>, new_id: &str) -> Option<Scenario> {
        let entry = self.entry(id).filter(|entry| entry.is_unsaved())?;
        let Some(text) = stored else { return Some(next_revision(&entry.now)) };
        if let (Ok(theirs), Some(base)) = (decode(id, text), &entry.stored)
            && let Some(now) = merge(base, &entry.now, &theirs)
        {
            *entry = Entry { now, stored: Some(theirs) };
            return entry.is_unsaved().then(|| next_revision(&entry.now));
        }
        // Revision 0, as of any scenario that was never stored.
        let ours = Scenario { id: new_id.to_owned(), revision: 0, ..entry.now.clone() };
        self.take_in(id, text);
        self.put(Entry { now: ours.clone(), stored: None });
        Some(next_revision(&ours))
    }

    /// Notes that this scenario is now stored as it is here.
    pub fn saved(&mut self, written: Scenario) {
        self.put(Entry { now: written.clone(), stored: Some(written) });
    }
}

fn next_revision(scenario: &Scenario) -> Scenario {
    Scenario { revision: scenario.revision.saturating_add(1), ..scenario.clone() }
}
