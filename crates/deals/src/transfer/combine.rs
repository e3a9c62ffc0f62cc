//! Combines several versions of a deal field by field.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::columns::Column;
use super::differences::other_fields;
use super::paths::{put, take};
use crate::Deal;
use crate::record::{from_value, to_value};

/// The texts that could not be read, by the path of their field.
const UNREAD: &str = "unread";

/// The base with these fields of other versions, each named as in [`Difference::field`](super::Difference). People that
/// meetings, visits or benefits refer to are added if the chosen people lack them. `None` if the fields are not valid
/// together.
pub(super) fn combine(base: &Deal, fields: &BTreeMap<&str, &Deal>) -> Option<Deal> {
    let Value::Object(mut record) = to_value(base) else { return None };
    let keys: BTreeSet<&str> = Column::all().map(|column| column.field().meta().key).collect();
    for (name, version) in fields {
        let Value::Object(theirs) = to_value(version) else { return None };
        if keys.contains(name) {
            with_stage(name).for_each(|path| replace(&mut record, &theirs, path));
        } else if keys.iter().any(|key| key.strip_prefix(name).is_some_and(|rest| rest.starts_with('.'))) {
            // Columns show a part of it, which is chosen through them.
            let rests = [other_fields(base), other_fields(version)];
            let parts = rests.iter().filter_map(|rest| rest.get(*name)?.as_object()).flat_map(Map::keys);
            let paths: BTreeSet<String> = parts.map(|part| format!("{name}.{part}")).collect();
            paths.iter().for_each(|path| replace(&mut record, &theirs, path));
        } else {
            replace(&mut record, &theirs, name);
        }
    }
    let mut deal = from_value(&base.id, Value::Object(record)).ok()?;
    let known = || fields.values().copied().chain([base]).flat_map(|version| &version.people);
    for id in mentioned(&deal) {
        if deal.people.iter().all(|person| person.id != id) {
            deal.people.extend(known().find(|person| person.id == id).cloned());
        }
    }
    Some(deal)
}

/// The ids of the people that meetings, visits and benefits of a deal refer to.
fn mentioned(deal: &Deal) -> BTreeSet<String> {
    let met = deal.log.iter().flat_map(|contact| contact.people.iter());
    let to_meet = deal.visits.iter().flat_map(|visit| visit.people.iter());
    let asked = deal.visits.iter().flat_map(|visit| &visit.questions).filter_map(|question| question.person.as_ref());
    let needing = deal.fab.iter().filter_map(|row| row.person.as_ref());
    met.chain(to_meet).chain(asked).chain(needing).cloned().collect()
}

/// The paths that go with a field: the end of a deal and the days of its stages go with its stage.
fn with_stage(name: &str) -> impl Iterator<Item = &str> {
    let others: &[&str] = if name == "stage" { &["end", "reached"] } else { &[] };
    std::iter::once(name).chain(others.iter().copied())
}

/// Replaces the value at this path, together with its unread text.
fn replace(record: &mut Map<String, Value>, theirs: &Map<String, Value>, path: &str) {
    let _replaced = take(record, path);
    if let Some(value) = take(&mut theirs.clone(), path) {
        put(record, path, value);
    }
    let is_of = |unread: &str| unread == path || unread.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'));
    let mut unread = record.remove(UNREAD).and_then(|unread| unread.as_object().cloned()).unwrap_or_default();
    unread.retain(|path, _| !is_of(path));
    let from_file = theirs.get(UNREAD).and_then(Value::as_object).into_iter().flatten();
    unread.extend(from_file.filter(|(path, _)| is_of(path)).map(|(path, text)| (path.clone(), text.clone())));
    if !unread.is_empty() {
        record.insert(UNREAD.to_owned(), unread.into());
    }
}
