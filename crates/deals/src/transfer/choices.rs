//! The choices made about an import.

use std::collections::{BTreeMap, BTreeSet};

use super::conflict::{Combined, Conflict, Resolution, Side};
use super::item::{ImportChoice, Item, Verdict};
use super::preview::Preview;

impl Preview {
    /// The choices that [`Self::choose_all`] can make for the records of one verdict.
    pub fn common_choices(&self, verdict: Verdict) -> Vec<ImportChoice> {
        let is_possible = |choice: &ImportChoice| match verdict {
            Verdict::Conflict => self.conflicts.iter().any(|conflict| self.resolution_by(conflict, *choice).is_some()),
            _ => self.summary.allows(verdict, *choice),
        };
        ImportChoice::ALL.into_iter().filter(is_possible).collect()
    }

    /// The choice for all records of one verdict; `None` if they differ.
    pub fn common_choice(&self, verdict: Verdict) -> Option<ImportChoice> {
        let of_items = || self.indexes(verdict).iter().filter_map(|index| self.choices.get(*index).copied());
        let mut of: Vec<Option<ImportChoice>> = match verdict {
            Verdict::Conflict => {
                (0..self.conflicts.len()).map(|index| Some(self.resolution(index)?.choice())).collect()
            }
            _ => of_items().map(Some).collect(),
        };
        of.dedup();
        of.first().copied().flatten().filter(|_| of.len() == 1)
    }

    /// Chooses what to do with a record. Impossible choices are ignored, and so are those about a record in conflict,
    /// which is [resolved](Self::resolve) for all its versions together.
    pub fn choose(&mut self, index: usize, choice: ImportChoice) {
        let items = self.items.clone();
        if items.get(index).is_some_and(|item| item.verdict != Verdict::Conflict && item.allows(choice)) {
            self.set(&items, &[(index, choice)]);
        }
    }

    /// The possible resolutions of the conflict at this index.
    pub fn resolutions(&self, conflict: usize) -> Vec<Resolution> {
        self.conflicts.get(conflict).map(|conflict| conflict.resolutions(&self.items)).unwrap_or_default()
    }

    /// The chosen resolution; `None` while the choices for its records fit none of [`Self::resolutions`].
    pub fn resolution(&self, conflict: usize) -> Option<Resolution> {
        let conflict = self.conflicts.get(conflict)?;
        let chosen: Vec<_> = conflict.indexes().filter_map(|index| self.choices.get(index).copied()).collect();
        conflict.resolution(&chosen, &self.items)
    }

    /// Resolves a conflict; an impossible resolution is ignored.
    pub fn resolve(&mut self, index: usize, resolution: Resolution) {
        let (items, conflicts) = (self.items.clone(), self.conflicts.clone());
        let Some(conflict) = conflicts.get(index) else { return };
        let Some(choices) = conflict.choices(resolution, &items) else { return };
        if resolution == Resolution::Combine && !self.combined.contains_key(&index) {
            let Some(combined) = Combined::of(conflict, BTreeMap::new(), &items) else { return };
            self.combined.insert(index, combined);
        }
        self.set(&items, &conflict.indexes().zip(choices).collect::<Vec<_>>());
    }

    /// Takes a field of a deal in conflict, named as in [`Conflict::differences`], from one of its versions. Ignored if
    /// the deal cannot be combined, or the fields are not valid together.
    pub fn choose_field(&mut self, index: usize, field: &str, side: Side) {
        self.choose_fields(index, side, |name| name == field);
    }

    /// Takes all fields of a deal in conflict from one of its versions.
    pub fn choose_version(&mut self, index: usize, side: Side) {
        self.choose_fields(index, side, |_| true);
    }

    fn choose_fields(&mut self, index: usize, side: Side, is_meant: impl Fn(&str) -> bool) {
        let (items, conflicts) = (self.items.clone(), self.conflicts.clone());
        let Some(conflict) = conflicts.get(index).filter(|conflict| conflict.can_combine()) else { return };
        let is_version = conflict.versions.iter().any(|version| version.side == side);
        let mut fields = self.combined.get(&index).map(|combined| combined.fields.clone()).unwrap_or_default();
        let names = conflict.differences(&items).into_iter().map(|it| it.field);
        fields.extend(names.filter(|name| is_version && is_meant(name)).map(|name| (name, side)));
        if let Some(combined) = Combined::of(conflict, fields, &items).filter(|it| !it.fields.is_empty()) {
            self.combined.insert(index, combined);
            self.resolve(index, Resolution::Combine);
        }
    }

