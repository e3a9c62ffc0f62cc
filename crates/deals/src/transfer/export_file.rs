//! Reading the files of [`export`](fn@crate::export), and the rescue file.

use serde_json::Value;

use super::bad_file::{BadFile, MOST_RECORDS};
use super::kind::utf8;
use super::lesson;
use super::record::{FileRecord, stored};
use super::scan::{ScanError, items_with, members, members_with};
use super::scenario;
use super::unusable::{Part, Reason, Unusable};
use super::user_figures::user_figure;
use crate::error::DealError;
use crate::json::parse;
use crate::key::{BOOK_KEY, SALESPERSON_KEY};
use crate::record::decode;
use abacus_core::date::Date;
use abacus_core::pace::{NeverYield, Pace, run_to_end, yield_if_due};
use abacus_vault::space::PREFIX;
use abacus_vault::valid_id;

/// The version of the files we write, and the newest that can be read.
const VERSION: u64 = 1;
const KNOWN: [&str; 10] =
    ["format", "version", "book", "day", "deals", "scenarios", "lessons", "prefs", "unreadable", "entries"];

/// The lists of records in a file.
const LISTS: [(Part, &str); 4] = [
    (Part::Deals, "deals"),
    (Part::Scenarios, "scenarios"),
    (Part::Lessons, "lessons"),
    (Part::Unreadable, "unreadable"),
];

/// The contents of a file.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Export {
    /// The id of the book that wrote it; `None` in old files.
    pub book: Option<String>,
    /// The salesperson whose book it is, as named there; `None` if nobody is named.
    pub salesperson: Option<String>,
    /// The day on which it was written, according to its device; `None` in old files.
    pub day: Option<Date>,
    /// The deals, scenarios and lessons, in the order of the file.
    pub records: Vec<FileRecord>,
    /// The keys and texts of own figures.
    pub user_figures: Vec<(String, String)>,
    /// What cannot be imported.
    pub unusable: Vec<Unusable>,
}

/// Reads an export file. An unreadable record does not block the others.
///
/// # Errors
/// What is wrong with the file as a whole.
pub fn read_export(bytes: &[u8]) -> Result<Export, BadFile> {
    run_to_end(read_export_with(utf8(bytes)?, &NeverYield)).unwrap_or(Err(BadFile::Stopped))
}

/// The same in pieces, from a text.
///
/// # Errors
/// The same, and [`BadFile::Stopped`].
pub async fn read_export_with(text: &str, pace: &dyn Pace) -> Result<Export, BadFile> {
    if text.trim_start().starts_with('[') {
        return Err(BadFile::NotOurs);
    }
    let file = File::new(text, pace).await?;
    match (file.word("format").as_deref(), file.get("version")) {
        (Some("sales-abacus" | "sales-abacus-raw"), Some(version)) if version.parse() == Ok(VERSION) => {}
        (Some("sales-abacus" | "sales-abacus-raw"), Some(version)) => {
            return Err(match version.parse::<u64>() {
                Ok(1..) => BadFile::NewerVersion { version: version.to_owned() },
                _ => BadFile::WrongType { name: "version".to_owned() },
            });
        }
        (Some("sales-abacus" | "sales-abacus-raw"), None) => {
            return Err(BadFile::WrongType { name: "version".to_owned() });
        }
        _ => return Err(BadFile::NotOurs),
    }
    let mut export = Export {
        book: file.word("book").filter(|book| valid_id(book)),
        day: file.word("day").and_then(|day| day.parse().ok()),
        ..Export::default()
    };
    for (part, name) in LISTS {
        let left = MOST_RECORDS.saturating_sub(export.count());
        for (number, text) in (1..).zip(file.list(name, left, pace).await?) {
            yield_if_due(pace, file.place(text), file.text.len()).await?;
            let read = match part {
                Part::Deals => deal(text),
                Part::Scenarios => scenario::read(text).map(|it| FileRecord::Scenario(Box::new(it))),
                Part::Lessons => lesson::read(text).map(|it| FileRecord::Lesson(Box::new(it))),
                Part::Unreadable | Part::Entries => exported_unreadable(text),
            };
            export.take(part, number, text, read);
        }
    }
    for (name, text) in file.pairs("prefs", pace).await? {
        if let Some((name, text)) = unquoted(name).zip(unquoted(text)) {
            export.note(&format!("{PREFIX}{name}"), &text);
        }
    }
    for (number, (key, text)) in (1..).zip(file.pairs("entries", pace).await?) {
        yield_if_due(pace, file.place(key), file.text.len()).await?;
        let read = match (parse(key), parse(text)) {
            (Ok(Value::String(key)), Ok(Value::String(text))) => {
                export.note(&key, &text);
                if key == BOOK_KEY && valid_id(&text) {
                    export.book = Some(text.clone());
                }
                stored(&key, &text)
            }
            _ => Err(Reason::NotARecord),
        };
        // Preferences and other entries are not records.
        if read != Err(Reason::NotARecord) {
            export.take(Part::Entries, number, "", read);
        }
        if export.count() > MOST_RECORDS {
            return Err(BadFile::TooManyRecords);
        }
    }
    Ok(export)
}

impl Export {
    /// Takes a preference or own figures.
    fn note(&mut self, key: &str, text: &str) {
        if key == SALESPERSON_KEY {
            self.salesperson = Some(text.trim().to_owned()).filter(|name| !name.is_empty());
        }
        self.user_figures.extend(user_figure(key, text));
    }

