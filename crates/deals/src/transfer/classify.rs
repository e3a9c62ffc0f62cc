//! Classifies each record of the files by comparing it with the book.

use std::collections::BTreeMap;

use super::compare_versions::{Candidate, Lineage, compare_versions};
use super::item::{Item, Verdict};
use super::lineage::{Relation, Version};
use super::origin::{Origin, copy_id};
use super::record::{FileRecord, stored};
use crate::Deal;
use crate::record::decode;
use abacus_class::own::{self, OwnLesson};
use abacus_core::pace::{Pace, Stopped, yield_if_due};
use abacus_scenarios::{self as scenarios, Scenario};
use abacus_vault::hash::hash;
use abacus_vault::journal::Write;

/// The records of the book, and the part of the files already classified.
pub(super) struct Classifier<'a> {
    book: Option<&'a str>,
    stored: BTreeMap<&'a str, &'a str>,
    /// The keys of copies made by earlier imports, by the id in the file.
    copies: BTreeMap<String, Vec<&'a str>>,
    candidates: Vec<Candidate>,
}

impl<'a> Classifier<'a> {
    pub(super) async fn new(
        stored: &'a [(String, String)],
        book: Option<&'a str>,
        pace: &dyn Pace,
    ) -> Result<Self, Stopped> {
        let stored: BTreeMap<_, _> = stored.iter().map(|(key, text)| (key.as_str(), text.as_str())).collect();
        let mut copies: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for (key, text) in &stored {
            yield_if_due(pace, 0, 0).await?;
            // Most deals were never imported and need not be parsed.
            if text.contains("\"imported\"")
                && let Some(deal) = crate::id_of(key).and_then(|id| decode(id, text).ok())
            {
                Origin::all(&deal).into_iter().for_each(|origin| copies.entry(origin.id).or_default().push(key));
            }
        }
        Ok(Self { book, stored, copies, candidates: Vec::new() })
    }

    /// Compares a record with the book. `file` is the file it is from, and `from` the book that wrote that file.
    pub(super) fn classify(&mut self, record: FileRecord, file: usize, from: Option<&str>) {
        let candidate = match record {
            FileRecord::Deal(deal) => self.classify_deal(*deal, file, from),
            other => self.classify_other(other, file, from),
        };
        self.candidates.push(candidate);
    }

    /// The records, after each was also compared with the others of the same deal.
    pub(super) async fn items(self, pace: &dyn Pace) -> Result<Vec<Item>, Stopped> {
        compare_versions(self.candidates, pace).await
    }

