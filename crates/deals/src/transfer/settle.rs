//! Compares the versions of one record that an import holds: the same deal in two files, changed in both.
//!
//! A version from which another one was made is left to that. Of versions that know nothing of each other, each is
//! kept. Neither the order of the files nor a clock decides.

use std::collections::BTreeMap;

use super::item::{ImportChoice, Item, Verdict};
use super::lineage::{Relation, Version};
use super::record::stored;
use abacus_core::pace::{Pace, Stopped, beat};
use abacus_vault::journal::Write;

/// More versions of one record are not compared with each other: every one is kept.
const MOST_COMPARED: usize = 100;

/// A record that was compared with the book alone.
pub(super) struct Candidate {
    pub(super) item: Item,
    /// The key that it is written to if it is taken.
    pub(super) target: String,
    /// It as a second version beside others; none if the book has that already.
    pub(super) second: Option<Write>,
    pub(super) line: Line,
}

/// What tells which of two versions was made from the other.
pub(super) enum Line {
    Deal(Box<Version>),
    /// Scenarios and lessons keep no origin. Their revisions tell only if both files are backups of this book: later
    /// imports would not know it of those of another.
    Other {
        content: String,
        own_revision: Option<u64>,
    },
}

impl Line {
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

/// The items, each with what it is to the other versions of its record.
pub(super) async fn settle(mut candidates: Vec<Candidate>, pace: &dyn Pace) -> Result<Vec<Item>, Stopped> {
    let total = candidates.len();
    let equals = mark_repeated(&mut candidates, pace).await?;
    let mut versions: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, candidate) in candidates.iter().enumerate() {
        beat(pace, total, total).await?;
        if matches!(candidate.item.verdict, Verdict::New | Verdict::FileNewer | Verdict::Conflict) {
            versions.entry(candidate.target.clone()).or_default().push(place);
        }
    }
    for places in versions.into_values().filter(|places| places.len() > 1) {
        beat(pace, total, total).await?;
        name_each_other(&mut candidates, &places);
        let (latest, earlier) = latest(&candidates, &places, &equals);
        for place in earlier {
            if let Some(Candidate { item, second, .. }) = candidates.get_mut(place) {
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
        beat(pace, total, total).await?;
        items.push(candidate.item);
    }
    Ok(items)
}

/// Of equal records, the one counts of which most is known, and the others repeat it. The places of all of them, by the
/// place of that one.
async fn mark_repeated(candidates: &mut [Candidate], pace: &dyn Pace) -> Result<BTreeMap<usize, Vec<usize>>, Stopped> {
    let total = candidates.len();
    let mut equal: BTreeMap<(String, String), Vec<usize>> = BTreeMap::new();
    for (place, candidate) in candidates.iter().enumerate() {
        beat(pace, total, total).await?;
        let content = (candidate.item.record.key(), candidate.line.content().to_owned());
        equal.entry(content).or_default().push(place);
    }
    let known = |place: &&usize| candidates.get(**place).map_or(usize::MAX, |it| doubt(it.item.verdict));
    let equals: BTreeMap<usize, Vec<usize>> =
        equal.into_values().filter_map(|places| Some((*places.iter().min_by_key(known)?, places))).collect();
    for (first, places) in &equals {
        for place in places.iter().filter(|place| *place != first) {
            if let Some(Candidate { item, .. }) = candidates.get_mut(*place) {
                (item.verdict, item.initial) = (Verdict::Repeated, ImportChoice::Leave);
                (item.here, item.take, item.copy) = (None, None, None);
                (item.elsewhere, item.is_unreadable_here) = (vec![*first], false);
            }
        }
    }
    Ok(equals)
}

/// The less is known of what a record is to the book, the more.
const fn doubt(verdict: Verdict) -> usize {
    match verdict {
        Verdict::Identical => 0,
        Verdict::BookNewer => 1,
        Verdict::FileNewer => 2,
        Verdict::New => 3,
        Verdict::Conflict | Verdict::Superseded | Verdict::Repeated | Verdict::Total => 4,
    }
}

/// The first version names all others, and each of them the first.
fn name_each_other(candidates: &mut [Candidate], places: &[usize]) {
    let Some((first, others)) = places.split_first() else { return };
    for place in places {
        if let Some(Candidate { item, .. }) = candidates.get_mut(*place) {
            item.elsewhere = if place == first { others.to_vec() } else { vec![*first] };
        }
    }
}

/// The places of the versions from which no other was made, and of those that led to one of them. `equals` are the
/// places of the records that are equal to each: one of those may tell what another one does not.
fn latest(
    candidates: &[Candidate],
    places: &[usize],
    equals: &BTreeMap<usize, Vec<usize>>,
) -> (Vec<usize>, Vec<usize>) {
    let lines = |place: &usize| -> Vec<&Line> {
        let equal = equals.get(place).into_iter().flatten();
        equal.filter_map(|place| candidates.get(*place)).map(|candidate| &candidate.line).collect()
    };
    let versions: Vec<(usize, Vec<&Line>)> = places.iter().map(|place| (*place, lines(place))).collect();
    if versions.iter().map(|(_, lines)| lines.len()).sum::<usize>() > MOST_COMPARED {
        return (places.to_vec(), Vec::new());
    }
    let descends = |later: &[&Line], earlier: &[&Line]| {
        later.iter().any(|later| earlier.iter().any(|earlier| later.descends_from(earlier)))
    };
    // A version that is both later and earlier than another, by different files, is neither.
    let made_from = |later: &[&Line], earlier: &[&Line]| descends(later, earlier) && !descends(earlier, later);
    let is_latest = |(_, lines): &&(usize, Vec<&Line>)| !versions.iter().any(|(_, others)| made_from(others, lines));
    let (mut latest, mut left): (Vec<_>, Vec<_>) = versions.iter().partition(is_latest);
    let (mut earlier, mut later_ones) = (Vec::new(), latest.clone());
    while let Some((_, later)) = later_ones.pop() {
        let (reached, rest): (Vec<_>, Vec<_>) = left.into_iter().partition(|(_, lines)| made_from(later, lines));
        left = rest;
        later_ones.extend(&reached);
        earlier.extend(reached);
    }
    // Each of these was made from another of them, which only a damaged file says. None of them may get lost.
    latest.extend(left);
    let places = |versions: Vec<&(usize, Vec<&Line>)>| versions.into_iter().map(|(place, _)| *place).collect();
    (places(latest), places(earlier))
}

/// Several latest versions are in conflict. If nobody chooses and nothing is asked for, one is stored under the id of the
/// record and the others beside it. Which one does not depend on the order of the files. A deletion is not worth a second
/// version.
fn keep_each(candidates: &mut [Candidate], mut latest: Vec<usize>) {
    latest.sort_by_cached_key(|place| {
        candidates.get(*place).map(|it| (it.item.record.is_deleted(), it.line.content().to_owned()))
    });
    let revision = |place: &usize| candidates.get(*place).map_or(0, |it| it.item.record.revision());
    let revision = latest.iter().map(revision).max().unwrap_or_default();
    let is_newer = |place: &&usize| candidates.get(**place).is_some_and(|it| it.item.verdict == Verdict::FileNewer);
    let newer: Vec<usize> = latest.iter().filter(is_newer).copied().collect();
    for place in &latest {
        let Some(Candidate { item, second, .. }) = candidates.get_mut(*place) else { continue };
        item.take = item.take.as_ref().map(|write| at_least(revision, write));
        let beside = Verdict::Conflict.default_choice(item.record.is_deleted());
        match item.verdict {
            Verdict::New => {
                let is_first = latest.first() == Some(place);
                (item.verdict, item.initial) = (Verdict::Conflict, if is_first { ImportChoice::Take } else { beside });
                item.copy = second.clone();
            }
            Verdict::FileNewer => {
                let is_first = newer.first() == Some(place);
                (item.verdict, item.initial) = (Verdict::Conflict, if is_first { ImportChoice::Take } else { beside });
                item.is_made_from_here = true;
            }
            _ => {}
        }
    }
}

/// The write with a revision that none of the versions exceeds: none of them may look newer when its file comes again.
fn at_least(revision: u64, write: &Write) -> Write {
    let raised = stored(&write.key, &write.after).ok().filter(|record| record.revision() < revision);
    let after = raised.map(|record| record.renamed(record.id(), revision).encode());
    Write { after: after.unwrap_or_else(|| write.after.clone()), ..write.clone() }
}
