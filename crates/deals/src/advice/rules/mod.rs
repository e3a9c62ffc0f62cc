//! The rules in order of urgency: first what is late, then what endangers the deal, then what the 1+2+1 pattern (S2)
//! lacks. To add a rule, add a file named after its id and a line in the order below.

mod contact_overdue;
mod continuations;
mod exits_open;
mod expected_close_passed;
mod gate_open_at_commitment;
mod guide_is_insider;
mod invoice_overdue;
mod next_step_overdue;
mod next_step_today;
mod next_step_undated;
mod no_decision_maker;
mod no_guide;
mod no_next_step;
mod no_salesperson;
mod nobody_moved;
mod nobody_supports;
mod opposed;
mod order_won;
mod paid_not_ended;
mod people_due;
mod person_overdue;
mod thin_climate;

use super::rule::{CheckOfRule, Rule};

/// Rules for every stage. They decide which deals need attention today.
pub(super) static ALWAYS: &[&Rule] = &[
    &order_won::RULE,
    &paid_not_ended::RULE,
    &next_step_overdue::RULE,
    &next_step_today::RULE,
    &invoice_overdue::RULE,
    &people_due::RULE,
    &no_next_step::RULE,
    &next_step_undated::RULE,
    &contact_overdue::RULE,
    &person_overdue::RULE,
];

/// The same rules without their sentences, so that a program that uses only these does not contain the sentences.
pub(super) static CHECKS: &[CheckOfRule] = &[
    (order_won::RULE.id, order_won::check),
    (paid_not_ended::RULE.id, paid_not_ended::check),
    (next_step_overdue::RULE.id, next_step_overdue::check),
    (next_step_today::RULE.id, next_step_today::check),
    (invoice_overdue::RULE.id, invoice_overdue::check),
    (people_due::RULE.id, people_due::check),
    (no_next_step::RULE.id, no_next_step::check),
    (next_step_undated::RULE.id, next_step_undated::check),
    (contact_overdue::RULE.id, contact_overdue::check),
    (person_overdue::RULE.id, person_overdue::check),
];

/// Rules about what may prevent the order.
pub(super) static WHILE_SELLING: &[&Rule] = &[
    &continuations::RULE,
    &expected_close_passed::RULE,
    &gate_open_at_commitment::RULE,
    &opposed::RULE,
    &no_guide::RULE,
    &guide_is_insider::RULE,
    &thin_climate::RULE,
    &no_decision_maker::RULE,
    &nobody_supports::RULE,
    &no_salesperson::RULE,
    &nobody_moved::RULE,
    &exits_open::RULE,
];
