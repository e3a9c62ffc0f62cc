//! Fields that take any text.

use super::super::deal::Deal;
use super::super::visit::{Quadrant, Visit};

/// A field that takes any text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextField {
    /// Who buys.
    Customer,
    /// What the deal is about.
    Title,
    /// Who carries the deal on our side.
    Salesperson,
    /// What is done next.
    NextAction,
    /// Why the deal was lost.
    LostReason,
    /// Anything else.
    Notes,
    /// The number of the invoice.
    InvoiceNumber,
    /// Something about the person with this id.
    Person(String, PersonText),
    /// Something about the entry of the contact log with this id.
    Contact(String, ContactText),
    /// Something about the visit with this id.
    Visit(String, VisitText),
    /// Of the visit with this id, the question with that one.
    Question(String, String),
    /// Of the visit with this id, the line for a quadrant.
    Quadrant(String, Quadrant),
}

/// A text about one meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactText {
    /// What the customer agreed to do.
    ActionWords,
    /// Anything else.
    Note,
}

/// A text about one visit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitText {
    /// What we want.
    Goal,
    /// What exactly we expect.
    ExpectedWords,
}

/// A text about one person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PersonText {
    /// The name.
    Name,
    /// The job title.
    Title,
    /// The department.
    Department,
    /// What the business is to gain.
    BusinessNeed,
    /// What it brings to the person.
    PersonalNeed,
    /// What we do next about this person.
    NextAction,
}

impl TextField {
    /// The path in the record, which is also the public name of the input; a person is named by id:
    /// `people.p1.name`.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Customer => "customer".to_owned(),
            Self::Title => "title".to_owned(),
            Self::Salesperson => "salesperson".to_owned(),
            Self::NextAction => "next_step.action".to_owned(),
            Self::LostReason => "lost_reason".to_owned(),
            Self::Notes => "notes".to_owned(),
            Self::InvoiceNumber => "invoice.number".to_owned(),
            Self::Person(id, text) => format!("people.{id}.{}", text.path()),
            Self::Contact(id, ContactText::ActionWords) => format!("log.{id}.action_words"),
            Self::Contact(id, ContactText::Note) => format!("log.{id}.note"),
            Self::Visit(id, VisitText::Goal) => format!("visits.{id}.goal"),
            Self::Visit(id, VisitText::ExpectedWords) => format!("visits.{id}.expected_words"),
            Self::Question(visit, id) => format!("visits.{visit}.questions.{id}.text"),
            Self::Quadrant(visit, quadrant) => format!("visits.{visit}.quadrants.{}.line", quadrant.code()),
        }
    }

    /// What the field holds; nothing if there is no such person.
    #[must_use]
    pub fn read<'a>(&self, deal: &'a Deal) -> &'a str {
        match self {
            Self::Customer => &deal.customer,
            Self::Title => &deal.title,
            Self::Salesperson => &deal.salesperson,
            Self::NextAction => &deal.next_step.action,
            Self::LostReason => &deal.lost_reason,
            Self::Notes => &deal.notes,
            Self::InvoiceNumber => &deal.invoice.number,
            Self::Person(id, text) => deal.person(id).map_or("", |person| match text {
                PersonText::Name => &person.name,
                PersonText::Title => &person.title,
                PersonText::Department => &person.department,
                PersonText::BusinessNeed => &person.business_need,
                PersonText::PersonalNeed => &person.personal_need,
                PersonText::NextAction => &person.next_step.action,
            }),
            Self::Contact(id, text) => deal.contact(id).map_or("", |contact| match text {
                ContactText::ActionWords => &contact.action_words,
                ContactText::Note => &contact.note,
            }),
            Self::Visit(id, text) => deal.visit(id).map_or("", |visit| match text {
                VisitText::Goal => &visit.goal,
                VisitText::ExpectedWords => &visit.expected_words,
            }),
            Self::Question(visit, id) => {
                let asked = deal.visit(visit).and_then(|visit| visit.questions.iter().find(|one| one.id == *id));
                asked.map_or("", |question| &question.text)
            }
            Self::Quadrant(visit, quadrant) => {
                deal.visit(visit).map_or("", |visit| &visit.quadrants.get(*quadrant).line)
            }
        }
    }

    /// Where the text is kept; nowhere if there is no such person.
    pub(crate) fn place<'a>(&self, deal: &'a mut Deal) -> Option<&'a mut String> {
        Some(match self {
            Self::Customer => &mut deal.customer,
            Self::Title => &mut deal.title,
            Self::Salesperson => &mut deal.salesperson,
            Self::NextAction => &mut deal.next_step.action,
            Self::LostReason => &mut deal.lost_reason,
            Self::Notes => &mut deal.notes,
            Self::InvoiceNumber => &mut deal.invoice.number,
            Self::Person(id, text) => {
                let person = deal.people.iter_mut().find(|person| person.id == *id)?;
                match text {
                    PersonText::Name => &mut person.name,
                    PersonText::Title => &mut person.title,
                    PersonText::Department => &mut person.department,
                    PersonText::BusinessNeed => &mut person.business_need,
                    PersonText::PersonalNeed => &mut person.personal_need,
                    PersonText::NextAction => &mut person.next_step.action,
                }
            }
            Self::Contact(id, text) => {
                let contact = deal.log.iter_mut().find(|contact| contact.id == *id)?;
                match text {
                    ContactText::ActionWords => &mut contact.action_words,
                    ContactText::Note => &mut contact.note,
                }
            }
            Self::Visit(id, text) => {
                let visit = visit(deal, id)?;
                match text {
                    VisitText::Goal => &mut visit.goal,
                    VisitText::ExpectedWords => &mut visit.expected_words,
                }
            }
            Self::Question(in_visit, id) => {
                &mut visit(deal, in_visit)?.questions.iter_mut().find(|question| question.id == *id)?.text
            }
            Self::Quadrant(in_visit, quadrant) => &mut visit(deal, in_visit)?.quadrants.get_mut(*quadrant).line,
        })
    }

    /// How many characters the field is made for. More are kept all the same, up to a bound of the form.
    #[must_use]
    pub const fn longest(&self) -> usize {
        match self {
            Self::Notes | Self::Contact(_, ContactText::Note) => 5000,
            _ if self.is_long() => 1000,
            _ => 200,
        }
    }

    /// Whether the text may have several lines.
    #[must_use]
    pub const fn is_long(&self) -> bool {
        matches!(
            self,
            Self::NextAction
                | Self::Notes
                | Self::Person(_, PersonText::BusinessNeed | PersonText::PersonalNeed)
                | Self::Contact(..)
                | Self::Visit(..)
                | Self::Question(..)
        )
    }
}

fn visit<'a>(deal: &'a mut Deal, id: &str) -> Option<&'a mut Visit> {
    deal.visits.iter_mut().find(|visit| visit.id == id)
}

impl PersonText {
    const fn path(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Title => "title",
            Self::Department => "department",
            Self::BusinessNeed => "business_need",
            Self::PersonalNeed => "personal_need",
            Self::NextAction => "next_step.action",
        }
    }
}
