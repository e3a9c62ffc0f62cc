//! A visit in the record of its deal. What is empty is left out.

use serde_json::{Map, Value};

use super::{Check, Quadrant, Quadrants, Question, Spin, Visit};
use crate::deals::contact::MeetingOutcome;
use crate::deals::fields::Fields;
use crate::deals::items::with_ids;
use crate::deals::record::{put_all, put_list, put_some, put_text, put_texts};
use crate::deals::unreadable::Unreadable;

pub(in crate::deals) fn read(mut fields: Fields) -> Result<Visit, Unreadable> {
    let questions = fields.objects("questions")?.into_iter().map(read_question).collect::<Result<_, _>>()?;
    Ok(Visit {
        id: fields.text("id")?,
        date: fields.date("date")?,
        goal: fields.text("goal")?,
        expected: fields.word("expected", MeetingOutcome::from_code)?,
        expected_words: fields.text("expected_words")?,
        people: fields.words("people", |id| Some(id.to_owned()))?,
        questions: with_ids(questions, "q"),
        quadrants: read_quadrants(fields.object("quadrants")?)?,
        logged: fields.optional_text("logged")?,
        unread: fields.texts("unread")?,
        extra: fields.rest(),
    })
}

pub(in crate::deals) fn write(visit: &Visit) -> Value {
    let mut object = visit.extra.clone();
    put_text(&mut object, "id", &visit.id);
    put_some(&mut object, "date", visit.date);
    put_text(&mut object, "goal", &visit.goal);
    put_some(&mut object, "expected", visit.expected.map(MeetingOutcome::code));
    put_text(&mut object, "expected_words", &visit.expected_words);
    put_list(&mut object, "people", visit.people.iter().map(String::as_str));
    put_list(&mut object, "questions", visit.questions.iter().map(write_question));
    put_all(&mut object, "quadrants", write_quadrants(&visit.quadrants));
    put_some(&mut object, "logged", visit.logged.as_ref());
    put_texts(&mut object, "unread", &visit.unread);
    Value::Object(object)
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

fn write_question(question: &Question) -> Value {
    let mut object = question.extra.clone();
    put_text(&mut object, "id", &question.id);
    put_text(&mut object, "kind", question.kind.code());
    put_text(&mut object, "text", &question.text);
    put_some(&mut object, "person", question.person.as_ref());
    Value::Object(object)
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
            fields.insert("done".to_owned(), true.into());
        }
        put_text(&mut fields, "line", &check.line);
        put_all(&mut object, quadrant.code(), fields);
    }
    object
}
