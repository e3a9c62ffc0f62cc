//! The one gate between a deal and its stored text.
//!
//! Written by hand rather than derived. `#[serde(flatten)]`, which would keep unknown fields,
//! passes numbers through a buffer that does not carry `arbitrary_precision` digits, and its
//! generated code is several times what stands here; and a derived error is a sentence in
//! English, not a code with the path of the field. The tests hold both directions together.

mod migrate;
mod parts;
pub(super) mod reader;
pub(super) mod write;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::assessment;
use super::contact;
use super::deal::Deal;
use super::error::{DealError, JsonKind};
use super::fields::{read_all, write_all};
use super::json::parse;
use super::key::id_of;
use super::visit;
use abacus_vault::journal::Write;
use abacus_vault::valid_id;
use reader::ObjectReader;
use write::{put, put_object, put_some};

/// The version of the record format. It grows only when an older reader would go wrong; a new
/// field is no such case, since readers keep what they do not know.
pub(super) const SCHEMA: u64 = 2;

/// The record of a deal: a JSON object on one line. [`decode`] reads it back to the same deal.
#[must_use]
pub fn encode(deal: &Deal) -> String {
    to_value(deal).to_string()
}

/// The deal in a record that is stored under the key with this id.
///
/// A field that is missing or `null` takes its default. A field that is not known is kept, to the
/// last digit of its numbers; only an exponent may come back in another spelling, `1e+9` for `1E9`.
/// A record of an older version is read as what it says in this one.
///
/// # Errors
/// The first thing found wrong. The caller keeps the text.
pub fn decode(key_id: &str, text: &str) -> Result<Deal, DealError> {
    if !valid_id(key_id) {
        return Err(DealError::BadId);
    }
    from_value(key_id, parse(text)?)
}

/// What to write so that records of older formats are in that of now. `entries` are keys and texts; those that
/// are no deals, or cannot be read, or are in this format already, are left alone.
#[must_use]
pub fn migrations(entries: &[(String, String)]) -> Vec<Write> {
    // Most records are in this format, and need not be read for that.
    let current = format!("\"schema\":{SCHEMA}");
    let older = entries.iter().filter(|(_, text)| !text.contains(&current));
    let migrated = older.filter_map(|(key, text)| {
        let id = id_of(key)?;
        let Value::Object(record) = parse(text).ok()? else { return None };
        let schema = record.get("schema")?.as_u64()?;
        let deal = decode(id, text).ok().filter(|_| schema < SCHEMA)?;
        let after = encode(&Deal { revision: deal.revision.saturating_add(1), ..deal });
        Some(Write { key: key.clone(), before: Some(text.clone()), after })
    });
    migrated.collect()
}

/// The deal in a record that was read as JSON; see [`decode`], which has looked at the id.
pub(super) fn from_value(key_id: &str, record: Value) -> Result<Deal, DealError> {
    let Value::Object(record) = record else { return Err(DealError::NotAnObject) };
    let mut fields = ObjectReader::new(String::new(), Value::Object(migrate::to_current(record)?))?;
    fields.whole("schema")?;
    match fields.optional_text("id")? {
        Some(record) if record != key_id => Err(DealError::IdDiffers { record }),
        _ => read_deal(key_id, fields),
    }
}

fn read_deal(id: &str, mut record: ObjectReader) -> Result<Deal, DealError> {
    let mut deal = Deal::new(id);
    deal.revision = record.whole("revision")?;
    read_all(&mut deal, &mut record)?;
    deal.people = record.list("people", parts::read_person)?;
    deal.next_step.extra = record.object("next_step")?.rest();
    deal.assessment = assessment::read(record.object("assessment")?)?;
    deal.log = record.list("log", contact::read)?;
    deal.visits = record.list("visits", visit::read)?;
    deal.invoice.extra = record.object("invoice")?.rest();
    deal.snapshots = record.list("snapshots", parts::read_snapshot)?;
    deal.set_aside = record.texts("set_aside")?;
    deal.deleted = record.flag("deleted")?;
    deal.copy_of = record.optional_text("copy_of")?;
    deal.unread = record.texts("unread")?;
    deal.extra = record.rest();
    ensure_unique_ids("p", deal.people.iter_mut().map(|person| &mut person.id));
    ensure_unique_ids("c", deal.log.iter_mut().map(|contact| &mut contact.id));
    ensure_unique_ids("v", deal.visits.iter_mut().map(|visit| &mut visit.id));
    ensure_unique_ids("n", deal.snapshots.iter_mut().map(|snapshot| &mut snapshot.id));
    Ok(deal)
}

/// Gives those an id that have none, or one that an earlier one has, so that an edit finds the one meant.
pub(super) fn ensure_unique_ids<'a>(prefix: &str, ids: impl Iterator<Item = &'a mut String>) {
    let mut taken = BTreeSet::new();
    let (_, nameless): (Vec<_>, Vec<_>) = ids.partition(|id| !id.is_empty() && taken.insert((*id).clone()));
    let mut number = 0_usize;
    for id in nameless {
        loop {
            number = number.saturating_add(1);
            *id = format!("{prefix}{number}");
            if taken.insert(id.clone()) {
                break;
            }
        }
    }
}

/// The record as a JSON object, for an export file. What is empty is left out, so that the record of a
/// deal stays small.
pub(super) fn to_value(deal: &Deal) -> Value {
    let mut object = deal.extra.clone();
    put(&mut object, "schema", SCHEMA);
    put(&mut object, "id", deal.id.as_str());
    put(&mut object, "revision", deal.revision);
    put_object(&mut object, "next_step", deal.next_step.extra.clone());
    put_object(&mut object, "invoice", deal.invoice.extra.clone());
    write_all(deal, &mut object);
    put_list(&mut object, "people", &deal.people, parts::write_person);
    put_object(&mut object, "assessment", assessment::write(&deal.assessment));
    put_list(&mut object, "log", &deal.log, contact::write);
    put_list(&mut object, "visits", &deal.visits, visit::write);
    put_list(&mut object, "snapshots", &deal.snapshots, parts::write_snapshot);
    put_object(&mut object, "set_aside", write::texts(&deal.set_aside));
    put(&mut object, "deleted", deal.deleted);
    put_some(&mut object, "copy_of", deal.copy_of.as_deref());
    put_object(&mut object, "unread", write::texts(&deal.unread));
    Value::Object(object)
}

pub(super) fn put_list<T>(
    object: &mut Map<String, Value>,
    name: &str,
    items: &[T],
    write: fn(&T) -> Map<String, Value>,
) {
    if !items.is_empty() {
        put(object, name, items.iter().map(|item| Value::Object(write(item))).collect::<Value>());
    }
}

/// A wrong type of a field of the record itself.
fn wrong_type(path: &str, expected: JsonKind) -> DealError {
    DealError::WrongType { path: path.to_owned(), expected }
}