    /// How many records the file has, readable or not.
    fn count(&self) -> usize {
        self.records.len().saturating_add(self.unusable.len())
    }

    fn take(&mut self, part: Part, number: usize, text: &str, read: Result<FileRecord, Reason>) {
        match read {
            Ok(record) => self.records.push(record),
            Err(reason) => self.unusable.push(Unusable { part, number, name: name(text), reason }),
        }
    }
}

struct File<'a> {
    members: Vec<(String, &'a str)>,
    text: &'a str,
}

impl<'a> File<'a> {
    async fn new(text: &'a str, pace: &dyn Pace) -> Result<Self, BadFile> {
        let mut known: Vec<(String, &str)> = Vec::new();
        for (name, value) in members_with(text, pace).await.map_err(|error| to_bad_file(error, text))? {
            let name = unquoted(name).ok_or(BadFile::NotJson { line: 1, column: 1 })?;
            if known.iter().any(|(other, _)| *other == name) && KNOWN.contains(&name.as_str()) {
                return Err(BadFile::Repeated { name });
            }
            known.push((name, value));
        }
        Ok(Self { members: known, text })
    }

    fn get(&self, name: &str) -> Option<&'a str> {
        self.members.iter().find(|(known, _)| known == name).map(|(_, value)| *value)
    }

    fn word(&self, name: &str) -> Option<String> {
        unquoted(self.get(name)?)
    }

    /// The items of a field, or an error if there are more than `most`; empty if it is missing or null.
    async fn list(&self, name: &str, most: usize, pace: &dyn Pace) -> Result<Vec<&'a str>, BadFile> {
        match self.get(name) {
            None | Some("null") => Ok(Vec::new()),
            Some(list) if list.starts_with('[') => {
                items_with(list, most, pace).await.map_err(|error| self.error_within(list, error))
            }
            Some(_) => Err(BadFile::WrongType { name: name.to_owned() }),
        }
    }

    /// The names and values of a field, still quoted: preferences, or the entries of a rescue file.
    async fn pairs(&self, name: &str, pace: &dyn Pace) -> Result<Vec<(&'a str, &'a str)>, BadFile> {
        match self.get(name) {
            Some(entries) if entries.starts_with('{') => {
                members_with(entries, pace).await.map_err(|error| self.error_within(entries, error))
            }
            _ => Ok(Vec::new()),
        }
    }

    /// The error in a part of the text, at its position in the whole.
    fn error_within(&self, part: &str, error: ScanError) -> BadFile {
        let start = self.place(part);
        match error {
            // The brackets of the part are balanced, so the error lies inside of it.
            ScanError::UnexpectedEnd => to_bad_file(ScanError::UnexpectedByte(start), self.text),
            ScanError::UnexpectedByte(at) => {
                to_bad_file(ScanError::UnexpectedByte(start.saturating_add(at)), self.text)
            }
            ScanError::TooMany | ScanError::Stopped => to_bad_file(error, self.text),
        }
    }

    /// Where a part of the text begins.
    fn place(&self, part: &str) -> usize {
        part.as_ptr().addr().saturating_sub(self.text.as_ptr().addr())
    }
}

fn to_bad_file(error: ScanError, text: &str) -> BadFile {
    match error {
        ScanError::TooMany => BadFile::TooManyRecords,
        ScanError::Stopped => BadFile::Stopped,
        ScanError::UnexpectedEnd => BadFile::Truncated,
        ScanError::UnexpectedByte(at) => {
            let before = text.get(..at).unwrap_or_default();
            let line = before.matches('\n').count().saturating_add(1);
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count().saturating_add(1);
            BadFile::NotJson { line, column }
        }
    }
}

fn unquoted(text: &str) -> Option<String> {
    match parse(text) {
        Ok(Value::String(word)) => Some(word),
        _ => None,
    }
}

/// A text field of a record, if the record can be split.
fn field(text: &str, name: &str) -> Option<String> {
    let members = members(text).ok()?;
    let quoted = format!("\"{name}\"");
    members.into_iter().find(|(known, _)| *known == quoted).and_then(|(_, value)| unquoted(value))
}

/// A name for a record that cannot be used, so that its owner recognises it.
fn name(text: &str) -> Option<String> {
    let names = ["customer", "title", "name", "key"].into_iter().filter_map(|name| field(text, name));
    names.map(|name| name.trim().chars().take(60).collect::<String>()).find(|name| !name.is_empty())
}

fn deal(text: &str) -> Result<FileRecord, Reason> {
    // A record that cannot be split is refused by the decoder, with a more precise reason than a missing id.
    let id = field(text, "id");
    let read = decode(id.as_deref().filter(|id| valid_id(id)).unwrap_or("none"), text);
    match (id, read) {
        (Some(_), Ok(deal)) => Ok(FileRecord::Deal(Box::new(deal))),
        // Missing or invalid.
        (None, Ok(_)) | (_, Err(DealError::IdDiffers { .. })) => Err(Reason::NoId),
        (_, Err(reason)) => Err(Reason::Deal(reason)),
    }
}

/// A record that the exporting app could not read. This version may be able to.
fn exported_unreadable(text: &str) -> Result<FileRecord, Reason> {
    let (key, text) = field(text, "key").zip(field(text, "text")).ok_or(Reason::NotARecord)?;
    stored(&key, &text)
}