    fn text(&self, key: &str) -> Option<&'a str> {
        self.stored.get(key).copied()
    }

    fn deal(&self, key: &str) -> Option<Version> {
        let deal = decode(crate::id_of(key)?, self.text(key)?).ok()?;
        Some(Version::new(deal, self.book))
    }

    fn classify_deal(&self, deal: Deal, file: usize, from: Option<&str>) -> Candidate {
        let version = Version::new(deal, from);
        let copy = crate::key(&copy_id(&version.deal.id, &version.fingerprint));
        let (verdict, here) = self.relate(&version, &copy);
        let target = here.as_ref().map_or(version.deal.id.as_str(), FileRecord::id).to_owned();
        // A deal that returns to its own book is not an import.
        let comes_back = from.is_some() && from == self.book && target == version.deal.id;
        // Replacing the version here implies having seen it, so its origins are kept.
        let is_after = matches!(verdict, Verdict::FileNewer | Verdict::Conflict);
        let replaced = here.as_ref().filter(|_| is_after).and_then(FileRecord::deal);
        let before = replaced.map(Origin::all).unwrap_or_default();
        let incoming = match comes_back {
            true if before.is_empty() => version.deal.clone(),
            true => with_origins(&version.deal, version.origins.clone(), before),
            false => with_origins(&version.deal, vec![origin(&version)], before),
        };
        let incoming = FileRecord::Deal(Box::new(incoming));
        let second = FileRecord::Deal(Box::new(with_origins(&version.deal, vec![origin(&version)], Vec::new())));
        let parts = Parts { file, verdict, here };
        let record = FileRecord::Deal(Box::new(version.deal.clone()));
        self.candidate(record, parts, (&incoming, &target), (&second, &copy), Lineage::Deal(Box::new(version)))
    }

    /// The verdict on a version, and the deal of the book it relates to. `copy` is the key of a second version.
    fn relate(&self, file: &Version, copy: &str) -> (Verdict, Option<FileRecord>) {
        let own = crate::key(&file.deal.id);
        let others = self.copies.get(&file.deal.id).into_iter().flatten().map(|key| (*key).to_owned());
        let original = file.origins.iter().map(|origin| crate::key(&origin.id));
        let candidates = [own.clone()].into_iter().chain(others).chain(original);
        let ours = candidates.filter_map(|key| self.deal(&key));
        let mut ours: Vec<_> = ours.collect();
        // An unrelated deal may happen to have the same content as the file's.
        if ours.iter().any(|ours| file.shares_lineage(ours)) {
            ours.retain(|ours| file.shares_lineage(ours));
        }
        let related: Vec<_> = ours.into_iter().map(|ours| (file.relation(&ours), ours.deal)).collect();
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
        } else if self.stored.contains_key(own.as_str()) {
            let ours = related.into_iter().map(|(_, deal)| deal).find(|deal| deal.id == file.deal.id);
            (Verdict::Conflict, ours.map(|deal| FileRecord::Deal(Box::new(deal))))
        } else {
            (Verdict::New, None)
        }
    }

    /// A scenario or a lesson; these keep no origin.
    fn classify_other(&self, record: FileRecord, file: usize, from: Option<&str>) -> Candidate {
        let own = record.key();
        let content = content(&record);
        let copy = record.renamed(&copy_id(record.id(), &hash(&content)), 1).key();
        let here = self.text(&own).and_then(|text| stored(&own, text).ok());
        let is_same_line = from.is_some() && from == self.book;

        let verdict = match &here {
            Some(ours) if self::content(ours) == content => Verdict::Identical,
            _ if self.stored.contains_key(copy.as_str()) => Verdict::BookNewer,
            Some(ours) if is_same_line && ours.revision() > record.revision() => Verdict::BookNewer,
            Some(ours) if is_same_line && ours.revision() < record.revision() => Verdict::FileNewer,
            _ if self.stored.contains_key(own.as_str()) => Verdict::Conflict,
            _ => Verdict::New,
        };
        let lineage = Lineage::Other { content, own_revision: is_same_line.then(|| record.revision()) };
        let parts = Parts { file, verdict, here };
        let id = record.id().to_owned();
        self.candidate(record.clone(), parts, (&record, &id), (&record, &copy), lineage)
    }

    /// `incoming` is what is written under the id next to it, `second` what is written as a second version.
    fn candidate(
        &self,
        record: FileRecord,
        parts: Parts,
        (incoming, id): (&FileRecord, &str),
        (second, copy): (&FileRecord, &str),
        lineage: Lineage,
    ) -> Candidate {
        let Parts { file, verdict, here } = parts;
        let (target, take) = self.take(incoming, id, verdict, here.as_ref());
        let second = self.copy(second, copy, verdict);
        let initial = verdict.default_choice(record.is_deleted());
        let is_beside = matches!(verdict, Verdict::Conflict | Verdict::FileNewer | Verdict::BookNewer);
        let copy = second.clone().filter(|_| is_beside);
        let (problems, elsewhere) = (Vec::new(), Vec::new());
        let is_unreadable_here = verdict == Verdict::Conflict && here.is_none();
        let item = Item {
            record,
            here,
            is_unreadable_here,
            is_made_from_here: false,
            namesake: None,
            verdict,
            file,
            problems,
            row: None,
            elsewhere,
            initial,
            take,
            copy,
        };
        Candidate { item, target, second, lineage }
    }

    /// Writes the file's version under its own id, or under that of the deal it descends from. It never replaces an
    /// unreadable record. Returns the key, and the write if it is possible.
    fn take(
        &self,
        record: &FileRecord,
        target: &str,
        verdict: Verdict,
        here: Option<&FileRecord>,
    ) -> (String, Option<Write>) {
        let revision =
            here.map_or(record.revision().max(1), |here| record.revision().max(here.revision().saturating_add(1)));
        let record = record.renamed(target, revision);
        let key = record.key();
        let before = self.text(&key).map(str::to_owned);
        let is_free = here.is_some() || before.is_none();
        let write = (verdict != Verdict::Identical && is_free).then(|| Write {
            key: key.clone(),
            before,
            after: record.encode(),
        });
        (key, write)
    }

    fn copy(&self, record: &FileRecord, key: &str, verdict: Verdict) -> Option<Write> {
        if verdict == Verdict::Identical || self.stored.contains_key(key) {
            return None;
        }
        let id = crate::id_of(key).or_else(|| scenarios::id_of(key)).or_else(|| own::id_of(key))?;
        Some(Write { key: key.to_owned(), before: None, after: record.renamed(id, 1).encode() })
    }
}

/// The result of comparing a record with the book.
struct Parts {
    file: usize,
    verdict: Verdict,
    here: Option<FileRecord>,
}

/// The origin mark of a version in a file.
fn origin(file: &Version) -> Origin {
    Origin {
        id: file.deal.id.clone(),
        book: file.book.clone(),
        revision: file.deal.revision,
        fingerprint: file.fingerprint.clone(),
    }
}

/// A deal with its origin marks, of which earlier versions of the app know the first, and those of `before` that add
/// something.
fn with_origins(deal: &Deal, mut origins: Vec<Origin>, before: Vec<Origin>) -> Deal {
    let mut deal = deal.clone();
    origins.extend(before);
    Origin::put(&Origin::latest(origins), &mut deal);
    deal
}

/// The content of a record: without its revision, and without its position in a list, which is not worth a second
/// version.
fn content(record: &FileRecord) -> String {
    match record {
        FileRecord::Deal(deal) => crate::encode(deal),
        FileRecord::Scenario(scenario) => scenario_content(scenario),
        FileRecord::Lesson(lesson) => {
            // An export file stores values and unknown parts as fields, which have no order.
            let mut lesson = OwnLesson { revision: 0, ..(**lesson).clone() };
            lesson.values.sort();
            lesson.unknown.sort();
            own::encode(&lesson)
        }
    }
}

fn scenario_content(scenario: &Scenario) -> String {
    // Sorted and in one spelling: an export file stores unknown parts as fields with texts.
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
