//! One entry of the contact log: its outcome, the agreed action, and what is proposed.

use super::*;
use MeetingOutcome::{Advance, Continuation, NoSale, Order};

fn with(outcome: Option<MeetingOutcome>, action: Option<AgreedAction>, words: &str) -> Contact {
    Contact { outcome, action, action_words: words.to_owned(), ..Contact::default() }
}

#[test]
fn an_advance_without_an_agreed_action_is_proposed_as_a_continuation_and_told_why() {
    let mut contact = with(Some(Advance), None, "");
    let proposal = contact.proposal().unwrap();
    assert_eq!((proposal.id(), proposal.outcome()), ("advance-without-action", Continuation));
    assert_eq!(contact.outcome, Some(Advance), "what was chosen stays");

    contact.apply(ContactEdit::ActionWords("  \u{200B}".to_owned()));
    assert_eq!(contact.proposal(), Some(Proposal::AdvanceWithoutAction), "nothing that can be seen is no action");
    for action in AgreedAction::ALL {
        let mut contact = contact.clone();
        contact.apply(ContactEdit::Action(Some(action)));
        assert_eq!(contact.proposal(), None, "{action:?}");
        contact.apply(ContactEdit::Action(None));
        assert_eq!((contact.proposal(), contact.outcome), (Some(Proposal::AdvanceWithoutAction), Some(Advance)));
    }
    contact.apply(ContactEdit::ActionWords("他去找厂长要预算".to_owned()));
    assert_eq!(contact.proposal(), None, "one's own words will do");
}

#[test]
fn an_agreed_action_makes_an_advance_of_a_continuation() {
    for outcome in [None, Some(Continuation)] {
        let proposal = with(outcome, Some(AgreedAction::Access), "").proposal().unwrap();
        assert_eq!((proposal.id(), proposal.outcome()), ("action-agreed", Advance));
    }
    for (outcome, action) in [(None, None), (Some(Continuation), None), (Some(NoSale), None), (Some(Order), None)] {
        assert_eq!(with(outcome, action, "").proposal(), None, "{outcome:?}");
    }
    for outcome in [Order, NoSale] {
        assert_eq!(with(Some(outcome), Some(AgreedAction::Trial), "").proposal(), None, "{outcome:?}");
    }
}

#[test]
fn an_unsupported_advance_counts_as_a_continuation_and_everything_else_as_what_it_is() {
    for (contact, counts_as) in [
        (with(None, None, ""), None),
        (with(None, Some(AgreedAction::Trial), ""), None),
        (with(Some(Advance), None, ""), Some(Continuation)),
        (with(Some(Advance), Some(AgreedAction::Trial), ""), Some(Advance)),
        (with(Some(Advance), None, "trial"), Some(Advance)),
        (with(Some(Continuation), None, "trial"), Some(Continuation)),
        (with(Some(Order), None, ""), Some(Order)),
        (with(Some(NoSale), None, ""), Some(NoSale)),
    ] {
        assert_eq!(contact.counts_as(), counts_as, "{contact:?}");
    }
}

#[test]
fn two_of_the_four_outcomes_are_a_success() {
    let success = MeetingOutcome::ALL.map(MeetingOutcome::is_success);
    assert_eq!((MeetingOutcome::ALL, success), ([Order, Advance, Continuation, NoSale], [true, true, false, false]));
}

#[test]
fn each_edit_sets_its_own_field_and_nothing_else() {
    let blank = || Contact { id: "a".to_owned(), ..Contact::default() };
    let people = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let table = [
        (ContactEdit::Date(Ok(Some(date(TODAY)))), Contact { date: Some(date(TODAY)), ..blank() }),
        (ContactEdit::Met("p1".to_owned(), true), Contact { people: people(&["p1"]), ..blank() }),
        (ContactEdit::Met("p1".to_owned(), false), blank()),
        (ContactEdit::Outcome(Some(NoSale)), Contact { outcome: Some(NoSale), ..blank() }),
        (ContactEdit::Action(Some(AgreedAction::Trial)), Contact { action: Some(AgreedAction::Trial), ..blank() }),
        (ContactEdit::ActionWords("试机".to_owned()), Contact { action_words: "试机".to_owned(), ..blank() }),
        (ContactEdit::Note("<b>".to_owned()), Contact { note: "<b>".to_owned(), ..blank() }),
    ];
    for (edit, expected) in table {
        let mut contact = blank();
        contact.apply(edit.clone());
        assert_eq!(contact, expected, "{edit:?}");
    }
    let mut contact = blank();
    for (id, is_met) in [("p1", true), ("p2", true), ("p1", true), ("p1", false), ("p3", true)] {
        contact.apply(ContactEdit::Met(id.to_owned(), is_met));
    }
    assert_eq!(contact.people, people(&["p2", "p3"]), "each person is met once");
}

#[test]
fn a_day_that_cannot_be_read_is_kept_as_typed_until_it_can() {
    let mut contact = Contact::new("a", date(TODAY));
    assert_eq!(contact.typed_date(), TODAY);
    contact.apply(ContactEdit::Date(Err("2026-02-30".to_owned())));
    assert_eq!((contact.date, contact.typed_date().as_str()), (None, "2026-02-30"));
    let mut deal = Deal { log: vec![contact], ..Deal::new("d") };
    deal = decode("d", &encode(&deal)).unwrap();
    assert_eq!(deal.log[0].typed_date(), "2026-02-30", "the typing survives storage");
    deal.apply(Edit::Contact("a".to_owned(), ContactEdit::Date(Ok(None))));
    assert_eq!((deal.log[0].typed_date().as_str(), deal.log[0].unread.len()), ("", 0));
}

#[test]
fn words_have_codes_and_labels_of_their_own() {
    let outcomes = MeetingOutcome::ALL.map(|outcome| (outcome.code(), outcome.label()));
    let actions = AgreedAction::ALL.map(|action| (action.code(), action.label()));
    let all: Vec<(&str, Text)> = outcomes.into_iter().chain(actions).collect();
    assert_eq!(
        all.iter().map(|(code, _)| *code).collect::<Vec<_>>().join(" "),
        "order advance continuation no-sale demonstration access trial budget joint-step"
    );
    for (code, label) in &all {
        assert!(!label.zh.is_empty() && !label.en.is_empty(), "{code}");
        assert_eq!(all.iter().filter(|(_, other)| other == label).count(), 1, "{code}");
    }
    for outcome in MeetingOutcome::ALL {
        assert!(!outcome.meaning().zh.is_empty() && !outcome.meaning().en.is_empty());
    }
    for proposal in [Proposal::AdvanceWithoutAction, Proposal::ActionAgreed] {
        for locale in Locale::ALL {
            is_a_sentence(proposal.reason().get(locale), locale);
        }
    }
}