    /// The version from which a field is taken; `None` unless the deal is combined field by field, and while the field
    /// still has to be chosen.
    pub fn side(&self, index: usize, field: &str) -> Option<Side> {
        let is_chosen = self.resolution(index) == Some(Resolution::Combine);
        self.conflicts.get(index)?.side(field, &self.combined.get(&index).filter(|_| is_chosen)?.fields)
    }

    /// How many fields of a deal still have to be chosen before it is imported.
    pub fn open_fields(&self, index: usize) -> usize {
        let Some(conflict) = self.conflicts.get(index) else { return 0 };
        let is_combined = conflict.indexes().any(|item| self.choices.get(item) == Some(&ImportChoice::Combine));
        let combined = self.combined.get(&index).filter(|_| is_combined);
        combined.map_or(0, |combined| combined.open)
    }

    /// The indexes of the conflicts in which something still has to be chosen. They are not imported as they are.
    pub fn open_conflicts(&self) -> impl Iterator<Item = usize> {
        (0..self.conflicts.len()).filter(|index| self.open_fields(*index) > 0)
    }

    /// The record that replaces the record of the book that this one could also replace.
    pub fn replaced_by(&self, index: usize) -> Option<usize> {
        let key = self.items.get(index)?.take_key()?;
        let replaces = |other: &usize| {
            let is_chosen = self.choices.get(*other).is_some_and(|choice| choice.replaces());
            *other != index && is_chosen && self.items.get(*other).and_then(Item::take_key) == Some(key)
        };
        self.summary.writers(key).iter().copied().find(replaces)
    }

    /// Makes the same choice for all records of one verdict that allow it. Of several versions that could replace one
    /// record, only the one already chosen, or else the first, does; among versions in conflict, none is picked. Fields
    /// are chosen record by record.
    pub fn choose_all(&mut self, verdict: Verdict, choice: ImportChoice) {
        let items = self.items.clone();
        let chosen: Vec<(usize, ImportChoice)> = if verdict == Verdict::Conflict {
            let of = |conflict: &Conflict| {
                let choices = conflict.choices(self.resolution_by(conflict, choice)?, &items)?;
                Some(conflict.indexes().zip(choices).collect::<Vec<_>>())
            };
            self.conflicts.iter().filter_map(of).flatten().collect()
        } else {
            let replacing = items.iter().zip(&self.choices).filter(|(_, chosen)| chosen.replaces());
            let mut keys: BTreeSet<&str> = replacing.filter_map(|(item, _)| self.shared_key(item)).collect();
            let of = items.iter().enumerate().filter(|(_, item)| item.verdict == verdict && item.allows(choice));
            let mut is_first = |item| self.shared_key(item).is_none_or(|key| keys.insert(key));
            let of = of.filter(|(_, item)| !choice.replaces() || is_first(item));
            of.map(|(index, _)| (index, choice)).collect()
        };
        self.set(&items, &chosen);
    }

    /// The key of the record that it could replace, if others could replace that, too.
    fn shared_key<'a>(&self, item: &'a Item) -> Option<&'a str> {
        item.take_key().filter(|key| self.summary.is_shared(key))
    }

    /// The resolution of one conflict that corresponds to a choice for all of them.
    fn resolution_by(&self, conflict: &Conflict, choice: ImportChoice) -> Option<Resolution> {
        let resolution = match choice {
            ImportChoice::KeepBoth => Resolution::KeepAll,
            ImportChoice::Take if conflict.versions.len() == 2 => Resolution::Take(conflict.indexes().next()?),
            ImportChoice::Leave => Resolution::Leave,
            ImportChoice::Take | ImportChoice::Combine => return None,
        };
        conflict.choices(resolution, &self.items).map(|_| resolution)
    }

    /// Sets these choices. Only one record can replace a record of the book, so another that was to replace it no
    /// longer does.
    fn set(&mut self, items: &[Item], chosen: &[(usize, ImportChoice)]) {
        let replacing = chosen.iter().filter(|(_, choice)| choice.replaces());
        let shared = |index: &usize| items.get(*index).and_then(|item| self.shared_key(item));
        let keys: BTreeSet<&str> = replacing.filter_map(|(index, _)| shared(index)).collect();
        for (item, choice) in items.iter().zip(&mut self.choices) {
            if choice.replaces() && item.take_key().is_some_and(|key| keys.contains(key)) {
                *choice = if item.verdict == Verdict::Conflict { item.secondary_choice() } else { ImportChoice::Leave };
            }
        }
        for (index, choice) in chosen {
            self.choices.get_mut(*index).into_iter().for_each(|known| *known = *choice);
        }
    }
}
