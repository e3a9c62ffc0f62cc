//! Compares the versions of one record within an import: the same deal in two files, changed in both.
//!
//! A version from which another one descends yields to that one. Versions that are not known to be related are all
//! kept. Neither the order of the files nor a clock decides.

use std::collections::BTreeMap;

use super::item::{ImportChoice, Item, Verdict};
use super::lineage::{Relation, Version};
use super::record::stored;
use abacus_core::pace::{Pace, Stopped, yield_if_due};
use abacus_vault::journal::Write;

/// Above this number, the versions of one record are not compared with each other: every one is kept.
const MOST_COMPARED: usize = 100;

/// A record that has been compared with the book only.
pub(super) struct Candidate {
    pub(super) item: Item,
    /// The key that it is written to if it is taken.
    pub(super) target: String,
    /// Its write as a second version beside others; `None` if the book has that already.
    pub(super) second: Option<Write>,
    pub(super) lineage: Lineage,
}

/// What shows which of two versions descends from the other.
pub(super) enum Lineage {
    Deal(Box<Version>),
    /// Scenarios and lessons keep no origin. Their revisions decide only if both files are backups of this book: for
    /// files of another book, later imports would not know of the relation.
    Other {
        content: String,
        own_revision: Option<u64>,
    },
}

impl Lineage {
    fn descends_from(&self, earlier: &Self) -> bool {
        match (self, earlier) {
            (Self::Deal(later), Self::Deal(earlier)) => later.relation(earlier) == Relation::FileNewer,
            (Self::Other { own_revision: Some(later), .. }, Self::Other { own_revision: Some(earlier), .. }) => {
                later > earlier
            }
            _ => false,
        }
    }

    fn content(&self) -> &str {
        match self {
            Self::Deal(version) => &version.fingerprint,
            Self::Other { content, .. } => content,
        }
    }
}

/// The items, each with its relation to the other versions of its record.
pub(super) async fn compare_versions(mut candidates: Vec<Candidate>, pace: &dyn Pace) -> Result<Vec<Item>, Stopped> {
    let total = candidates.len();
    let equals = mark_repeated(&mut candidates, pace).await?;
    let mut versions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        yield_if_due(pace, total, total).await?;
        if matches!(candidate.item.verdict, Verdict::New | Verdict::FileNewer | Verdict::Conflict) {
            versions.entry(candidate.target.clone()).or_default().push(index);
        }
    }
    for indexes in versions.into_values().filter(|indexes| indexes.len() > 1) {
        yield_if_due(pace, total, total).await?;
        cross_reference(&mut candidates, &indexes);
        let (latest, earlier) = latest(&candidates, &indexes, &equals);
        for index in earlier {
            if let Some(Candidate { item, second, .. }) = candidates.get_mut(index) {
                (item.verdict, item.initial) = (Verdict::Superseded, ImportChoice::Leave);
                (item.take, item.copy) = (None, second.clone());
            }
        }
        if latest.len() > 1 {
            keep_each(&mut candidates, latest);
        }
    }
    let mut items = Vec::with_capacity(total);
    for candidate in candidates {
        yield_if_due(pace, total, total).await?;
        items.push(candidate.item);
    }
    Ok(items)
}

/// Of equal records, the one whose relation to the book is known best counts, and the others repeat it. Returns the
/// indexes of all of them, by the index of that one.
async fn mark_repeated(candidates: &mut [Candidate], pace: &dyn Pace) -> Result<BTreeMap<usize, Vec<usize>>, Stopped> {
    let total = candidates.len();
    let mut equal: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (index, candidate) in candidates.iter().enumerate() {
        yield_if_due(pace, total, total).await?;
        let content = (candidate.item.record.key(), candidate.lineage.content().to_owned());
        equal.entry(content).or_default().push(index);
    }
    let known = |index: &&usize| candidates.get(**index).map_or(usize::MAX, |it| uncertainty(it.item.verdict));
    let equals: BTreeMap<usize, Vec<usize>> =
        equal.into_values().filter_map(|indexes| Some((*indexes.iter().min_by_key(known)?, indexes))).collect();
    for (first, indexes) in &equals {
        for index in indexes.iter().filter(|index| *index != first) {
            if let Some(Candidate { item, .. }) = candidates.get_mut(*index) {
                (item.verdict, item.initial) = (Verdict::Repeated, ImportChoice::Leave);
                (item.here, item.take, item.copy) = (None, None, None);
                (item.elsewhere, item.is_unreadable_here) = (vec![*first], false);
            }
        }
    }
    Ok(equals)
}

/// The less a verdict says about the relation to the book, the higher.
const fn uncertainty(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Identical => 0,
        Verdict::BookNewer => 1,
        Verdict::FileNewer => 2,
        Verdict::New => 3,
        Verdict::Conflict | Verdict::Superseded | Verdict::Repeated | Verdict::Total => 4,
    }
}

