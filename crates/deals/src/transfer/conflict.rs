//! One record in several versions, none of which is known to descend from another.
//!
//! They form one conflict, which one answer resolves. A deal can be combined field by field. If the book has it and one
//! version comes in, each field is the book's until the other is chosen. If several come in, or the book lacks the
//! deal, no version takes precedence: each field in which they differ has to be chosen, and nothing is written before
//! the last answer.

use std::collections::{BTreeMap, BTreeSet};

use super::combine::combine;
use super::differences::{Difference, differences};
use super::free_space::growth;
use super::item::{ImportChoice, Item, Verdict};
use super::origin::Origin;
use super::record::stored;
use crate::Deal;
use abacus_core::pace::{Pace, Stopped, yield_if_due};
use abacus_vault::journal::Write;

/// A deal with more versions is not combined field by field, and none of them can be taken alone: every version is
/// kept.
const MOST_VERSIONS: usize = 20;

/// Where a version of a record is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// In the book.
    Book,
    /// In a file: its index among the records of the import.
    File(usize),
}

/// A version of a record in conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Where it is.
    pub side: Side,
    /// The indexes of the records with the same content.
    pub equals: Vec<usize>,
}

/// How a conflict is resolved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resolution {
    /// Every version is kept as a separate record.
    KeepAll,
    /// The file's version at this index replaces the book's; the others are kept beside it.
    Take(usize),
    /// Each field that differs is taken from one of the versions; see
    /// [`Preview::choose_field`](super::Preview::choose_field).
    Combine,
    /// The book is left unchanged.
    Leave,
}

impl Resolution {
    /// The choice for each single record that is closest to it.
    pub(super) const fn choice(self) -> ImportChoice {
        match self {
            Self::KeepAll => ImportChoice::KeepBoth,
            Self::Take(_) => ImportChoice::Take,
            Self::Combine => ImportChoice::Combine,
            Self::Leave => ImportChoice::Leave,
        }
    }
}

/// The versions of one record, none of which is known to descend from another.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The book's, if it has one that can be read, then those of the files.
    pub versions: Vec<Version>,
    /// The version whose fields apply where nothing is chosen.
    base: Side,
    /// The fields that have to be chosen.
    pub(super) asked: BTreeSet<String>,
    can_combine: bool,
    is_asked: bool,
}

