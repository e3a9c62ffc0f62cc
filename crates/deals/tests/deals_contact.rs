use crate::any;
mod calendars;
mod cards;
mod contacts;
mod debriefs;
mod logs;
mod records;
mod stage_history;
mod visits;

use abacus_core::date::Date;
use abacus_core::text::{Locale, Text};
use abacus_deals::fields;
use abacus_deals::{AgreedAction, Check, Contact, ContactEdit, DateField, Deal, Edit};
use abacus_deals::{
    DealError, MeetingOutcome, Proposal, Quadrant, Quadrants, Question, Source, Spin, Stage, TextField,
};
use abacus_deals::{Visit, VisitEdit, VisitGap, decode, encode, listed_visits, log};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const TODAY: &str = "2026-03-02";

#[track_caller]
fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// An entry of that day (none for an empty text) with this outcome.
fn met(id: &str, day: &str, outcome: Option<MeetingOutcome>) -> Contact {
    Contact { id: id.to_owned(), date: day.parse().ok(), outcome, ..Contact::default() }
}

fn changed(contact: &Contact, edit: ContactEdit) -> Contact {
    let mut deal = Deal { log: vec![contact.clone()], ..Deal::new("d") };
    deal.apply(Edit::Contact(contact.id.clone(), edit));
    deal.log.remove(0)
}

fn prepared_further(visit: &Visit, edit: VisitEdit) -> Visit {
    let mut deal = Deal { visits: vec![visit.clone()], ..Deal::new("d") };
    deal.apply(Edit::Visit(visit.id.clone(), edit));
    deal.visits.remove(0)
}

/// An advance with an agreed action.
fn advance(id: &str, day: &str) -> Contact {
    Contact { action: Some(AgreedAction::Trial), ..met(id, day, Some(MeetingOutcome::Advance)) }
}

fn ids(contacts: &[&Contact]) -> Vec<String> {
    contacts.iter().map(|contact| contact.id.clone()).collect()
}

#[track_caller]
fn is_a_sentence(text: &str, locale: Locale) {
    let ends: &[char] = if locale == Locale::Zh { &['。', '？'] } else { &['.', '?'] };
    assert!(text.ends_with(ends), "{text}");
}
