//! What holds for the assessment of a deal: scores and classes, openings, factors, grades, the two
//! readings of a customer, its record, and what many assessments say together.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test stops at what should not be"
)]

mod customers;
mod factors;
mod grades;
mod openings;
mod portfolios;
mod records;
mod values;
mod words;

use abacus_core::Decimal;
use abacus_core::deals::{
    Assessment, AssessmentEdit, ContactDays, Date, Deal, Edit, Factor, Factors, Finding, Grade, Graded, Ground, Kind,
    Lead, Letter, Level, Mean, Need, Opening, OpeningKind, Portfolio, Position, PotentialClass, Rating, Reading, Score,
    Scores, Side, Size, Spot, SubScore, Unreadable, Urgency, ValueClass, decode, encode, spots,
};
use abacus_core::text::{Locale, Text};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const TODAY: &str = "2026-03-02";

#[track_caller]
fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// An assessment after these changes.
fn assessed(edits: impl IntoIterator<Item = AssessmentEdit>) -> Assessment {
    let mut assessment = Assessment::default();
    edits.into_iter().for_each(|edit| assessment.apply(edit));
    assessment
}

fn scored(scores: &[(SubScore, u8)]) -> Assessment {
    assessed(scores.iter().map(|(what, points)| AssessmentEdit::Score(*what, Score::new(*points))))
}

fn opened(ground: Ground, lead: Lead) -> Assessment {
    assessed([AssessmentEdit::Ground(Some(ground)), AssessmentEdit::Lead(Some(lead))])
}

/// The lines of a table as cells; a cell in quotes may hold commas.
fn rows(csv: &str) -> Vec<Vec<String>> {
    csv.lines().skip(1).map(cells).collect()
}

fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for character in line.chars() {
        match character {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().unwrap().push(other),
        }
    }
    cells
}

/// Any judgement about a deal, and none about what is left out.
fn any_assessment() -> impl Strategy<Value = Assessment> {
    let score = (1..=10_u8).prop_map(|points| Score::new(points).unwrap());
    let scores = prop::collection::btree_map(prop::sample::select(&SubScore::ALL[..]), score, 0..=5);
    let ratings = prop::sample::select(&Rating::ALL[..]);
    let factors = prop::collection::btree_map(prop::sample::select(&Factor::ALL[..]), ratings, 0..=6);
    let opening = (maybe(&Ground::ALL), maybe(&Lead::ALL));
    let days = prop::option::of((1..=999_u16).prop_map(|days| ContactDays::new(days).unwrap()));
    let grade = (maybe(&Need::ALL), maybe(&Grade::ALL), days);
    let customer = (maybe(&Level::ALL), maybe(&Level::ALL), maybe(&Size::ALL), maybe(&Size::ALL));
    (scores, any_fields(), factors, any_fields(), opening, grade, customer, maybe(&Urgency::ALL), any_fields())
        .prop_map(|(given, more_scores, rated, more_factors, opening, grade, customer, urgency, extra)| Assessment {
            value: Scores { given, extra: more_scores },
            ground: opening.0,
            lead: opening.1,
            factors: Factors { rated, extra: more_factors },
            need: grade.0,
            grade: grade.1,
            contact_days: grade.2,
            buying_potential: customer.0,
            share: customer.1,
            current_value: customer.2,
            future_value: customer.3,
            urgency,
            extra,
        })
}

fn maybe<T: Copy + std::fmt::Debug>(all: &'static [T]) -> impl Strategy<Value = Option<T>> {
    prop::option::of(prop::sample::select(all))
}

/// Fields that this version does not know.
fn any_fields() -> impl Strategy<Value = Map<String, Value>> {
    let value = prop::sample::select(vec![json!(null), json!(false), json!("\u{202E}😀"), json!([1, {"a": {}}])]);
    let name = prop::sample::select(vec!["", "x", "更多"]).prop_map(str::to_owned);
    prop::collection::btree_map(name, value, 0..3).prop_map(|fields| fields.into_iter().collect())
}
