//! Lists of a deal whose items have ids: who is meant, what is added, what a record left out.

use std::collections::BTreeSet;

/// An item that its id tells from the others of its list.
pub(super) trait Item {
    /// The id.
    fn id(&self) -> &str;
    /// Gives the item an id.
    fn set_id(&mut self, id: String);
}

/// The item with this id.
pub(super) fn find<'a, T: Item>(items: &'a mut [T], id: &str) -> Option<&'a mut T> {
    items.iter_mut().find(|item| item.id() == id)
}

/// Puts an item into the list at a place counted from 0, at the end if the list is shorter. An id that
/// is in use means that the item is there already, as after a button was pressed twice: nothing happens.
pub(super) fn put<T: Item>(items: &mut Vec<T>, place: usize, item: T) {
    if items.iter().all(|other| other.id() != item.id()) {
        items.insert(place.min(items.len()), item);
    }
}

/// Takes the item with this id out of the list.
pub(super) fn remove<T: Item>(items: &mut Vec<T>, id: &str) {
    if let Some(place) = items.iter().position(|item| item.id() == id) {
        items.remove(place);
    }
}

/// The items of a record, each with an id of its own: one that has none, or that of an item before
/// it, gets `<prefix>1`, `<prefix>2` …, so that an edit always means one item.
pub(super) fn with_ids<T: Item>(mut items: Vec<T>, prefix: &str) -> Vec<T> {
    let mut taken: BTreeSet<String> = items.iter().map(|item| item.id().to_owned()).collect();
    let mut seen = BTreeSet::new();
    let mut number = 0_usize;
    for item in &mut items {
        while item.id().is_empty() || !seen.insert(item.id().to_owned()) {
            number = number.saturating_add(1);
            let id = format!("{prefix}{number}");
            if taken.insert(id.clone()) {
                item.set_id(id);
            }
        }
    }
    items
}
