use std::rc::Rc;

use litemap::LiteMap;

/// Values by id, in the order of the ids; a clone is a single allocation.
pub(crate) type ById<V> = LiteMap<Rc<str>, V>;

/// The shared id with its value.
pub(crate) fn entry<'a, V>(values: &'a ById<V>, id: &str) -> Option<(&'a Rc<str>, &'a V)> {
    values.get_indexed(values.find_index(id).ok()?)
}

pub(crate) fn ids<V>(values: &ById<V>) -> impl Iterator<Item = &str> {
    values.keys().map(|id| &**id)
}
