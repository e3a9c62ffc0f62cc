use abacus_vault::merge::merge as merge_objects;
use serde_json::{Map, Value};

use crate::colliding_ids::rename_colliding_ids;
use crate::deal::Deal;
use crate::record::{from_value, to_value};
use crate::stage_history::StageHistory;

/// Fields about the record rather than the deal, which are not merged.
const ABOUT: [&str; 4] = ["schema", "id", "revision", "deleted"];

/// The origin of an imported deal is merged as a whole.
const ATOMIC: &[&str] = &["imported"];

/// The deal with the changes of both sides since `base`, at their revision.
///
/// A deal deleted on one side and changed on the other is kept. Of two new people with the same id, ours gets another
/// id. All other rules are those of [`merge`](abacus_vault::merge::merge).
///
/// # Errors
/// The paths of the fields that both sides changed differently: `people.p1.name`.
pub fn merge(base: &Deal, ours: &Deal, theirs: &Deal) -> Result<Deal, Vec<String>> {
    let ours = rename_colliding_ids(base, ours, theirs);
    let [base_content, ours_content, their_content] = [base, &ours, theirs].map(content);
    let [mut our_days, mut their_days] = [&ours.reached, &theirs.reached].map(StageHistory::clone);
    StageHistory::agree(&base.reached, &mut our_days, &mut their_days);
    let with = |deal: &Deal, reached: StageHistory| content(&Deal { reached, ..deal.clone() });
    let sides = [with(&ours, our_days), with(theirs, their_days)];
    let mut merged = merge_objects(&base_content, &sides[0], &sides[1], ATOMIC)?;
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
    // Each field was valid by itself. If they are not valid together, both versions are kept.
    from_value(&theirs.id, Value::Object(merged)).map_err(|_| vec![String::new()])
}

/// The record of a deal without the fields about the record.
fn content(deal: &Deal) -> Map<String, Value> {
    let Value::Object(mut object) = to_value(deal) else { return Map::new() };
    ABOUT.into_iter().for_each(|name| drop(object.remove(name)));
    object
}
