use crate::any;
mod customers;
mod factors;
mod grades;
mod openings;
mod portfolios;
mod records;
mod values;
mod words;

use abacus_core::Decimal;
use abacus_core::date::Date;
use abacus_core::text::{Locale, Text};
use abacus_deals::{
    Assessment, AssessmentEdit, Chance, ContactDays, Deal, DealError, Edit, Factor, Factors, FindingKind, Front, Grade,
    Graded, Ground, JsonKind, Lead, Letter, Level, Mean, Need, Opening, OpeningKind, Portfolio, PortfolioFinding,
    PortfolioOwner, Position, PotentialClass, Purchase, Rating, Score, Scores, Side, Size, SubScore, Urgency,
    ValueClass, decode, encode,
};
use any::assessment::any_assessment;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const TODAY: &str = "2026-03-02";

#[track_caller]
fn date(text: &str) -> Date {
    text.parse().unwrap()
}

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

/// The lines of a table as cells; quoted cells may contain commas.
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
