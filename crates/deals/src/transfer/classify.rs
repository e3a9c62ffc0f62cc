//! Classifies each record of a file by comparing it with the book.

use std::collections::{BTreeMap, BTreeSet};

use super::item::{Item, Verdict};
use super::lineage::{Relation, Version};
use super::origin::{Origin, copy_id};
use super::record::{FileRecord, stored};
use crate::Deal;
use crate::record::decode;
use abacus_class::own::{self, Own};
use abacus_scenarios::{self as scenarios, Scenario};
use abacus_vault::hash::hash;
use abacus_vault::journal::Write;

/// The records of the book, and the part of the file already classified.
pub(super) struct Classifier<'a> {
    book: Option<&'a str>,
    stored: BTreeMap<&'a str, &'a str>,
    /// The keys of copies made by earlier imports, by the id in the file.
    copies: BTreeMap<String, Vec<&'a str>>,
    /// The keys and contents already found in the file.
    seen: BTreeSet<(String, String)>,
    /// The keys that records of the file already write to.
    claimed: BTreeSet<String>,
}

impl<'a> Classifier<'a> {
    pub(super) fn new(stored: &'a [(String, String)], book: Option<&'a str>) -> Self {
        let stored: BTreeMap<_, _> = stored.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        let mut copies: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (key, text) in &stored {
            // Most deals were never imported and need not be parsed.
            if text.contains("\"imported\"")
                && let Some(deal) = crate::id_of(key).and_then(|id| decode(id, text).ok())
                && let Some(origin) = Origin::of(&deal)
            {
                copies.entry(origin.id).or_default().push(key);
            }
        }
        Self { book, stored, copies, seen: BTreeSet::new(), claimed: BTreeSet::new() }
    }

