//! Merging two sets of changes to one JSON object, field by field.
//!
//! It works on JSON values rather than records, so that the rules are the same for every field and unknown fields are
//! merged, too.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// The object with the changes of both sides since `base`.
///
/// A change on one side is kept. In lists of items with ids, items added on either side are kept, and an item removed
/// on one side is removed unless the other changed it. Lists of distinct strings, such as tags, are merged as sets.
/// Fields named in `atomic` are merged as a whole. The sides are equal: which one is called ours only decides the order
/// of lists.
///
/// The field `unread` holds texts that could not be read, by the path of their field. A path that also has a value is a
/// conflict.
///
/// # Errors
/// The paths of the fields that both sides changed differently: `people.p1.name`.
pub fn merge(
    base: &Object,
    ours: &Object,
    theirs: &Object,
    atomic: &'static [&'static str],
) -> Result<Object, Vec<String>> {
    let mut merge = Merge { atomic, conflicts: Vec::new() };
    let merged = merge.objects("", base, ours, theirs);
    merge.unread(&merged);
    merge.conflicts.sort_unstable();
    merge.conflicts.dedup();
    if merge.conflicts.is_empty() { Ok(merged) } else { Err(merge.conflicts) }
}

struct Merge {
    atomic: &'static [&'static str],
    conflicts: Vec<String>,
}

impl Merge {
    fn value(
        &mut self,
        path: &str,
        base: Option<&Value>,
        ours: Option<&Value>,
        theirs: Option<&Value>,
    ) -> Option<Value> {
        if ours == theirs || theirs == base {
            return ours.cloned();
        }
        if ours == base {
            return theirs.cloned();
        }
        let sides = [base, ours, theirs];
        // Empty values are omitted from records.
        if !self.atomic.contains(&path)
            && let Some([base, ours, theirs]) = all(sides, object)
        {
            let merged = self.objects(path, &base, &ours, &theirs);
            return (!merged.is_empty()).then_some(Value::Object(merged));
        }
        if let Some([base, ours, theirs]) = all(sides, list) {
            let merged = if let Some(sides) = all([Some(&base), Some(&ours), Some(&theirs)], items_with_ids) {
                Some(self.lists(path, &sides))
            } else {
                all([Some(&base), Some(&ours), Some(&theirs)], distinct_strings)
                    .map(|[base, ours, theirs]| merge_sets(&base, &ours, &theirs))
            };
            if let Some(merged) = merged {
                return (!merged.is_empty()).then_some(Value::Array(merged));
            }
        }
        self.conflicts.push(path.to_owned());
        ours.cloned()
    }

    fn objects(&mut self, path: &str, base: &Object, ours: &Object, theirs: &Object) -> Object {
        let mut merged = Object::new();
        for name in ours.keys().chain(theirs.keys().filter(|name| !ours.contains_key(*name))) {
            let value = self.value(&join_path(path, name), base.get(name), ours.get(name), theirs.get(name));
            if let Some(value) = value {
                merged.insert(name.clone(), value);
            }
        }
        merged
    }

    /// Merges lists of items with ids.
    fn lists(&mut self, path: &str, [base, ours, theirs]: &[Vec<(String, Value)>; 3]) -> Vec<Value> {
        let find = |side: &[(String, Value)], id: &str| {
            side.iter().find(|(known, _)| known == id).map(|(_, item)| item.clone())
        };
        let added = theirs.iter().filter(|(id, _)| find(ours, id).is_none());
        let mut merged = Vec::new();
        for (id, _) in ours.iter().chain(added) {
            let was = find(base, id);
            match (find(ours, id), find(theirs, id)) {
                (Some(ours), Some(theirs)) => {
                    merged.extend(self.value(&join_path(path, id), was.as_ref(), Some(&ours), Some(&theirs)));
                }
                // Removed on one side: removed if the other left it unchanged, kept if the other changed or added it.
                (Some(left), None) | (None, Some(left)) => {
                    merged.extend(Some(left).filter(|left| was.as_ref() != Some(left)))
                }
                (None, None) => {}
            }
        }
        merged
    }

    /// An unread text takes the place of a value, so a field with both was changed differently on the two sides.
    fn unread(&mut self, merged: &Object) {
        let unread = merged.get("unread").and_then(Value::as_object).into_iter().flat_map(Object::keys);
        self.conflicts.extend(unread.filter(|path| has_value(merged, path)).cloned());
    }
}

/// Converts all three sides, or none.
fn all<'a, T: ?Sized, U>(sides: [Option<&'a T>; 3], read: impl Fn(Option<&'a T>) -> Option<U>) -> Option<[U; 3]> {
    let [base, ours, theirs] = sides;
    Some([read(base)?, read(ours)?, read(theirs)?])
}

fn object(value: Option<&Value>) -> Option<Object> {
    match value {
        None => Some(Object::new()),
        Some(value) => value.as_object().cloned(),
    }
}

fn list(value: Option<&Value>) -> Option<Vec<Value>> {
    match value {
        None => Some(Vec::new()),
        Some(value) => value.as_array().cloned(),
    }
}

/// The items with their ids, if all ids are present and distinct.
fn items_with_ids<'a>(items: Option<&'a Vec<Value>>) -> Option<Vec<(String, Value)>> {
    let mut seen = BTreeSet::new();
    let mut named = |item: &'a Value| {
        let id = item.get("id").and_then(Value::as_str).filter(|id| seen.insert(*id))?;
        Some((id.to_owned(), item.clone()))
    };
    items?.iter().map(&mut named).collect()
}

fn distinct_strings(items: Option<&Vec<Value>>) -> Option<Vec<String>> {
    let mut seen = BTreeSet::new();
    items?.iter().map(|item| item.as_str().filter(|word| seen.insert(*word)).map(str::to_owned)).collect()
}

fn merge_sets(base: &[String], ours: &[String], theirs: &[String]) -> Vec<Value> {
    let stay = ours.iter().filter(|word| theirs.contains(word) || !base.contains(word));
    let come = theirs.iter().filter(|word| !ours.contains(word) && !base.contains(word));
    stay.chain(come).map(|word| word.as_str().into()).collect()
}

fn join_path(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

/// Whether a record has a value at this path of field names and item ids.
fn has_value(record: &Object, path: &str) -> bool {
    let mut parts = path.split('.');
    let first = parts.next().and_then(|name| record.get(name));
    let child = |value: &Value, name: &str| match value {
        Value::Array(items) => items.iter().find(|item| item.get("id").and_then(Value::as_str) == Some(name)).cloned(),
        value => value.get(name).cloned(),
    };
    parts
        .try_fold(first.cloned(), |value, name| Some(value.as_ref().and_then(|value| child(value, name))))
        .flatten()
        .is_some()
}

/// The value of the side that changed it; `None` if both changed it, and differently.
pub fn changed<'a, T: PartialEq>(base: &T, ours: &'a T, theirs: &'a T) -> Option<&'a T> {
    if ours == base {
        Some(theirs)
    } else if theirs == base || theirs == ours {
        Some(ours)
    } else {
        None
    }
}
