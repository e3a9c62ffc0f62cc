//! Resolves ids that two pages gave to different people, FAB rows or snapshots.

use std::collections::BTreeSet;

use super::deal::Deal;
use super::lists::free_id;

/// Our deal, with a new id for each new person, FAB row and snapshot whose id theirs uses for something else. Ids are
/// unique only within a deal, so two pages may give the same id to different people.
pub(super) fn rename_colliding_ids(base: &Deal, ours: &Deal, theirs: &Deal) -> Deal {
    let mut renamed = ours.clone();
    let sides = [base, ours, theirs];
    for (old, new) in new_ids("p", sides.map(|deal| &deal.people[..]), |person| &person.id) {
        renamed.rename_person(&old, &new);
    }
    for (old, new) in new_ids("f", sides.map(|deal| &deal.fab[..]), |row| &row.id) {
        renamed.fab.iter_mut().filter(|row| row.id == old).for_each(|row| row.id.clone_from(&new));
    }
    for (old, new) in new_ids("n", sides.map(|deal| &deal.snapshots[..]), |snapshot| &snapshot.id) {
        renamed.snapshots.iter_mut().filter(|one| one.id == old).for_each(|one| one.id.clone_from(&new));
    }
    renamed
}

/// For each new item of ours whose id theirs uses for another item: the old id and a free one.
fn new_ids<T: PartialEq>(prefix: &str, sides: [&[T]; 3], id: fn(&T) -> &String) -> Vec<(String, String)> {
    let [base, ours, theirs] = sides;
    let mut taken = BTreeSet::new();
    taken.extend(sides.into_iter().flatten().map(|one| id(one).as_str()));
    let collides = |one: &&T| {
        let is_same = |other: &&T| id(other) == id(one);
        !base.iter().any(|other| is_same(&other)) && theirs.iter().find(is_same).is_some_and(|other| other != *one)
    };
    let mut names: Vec<(String, String)> = Vec::new();
    for one in ours.iter().filter(collides) {
        let free = free_id(prefix, "", taken.iter().copied().chain(names.iter().map(|(_, new)| new.as_str())));
        names.push((id(one).clone(), free));
    }
    names
}

impl Deal {
    /// Gives a person another id and updates every reference to it.
    fn rename_person(&mut self, old: &str, new: &str) {
        let questions = self.visits.iter_mut().flat_map(|visit| &mut visit.questions);
        let asked = questions.filter_map(|question| question.person.as_mut());
        let asked = asked.chain(self.fab.iter_mut().filter_map(|row| row.person.as_mut()));
        asked.filter(|person| *person == old).for_each(|person| new.clone_into(person));
        let met = self.visits.iter_mut().flat_map(|visit| &mut visit.people);
        let met = met.chain(self.log.iter_mut().flat_map(|contact| &mut contact.people));
        let people = self.people.iter_mut().map(|person| &mut person.id);
        met.chain(people).filter(|person| *person == old).for_each(|person| new.clone_into(person));
        let (from, to) = (format!("people.{old}."), format!("people.{new}."));
        let unread = std::mem::take(&mut self.unread).into_iter();
        self.unread = unread
            .map(|(path, text)| (path.strip_prefix(&from).map_or(path.clone(), |rest| format!("{to}{rest}")), text))
            .collect();
    }
}
