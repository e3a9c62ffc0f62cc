use std::collections::BTreeSet;

/// Inserts an item into a list at an index, or at the end; ignored if its id is taken.
pub(super) fn put<T>(items: &mut Vec<T>, place: usize, item: T, id: fn(&T) -> &String) {
    if items.iter().all(|known| id(known) != id(&item)) {
        items.insert(place.min(items.len()), item);
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
    let earlier = |place: usize| ids.iter().take(place);
    // As nearly all lists are, and thousands of them are read before anything is shown.
    let is_short = ids.len() < 16;
    if is_short && ids.iter().enumerate().all(|(place, id)| !id.is_empty() && !earlier(place).any(|other| other == id))
    {
        return;
    }
    let mut taken = BTreeSet::new();
    let (_, nameless): (Vec<_>, Vec<_>) = ids.into_iter().partition(|id| !id.is_empty() && taken.insert((*id).clone()));
    let mut number = 0_usize;
    for id in nameless {
        loop {
            number = number.saturating_add(1);
            *id = format!("{prefix}{number}");
            if taken.insert(id.clone()) {
                break;
            }
        }
    }
}
