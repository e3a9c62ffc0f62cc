//! Reading and writing a visit in the record of its deal. Empty fields are omitted.

use serde_json::{Map, Value};

use super::fields::{read_dates, read_texts, write_dates, write_texts};
use super::reader::ObjectReader;
use super::write::{put, put_list, put_object, put_some, put_text, put_texts};
use crate::contact::MeetingOutcome;
use crate::error::DealError;
use crate::fields::visit;
use crate::lists::ensure_unique_ids;
use crate::visit::{Check, Quadrant, Quadrants, Question, Source, Spin, SuccessCase, Visit};

pub(super) fn read(mut record: ObjectReader<'_>) -> Result<Visit, DealError> {
    let mut questions = record.list("questions", read_question)?;
    ensure_unique_ids("q", questions.iter_mut().map(|question| &mut question.id));
    let mut visit = Visit {
        id: record.text("id")?,
        expected: record.word("expected", MeetingOutcome::from_code)?,
        people: record.words("people", |id| Some(id.to_owned()))?,
        questions,
        quadrants: read_quadrants(record.object("quadrants")?)?,
        case: read_case(record.object("case")?)?,
        logged: record.optional_text("logged")?,
        ..Visit::default()
    };
    read_dates(visit::DATES, &mut visit, &mut record)?;
    read_texts(visit::TEXTS, &mut visit, &mut record)?;
    visit.extra = record.rest();
    Ok(visit)
}

pub(super) fn write(visit: &Visit) -> Map<String, Value> {
    let mut object = visit.extra.clone();
    put(&mut object, "id", visit.id.as_str());
    put_some(&mut object, "expected", visit.expected.map(MeetingOutcome::code));
    put_texts(&mut object, "people", visit.people.iter().map(String::as_str));
    put_list(&mut object, "questions", &visit.questions, write_question);
    put_object(&mut object, "quadrants", write_quadrants(&visit.quadrants));
    put_object(&mut object, "case", write_case(&visit.case));
    put_some(&mut object, "logged", visit.logged.as_ref());
    write_dates(visit::DATES, visit, &mut object);
    write_texts(visit::TEXTS, visit, &mut object);
    object
}

fn read_question(mut record: ObjectReader<'_>) -> Result<Question, DealError> {
    Ok(Question {
        id: record.text("id")?,
        kind: record.word("kind", Spin::from_code)?.unwrap_or_default(),
        text: record.text(visit::QUESTION.meta.key)?,
        person: record.optional_text("person")?,
        source: record.word("source", Source::from_code)?.unwrap_or_default(),
        answer: record.text(visit::ANSWER.meta.key)?,
        extra: record.rest(),
    })
}

fn write_question(question: &Question) -> Map<String, Value> {
    let mut object = question.extra.clone();
    put(&mut object, "id", question.id.as_str());
    put(&mut object, "kind", question.kind.code());
    put_text(&mut object, visit::QUESTION.meta.key, &question.text);
    put_some(&mut object, "person", question.person.as_ref());
    if question.source != Source::default() {
        put(&mut object, "source", question.source.code());
    }
    put_text(&mut object, visit::ANSWER.meta.key, &question.answer);
    object
}

fn read_case(mut record: ObjectReader<'_>) -> Result<SuccessCase, DealError> {
    let mut case = SuccessCase::default();
    read_texts(visit::CASE, &mut case, &mut record)?;
    case.extra = record.rest();
    Ok(case)
}

fn write_case(case: &SuccessCase) -> Map<String, Value> {
    let mut object = case.extra.clone();
    write_texts(visit::CASE, case, &mut object);
    object
}

fn read_quadrants(mut fields: ObjectReader<'_>) -> Result<Quadrants, DealError> {
    let mut quadrants = Quadrants::default();
    for quadrant in Quadrant::ALL {
        let mut check = fields.object(quadrant.code())?;
        *quadrants.get_mut(quadrant) = Check {
            done: check.flag("done")?,
            thought: check.words("thought", |code| Some(code.to_owned()))?,
            line: check.text(visit::LINE.meta.key)?,
            extra: check.rest(),
        };
    }
    Ok(Quadrants { extra: fields.rest(), ..quadrants })
}

fn write_quadrants(quadrants: &Quadrants) -> Map<String, Value> {
    let mut object = quadrants.extra.clone();
    for quadrant in Quadrant::ALL {
        let check = quadrants.get(quadrant);
        let mut fields = check.extra.clone();
        if check.done {
            put(&mut fields, "done", true);
        }
        put_texts(&mut fields, "thought", check.thought.iter().map(String::as_str));
        put_text(&mut fields, visit::LINE.meta.key, &check.line);
        put_object(&mut object, quadrant.code(), fields);
    }
    object
}
