//! Reading and writing an entry of the contact log in the record of its deal. Empty fields are omitted, because the log
//! is the part of a record that grows.

use serde_json::{Map, Value};

use super::fields::{read_dates, read_texts, write_dates, write_texts};
use super::reader::ObjectReader;
use super::write::{put, put_some, put_text, put_texts};
use crate::contact::{AgreedAction, Contact, MeetingOutcome};
use crate::error::DealError;
use crate::fields::contact;

pub(super) fn read(mut record: ObjectReader<'_>) -> Result<Contact, DealError> {
    let mut meeting = Contact {
        id: record.text("id")?,
        people: record.words("people", |id| Some(id.to_owned()))?,
        outcome: record.word("outcome", MeetingOutcome::from_code)?,
        action: record.word("action", AgreedAction::from_code)?,
        goal: record.text("goal")?,
        expected: record.word("expected", MeetingOutcome::from_code)?,
        expected_words: record.text("expected_words")?,
        is_begun: record.flag("begun")?,
        ..Contact::default()
    };
    read_dates(contact::DATES, &mut meeting, &mut record)?;
    read_texts(contact::TEXTS, &mut meeting, &mut record)?;
    meeting.extra = record.rest();
    Ok(meeting)
}

pub(super) fn write(meeting: &Contact) -> Map<String, Value> {
    let mut object = meeting.extra.clone();
    put(&mut object, "id", meeting.id.as_str());
    put_texts(&mut object, "people", meeting.people.iter().map(String::as_str));
    put_some(&mut object, "outcome", meeting.outcome.map(MeetingOutcome::code));
    put_some(&mut object, "action", meeting.action.map(AgreedAction::code));
    put_text(&mut object, "goal", &meeting.goal);
    put_some(&mut object, "expected", meeting.expected.map(MeetingOutcome::code));
    put_text(&mut object, "expected_words", &meeting.expected_words);
    if meeting.is_begun {
        put(&mut object, "begun", true);
    }
    write_dates(contact::DATES, meeting, &mut object);
    write_texts(contact::TEXTS, meeting, &mut object);
    object
}
