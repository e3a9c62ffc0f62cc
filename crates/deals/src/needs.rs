//! The needs that the people of a deal have expressed, and which of our benefits answer them (FAB, S1).

use crate::deal::Deal;
use crate::fab::{Effect, Fab, NeedOf};
use crate::normalize::is_blank;
use crate::people::Person;

/// A need that a named person has expressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExpressedNeed<'a> {
    /// Who.
    pub person: &'a Person,
    /// Which of their needs.
    pub need: NeedOf,
}

impl Fab {
    /// The effect of the row; `None` while nothing is written.
    pub fn effect(&self, deal: &Deal) -> Option<Effect> {
        let answers = !is_blank(&self.benefit) && self.answered(deal).is_some();
        if answers {
            Some(Effect::Benefit)
        } else if !is_blank(&self.benefit) || !is_blank(&self.advantage) {
            Some(Effect::Advantage)
        } else if !is_blank(&self.feature) {
            Some(Effect::Feature)
        } else {
            None
        }
    }

    /// The expressed need that the row answers.
    pub fn answered<'a>(&self, deal: &'a Deal) -> Option<ExpressedNeed<'a>> {
        expressed_needs(deal).find(|one| self.person.as_deref() == Some(&one.person.id) && self.need == Some(one.need))
    }
}

/// The needs that the people of a deal have expressed, in the order of the form.
pub fn expressed_needs(deal: &Deal) -> impl Iterator<Item = ExpressedNeed<'_>> {
    let named = deal.people.iter().filter(|person| person.is_named());
    let both = named.flat_map(|person| NeedOf::ALL.into_iter().map(move |need| ExpressedNeed { person, need }));
    both.filter(|one| !is_blank(one.person.need(one.need)))
}

/// The expressed needs that no benefit answers.
pub fn unanswered_needs(deal: &Deal) -> Vec<ExpressedNeed<'_>> {
    let benefits = deal.fab.iter().filter(|row| row.effect(deal) == Some(Effect::Benefit));
    let answered: Vec<ExpressedNeed<'_>> = benefits.filter_map(|row| row.answered(deal)).collect();
    expressed_needs(deal).filter(|one| !answered.contains(one)).collect()
}
