mod advice;
mod advice_acts;
mod advice_rules;
use crate::any;
mod books;
mod case_list;
mod conflicts;
mod coverage;
mod coverage_slots;
mod dates;
mod demos;
mod edits;
mod funnels;
mod inputs;
mod means;
mod merging;
mod orders;
mod plots;
mod records;
mod routes;
mod scripts;
mod snapshots;
mod steps;
mod table;
mod targets;
mod views;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::fields::{self, DealField};
use abacus_deals::{
    Advice, Bead, Book, Contact, ContactEdit, Coverage, Currency, DateField, DatedStance, Deal, DealError, Edit, End,
    GuideTest, GuideTests, Influence, Invoice, JsonKind, LatePaymentCost, MeetingOutcome, NeedKind, NextStep,
    NumberField, Person, PersonEdit, Quadrant, Question, Role, Snapshot, Stage, StageHistory, Stance, TextField, Typed,
    Visit,
};
use abacus_deals::{Assessment, AssessmentEdit, Grade, Ground, Lead, Letter, Score, SubScore, ValueClass};
use abacus_deals::{
    advice_rules, advise, attention, decode, demo, encode, export, id_of, key, listing, merge, migrations,
    needing_attention, number_edits, number_error, set_aside,
};
use abacus_vault::{BookError, Resolution, reconcile, valid_id};
use proptest::prelude::*;
use rust_decimal::Decimal;
use serde_json::{Map, Value, json};

const TODAY: &str = "2026-03-02";

#[track_caller]
fn date(text: &str) -> Date {
    text.parse().unwrap()
}

#[track_caller]
fn amount(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn person(name: &str, roles: &[Role]) -> Person {
    Person { name: name.to_owned(), roles: roles.to_vec(), ..Person::default() }
}

fn guide(name: &str, credible: bool, trusts_us: bool, wants_us: bool) -> Person {
    let tests = GuideTests { credible, trusts_us, wants_us, ..GuideTests::default() };
    Person { name: name.to_owned(), guide: Some(tests), ..Person::default() }
}

/// People with the ids that decoding assigns.
fn numbered(people: Vec<Person>) -> Vec<Person> {
    (1..).zip(people).map(|(number, person)| Person { id: format!("p{number}"), ..person }).collect()
}

fn step(action: &str, day: Option<&str>) -> NextStep {
    NextStep { action: action.to_owned(), date: day.map(date), ..NextStep::default() }
}

fn with_people(people: Vec<Person>) -> Deal {
    Deal { people: numbered(people), ..Deal::new("d") }
}

fn complete() -> Deal {
    Deal {
        customer: "华东机床".to_owned(),
        salesperson: "陈晨".to_owned(),
        people: numbered(vec![
            person("李雷", &[Role::User]),
            person("赵敏", &[Role::DecisionMaker]),
            guide("王芳", true, true, true),
        ]),
        next_step: step("现场演示", Some("2026-03-03")),
        ..Deal::new("d")
    }
}

fn apply(book: &mut Book, id: &str, edit: Edit) -> Result<(), BookError> {
    book.change(id, |deal| deal.apply(edit))
}