    /// `from` is the book that wrote the file.
    pub(super) fn classify(&mut self, record: FileRecord, from: Option<&str>) -> Item {
        match record {
            FileRecord::Deal(deal) => self.classify_deal(*deal, from),
            other => self.classify_other(other, from),
        }
    }

    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.stored.get(key).copied()
    }

    fn deal(&self, key: &str) -> Option<Version> {
        let deal = decode(crate::id_of(key)?, self.text(key)?).ok()?;
        Some(Version::new(deal, self.book))
    }

    fn classify_deal(&mut self, deal: Deal, from: Option<&str>) -> Item {
        let file = Version::new(deal, from);
        let copy = crate::key(&copy_id(&file.deal.id, &file.fingerprint));
        let (verdict, here) = self.relate(&file, &copy);
        let target = here.as_ref().map_or(file.deal.id.as_str(), FileRecord::id).to_owned();
        // A deal that returns to its own book is not an import.
        let comes_back = from.is_some() && from == self.book && target == file.deal.id;
        let incoming = if comes_back { file.deal.clone() } else { with_origin(&file) };
        let incoming = FileRecord::Deal(Box::new(incoming));
        let take = self.take(&incoming, &target, verdict, here.as_ref());
        let copy = self.copy(&FileRecord::Deal(Box::new(with_origin(&file))), &copy, verdict);
        let record = FileRecord::Deal(Box::new(file.deal));
        Item { record, here, verdict, problems: Vec::new(), row: None, same_deal: None, take, copy }
    }

    /// The verdict on a version, and the deal of the book it relates to. `copy` is the key of a second version.
    fn relate(&mut self, file: &Version, copy: &str) -> (Verdict, Option<FileRecord>) {
        let own = crate::key(&file.deal.id);
        if !self.seen.insert((own.clone(), file.fingerprint.clone())) {
            return (Verdict::Repeated, None);
        }
        let others = self.copies.get(&file.deal.id).into_iter().flatten().map(|key| (*key).to_owned());
        let original = file.origin.as_ref().map(|origin| crate::key(&origin.id));
        let candidates = [own.clone()].into_iter().chain(others).chain(original);
        let ours = candidates.filter_map(|key| self.deal(&key));
        let related: Vec<_> = ours.map(|ours| (file.relation(&ours), ours.deal)).collect();
        for (wanted, verdict) in [
            (Relation::Same, Verdict::Identical),
            (Relation::OursNewer, Verdict::BookNewer),
            (Relation::FileNewer, Verdict::FileNewer),
        ] {
            if let Some((_, deal)) = related.iter().find(|(relation, _)| *relation == wanted) {
                return (verdict, Some(FileRecord::Deal(Box::new(deal.clone()))));
            }
        }
        if self.stored.contains_key(copy) {
            // It was imported before and was changed or became unreadable since.
            (Verdict::BookNewer, None)
        } else if self.stored.contains_key(own.as_str()) || self.claimed.contains(&own) {
            let ours = related.into_iter().map(|(_, deal)| deal).find(|deal| deal.id == file.deal.id);
            (Verdict::Conflict, ours.map(|deal| FileRecord::Deal(Box::new(deal))))
        } else {
            (Verdict::New, None)
        }
    }

    /// A scenario or a lesson, which keep no origin.
    fn classify_other(&mut self, record: FileRecord, from: Option<&str>) -> Item {
        let own = record.key();
        let content = content(&record);
        let copy = record.renamed(&copy_id(record.id(), &hash(&content)), 1).key();
        let here = self.text(&own).and_then(|text| stored(&own, text).ok());
        let is_same_line = from.is_some() && from == self.book;

        let is_repeated = !self.seen.insert((own.clone(), content.clone()));
        let verdict = match &here {
            _ if is_repeated => Verdict::Repeated,
            Some(ours) if self::content(ours) == content => Verdict::Identical,
            _ if self.stored.contains_key(copy.as_str()) => Verdict::BookNewer,
            Some(ours) if is_same_line && ours.revision() > record.revision() => Verdict::BookNewer,
            Some(ours) if is_same_line && ours.revision() < record.revision() => Verdict::FileNewer,
            _ if self.stored.contains_key(own.as_str()) || self.claimed.contains(&own) => Verdict::Conflict,
            _ => Verdict::New,
        };
        let take = self.take(&record, record.id(), verdict, here.as_ref());
        let copy = self.copy(&record, &copy, verdict);
        Item { record, here, verdict, problems: Vec::new(), row: None, same_deal: None, take, copy }
    }

    /// Writes the file's version under its own id, or under that of the deal it descends from. It never replaces an
    /// unreadable record or one that the file already writes.
    fn take(
        &mut self,
        record: &FileRecord,
        target: &str,
        verdict: Verdict,
        here: Option<&FileRecord>,
    ) -> Option<Write> {
        let revision =
            here.map_or(record.revision().max(1), |here| record.revision().max(here.revision().saturating_add(1)));
        let record = record.renamed(target, revision);
        let key = record.key();
        let before = self.text(&key).map(str::to_owned);
        let is_known = matches!(verdict, Verdict::Identical | Verdict::Repeated);
        let is_free = here.is_some() || before.is_none();
        if is_known || !is_free || !self.claimed.insert(key.clone()) {
            return None;
        }
        Some(Write { key, before, after: record.encode() })
    }

    fn copy(&self, record: &FileRecord, key: &str, verdict: Verdict) -> Option<Write> {
        let beside = matches!(verdict, Verdict::Conflict | Verdict::FileNewer | Verdict::BookNewer);
        if !beside || self.stored.contains_key(key) {
            return None;
        }
        let id = crate::id_of(key).or_else(|| scenarios::id_of(key)).or_else(|| own::id_of(key))?;
        Some(Write { key: key.to_owned(), before: None, after: record.renamed(id, 1).encode() })
    }
}

fn with_origin(file: &Version) -> Deal {
    let mut deal = file.deal.clone();
    let origin = Origin {
        id: file.deal.id.clone(),
        book: file.book.clone(),
        revision: file.deal.revision,
        fingerprint: file.fingerprint.clone(),
    };
    origin.put(&mut deal);
    deal
}

/// The content of a record: without revision, and without a place in a list, which is not worth a second version.
fn content(record: &FileRecord) -> String {
    match record {
        FileRecord::Deal(deal) => crate::encode(deal),
        FileRecord::Scenario(scenario) => scenario_content(scenario),
        FileRecord::Lesson(lesson) => {
            // An export file holds values and unknown parts as fields, which are in no order.
            let mut lesson = Own { revision: 0, ..(**lesson).clone() };
            lesson.values.sort();
            lesson.unknown.sort();
            own::encode(&lesson)
        }
    }
}

fn scenario_content(scenario: &Scenario) -> String {
    // Sorted and in one spelling: an export file holds unknown parts as fields with texts.
    let sorted = |parts: &[String]| {
        let mut parts: Vec<_> =
            parts.iter().map(|part| if part.contains('=') { part.clone() } else { format!("{part}=") }).collect();
        parts.sort();
        parts
    };
    scenarios::encode(&Scenario {
        revision: 0,
        place: 0,
        unknown_query: sorted(&scenario.unknown_query),
        unknown_inputs: sorted(&scenario.unknown_inputs),
        ..scenario.clone()
    })
}
