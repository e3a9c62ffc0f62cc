//! Reading and writing an assessment in the record of its deal. Missing judgements are omitted, so an empty assessment
//! is an empty object.

use serde_json::{Map, Value};

use super::reader::ObjectReader;
use super::write::{put_object, put_text};
use crate::assessment::{
    Assessment, Chance, ContactDays, Contender, Factor, Factors, Grade, Ground, Lead, Level, Need, Purchase, Rating,
    Score, Scores, Size, SubScore, Tas, TasAnswer, TasLine, TasQuestion, Urgency,
};
use crate::error::DealError;
use crate::fields::tas::{EVIDENCE, RIVAL};

pub(super) fn read(mut fields: ObjectReader<'_>) -> Result<Assessment, DealError> {
    if fields.is_empty() {
        return Ok(Assessment::default());
    }
    Ok(Assessment {
        value: read_scores(fields.object("value")?)?,
        ground: fields.word("ground", Ground::from_code)?,
        lead: fields.word("lead", Lead::from_code)?,
        factors: read_factors(fields.object("factors")?)?,
        need: fields.word("need", Need::from_code)?,
        chance: fields.word("chance", Chance::from_code)?,
        purchase: fields.word("purchase", Purchase::from_code)?,
        grade: fields.word("grade", Grade::from_code)?,
        contact_days: fields.bounded("contact_days", ContactDays::BOUNDS)?.and_then(ContactDays::new),
        buying_potential: fields.word("buying_potential", Level::from_code)?,
        share: fields.word("share", Level::from_code)?,
        current_value: fields.word("current_value", Size::from_code)?,
        future_value: fields.word("future_value", Size::from_code)?,
        urgency: fields.word("urgency", Urgency::from_code)?,
        tas: read_tas(fields.object("tas")?)?,
        extra: fields.rest(),
    })
}

pub(super) fn write(assessment: &Assessment) -> Map<String, Value> {
    let mut object = assessment.extra.clone();
    put(&mut object, "value", write_scores(&assessment.value));
    put(&mut object, "ground", assessment.ground.map(Ground::code));
    put(&mut object, "lead", assessment.lead.map(Lead::code));
    put(&mut object, "factors", write_factors(&assessment.factors));
    put(&mut object, "need", assessment.need.map(Need::code));
    put(&mut object, "chance", assessment.chance.map(Chance::code));
    put(&mut object, "purchase", assessment.purchase.map(Purchase::code));
    put(&mut object, "grade", assessment.grade.map(Grade::code));
    put(&mut object, "contact_days", assessment.contact_days.map(ContactDays::days));
    put(&mut object, "buying_potential", assessment.buying_potential.map(Level::code));
    put(&mut object, "share", assessment.share.map(Level::code));
    put(&mut object, "current_value", assessment.current_value.map(Size::code));
    put(&mut object, "future_value", assessment.future_value.map(Size::code));
    put(&mut object, "urgency", assessment.urgency.map(Urgency::code));
    put_object(&mut object, "tas", write_tas(&assessment.tas));
    object
}

fn read_scores(mut fields: ObjectReader<'_>) -> Result<Scores, DealError> {
    let mut scores = Scores::default();
    for what in SubScore::ALL {
        let points = fields.bounded(what.code(), Score::BOUNDS)?;
        if let Some(score) = points.and_then(Score::new) {
            scores.given.insert(what, score);
        }
    }
    scores.extra = fields.rest();
    Ok(scores)
}

fn write_scores(scores: &Scores) -> Option<Map<String, Value>> {
    let mut object = scores.extra.clone();
    for (what, score) in &scores.given {
        put(&mut object, what.code(), Some(score.points()));
    }
    (!object.is_empty()).then_some(object)
}

fn read_factors(mut fields: ObjectReader<'_>) -> Result<Factors, DealError> {
    let mut factors = Factors::default();
    for factor in Factor::ALL {
        if let Some(rating) = fields.word(factor.code(), Rating::from_code)? {
            factors.rated.insert(factor, rating);
        }
    }
    factors.extra = fields.rest();
    Ok(factors)
}

fn write_factors(factors: &Factors) -> Option<Map<String, Value>> {
    let mut object = factors.extra.clone();
    for (factor, rating) in &factors.rated {
        put(&mut object, factor.code(), Some(rating.code()));
    }
    (!object.is_empty()).then_some(object)
}

fn read_tas(mut fields: ObjectReader<'_>) -> Result<Tas, DealError> {
    let mut tas = Tas::default();
    for who in Contender::ALL {
        let mut object = fields.object(who.code())?;
        let chances = tas.of_mut(who);
        chances.name = object.text(RIVAL.meta.key)?;
        for question in TasQuestion::ALL {
            let mut line = object.object(question.code())?;
            *chances.line_mut(question) = TasLine {
                answer: line.word("answer", TasAnswer::from_code)?,
                evidence: line.text(EVIDENCE.meta.key)?,
                extra: line.rest(),
            };
        }
        chances.extra = object.rest();
    }
    tas.extra = fields.rest();
    Ok(tas)
}

fn write_tas(tas: &Tas) -> Map<String, Value> {
    let mut object = tas.extra.clone();
    for who in Contender::ALL {
        let chances = tas.of(who);
        let mut of = chances.extra.clone();
        put_text(&mut of, RIVAL.meta.key, &chances.name);
        for question in TasQuestion::ALL {
            let line = chances.line(question);
            let mut fields = line.extra.clone();
            put(&mut fields, "answer", line.answer.map(TasAnswer::code));
            put_text(&mut fields, EVIDENCE.meta.key, &line.evidence);
            put_object(&mut of, question.code(), fields);
        }
        put_object(&mut object, who.code(), of);
    }
    object
}

fn put(object: &mut Map<String, Value>, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), value.into());
    }
}
