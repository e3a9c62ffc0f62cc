//! The one gate between a deal and its stored text.
//!
//! Written by hand rather than derived. `#[serde(flatten)]`, which would keep unknown fields,
//! passes numbers through a buffer that does not carry `arbitrary_precision` digits, and its
//! generated code is several times what stands here; and a derived error is a sentence in
//! English, not a code with the path of the field. The tests hold both directions together.

use std::collections::BTreeMap;
use std::fmt::Display;

use serde_json::{Map, Value};

use super::contact;
use super::deal::{Currency, Deal, NextStep};
use super::fields::Fields;
use super::items::with_ids;
use super::json::parse;
use super::key::valid_id;
use super::people::{Guide, Person, Role, Stance};
use super::unreadable::Unreadable;
use super::visit;

/// The version of the record format. It grows only when an older reader would go wrong; a new
/// field is no such case, since readers keep what they do not know.
const SCHEMA: u64 = 1;

/// The record of a deal: a JSON object on one line. [`decode`] reads it back to the same deal.
#[must_use]
pub fn encode(deal: &Deal) -> String {
    to_value(deal).to_string()
}

/// The deal in a record that is stored under the key with this id.
///
/// A field that is missing or `null` takes its default. A field that is not known is kept, to the
/// last digit of its numbers; only an exponent may come back in another spelling, `1e+9` for `1E9`.
///
/// # Errors
/// The first thing found wrong. The caller keeps the text.
pub fn decode(key_id: &str, text: &str) -> Result<Deal, Unreadable> {
    if !valid_id(key_id) {
        return Err(Unreadable::BadId);
    }
    let mut fields = Fields::new(String::new(), parse(text)?)?;
    match fields.whole("schema")? {
        0 => return Err(Unreadable::NoSchema),
        SCHEMA => {}
        schema => return Err(Unreadable::NewerSchema { schema }),
    }
    match fields.optional_text("id")? {
        Some(record) if record != key_id => Err(Unreadable::IdDiffers { record }),
        _ => read_deal(key_id, fields),
    }
}

fn read_deal(id: &str, mut fields: Fields) -> Result<Deal, Unreadable> {
    Ok(Deal {
        id: id.to_owned(),
        revision: fields.whole("revision")?,
        customer: fields.text("customer")?,
        title: fields.text("title")?,
        amount: fields.amount("amount")?,
        currency: fields.word("currency", Currency::new)?.unwrap_or_default(),
        expected_close: fields.date("expected_close")?,
        salesperson: fields.text("salesperson")?,
        guide: read_guide(fields.object("guide")?)?,
        people: fields.objects("people")?.into_iter().map(read_person).collect::<Result<_, _>>()?,
        next_step: read_next_step(fields.object("next_step")?)?,
        log: with_ids(fields.objects("log")?.into_iter().map(contact::read).collect::<Result<_, _>>()?, "c"),
        visits: with_ids(fields.objects("visits")?.into_iter().map(visit::read).collect::<Result<_, _>>()?, "v"),
        deleted: fields.flag("deleted")?,
        unread: fields.texts("unread")?,
        extra: fields.rest(),
    })
}

/// The record as a JSON object, for an export file.
pub(super) fn to_value(deal: &Deal) -> Value {
    let mut object = deal.extra.clone();
    put(&mut object, "schema", SCHEMA);
    put(&mut object, "id", deal.id.as_str());
    put(&mut object, "revision", deal.revision);
    put(&mut object, "customer", deal.customer.as_str());
    put(&mut object, "title", deal.title.as_str());
    put_some(&mut object, "amount", deal.amount);
    put(&mut object, "currency", deal.currency.code());
    put_some(&mut object, "expected_close", deal.expected_close);
    put(&mut object, "salesperson", deal.salesperson.as_str());
    put(&mut object, "guide", write_guide(&deal.guide));
    put(&mut object, "people", deal.people.iter().map(write_person).collect::<Value>());
    put(&mut object, "next_step", write_next_step(&deal.next_step));
    put_list(&mut object, "log", deal.log.iter().map(contact::write));
    put_list(&mut object, "visits", deal.visits.iter().map(visit::write));
    put(&mut object, "deleted", deal.deleted);
    put(&mut object, "unread", deal.unread.clone().into_iter().collect::<Value>());
    Value::Object(object)
}

