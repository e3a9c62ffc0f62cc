//! A visit in the record of its deal. What is empty is left out.

use serde_json::{Map, Value};

use super::{Check, Quadrant, Quadrants, Question, Spin, Visit};
use crate::contact::MeetingOutcome;
use crate::fields::Fields;
use crate::record::write::{put, put_object, put_some, put_text, put_texts};
use crate::record::{name_apart, put_list};
use crate::unreadable::Unreadable;

pub(crate) fn read(mut fields: Fields) -> Result<Visit, Unreadable> {
    let mut questions = fields.list("questions", read_question)?;
    name_apart("q", questions.iter_mut().map(|question| &mut question.id));
    Ok(Visit {
        id: fields.text("id")?,
        date: fields.date("date")?,
        goal: fields.text("goal")?,
        expected: fields.word("expected", MeetingOutcome::from_code)?,
        expected_words: fields.text("expected_words")?,
        people: fields.words("people", |id| Some(id.to_owned()))?,
        questions,
        quadrants: read_quadrants(fields.object("quadrants")?)?,
        logged: fields.optional_text("logged")?,
        extra: fields.rest(),
    })
}

pub(crate) fn write(visit: &Visit) -> Map<String, Value> {
    let mut object = visit.extra.clone();
    put(&mut object, "id", visit.id.as_str());
    put_some(&mut object, "date", visit.date);
    put_text(&mut object, "goal", &visit.goal);
    put_some(&mut object, "expected", visit.expected.map(MeetingOutcome::code));
    put_text(&mut object, "expected_words", &visit.expected_words);
    put_texts(&mut object, "people", visit.people.iter().map(String::as_str));
    put_list(&mut object, "questions", &visit.questions, write_question);
    put_object(&mut object, "quadrants", write_quadrants(&visit.quadrants));
    put_some(&mut object, "logged", visit.logged.as_ref());
    object
}

fn read_question(mut fields: Fields) -> Result<Question, Unreadable> {
    Ok(Question {
        id: fields.text("id")?,
        kind: fields.word("kind", Spin::from_code)?.unwrap_or_default(),
        text: fields.text("text")?,
        person: fields.optional_text("person")?,
        extra: fields.rest(),
    })
}

fn write_question(question: &Question) -> Map<String, Value> {
    let mut object = question.extra.clone();
    put(&mut object, "id", question.id.as_str());
    put(&mut object, "kind", question.kind.code());
    put_text(&mut object, "text", &question.text);
    put_some(&mut object, "person", question.person.as_ref());
    object
}

fn read_quadrants(mut fields: Fields) -> Result<Quadrants, Unreadable> {
    let mut quadrants = Quadrants::default();
    for quadrant in Quadrant::ALL {
        let mut check = fields.object(quadrant.code())?;
        *quadrants.get_mut(quadrant) =
            Check { done: check.flag("done")?, line: check.text("line")?, extra: check.rest() };
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
        put_text(&mut fields, "line", &check.line);
        put_object(&mut object, quadrant.code(), fields);
    }
    object
}
