//! What a deal says about our chance in it (TAS, S4), beside what was answered by hand.

use crate::assessment::{Letter, Need, TasAnswer, TasQuestion, ValueClass};
use crate::deal::Deal;
use crate::people::Person;

/// The answer to a question about ourselves that the rest of the deal suggests.
#[must_use]
pub fn proposed(deal: &Deal, question: TasQuestion) -> Option<TasAnswer> {
    let assessment = &deal.assessment;
    match question {
        TasQuestion::Opportunity => (assessment.need == Some(Need::Clear)).then_some(TasAnswer::Yes),
        TasQuestion::Compete => deal.people.iter().any(Person::is_named).then_some(TasAnswer::Yes),
        TasQuestion::Win => match assessment.opening()?.letter() {
            Letter::G | Letter::H | Letter::I => Some(TasAnswer::Yes),
            Letter::A | Letter::C => Some(TasAnswer::No),
            _ => None,
        },
        TasQuestion::Worth => Some(match assessment.value_class()? {
            ValueClass::Fourth => TasAnswer::No,
            _ => TasAnswer::Yes,
        }),
    }
}

/// The questions about ourselves that neither a hand nor the deal answers. Two of them are the goal of the next visit.
#[must_use]
pub fn unknown(deal: &Deal) -> Vec<TasQuestion> {
    let is_open = |question: &TasQuestion| {
        deal.assessment.tas.ours.line(*question).answer.or_else(|| proposed(deal, *question)).is_none()
    };
    TasQuestion::ALL.into_iter().filter(is_open).collect()
}
