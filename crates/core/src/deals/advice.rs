//! What is missing in a deal and what comes first: rules, each of which looks at one thing.
//!
//! What the rules say to a person is in `advice_text.rs`.

use super::coverage::{Bead, Coverage};
use super::date::Date;
use super::deal::Deal;
use super::names::{is_blank, name_key};
use super::people::{GuideTest, Role, Stance};

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
    /// No next step is planned.
    NoNextStep,
    /// The next step has no date, so that it would never become due.
    NextStepUndated {
        /// What is to be done, trimmed.
        action: String,
    },
    /// The day on which we expected the order is over.
    ExpectedClosePassed {
        /// Days since then, at least 1.
        days: u32,
    },
    /// Someone in the buying climate is against us.
    Opposed {
        /// Who, in the order of the form; at least one.
        people: Vec<Opponent>,
    },
    /// Nobody is named as guide.
    NoGuide,
    /// The person named as guide fails a test and so is an insider.
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
    /// Nobody on our side is named.
    NoSalesperson,
}

/// Someone who is against us.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opponent {
    /// The name, trimmed; blank if only the role is known.
    pub name: String,
    /// The roles this person plays.
    pub roles: Vec<Role>,
}

/// All findings about a deal, the most urgent first.
#[must_use]
pub fn advise(deal: &Deal, today: Date) -> Vec<Advice> {
    let coverage = Coverage::of(deal);
    [
        next_step(deal, today),
        expected_close(deal, today),
        opposed(deal),
        guide(deal, &coverage),
        thin_climate(&coverage),
        no_decision_maker(&coverage),
        no_salesperson(&coverage),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// Why the deal belongs on today's list, if it does: its next step is due, late, undated or
/// missing. A deleted deal never does.
#[must_use]
pub fn attention(deal: &Deal, today: Date) -> Option<Advice> {
    (!deal.deleted).then(|| next_step(deal, today)).flatten()
}

fn next_step(deal: &Deal, today: Date) -> Option<Advice> {
    let step = &deal.next_step;
    if is_blank(&step.action) {
        return Some(Advice::NoNextStep);
    }
    let action = step.action.trim().to_owned();
    match step.date {
        None => Some(Advice::NextStepUndated { action }),
        Some(date) if date == today => Some(Advice::NextStepToday { action }),
        Some(date) => days_since(date, today).map(|days| Advice::NextStepOverdue { action, days }),
    }
}

fn expected_close(deal: &Deal, today: Date) -> Option<Advice> {
    let days = days_since(deal.expected_close?, today)?;
    Some(Advice::ExpectedClosePassed { days })
}

fn opposed(deal: &Deal) -> Option<Advice> {
    let mut people: Vec<Opponent> = Vec::new();
    for person in deal.people.iter().filter(|person| person.stance == Stance::Opposes) {
        let key = name_key(&person.name);
        let same = |known: &&mut Opponent| !key.is_empty() && name_key(&known.name) == key;
        match people.iter_mut().find(same) {
            Some(known) => known.roles.extend(&person.roles),
            None => people.push(Opponent {
                name: if key.is_empty() { String::new() } else { person.name.trim().to_owned() },
                roles: person.roles.clone(),
            }),
        }
    }
    (!people.is_empty()).then_some(Advice::Opposed { people })
}

fn guide(deal: &Deal, coverage: &Coverage) -> Option<Advice> {
    match coverage.guide {
        Bead::Open => Some(Advice::NoGuide),
        Bead::Half => {
            Some(Advice::GuideIsInsider { name: deal.guide.name.trim().to_owned(), failing: deal.guide.failing() })
        }
        Bead::Covered => None,
    }
}

fn thin_climate(coverage: &Coverage) -> Option<Advice> {
    let covered = coverage.covered_roles();
    let roles_with = |wanted| {
        let roles = coverage.climate.into_iter();
        roles.filter(|(_, bead)| *bead == wanted).map(|(role, _)| role).collect()
    };
    (covered < 2).then(|| Advice::ThinClimate { covered, open: roles_with(Bead::Open), shared: roles_with(Bead::Half) })
}

fn no_decision_maker(coverage: &Coverage) -> Option<Advice> {
    let open = coverage.climate.contains(&(Role::DecisionMaker, Bead::Open));
    open.then_some(Advice::NoDecisionMaker)
}

fn no_salesperson(coverage: &Coverage) -> Option<Advice> {
    (coverage.salesperson == Bead::Open).then_some(Advice::NoSalesperson)
}

/// Whole days from a past `date` to `today`; `None` if it is not past.
fn days_since(date: Date, today: Date) -> Option<u32> {
    u32::try_from(date.days_until(today)).ok().filter(|days| *days > 0)
}
