//! Encoding and decoding of deals.
//!
//! Written by hand rather than derived. `#[serde(flatten)]`, which would keep unknown fields, buffers numbers without
//! their `arbitrary_precision` digits, and its generated code is several times as large; a derived error is an English
//! sentence instead of a code with the path of the field. The tests check that both directions match.
//!
//! A record is read from a tree of [`Node`]s that borrows its texts. `plain` reads a text as this module writes it; any
//! other text, such as one of an older format, is parsed to a [`Value`] first and migrated there.

mod assessment;
mod contact;
mod fields;
mod migrate;
pub(super) mod node;
mod parts;
mod plain;
pub(super) mod reader;
mod visit;
mod write;

use serde_json::Value;

use super::deal::Deal;
use super::error::{DealError, JsonKind};
use super::json::parse;
use super::key::id_of;
use super::lists::ensure_unique_ids;
use abacus_vault::journal::Write;
use abacus_vault::valid_id;
use node::Node;
use reader::ObjectReader;
use write::{put, put_list, put_object, put_some};

/// The version of the record format. It is increased only if older readers would misread a record; a new field does not
/// require it, since readers keep unknown fields.
pub(super) const SCHEMA: u64 = 2;

/// How a record declares this version.
const CURRENT: &str = "\"schema\":2";

/// The record of a deal: a JSON object on one line. [`decode`] reads it back to an equal deal.
pub fn encode(deal: &Deal) -> String {
    to_value(deal).to_string()
}

/// The deal in the record stored under the key with this id.
///
/// A missing or `null` field takes its default. Unknown fields are kept, to the last digit of their numbers; only
/// exponents may change their spelling, from `1E9` to `1e+9`. Records of older versions are migrated.
///
/// # Errors
/// The first problem found. The caller keeps the text.
pub fn decode(key_id: &str, text: &str) -> Result<Deal, DealError> {
    if !valid_id(key_id) {
        return Err(DealError::BadId);
    }
    let plain = plain::read(text).and_then(|record| ObjectReader::new(record).ok());
    match plain.filter(|fields| fields.is_whole("schema", SCHEMA)) {
        Some(fields) => read_record(key_id, fields),
        None => from_value(key_id, parse(text)?),
    }
}

/// The writes that migrate records of older formats. `entries` are keys and texts; those that are not deals, cannot be
/// read or already have the current format are skipped.
pub fn migrations(entries: &[(String, String)]) -> Vec<Write> {
    let migrated = entries.iter().filter(|(_, text)| is_older(text)).filter_map(|(key, text)| {
        let id = id_of(key)?;
        let Value::Object(record) = parse(text).ok()? else { return None };
        let schema = record.get("schema")?.as_u64()?;
        let deal = decode(id, text).ok().filter(|_| schema < SCHEMA)?;
        let after = encode(&Deal { revision: deal.revision.saturating_add(1), ..deal });
        Some(Write { key: key.clone(), before: Some(text.clone()), after })
    });
    migrated.collect()
}

/// Whether a text may have an older format. Most have the current one and need not be parsed.
pub(super) fn is_older(text: &str) -> bool {
    // From the end: names are sorted, so the log and the people, which grow most, come before this one.
    text.rfind(CURRENT).is_none()
}

/// The deal in a parsed record; see [`decode`], which has checked the id.
pub(super) fn from_value(key_id: &str, record: Value) -> Result<Deal, DealError> {
    let Value::Object(record) = record else { return Err(DealError::NotAnObject) };
    let record = Value::Object(migrate::to_current(record)?);
    read_record(key_id, ObjectReader::new(Node::from(&record))?)
}

/// The deal in a record of the current format.
fn read_record(key_id: &str, mut fields: ObjectReader<'_>) -> Result<Deal, DealError> {
    fields.whole("schema")?;
    match fields.optional_text("id")? {
        Some(record) if record != key_id => Err(DealError::IdDiffers { record }),
        _ => read_deal(key_id, fields),
    }
}

fn read_deal(id: &str, mut record: ObjectReader<'_>) -> Result<Deal, DealError> {
    let mut deal = Deal::new(id);
    deal.revision = record.whole("revision")?;
    fields::read_all(&mut deal, &mut record)?;
    deal.reached = parts::read_reached(record.object("reached")?)?;
    deal.people = record.list("people", parts::read_person)?;
    deal.next_step.extra = record.object("next_step")?.rest();
    deal.assessment = assessment::read(record.object("assessment")?)?;
    deal.exits = parts::read_exits(record.object("exits")?)?;
    deal.fab = record.list("fab", parts::read_fab)?;
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
    ensure_unique_ids("f", deal.fab.iter_mut().map(|row| &mut row.id));
    ensure_unique_ids("n", deal.snapshots.iter_mut().map(|snapshot| &mut snapshot.id));
    Ok(deal)
}

/// The record as a JSON object, for an export file. Empty fields are omitted to keep records small.
pub(super) fn to_value(deal: &Deal) -> Value {
    let mut object = deal.extra.clone();
    put(&mut object, "schema", SCHEMA);
    put(&mut object, "id", deal.id.as_str());
    put(&mut object, "revision", deal.revision);
    put_object(&mut object, "next_step", deal.next_step.extra.clone());
    put_object(&mut object, "invoice", deal.invoice.extra.clone());
    fields::write_all(deal, &mut object);
    put_object(&mut object, "reached", parts::write_reached(&deal.reached));
    put_list(&mut object, "people", &deal.people, parts::write_person);
    put_object(&mut object, "assessment", assessment::write(&deal.assessment));
    put_object(&mut object, "exits", parts::write_exits(&deal.exits));
    put_list(&mut object, "fab", &deal.fab, parts::write_fab);
    put_list(&mut object, "log", &deal.log, contact::write);
    put_list(&mut object, "visits", &deal.visits, visit::write);
    put_list(&mut object, "snapshots", &deal.snapshots, parts::write_snapshot);
    put_object(&mut object, "set_aside", write::texts(&deal.set_aside));
    put(&mut object, "deleted", deal.deleted);
    put_some(&mut object, "copy_of", deal.copy_of.as_deref());
    put_object(&mut object, "unread", write::texts(&deal.unread));
    Value::Object(object)
}

/// The error for a field of the wrong type at the top level.
fn wrong_type(path: &str, expected: JsonKind) -> DealError {
    DealError::WrongType { path: path.to_owned(), expected }
}
