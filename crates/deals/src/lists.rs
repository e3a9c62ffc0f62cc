/// Inserts an item into a list at an index, or at the end; ignored if its id is taken.
pub(super) fn put<T>(items: &mut Vec<T>, index: usize, item: T, id: fn(&T) -> &String) {
    if items.iter().all(|known| id(known) != id(&item)) {
        items.insert(index.min(items.len()), item);
    }
}

/// Adds an id to a list once, or removes it.
pub(super) fn set_member(members: &mut Vec<String>, id: String, is_member: bool) {
    if !is_member {
        members.retain(|member| *member != id);
    } else if !members.contains(&id) {
        members.push(id);
    }
}

/// The wanted id if it is free, otherwise `p1`, `p2` …. It only has to be unique within the deal, so no randomness is
/// needed.
pub(super) fn free_id<'a>(prefix: &str, wanted: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let taken: Vec<&str> = taken.collect();
    if !wanted.is_empty() && !taken.contains(&wanted) {
        return wanted.to_owned();
    }
    let mut number = taken.len();
    loop {
        number = number.saturating_add(1);
        let id = format!("{prefix}{number}");
        if !taken.contains(&id.as_str()) {
            return id;
        }
    }
}

/// Assigns new ids to items without an id or with a duplicate one, so that an edit finds the right item.
pub(super) fn ensure_unique_ids<'a>(prefix: &str, ids: impl Iterator<Item = &'a mut String>) {
    let ids: Vec<&mut String> = ids.collect();
    let earlier = |index: usize| ids.iter().take(index);
    // The fast path: nearly all lists are short and have unique ids, and thousands are read before anything is shown.
    let is_short = ids.len() < 16;
    if is_short && ids.iter().enumerate().all(|(index, id)| !id.is_empty() && !earlier(index).any(|other| other == id))
    {
        return;
    }
    let mut indexes: Vec<(String, usize)> = ids.iter().zip(0..).map(|(id, index)| ((*id).clone(), index)).collect();
    indexes.sort_unstable();
    let is_taken = |id: &str| indexes.binary_search_by(|(known, _)| known.as_str().cmp(id)).is_ok();
    let mut free = (1_usize..).map(|number| format!("{prefix}{number}")).filter(|id| !is_taken(id));
    for (id, index) in ids.into_iter().zip(0..) {
        let first = indexes.partition_point(|(known, _)| known < id);
        let is_first = indexes.get(first).is_some_and(|(_, first)| *first == index);
        if id.is_empty() || !is_first {
            *id = free.next().unwrap_or_default();
        }
    }
}
