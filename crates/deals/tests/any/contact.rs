use abacus_deals::fields::{contact, visit};
use abacus_deals::{AgreedAction, Check, Contact, MeetingOutcome, Quadrants, Question, Source, Spin, Visit};
use proptest::prelude::*;

use super::{any_date, any_extra, any_text, maybe};

pub(crate) fn any_contact() -> BoxedStrategy<Contact> {
    let action = prop::option::of(prop::sample::select(&AgreedAction::ALL[..]));
    let people = prop::collection::vec(any_text(), 0..3);
    let texts = prop::collection::vec(any_text(), contact::TEXTS.len());
    let planned = (any_text(), maybe(&MeetingOutcome::ALL), any_text());
    ((any_date(), maybe(&MeetingOutcome::ALL), action), people, texts, planned, any_extra())
        .prop_map(|((date, outcome, action), people, texts, (goal, expected, expected_words), extra)| {
            let mut meeting =
                Contact { date, people, outcome, action, goal, expected, expected_words, extra, ..Contact::default() };
            contact::TEXTS.iter().zip(texts).for_each(|(field, text)| *field.value_mut(&mut meeting) = text);
            meeting
        })
        .boxed()
}

fn any_check() -> BoxedStrategy<Check> {
    let thought = prop::collection::vec(any_text(), 0..3);
    (any::<bool>(), thought, any_text(), any_extra())
        .prop_map(|(done, thought, line, extra)| Check { done, thought, line, extra })
        .boxed()
}

fn any_question() -> BoxedStrategy<Question> {
    let kind = prop::sample::select(&Spin::ALL[..]);
    let source = prop::sample::select(&Source::ALL[..]);
    (kind, any_text(), prop::option::of(any_text()), source, any_text(), any_extra())
        .prop_map(|(kind, text, person, source, answer, extra)| Question {
            id: String::new(),
            kind,
            text,
            person,
            source,
            answer,
            extra,
        })
        .boxed()
}

pub(crate) fn any_visit() -> BoxedStrategy<Visit> {
    let checks = (prop::array::uniform4(any_check()), any_extra());
    let questions = prop::collection::vec(any_question(), 0..3);
    let texts = prop::collection::vec(any_text(), visit::TEXTS.len());
    let case = (prop::collection::vec(any_text(), visit::CASE.len()), any_extra());
    (any_contact(), texts, questions, checks, prop::option::of(any_text()), case)
        .prop_map(|(contact, texts, questions, ([facts, order, people, vision], extra), logged, (told, of_case))| {
            let mut visit = Visit {
                date: contact.date,
                expected: contact.expected,
                people: contact.people,
                questions: questions.into_iter().zip(0..).map(|(q, i)| Question { id: format!("q{i}"), ..q }).collect(),
                quadrants: Quadrants { facts, order, people, vision, extra },
                logged,
                extra: contact.extra,
                ..Visit::default()
            };
            visit::TEXTS.iter().zip(texts).for_each(|(field, text)| *field.value_mut(&mut visit) = text);
            visit::CASE.iter().zip(told).for_each(|(field, text)| *field.value_mut(&mut visit.case) = text);
            visit.case.extra = of_case;
            visit
        })
        .boxed()
}
