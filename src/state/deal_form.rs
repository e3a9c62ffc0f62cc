//! The fields of the tracking form that take a text or a date: their names, what they show, and
//! the change that typing into them makes.

use abacus_core::deals::{Date, Deal, Edit, GuideEdit, PersonEdit, Role, Typed, unread};

/// How many characters any field keeps: far more than anyone types, far fewer than fill the store.
pub const MOST_KEPT: usize = 20_000;

/// Whether what was typed into a field is kept. What is not stays in the field, with a message.
#[must_use]
pub fn is_kept(typed: &str) -> bool {
    length(typed) <= MOST_KEPT
}

/// How many characters a text has.
#[must_use]
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// A field that takes any text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextField {
    /// Who buys.
    Customer,
    /// What the deal is about.
    Title,
    /// Who carries the deal on our side.
    Salesperson,
    /// The guide's name.
    GuideName,
    /// The guide's job title.
    GuideTitle,
    /// The name of the person in a role.
    PersonName(Role),
    /// The job title of the person in a role.
    PersonTitle(Role),
    /// What is done next.
    NextAction,
}

impl TextField {
    /// The public name of the input.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Customer => "customer".to_owned(),
            Self::Title => "title".to_owned(),
            Self::Salesperson => "salesperson".to_owned(),
            Self::GuideName => "guide.name".to_owned(),
            Self::GuideTitle => "guide.title".to_owned(),
            Self::PersonName(role) => format!("{}.name", role.code()),
            Self::PersonTitle(role) => format!("{}.title", role.code()),
            Self::NextAction => "next_step.action".to_owned(),
        }
    }

    /// How many characters the field is made for. More are kept all the same, see [`is_kept`].
    #[must_use]
    pub const fn longest(self) -> usize {
        match self {
            Self::NextAction => 1000,
            _ => 200,
        }
    }

    /// Whether the text may have several lines.
    #[must_use]
    pub const fn is_long(self) -> bool {
        matches!(self, Self::NextAction)
    }

    /// What the field holds.
    #[must_use]
    pub fn read(self, deal: &Deal) -> &str {
        match self {
            Self::Customer => &deal.customer,
            Self::Title => &deal.title,
            Self::Salesperson => &deal.salesperson,
            Self::GuideName => &deal.guide.name,
            Self::GuideTitle => &deal.guide.title,
            Self::PersonName(role) => deal.person(role).map_or("", |person| &person.name),
            Self::PersonTitle(role) => deal.person(role).map_or("", |person| &person.title),
            Self::NextAction => &deal.next_step.action,
        }
    }

    /// The change that typing makes.
    #[must_use]
    pub const fn edit(self, typed: String) -> Edit {
        match self {
            Self::Customer => Edit::Customer(typed),
            Self::Title => Edit::Title(typed),
            Self::Salesperson => Edit::Salesperson(typed),
            Self::GuideName => Edit::Guide(GuideEdit::Name(typed)),
            Self::GuideTitle => Edit::Guide(GuideEdit::Title(typed)),
            Self::PersonName(role) => Edit::Person(role, PersonEdit::Name(typed)),
            Self::PersonTitle(role) => Edit::Person(role, PersonEdit::Title(typed)),
            Self::NextAction => Edit::NextAction(typed),
        }
    }
}

/// A field that takes a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateField {
    /// When we expect the order.
    ExpectedClose,
    /// When the next step is due.
    NextDate,
}

impl DateField {
    /// The public name of the input, which is the field's path in the record.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::ExpectedClose => unread::EXPECTED_CLOSE,
            Self::NextDate => unread::NEXT_DATE,
        }
    }

    /// What the field shows: the day, or what was typed and is none.
    #[must_use]
    pub fn read(self, deal: &Deal) -> String {
        let date = match self {
            Self::ExpectedClose => deal.expected_close,
            Self::NextDate => deal.next_step.date,
        };
        let unread = || deal.unread.get(self.name()).cloned().unwrap_or_default();
        date.map_or_else(unread, |date| date.to_string())
    }

    /// The change that typing makes.
    #[must_use]
    pub fn edit(self, typed: String) -> Edit {
        let read: Typed<Date> = if typed.is_empty() { Ok(None) } else { typed.parse().map(Some).map_err(|_| typed) };
        match self {
            Self::ExpectedClose => Edit::ExpectedClose(read),
            Self::NextDate => Edit::NextDate(read),
        }
    }
}
