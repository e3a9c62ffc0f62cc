//! The contact log and the visits of a deal.

use abacus_deals::{AgreedAction, Check, Contact, MeetingOutcome, Quadrants, Question, Spin, Visit};
use proptest::prelude::*;

use super::{any_date, any_extra, any_text, maybe};

pub(crate) fn any_contact() -> BoxedStrategy<Contact> {
    let action = prop::option::of(prop::sample::select(&AgreedAction::ALL[..]));
    let people = prop::collection::vec(any_text(), 0..3);
    let texts = prop::array::uniform4(any_text());
    ((any_date(), maybe(&MeetingOutcome::ALL), action, maybe(&MeetingOutcome::ALL)), people, texts, any_extra())
        .prop_map(|((date, outcome, action, expected), people, texts, extra)| {
            let [action_words, note, goal, expected_words] = texts;
            Contact {
                id: String::new(),
                date,
                people,
                outcome,
                action,
                action_words,
                note,
                goal,
                expected,
                expected_words,
                extra,
            }
        })
        .boxed()
}

fn any_check() -> BoxedStrategy<Check> {
    (any::<bool>(), any_text(), any_extra()).prop_map(|(done, line, extra)| Check { done, line, extra }).boxed()
}

fn any_question() -> BoxedStrategy<Question> {
    let kind = prop::sample::select(&Spin::ALL[..]);
    (kind, any_text(), prop::option::of(any_text()), any_extra())
        .prop_map(|(kind, text, person, extra)| Question { id: String::new(), kind, text, person, extra })
        .boxed()
}

pub(crate) fn any_visit() -> BoxedStrategy<Visit> {
    let checks = (prop::array::uniform4(any_check()), any_extra());
    let questions = prop::collection::vec(any_question(), 0..3);
    (any_contact(), questions, checks, prop::option::of(any_text()))
        .prop_map(|(contact, questions, ([facts, order, people, vision], extra), logged)| Visit {
            id: String::new(),
            date: contact.date,
            goal: contact.goal,
            expected: contact.expected,
            expected_words: contact.expected_words,
            people: contact.people,
            questions: questions.into_iter().zip(0..).map(|(q, i)| Question { id: format!("q{i}"), ..q }).collect(),
            quadrants: Quadrants { facts, order, people, vision, extra },
            logged,
            extra: contact.extra,
        })
        .boxed()
}
