//! What is missing in a deal and what comes first: rules, each of which looks at one thing.

mod rules;
mod words;

use rust_decimal::Decimal;

use super::assessment::Grade;
use super::contact::log;
use super::currency::Currency;
use super::deal::Deal;
use super::guide::GuideTest;
use super::people::Role;
use super::stage::Stage;
use abacus_core::date::Date;

/// One finding about a deal, with what it was found from. The variants stand in order of urgency:
/// first what is late, then what endangers the deal, then what the 1+2+1 pattern (S2) lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Advice {
    /// The next step was due before today.
    NextStepOverdue {
        /// What was to be done, trimmed.
        action: String,
        /// Days since it was due, at least 1.
        days: u32,
    },
    /// The next step is due today.
    NextStepToday {
        /// What is to be done, trimmed.
        action: String,
    },
    /// The log has an order, but the deal is still at a step before it.
    OrderWon,
    /// The invoice is paid, but the deal goes on.
    PaidNotEnded,
    /// The invoice is not paid, and late.
    InvoiceOverdue {
        /// Days since it was due, at least 1.
        days: u32,
        /// The interest it has cost so far, if the invoice says enough.
        interest: Option<Decimal>,
        /// Which part of the profit that is, if the invoice says enough.
        eaten: Option<Decimal>,
        /// The currency of the interest.
        currency: Currency,
    },
    /// What we wanted to do about people is due, or late.
    PeopleDue {
        /// For whom, the longest overdue first; at least one.
        steps: Vec<PersonDue>,
    },
    /// No next step is planned.
    NoNextStep,
    /// The next step has no date, so that it would never become due.
    NextStepUndated {
        /// What is to be done, trimmed.
        action: String,
    },
    /// Nobody at the customer was met for longer than the rhythm of the deal's grade allows (S4).
    ContactOverdue {
        /// Days since the last contact.
        since: u32,
        /// How many days may pass.
        rhythm: u16,
        /// The grade, if the rhythm is not set by hand.
        grade: Option<Grade>,
    },
    /// The latest meetings ended in continuations: warm words, nothing agreed (S2).
    Continuations {
        /// How many in a row, at least 2.
        count: usize,
    },
    /// The day on which we expected the order is over.
    ExpectedClosePassed {
        /// Days since then, at least 1.
        days: u32,
    },
    /// The deal is at the step of winning commitment, but the 1+2+1 gate is open.
    GateOpenAtCommitment,
    /// Someone is against us, and nothing is planned to answer that.
    Opposed {
        /// Who, in the order of the form; at least one.
        people: Vec<Opponent>,
    },
    /// Nobody is put to the tests of a guide.
    NoGuide,
    /// The person nearest to a guide fails a test and so is an insider.
    GuideIsInsider {
        /// The name, trimmed.
        name: String,
        /// The tests not passed; at least one.
        failing: Vec<GuideTest>,
    },
    /// Fewer than two different people cover roles of the buying climate.
    ThinClimate {
        /// How many do: 0 or 1.
        covered: usize,
        /// The roles of which nobody is known.
        open: Vec<Role>,
        /// The roles played by someone who already counts in another.
        shared: Vec<Role>,
    },
    /// Nobody is known who decides.
    NoDecisionMaker,
    /// People are known, but none of them is for us.
    NobodySupports,
    /// Nobody on our side is named.
    NoSalesperson,
}

/// Something planned about a person that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonDue {
    /// The name, trimmed; blank if none is known.
    pub name: String,
    /// What is to be done, trimmed.
    pub action: String,
    /// Days since it was due; 0 today.
    pub days: u32,
}

/// Someone who is against us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opponent {
    /// The name, trimmed; blank if only the role is known.
    pub name: String,
    /// The roles this person plays.
    pub roles: Vec<Role>,
}

impl Advice {
    /// What this finding is about, as [`Deal::set_aside`] remembers it: the rule, and of a rule that can find
    /// something else another day, what it found. So what is set aside stays so only while it is the same.
    #[must_use]
    pub fn key(&self, deal: &Deal) -> String {
        let day = |date: Option<Date>| date.map(|date| date.to_string()).unwrap_or_default();
        let names = |names: &mut dyn Iterator<Item = &str>| names.collect::<Vec<_>>().join(",");
        let about = match self {
            Self::NextStepOverdue { action, .. } | Self::NextStepToday { action } => {
                format!("{action} {}", day(deal.next_step.date))
            }
            Self::NextStepUndated { action } => action.clone(),
            Self::InvoiceOverdue { .. } => day(deal.invoice.due),
            Self::ExpectedClosePassed { .. } => day(deal.expected_close),
            Self::PeopleDue { steps } => names(&mut steps.iter().flat_map(|step| [&*step.name, &*step.action])),
            Self::Opposed { people } => names(&mut people.iter().map(|person| &*person.name)),
            Self::GuideIsInsider { name, .. } => name.clone(),
            Self::Continuations { count } => count.to_string(),
            Self::ContactOverdue { .. } => day(log::last(&deal.log, Date::LAST)),
            _ => return self.id().to_owned(),
        };
        format!("{}: {about}", self.id())
    }

    /// By how many days the thing is late, 0 if it is due today; none if it has no day.
    #[must_use]
    pub fn days_late(&self) -> Option<u32> {
        match self {
            Self::NextStepToday { .. } => Some(0),
            Self::NextStepOverdue { days, .. }
            | Self::InvoiceOverdue { days, .. }
            | Self::ExpectedClosePassed { days } => Some(*days),
            Self::ContactOverdue { since, rhythm, .. } => Some(since.saturating_sub((*rhythm).into())),
            Self::PeopleDue { steps } => steps.first().map(|step| step.days),
            _ => None,
        }
    }
}

/// All findings about a deal that are not set aside, the most urgent first; none once it has ended.
#[must_use]
pub fn advise(deal: &Deal, today: Date) -> Vec<Advice> {
    let mut found = findings(deal, today);
    found.retain(|advice| !deal.set_aside.contains_key(&advice.key(deal)));
    found
}

/// The findings that are set aside, each with the note why.
#[must_use]
pub fn set_aside(deal: &Deal, today: Date) -> Vec<(Advice, &str)> {
    let note = |advice: Advice| Some((deal.set_aside.get(&advice.key(deal))?.as_str(), advice));
    findings(deal, today).into_iter().filter_map(note).map(|(note, advice)| (advice, note)).collect()
}

/// Why the deal belongs on today's list, if it does: something is due or late, or nothing is planned. The
/// most urgent reason that is not set aside.
#[must_use]
pub fn attention(deal: &Deal, today: Date) -> Option<Advice> {
    if !deal.is_open() {
        return None;
    }
    let mut found = rules::ALWAYS.iter().filter_map(|rule| rule(deal, today));
    found.find(|advice| !deal.set_aside.contains_key(&advice.key(deal)))
}

fn findings(deal: &Deal, today: Date) -> Vec<Advice> {
    if !deal.is_open() {
        return Vec::new();
    }
    // Once there is an order, nobody need be won for it.
    let is_selling = deal.stage != Stage::Collect;
    let (always, selling) = (rules::ALWAYS.iter(), rules::WHILE_SELLING.iter().filter(|_| is_selling));
    always.chain(selling).filter_map(|rule| rule(deal, today)).collect()
}
