//! The rules, in order of urgency. Each looks at one thing and can be tested alone.

use super::super::contact::log;
use super::super::coverage::{Bead, Coverage};
use super::super::deal::Deal;
use super::super::guide::GuideTests;
use super::super::names::{is_blank, name_key};
use super::super::people::{Person, Role, Stance};
use super::super::stage::Stage;
use super::{Advice, Opponent, PersonDue};
use abacus_core::date::Date;

/// What a rule finds in a deal on a day, if anything.
pub(super) type Rule = fn(&Deal, Date) -> Option<Advice>;

/// What is to be done, whatever the stage.
pub(super) const ALWAYS: &[Rule] =
    &[order_won, paid_not_ended, next_step_due, invoice_overdue, people_due, next_step_open, contact_overdue];

/// What may keep the order away.
pub(super) const WHILE_SELLING: &[Rule] = &[
    continuations,
    expected_close_passed,
    gate_open_at_commitment,
    opposed,
    guide,
    thin_climate,
    no_decision_maker,
    nobody_supports,
    no_salesperson,
];

fn order_won(deal: &Deal, _today: Date) -> Option<Advice> {
    log::suggested_stage(&deal.log, deal.stage).map(|_| Advice::OrderWon)
}

fn paid_not_ended(deal: &Deal, today: Date) -> Option<Advice> {
    deal.invoice.paid_by(today).map(|_| Advice::PaidNotEnded)
}

fn next_step_due(deal: &Deal, today: Date) -> Option<Advice> {
    let step = &deal.next_step;
    let date = step.date.filter(|_| !step.is_open())?;
    let action = step.action.trim().to_owned();
    match days_since(date, today)? {
        0 => Some(Advice::NextStepToday { action }),
        days => Some(Advice::NextStepOverdue { action, days }),
    }
}

fn next_step_open(deal: &Deal, _today: Date) -> Option<Advice> {
    let step = &deal.next_step;
    if step.is_open() {
        return Some(Advice::NoNextStep);
    }
    let undated = step.date.is_none();
    undated.then(|| Advice::NextStepUndated { action: step.action.trim().to_owned() })
}

fn invoice_overdue(deal: &Deal, today: Date) -> Option<Advice> {
    let waiting =
        deal.invoice.waiting(today).filter(|waiting| waiting.days_late > 0 && deal.invoice.paid_by(today).is_none())?;
    Some(Advice::InvoiceOverdue {
        days: waiting.days_late,
        interest: waiting.interest,
        eaten: waiting.eaten,
        currency: deal.currency,
    })
}

fn people_due(deal: &Deal, today: Date) -> Option<Advice> {
    let due = |person: &Person| {
        let step = &person.next_step;
        let days = days_since(step.date.filter(|_| !step.is_open())?, today)?;
        let name = if person.is_named() { person.name.trim().to_owned() } else { String::new() };
        Some(PersonDue { name, action: step.action.trim().to_owned(), days })
    };
    let mut steps: Vec<PersonDue> = deal.people.iter().filter_map(due).collect();
    steps.sort_by_key(|step| std::cmp::Reverse(step.days));
    (!steps.is_empty()).then_some(Advice::PeopleDue { steps })
}

/// Once there is an order, the grade has nothing more to say. A log without a single entry says that nobody
/// writes one, not that nobody was met.
fn contact_overdue(deal: &Deal, today: Date) -> Option<Advice> {
    if deal.stage == Stage::Collect {
        return None;
    }
    let rhythm = deal.assessment.rhythm(deal.expected_close, today)?.days();
    let since = days_since(log::last(&deal.log, today)?, today).filter(|days| *days > rhythm.into())?;
    let by_hand = deal.assessment.contact_days.is_some();
    let grade = deal.assessment.graded(deal.expected_close, today).grade().filter(|_| !by_hand);
    Some(Advice::ContactOverdue { since, rhythm, grade })
}

fn continuations(deal: &Deal, _today: Date) -> Option<Advice> {
    let count = log::continuations_in_a_row(&deal.log);
    (count >= 2).then_some(Advice::Continuations { count })
}

fn expected_close_passed(deal: &Deal, today: Date) -> Option<Advice> {
    let days = days_since(deal.expected_close?, today).filter(|days| *days > 0)?;
    Some(Advice::ExpectedClosePassed { days })
}

fn gate_open_at_commitment(deal: &Deal, _today: Date) -> Option<Advice> {
    let is_open = deal.stage == Stage::Commitment && !Coverage::of(deal).passed();
    is_open.then_some(Advice::GateOpenAtCommitment)
}

/// The same name is the same person, so what is planned about one card of theirs counts for all.
fn opposed(deal: &Deal, _today: Date) -> Option<Advice> {
    let mut people: Vec<(String, Opponent, bool)> = Vec::new();
    for person in deal.people.iter().filter(|person| person.stance == Stance::Opposes) {
        let (key, answered) = (name_key(&person.name), !person.next_step.is_open());
        match people.iter_mut().find(|(known, ..)| !key.is_empty() && *known == key) {
            Some((_, known, is_answered)) => {
                known.roles.extend(&person.roles);
                *is_answered |= answered;
            }
            None => {
                let name = if key.is_empty() { String::new() } else { person.name.trim().to_owned() };
                people.push((key, Opponent { name, roles: person.roles.clone() }, answered));
            }
        }
    }
    let unanswered = people.into_iter().filter(|(.., answered)| !answered);
    let people: Vec<Opponent> = unanswered.map(|(_, opponent, _)| opponent).collect();
    (!people.is_empty()).then_some(Advice::Opposed { people })
}

fn guide(deal: &Deal, _today: Date) -> Option<Advice> {
    let Some(person) = deal.guide() else { return Some(Advice::NoGuide) };
    let failing = person.guide.as_ref().map(GuideTests::failing).unwrap_or_default();
    (!failing.is_empty()).then(|| Advice::GuideIsInsider { name: person.name.trim().to_owned(), failing })
}

fn thin_climate(deal: &Deal, _today: Date) -> Option<Advice> {
    let coverage = Coverage::of(deal);
    let covered = coverage.covered_roles();
    let roles_with = |wanted| {
        let roles = coverage.climate.into_iter();
        roles.filter(|(_, bead)| *bead == wanted).map(|(role, _)| role).collect()
    };
    (covered < 2).then(|| Advice::ThinClimate { covered, open: roles_with(Bead::Open), shared: roles_with(Bead::Half) })
}

fn no_decision_maker(deal: &Deal, _today: Date) -> Option<Advice> {
    let is_known = deal.in_role(Role::DecisionMaker).any(Person::is_named);
    (!is_known).then_some(Advice::NoDecisionMaker)
}

/// A guide wants us to be chosen, and so is for us.
fn nobody_supports(deal: &Deal, _today: Date) -> Option<Advice> {
    let mut named = deal.people.iter().filter(|person| person.is_named()).peekable();
    let anyone = named.peek().is_some();
    let supported = named.any(|person| person.stance == Stance::Supports || person.is_guide());
    (anyone && !supported).then_some(Advice::NobodySupports)
}

fn no_salesperson(deal: &Deal, _today: Date) -> Option<Advice> {
    is_blank(&deal.salesperson).then_some(Advice::NoSalesperson)
}

/// Whole days from `date` to `today`; `None` if it is still to come.
fn days_since(date: Date, today: Date) -> Option<u32> {
    u32::try_from(date.days_until(today)).ok()
}
