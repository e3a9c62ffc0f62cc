//! Resolves ids that two pages gave to different people or snapshots.

use std::collections::BTreeSet;

use super::deal::Deal;
use super::lists::free_id;

/// Our deal, with a new id for each new person and snapshot whose id theirs uses for something else. Ids are unique
/// only within a deal, so two pages may give the same id to different people.
pub(super) fn rename_colliding_ids(base: &Deal, ours: &Deal, theirs: &Deal) -> Deal {
    let mut renamed = ours.clone();
    let sides = [base, ours, theirs];
    let mut taken: BTreeSet<String> = sides.iter().flat_map(|deal| &deal.people).map(|one| one.id.clone()).collect();
    let mut names = Vec::new();
    for person in &ours.people {
        if base.person(&person.id).is_none() && theirs.person(&person.id).is_some_and(|other| other != person) {
            let name = free_id("p", "", taken.iter().map(String::as_str));
            taken.insert(name.clone());
            names.push((person.id.as_str(), name));
        }
    }
    names.iter().for_each(|(old, new)| renamed.rename_person(old, new));

    let mut taken: BTreeSet<String> = sides.iter().flat_map(|deal| &deal.snapshots).map(|one| one.id.clone()).collect();
    for snapshot in &mut renamed.snapshots {
        let known = |deal: &Deal| deal.snapshots.iter().find(|one| one.id == snapshot.id).cloned();
        if known(base).is_none() && known(theirs).is_some_and(|other| other != *snapshot) {
            snapshot.id = free_id("n", "", taken.iter().map(String::as_str));
            taken.insert(snapshot.id.clone());
        }
    }
    renamed
}

impl Deal {
    /// Gives a person another id and updates every reference to it.
    fn rename_person(&mut self, old: &str, new: &str) {
        let questions = self.visits.iter_mut().flat_map(|visit| &mut visit.questions);
        let asked = questions.filter_map(|question| question.person.as_mut());
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
