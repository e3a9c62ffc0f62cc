//! Two sets of changes to one JSON object, merged field by field.
//!
//! Done on JSON values rather than on records: the rules are then the same for every field, and fields that this version
//! does not know are merged like any other.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

type Object = Map<String, Value>;

/// The object with the changes of both sides since `base`.
///
/// What only one side changed is as that side left it. Of lists whose items have ids, what either side added is there,
/// and what one removed is gone unless the other changed it meanwhile. Lists of different words, such as tags, are sets.
/// Fields named in `atomic` are not merged inside. The sides have equal weight: which one is called ours decides only
/// the order of lists.
///
/// `unread` of the object holds texts that could not be read, by the path of their field: a path that has a value, too,
/// is a conflict.
///
/// # Errors
/// The paths of the fields that both sides changed, each to something else: `people.p1.name`.
pub fn merge(
    base: &Object,
    ours: &Object,
    theirs: &Object,
    atomic: &'static [&'static str],
) -> Result<Object, Vec<String>> {
    let mut merge = Merge { atomic, conflicts: BTreeSet::new() };
    let merged = merge.objects("", base, ours, theirs);
    merge.unread(&merged);
    if merge.conflicts.is_empty() { Ok(merged) } else { Err(merge.conflicts.into_iter().collect()) }
}

struct Merge {
    atomic: &'static [&'static str],
    conflicts: BTreeSet<String>,
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
        // What is empty is left out of a record.
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
        self.conflicts.insert(path.to_owned());
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

    /// Lists of things that have an id each.
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
                // Removed there and as it was here: gone. Removed there and changed here, or new here: it stays.
                (Some(left), None) | (None, Some(left)) => {
                    merged.extend(Some(left).filter(|left| was.as_ref() != Some(left)))
                }
                (None, None) => {}
            }
        }
        merged
    }

    /// A text that could not be read stands for a value that is not there: one side cannot have entered the one
    /// and the other side the other.
    fn unread(&mut self, merged: &Object) {
        let unread = merged.get("unread").and_then(Value::as_object).into_iter().flat_map(Object::keys);
        self.conflicts.extend(unread.filter(|path| has_value(merged, path)).cloned());
    }
}

/// The three sides as something, if all can be taken as that.
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

/// The items with their ids, if each has one of its own.
fn items_with_ids(items: Option<&Vec<Value>>) -> Option<Vec<(String, Value)>> {
    let mut seen = BTreeSet::new();
    let name = |item: &Value| item.get("id").and_then(Value::as_str).map(str::to_owned);
    items?.iter().map(|item| name(item).filter(|id| seen.insert(id.clone())).map(|id| (id, item.clone()))).collect()
}

/// The words, if it is a list of different ones.
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

/// Whether a record has a value under this path, whose parts are names of fields and ids of lists.
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
