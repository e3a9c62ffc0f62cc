//! Fields that take any text.

use super::super::deal::Deal;

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
        }
    }

    /// Where the text is kept; nowhere if there is no such person.
    pub(in super::super) fn place<'a>(&self, deal: &'a mut Deal) -> Option<&'a mut String> {
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
        })
    }

    /// How many characters the field is made for. More are kept all the same, up to a bound of the form.
    #[must_use]
    pub const fn longest(&self) -> usize {
        match self {
            Self::Notes => 5000,
            _ if self.is_long() => 1000,
            _ => 200,
        }
    }

    /// Whether the text may have several lines.
    #[must_use]
    pub const fn is_long(&self) -> bool {
        matches!(
            self,
            Self::NextAction | Self::Notes | Self::Person(_, PersonText::BusinessNeed | PersonText::PersonalNeed)
        )
    }
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
