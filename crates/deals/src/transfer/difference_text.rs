//! The text of each version of a deal for a differing part that no column shows: people, meetings, the assessment.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::differences::other_fields;
use crate::{
    AgreedAction, Chance, Contender, Deal, Factor, Ground, GuideTest, Influence, Lead, Level, MeetingOutcome, Need,
    NeedKind, Purchase, Role, Stage, Stance, TasAnswer, TasQuestion, Urgency,
};
use abacus_core::text::{Locale, Text};

const NONE: Value = Value::Null;

/// The fields that identify a list item to people; the first one that it has is used.
const NAMES: [&str; 5] = ["name", "date", "feature", "goal", "text"];

/// For each version, what only it has in this field, as people read it: items of lists by their names, days, texts, and
/// labels instead of codes. Empty for a version with nothing of its own.
pub fn difference_texts(versions: &[&Deal], field: &str, locale: Locale) -> Vec<String> {
    let part = |deal: &&Deal| with_names(other_fields(deal).remove(field).unwrap_or_default(), deal);
    let parts: Vec<Value> = versions.iter().map(part).collect();
    let mut said = vec![Vec::new(); parts.len()];
    walk(&parts.iter().collect::<Vec<_>>(), field, locale, &mut said);
    said.into_iter().map(|said| said.join(" · ")).collect()
}

/// The value with the names of the deal's people in place of their ids.
fn with_names(value: Value, deal: &Deal) -> Value {
    let name = |id: Value| {
        let person = id.as_str().and_then(|id| deal.person(id)).filter(|person| person.is_named());
        person.map_or(id, |person| person.known_name().into())
    };
    match value {
        Value::Array(items) => items.into_iter().map(|item| with_names(item, deal)).collect(),
        Value::Object(fields) => {
            let named = |(key, value): (String, Value)| {
                let value = match (key.as_str(), value) {
                    ("people", Value::Array(ids)) => ids.into_iter().map(name).collect(),
                    ("person", id) => name(id),
                    (_, value) => with_names(value, deal),
                };
                (key, value)
            };
            fields.into_iter().map(named).collect()
        }
        other => other,
    }
}

/// Adds what each of the values has that others lack. `about` is their key.
fn walk(values: &[&Value], about: &str, locale: Locale, said: &mut [Vec<String>]) {
    if values.windows(2).all(|pair| pair.first() == pair.last()) {
        return;
    }
    let all = |is: fn(&Value) -> bool| values.iter().all(|value| value.is_null() || is(value));
    if all(Value::is_object) {
        let keys: BTreeSet<&String> = values.iter().filter_map(|value| value.as_object()).flat_map(Map::keys).collect();
        for key in keys.into_iter().filter(|key| *key != "id") {
            walk(&values.iter().map(|value| value.get(key).unwrap_or(&NONE)).collect::<Vec<_>>(), key, locale, said);
        }
    } else if all(|value| value.as_array().is_some_and(|items| items.iter().all(|item| item.get("id").is_some()))) {
        walk_items(values, locale, said);
    } else {
        for (said, value) in said.iter_mut().zip(values) {
            said.push(words(value, about, locale));
        }
    }
}

/// Items with the same id are versions of one item.
fn walk_items(values: &[&Value], locale: Locale, said: &mut [Vec<String>]) {
    let items = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let lists: Vec<Vec<Value>> = values.iter().map(|value| items(value)).collect();
    let mut ids: Vec<&Value> = Vec::new();
    for id in lists.iter().flatten().filter_map(|item| item.get("id")) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    for id in ids {
        let of = |list: &Vec<Value>| list.iter().find(|item| item.get("id") == Some(id)).cloned().unwrap_or_default();
        let versions: Vec<Value> = lists.iter().map(of).collect();
        let mut own = vec![Vec::new(); versions.len()];
        if versions.iter().any(Value::is_null) {
            // Some have it and some do not, so all of it is specific to those that do.
            let has = versions.iter().zip(&mut own).filter(|(item, _)| !item.is_null());
            has.for_each(|(item, own)| own.push(words(item, "", locale)));
        } else {
            walk(&versions.iter().collect::<Vec<_>>(), "", locale, &mut own);
        }
        for ((said, own), item) in said.iter_mut().zip(own).zip(&versions).filter(|((_, own), _)| !own.is_empty()) {
            let own = own.join(" · ");
            let name = NAMES.iter().find_map(|key| item.get(key)?.as_str()).filter(|name| !own.contains(name));
            said.push(name.map_or_else(|| own.clone(), |name| format!("{name}: {own}")));
        }
    }
}

/// The whole content of a value. `about` is its key, which labels a `true`.
fn words(value: &Value, about: &str, locale: Locale) -> String {
    let label = |code: &str| label(code).map_or_else(|| code.to_owned(), |label| label.get(locale).to_owned());
    let join = |parts: Vec<String>| {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(if locale == Locale::Zh {
            "、"
        } else {
            ", "
        })
    };
    match value {
        Value::Null | Value::Bool(false) => "–".to_owned(),
        Value::Bool(true) => format!("✓ {}", label(about)),
        Value::Number(number) => number.to_string(),
        Value::String(text) => label(text),
        Value::Array(items) => join(items.iter().map(|item| words(item, about, locale)).collect()),
        Value::Object(fields) => {
            // An unknown stance adds nothing to the rest.
            let says = |value: &Value| !value.is_null() && value.as_str() != Some(Stance::Unknown.code());
            let is_told = |(key, value): &(&String, &Value)| *key != "id" && says(value);
            join(fields.iter().filter(is_told).map(|(key, value)| words(value, key, locale)).collect())
        }
    }
}

/// The label for a code of a record.
fn label(code: &str) -> Option<Text> {
    let known = [
        Stage::from_code(code).map(Stage::label),
        Role::from_code(code).map(Role::label),
        Stance::from_code(code).map(Stance::label),
        GuideTest::from_code(code).map(GuideTest::label),
        NeedKind::from_code(code).map(NeedKind::label),
        Influence::from_code(code).map(Influence::label),
        MeetingOutcome::from_code(code).map(MeetingOutcome::label),
        AgreedAction::from_code(code).map(AgreedAction::label),
        Need::from_code(code).map(Need::label),
        Chance::from_code(code).map(Chance::label),
        Urgency::from_code(code).map(Urgency::label),
        Level::from_code(code).map(Level::label),
        Ground::from_code(code).map(Ground::label),
        Lead::from_code(code).map(Lead::label),
        Purchase::from_code(code).map(Purchase::label),
        Factor::from_code(code).map(Factor::label),
        TasQuestion::from_code(code).map(TasQuestion::label),
        TasAnswer::from_code(code).map(TasAnswer::label),
        Contender::from_code(code).map(Contender::label),
    ];
    known.into_iter().flatten().next()
}