/// Makes the first version refer to all others, and each of them to the first.
fn cross_reference(candidates: &mut [Candidate], indexes: &[usize]) {
    let Some((first, others)) = indexes.split_first() else { return };
    for index in indexes {
        if let Some(Candidate { item, .. }) = candidates.get_mut(*index) {
            item.elsewhere = if index == first { others.to_vec() } else { vec![*first] };
        }
    }
}

/// The indexes of the versions from which no other descends, and of those from which one of these does. `equals` are
/// the indexes of the records equal to each: one of them may show a descent that another does not.
fn latest(
    candidates: &[Candidate],
    indexes: &[usize],
    equals: &BTreeMap<usize, Vec<usize>>,
) -> (Vec<usize>, Vec<usize>) {
    let lineages = |index: &usize| -> Vec<&Lineage> {
        let equal = equals.get(index).into_iter().flatten();
        equal.filter_map(|index| candidates.get(*index)).map(|candidate| &candidate.lineage).collect()
    };
    let versions: Vec<(usize, Vec<&Lineage>)> = indexes.iter().map(|index| (*index, lineages(index))).collect();
    if versions.iter().map(|(_, lineages)| lineages.len()).sum::<usize>() > MOST_COMPARED {
        return (indexes.to_vec(), Vec::new());
    }
    let descends = |later: &[&Lineage], earlier: &[&Lineage]| {
        later.iter().any(|later| earlier.iter().any(|earlier| later.descends_from(earlier)))
    };
    // Versions that descend from each other, by different files, count as unrelated.
    let made_from = |later: &[&Lineage], earlier: &[&Lineage]| descends(later, earlier) && !descends(earlier, later);
    let is_latest =
        |(_, lineages): &&(usize, Vec<&Lineage>)| !versions.iter().any(|(_, others)| made_from(others, lineages));
    let (mut latest, mut left): (Vec<_>, Vec<_>) = versions.iter().partition(is_latest);
    let (mut earlier, mut later_ones) = (Vec::new(), latest.clone());
    while let Some((_, later)) = later_ones.pop() {
        let (reached, rest): (Vec<_>, Vec<_>) = left.into_iter().partition(|(_, lineages)| made_from(later, lineages));
        left = rest;
        later_ones.extend(&reached);
        earlier.extend(reached);
    }
    // Each of these descends from another of them, which only a damaged file claims. None of them may get lost.
    latest.extend(left);
    let indexes = |versions: Vec<&(usize, Vec<&Lineage>)>| versions.into_iter().map(|(index, _)| *index).collect();
    (indexes(latest), indexes(earlier))
}

/// Several latest versions are in conflict. If nobody chooses and no field has to be chosen, one is stored under the id
/// of the record and the others beside it. Which one does not depend on the order of the files. A deletion is not worth
/// a second version.
fn keep_each(candidates: &mut [Candidate], mut latest: Vec<usize>) {
    latest.sort_by_cached_key(|index| {
        candidates.get(*index).map(|it| (it.item.record.is_deleted(), it.lineage.content().to_owned()))
    });
    let revision = |index: &usize| candidates.get(*index).map_or(0, |it| it.item.record.revision());
    let revision = latest.iter().map(revision).max().unwrap_or_default();
    let is_newer = |index: &&usize| candidates.get(**index).is_some_and(|it| it.item.verdict == Verdict::FileNewer);
    let newer: Vec<usize> = latest.iter().filter(is_newer).copied().collect();
    for index in &latest {
        let Some(Candidate { item, second, .. }) = candidates.get_mut(*index) else { continue };
        item.take = item.take.as_ref().map(|write| at_least(revision, write));
        let beside = Verdict::Conflict.default_choice(item.record.is_deleted());
        match item.verdict {
            Verdict::New => {
                let is_first = latest.first() == Some(index);
                (item.verdict, item.initial) = (Verdict::Conflict, if is_first { ImportChoice::Take } else { beside });
                item.copy = second.clone();
            }
            Verdict::FileNewer => {
                let is_first = newer.first() == Some(index);
                (item.verdict, item.initial) = (Verdict::Conflict, if is_first { ImportChoice::Take } else { beside });
                item.is_made_from_here = true;
            }
            _ => {}
        }
    }
}

/// The write with a revision that no version exceeds, so that none looks newer when its file is imported again.
fn at_least(revision: u64, write: &Write) -> Write {
    let raised = stored(&write.key, &write.after).ok().filter(|record| record.revision() < revision);
    let after = raised.map(|record| record.renamed(record.id(), revision).encode());
    Write { after: after.unwrap_or_else(|| write.after.clone()), ..write.clone() }
}