impl Conflict {
    /// The conflicts among the records of an import.
    pub(super) async fn all(items: &[Item], pace: &dyn Pace) -> Result<Vec<Self>, Stopped> {
        let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        let mut equals: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut in_book: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            yield_if_due(pace, items.len(), items.len()).await?;
            match (item.verdict, item.elsewhere.first(), &item.here) {
                (Verdict::Conflict, ..) => by_key.entry(item.key()).or_default().push(index),
                (Verdict::Repeated, Some(first), _) => equals.entry(*first).or_default().push(index),
                (Verdict::Identical, _, Some(here)) => in_book.entry(here.key()).or_default().push(index),
                _ => {}
            }
        }
        let mut indexes: Vec<(String, Vec<usize>)> = by_key.into_iter().collect();
        indexes.sort_by_key(|(_, indexes)| indexes.first().copied());
        let mut conflicts = Vec::with_capacity(indexes.len());
        for (key, indexes) in indexes {
            yield_if_due(pace, items.len(), items.len()).await?;
            let with_equals = |index: &usize| equals.get(index).cloned().unwrap_or_default();
            let book = in_book.get(&key).into_iter().flatten();
            let as_in_book = book.flat_map(|index| [vec![*index], with_equals(index)].concat()).collect();
            let of_files = indexes.iter().map(|index| (*index, with_equals(index))).collect();
            conflicts.push(Self::of(items, as_in_book, of_files));
        }
        Ok(conflicts)
    }

    fn of(items: &[Item], as_in_book: Vec<usize>, of_files: Vec<(usize, Vec<usize>)>) -> Self {
        let indexes: Vec<usize> = of_files.iter().map(|(index, _)| *index).collect();
        let of_indexes = || indexes.iter().filter_map(|index| Some((*index, items.get(*index)?)));
        let has_book = of_indexes().next().is_some_and(|(_, item)| item.here.is_some());
        let is_made_from_book = has_book && of_indexes().all(|(_, item)| item.is_made_from_here);
        // The version that would be stored under the id if all were kept.
        let first = of_indexes().find(|(_, item)| item.initial == ImportChoice::Take);
        let base = match first {
            Some((first, _)) if !has_book || is_made_from_book => Side::File(first),
            _ => Side::Book,
        };
        let book = has_book.then_some(Version { side: Side::Book, equals: as_in_book });
        let files = of_files.into_iter().map(|(index, equals)| Version { side: Side::File(index), equals });
        let versions: Vec<Version> = book.into_iter().chain(files).collect();
        let is_deal = |item: &Item| item.record.deal().is_some() && item.take.is_some();
        let are_deals = versions.len() <= MOST_VERSIONS && of_indexes().all(|(_, item)| is_deal(item));
        // A deletion needs no choice: it yields to a version that is not deleted, and to the deal here.
        let living = of_indexes().filter(|(_, item)| !item.record.is_deleted()).count();
        let is_asked = are_deals && living > usize::from(has_book);
        let can_combine = are_deals && (has_book || living > 0);
        let mut conflict = Self { versions, base, asked: BTreeSet::new(), can_combine, is_asked };
        if is_asked {
            let open = |side: &Side| *side != Side::Book || !is_made_from_book;
            let sides = conflict.versions.iter().map(|version| version.side).filter(open);
            let deals: Vec<&Deal> = sides.filter_map(|side| conflict.deal(side, items)).collect();
            conflict.asked = differences(&deals).into_iter().map(|it| it.field).collect();
        }
        conflict
    }

    /// Whether the book has one of the versions.
    pub fn has_book(&self) -> bool {
        self.versions.iter().any(|version| version.side == Side::Book)
    }

    /// Whether it has to be resolved before anything of it is written.
    pub(super) const fn is_asked(&self) -> bool {
        self.is_asked
    }

    /// Whether the deal can be combined field by field.
    pub const fn can_combine(&self) -> bool {
        self.can_combine
    }

    /// The indexes of the versions from files.
    pub fn indexes(&self) -> impl Iterator<Item = usize> {
        self.versions.iter().filter_map(|version| match version.side {
            Side::Book => None,
            Side::File(index) => Some(index),
        })
    }

    /// The deal of a version.
    pub fn deal<'a>(&self, side: Side, items: &'a [Item]) -> Option<&'a Deal> {
        match side {
            Side::Book => items.get(self.indexes().next()?)?.here.as_ref()?.deal(),
            Side::File(index) => items.get(index)?.record.deal(),
        }
    }

    /// The deals of all versions, in their order; empty for scenarios and lessons.
    pub fn deals<'a>(&self, items: &'a [Item]) -> Vec<&'a Deal> {
        self.versions.iter().filter_map(|version| self.deal(version.side, items)).collect()
    }

    /// The fields in which the versions differ.
    pub fn differences(&self, items: &[Item]) -> Vec<Difference> {
        differences(&self.deals(items))
    }

    /// The resolutions to consider.
    fn candidates(&self) -> impl Iterator<Item = Resolution> {
        let has_takes = self.has_book() && self.versions.len() <= MOST_VERSIONS;
        let takes = self.indexes().filter(move |_| has_takes).map(Resolution::Take);
        [Resolution::KeepAll].into_iter().chain(takes).chain([Resolution::Combine, Resolution::Leave])
    }

    /// The resolution to which these choices for the records in [`Self::places`] amount.
    pub(super) fn resolution(&self, chosen: &[ImportChoice], items: &[Item]) -> Option<Resolution> {
        self.candidates().find(|it| self.choices(*it, items).is_some_and(|choices| choices == chosen))
    }

    /// The possible resolutions.
    pub(super) fn resolutions(&self, items: &[Item]) -> Vec<Resolution> {
        let mut found: Vec<(Resolution, Vec<ImportChoice>)> = Vec::new();
        for resolution in self.candidates() {
            // Two resolutions with the same choices are one.
            if let Some(choices) = self.choices(resolution, items)
                && found.iter().all(|(_, known)| *known != choices)
            {
                found.push((resolution, choices));
            }
        }
        found.into_iter().map(|(resolution, _)| resolution).collect()
    }

    /// The choices that a resolution makes for the records in [`Self::places`]; `None` if it is impossible.
    pub(super) fn choices(&self, resolution: Resolution, items: &[Item]) -> Option<Vec<ImportChoice>> {
        let is_only = self.indexes().nth(1).is_none();
        let choice = |index: usize| {
            let item = items.get(index)?;
            // Of several versions, a deletion is not worth keeping.
            let secondary =
                if item.record.is_deleted() && !is_only { ImportChoice::Leave } else { item.secondary_choice() };
            match resolution {
                Resolution::KeepAll if is_only => Some(ImportChoice::KeepBoth).filter(|it| item.allows(*it)),
                Resolution::KeepAll if self.has_book() => Some(secondary),
                Resolution::KeepAll => Some(item.initial_choice()),
                Resolution::Take(taken) if taken == index => Some(ImportChoice::Take).filter(|it| item.allows(*it)),
                Resolution::Take(_) => Some(secondary),
                Resolution::Combine => self.can_combine.then_some(ImportChoice::Combine),
                Resolution::Leave => Some(ImportChoice::Leave),
            }
        };
        self.indexes().map(choice).collect()
    }

    /// The choices before anybody chooses. A record of the book is only replaced by one that certainly descends from
    /// it. If several versions of a deal come in, the user is asked, rather than given several copies.
    pub(super) fn initial(&self, items: &[Item]) -> Vec<ImportChoice> {
        if self.is_asked {
            return self.indexes().map(|_| ImportChoice::Combine).collect();
        }
        self.indexes().filter_map(|index| items.get(index)).map(Item::initial_choice).collect()
    }

    /// The version that a field is taken from; `None` if it has to be chosen and nobody has.
    pub(super) fn side(&self, field: &str, chosen: &BTreeMap<String, Side>) -> Option<Side> {
        chosen.get(field).copied().or_else(|| Some(self.base).filter(|_| !self.asked.contains(field)))
    }

    /// The write of the deal with these fields, the others being those of the base. It counts as a descendant of every
    /// version. `None` if the fields are not valid together.
    pub(super) fn combined(&self, chosen: &BTreeMap<String, Side>, items: &[Item]) -> Option<Write> {
        let takes: Vec<&Write> = self.indexes().filter_map(|index| items.get(index)?.take.as_ref()).collect();
        let taken: Vec<_> = takes.iter().map(|write| stored(&write.key, &write.after).ok()).collect::<Option<_>>()?;
        let book = self.deal(Side::Book, items);
        // Under the id that it has, or gets, here.
        let base = match self.base {
            Side::Book => book?,
            Side::File(index) => {
                let position = self.indexes().position(|it| it == index)?;
                taken.get(position)?.deal()?
            }
        };
        let changed = chosen.iter().filter(|(_, side)| **side != self.base);
        let fields: Option<BTreeMap<&str, &Deal>> =
            changed.map(|(field, side)| Some((field.as_str(), self.deal(*side, items)?))).collect();
        let mut deal = combine(base, &fields?)?;
        let mut origins: Vec<Origin> = taken.iter().filter_map(|record| record.deal()).flat_map(Origin::all).collect();
        // The origins of the book's version.
        origins.extend(book.into_iter().flat_map(Origin::all));
        origins.sort();
        Origin::put(&Origin::latest(origins), &mut deal);
        deal.revision = taken.iter().map(|record| record.revision()).max()?.saturating_add(1);
        Some(Write { after: crate::encode(&deal), ..(*takes.first()?).clone() })
    }
}

/// The version each field of a deal is taken from, and the deal they make.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Combined {
    pub(super) fields: BTreeMap<String, Side>,
    /// How many fields still have to be chosen.
    pub(super) open: usize,
    /// The write, with the base's fields for those.
    pub(super) write: Write,
    /// By how many units the store grows with it.
    pub(super) growth: isize,
}

impl Combined {
    /// `None` if the fields are not valid together.
    pub(super) fn of(conflict: &Conflict, fields: BTreeMap<String, Side>, items: &[Item]) -> Option<Self> {
        let open = conflict.asked.iter().filter(|field| !fields.contains_key(*field)).count();
        let write = conflict.combined(&fields, items)?;
        Some(Self { fields, open, growth: growth(&write), write })
    }
}