fn read_guide(mut fields: Fields) -> Result<Guide, Unreadable> {
    Ok(Guide {
        name: fields.text("name")?,
        title: fields.text("title")?,
        credible: fields.flag("credible")?,
        trusts_us: fields.flag("trusts_us")?,
        wants_us: fields.flag("wants_us")?,
        extra: fields.rest(),
    })
}

fn write_guide(guide: &Guide) -> Value {
    let mut object = guide.extra.clone();
    put(&mut object, "name", guide.name.as_str());
    put(&mut object, "title", guide.title.as_str());
    put(&mut object, "credible", guide.credible);
    put(&mut object, "trusts_us", guide.trusts_us);
    put(&mut object, "wants_us", guide.wants_us);
    Value::Object(object)
}

fn read_person(mut fields: Fields) -> Result<Person, Unreadable> {
    let role = |word: &str| Role::ALL.into_iter().find(|role| role.code() == word);
    let stance = |word: &str| Stance::ALL.into_iter().find(|stance| stance.code() == word);
    Ok(Person {
        id: fields.text("id")?,
        roles: fields.words("roles", role)?,
        name: fields.text("name")?,
        title: fields.text("title")?,
        stance: fields.word("stance", stance)?.unwrap_or_default(),
        extra: fields.rest(),
    })
}

fn write_person(person: &Person) -> Value {
    let mut object = person.extra.clone();
    put(&mut object, "id", person.id.as_str());
    put(&mut object, "roles", person.roles.iter().map(|role| role.code()).collect::<Value>());
    put(&mut object, "name", person.name.as_str());
    put(&mut object, "title", person.title.as_str());
    put(&mut object, "stance", person.stance.code());
    Value::Object(object)
}

fn read_next_step(mut fields: Fields) -> Result<NextStep, Unreadable> {
    Ok(NextStep { action: fields.text("action")?, date: fields.date("date")?, extra: fields.rest() })
}

fn write_next_step(step: &NextStep) -> Value {
    let mut object = step.extra.clone();
    put(&mut object, "action", step.action.as_str());
    put_some(&mut object, "date", step.date);
    Value::Object(object)
}

fn put(object: &mut Map<String, Value>, name: &str, value: impl Into<Value>) {
    object.insert(name.to_owned(), value.into());
}

/// Amounts and dates are texts; a missing one is left out.
pub(super) fn put_some(object: &mut Map<String, Value>, name: &str, value: Option<impl Display>) {
    if let Some(value) = value {
        put(object, name, value.to_string());
    }
}

/// A text; an empty one is left out.
pub(super) fn put_text(object: &mut Map<String, Value>, name: &str, value: &str) {
    if !value.is_empty() {
        put(object, name, value);
    }
}

/// A list; an empty one is left out.
pub(super) fn put_list<T: Into<Value>>(object: &mut Map<String, Value>, name: &str, items: impl Iterator<Item = T>) {
    let items: Vec<Value> = items.map(Into::into).collect();
    if !items.is_empty() {
        put(object, name, items);
    }
}

/// An object; an empty one is left out.
pub(super) fn put_all(object: &mut Map<String, Value>, name: &str, fields: Map<String, Value>) {
    if !fields.is_empty() {
        put(object, name, fields);
    }
}

/// An object of texts; an empty one is left out.
pub(super) fn put_texts(object: &mut Map<String, Value>, name: &str, texts: &BTreeMap<String, String>) {
    put_all(object, name, texts.iter().map(|(name, text)| (name.clone(), text.as_str().into())).collect());
}
