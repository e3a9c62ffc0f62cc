//! An entry of the contact log in the record of its deal. What is empty is left out: the log is the
//! part of a record that grows.

use serde_json::{Map, Value};

use super::{AgreedAction, Contact, MeetingOutcome};
use crate::fields::Fields;
use crate::record::write::{put, put_some, put_text, put_texts};
use crate::unreadable::Unreadable;

pub(crate) fn read(mut fields: Fields) -> Result<Contact, Unreadable> {
    Ok(Contact {
        id: fields.text("id")?,
        date: fields.date("date")?,
        people: fields.words("people", |id| Some(id.to_owned()))?,
        outcome: fields.word("outcome", MeetingOutcome::from_code)?,
        action: fields.word("action", AgreedAction::from_code)?,
        action_words: fields.text("action_words")?,
        note: fields.text("note")?,
        goal: fields.text("goal")?,
        expected: fields.word("expected", MeetingOutcome::from_code)?,
        expected_words: fields.text("expected_words")?,
        extra: fields.rest(),
    })
}

pub(crate) fn write(contact: &Contact) -> Map<String, Value> {
    let mut object = contact.extra.clone();
    put(&mut object, "id", contact.id.as_str());
    put_some(&mut object, "date", contact.date);
    put_texts(&mut object, "people", contact.people.iter().map(String::as_str));
    put_some(&mut object, "outcome", contact.outcome.map(MeetingOutcome::code));
    put_some(&mut object, "action", contact.action.map(AgreedAction::code));
    put_text(&mut object, "action_words", &contact.action_words);
    put_text(&mut object, "note", &contact.note);
    put_text(&mut object, "goal", &contact.goal);
    put_some(&mut object, "expected", contact.expected.map(MeetingOutcome::code));
    put_text(&mut object, "expected_words", &contact.expected_words);
    object
}
