//! What does not depend on the choices about an import, computed once: a page that shows thousands of records needs it
//! each time it is rendered.

use std::collections::{BTreeMap, BTreeSet};

use super::free_space::growth;
use super::item::{ImportChoice, Item, Verdict};
use abacus_core::pace::{Pace, Stopped, yield_if_due};

/// Counts, and indexes to find records by.
#[derive(Clone, Debug, Default)]
pub(super) struct Summary {
    groups: BTreeMap<&'static str, Group>,
    /// How many records each file has.
    files: BTreeMap<usize, usize>,
    /// How many records have cells that could not be read, and how many a namesake in the book.
    pub(super) with_problems: usize,
    pub(super) with_namesake: usize,
    /// The records that would be written under a key, for the keys that have several.
    shared: BTreeMap<String, Vec<usize>>,
    /// By how many units the store grows with each record: if it is taken, and if it is kept beside another version.
    growth: Vec<[isize; 2]>,
}

/// The records of one verdict.
#[derive(Clone, Debug, Default)]
struct Group {
    /// Their indexes. Related records are next to each other, whichever files they are from.
    indexes: Vec<usize>,
    /// The choices that some of them allow.
    choices: BTreeSet<&'static str>,
}

impl Summary {
    pub(super) async fn of(items: &[Item], pace: &dyn Pace) -> Result<Self, Stopped> {
        let mut summary = Self { growth: Vec::with_capacity(items.len()), ..Self::default() };
        let mut writers: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, item) in items.iter().enumerate() {
            yield_if_due(pace, items.len(), items.len()).await?;
            let group = summary.groups.entry(item.verdict.code()).or_default();
            group.indexes.push(index);
            group.choices.extend(item.choices().map(ImportChoice::code));
            let file = summary.files.entry(item.file).or_default();
            *file = file.saturating_add(1);
            let count = |is_one: bool, of: usize| of.saturating_add(usize::from(is_one));
            summary.with_problems = count(!item.problems.is_empty(), summary.with_problems);
            summary.with_namesake = count(item.namesake.is_some(), summary.with_namesake);
            let writes = [&item.take, &item.copy];
            summary.growth.push(writes.map(|write| write.as_ref().map_or(0, growth)));
            for write in writes.into_iter().flatten() {
                writers.entry(&write.key).or_default().push(index);
            }
        }
        for (key, indexes) in writers {
            yield_if_due(pace, items.len(), items.len()).await?;
            if indexes.len() > 1 {
                summary.shared.insert(key.to_owned(), indexes);
            }
        }
        for group in summary.groups.values_mut() {
            yield_if_due(pace, items.len(), items.len()).await?;
            let first = |index: &usize| {
                let elsewhere = items.get(*index).map(|item| &*item.elsewhere).unwrap_or_default();
                elsewhere.iter().copied().fold(*index, usize::min)
            };
            group.indexes.sort_by_key(first);
        }
        Ok(summary)
    }

    pub(super) fn indexes(&self, verdict: Verdict) -> &[usize] {
        self.groups.get(verdict.code()).map(|group| &*group.indexes).unwrap_or_default()
    }

    /// Whether this can be chosen for some record of that verdict.
    pub(super) fn allows(&self, verdict: Verdict, choice: ImportChoice) -> bool {
        self.groups.get(verdict.code()).is_some_and(|group| group.choices.contains(choice.code()))
    }

    pub(super) fn count_of_file(&self, file: usize) -> usize {
        self.files.get(&file).copied().unwrap_or_default()
    }

    /// The records that would be written under a key; empty unless there are several.
    pub(super) fn writers(&self, key: &str) -> &[usize] {
        self.shared.get(key).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether several records would be written under this key.
    pub(super) fn is_shared(&self, key: &str) -> bool {
        !self.shared.is_empty() && self.shared.contains_key(key)
    }

    /// By how many units the store grows with the record at this index.
    pub(super) fn growth(&self, index: usize, choice: ImportChoice) -> isize {
        let [take, copy] = self.growth.get(index).copied().unwrap_or_default();
        match choice {
            ImportChoice::Take => take,
            ImportChoice::KeepBoth => copy,
            ImportChoice::Combine | ImportChoice::Leave => 0,
        }
    }
}
