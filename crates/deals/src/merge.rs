//! Two sets of changes to one deal, merged.

use abacus_vault::merge::merge as merge_objects;
use serde_json::{Map, Value};

use crate::colliding_ids::rename_colliding_ids;
use crate::deal::Deal;
use crate::record::{from_value, to_value};

/// What says something about the record rather than about the deal, and is not merged.
const ABOUT: [&str; 4] = ["schema", "id", "revision", "deleted"];

/// Where a deal was imported from belongs together and is never mixed.
const ATOMIC: &[&str] = &["imported"];

/// The deal with the changes of both sides since `base`; its revision is theirs.
///
/// A deal that one side deleted and the other changed stays. Of two new people of one id, ours takes another; see
/// [`merge`](abacus_vault::merge::merge) for all other rules.
///
/// # Errors
/// The paths of the fields that both sides changed, each to something else: `people.p1.name`.
pub fn merge(base: &Deal, ours: &Deal, theirs: &Deal) -> Result<Deal, Vec<String>> {
    let ours = rename_colliding_ids(base, ours, theirs);
    let [base_content, ours_content, their_content] = [base, &ours, theirs].map(content);
    let mut merged = merge_objects(&base_content, &ours_content, &their_content, ATOMIC)?;
    let deleted = match (ours.deleted, theirs.deleted) {
        (ours, theirs) if ours == theirs => ours,
        _ if base.deleted => false,
        (true, _) => their_content == base_content,
        (false, _) => ours_content == base_content,
    };
    merged.insert("deleted".to_owned(), deleted.into());
    for (name, value) in to_value(theirs).as_object().into_iter().flatten() {
        if ABOUT.contains(&name.as_str()) && name != "deleted" {
            merged.insert(name.clone(), value.clone());
        }
    }
    // Each of its fields is one that a record had. If they do not make one together, both are kept.
    from_value(&theirs.id, Value::Object(merged)).map_err(|_| vec![String::new()])
}

/// The record of a deal without what is about the record.
fn content(deal: &Deal) -> Map<String, Value> {
    let Value::Object(mut object) = to_value(deal) else { return Map::new() };
    ABOUT.into_iter().for_each(|name| drop(object.remove(name)));
    object
}
