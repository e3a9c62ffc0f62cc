//! One entry of the contact log: its outcome, the agreed action, and the proposal.

use super::*;
use MeetingOutcome::{Advance, Continuation, NoSale, Order};

fn with(outcome: Option<MeetingOutcome>, action: Option<AgreedAction>, words: &str) -> Contact {
    Contact { outcome, action, action_words: words.to_owned(), ..Contact::default() }
}

#[test]
fn an_advance_without_an_action_is_proposed_as_continuation() {
    let mut contact = with(Some(Advance), None, "");
    let proposal = contact.proposal().unwrap();
    assert_eq!((proposal.id(), proposal.outcome()), ("advance-without-action", Continuation));
    assert_eq!(contact.outcome, Some(Advance), "the entered outcome is kept");

    contact.action_words = "  \u{200B}".to_owned();
    assert_eq!(contact.proposal(), Some(Proposal::AdvanceWithoutAction), "a blank text is not an action");
    for action in AgreedAction::ALL {
        let agreed = changed(&contact, ContactEdit::Action(Some(action)));
        assert_eq!(agreed.proposal(), None, "{action:?}");
        let taken_back = changed(&agreed, ContactEdit::Action(None));
        assert_eq!((taken_back.proposal(), taken_back.outcome), (Some(Proposal::AdvanceWithoutAction), Some(Advance)));
    }
    contact.action_words = "他去找厂长要预算".to_owned();
    assert_eq!(contact.proposal(), None, "free text counts as an action");
    let continued = changed(&with(Some(Advance), None, ""), ContactEdit::Outcome(Some(proposal.outcome())));
    assert_eq!(continued.proposal(), None, "following the proposal resolves it");
}

#[test]
fn a_continuation_with_an_action_is_proposed_as_advance() {
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
fn only_an_unsupported_advance_counts_as_something_else() {
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
fn each_edit_changes_only_its_own_field() {
    let blank = || Contact { id: "a".to_owned(), ..Contact::default() };
    let people = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect::<Vec<_>>();
    let edit = |edit: ContactEdit| Edit::Contact("a".to_owned(), edit);
    let text = |text| Edit::Text(TextField::Contact("a".to_owned(), text), "<b>".to_owned());
    let action = Some(AgreedAction::Trial);
    let table = [
        (
            DateField::Contact("a".to_owned(), &fields::contact::DATE).edit(TODAY.to_owned()),
            Contact { date: Some(date(TODAY)), ..blank() },
        ),
        (edit(ContactEdit::Met("p1".to_owned(), true)), Contact { people: people(&["p1"]), ..blank() }),
        (edit(ContactEdit::Met("p1".to_owned(), false)), blank()),
        (edit(ContactEdit::Outcome(Some(NoSale))), Contact { outcome: Some(NoSale), ..blank() }),
        (edit(ContactEdit::Action(action)), Contact { action, ..blank() }),
        (text(&fields::contact::ACTION_WORDS), Contact { action_words: "<b>".to_owned(), ..blank() }),
        (text(&fields::contact::NOTE), Contact { note: "<b>".to_owned(), ..blank() }),
    ];
    for (edit, expected) in table {
        let other = met("b", "", None);
        let mut deal = Deal { log: vec![other.clone(), blank()], ..Deal::new("d") };
        deal.apply(edit.clone());
        assert_eq!(deal, Deal { log: vec![other, expected], ..Deal::new("d") }, "{edit:?}");
    }
    let mut contact = blank();
    for (id, is_met) in [("p1", true), ("p2", true), ("p1", true), ("p1", false), ("p3", true)] {
        contact = changed(&contact, ContactEdit::Met(id.to_owned(), is_met));
    }
    assert_eq!(contact.people, people(&["p2", "p3"]), "a person is listed once");
}

#[test]
fn texts_and_days_are_stored_under_their_keys() {
    let contact =
        Contact { action_words: "试机".to_owned(), note: "贵".to_owned(), ..Contact::new("a", date(TODAY)) };
    let deal = Deal { log: vec![contact], ..Deal::new("d") };
    let read = |id: &str, text| TextField::Contact(id.to_owned(), text).read(&deal);
    assert_eq!((read("a", &fields::contact::ACTION_WORDS), read("a", &fields::contact::NOTE)), ("试机", "贵"));
    assert_eq!(
        (read("x", &fields::contact::NOTE), DateField::Contact("x".to_owned(), &fields::contact::DATE).read(&deal)),
        ("", None)
    );
    assert_eq!(DateField::Contact("a".to_owned(), &fields::contact::DATE).show(&deal), TODAY);
}

#[test]
fn an_unreadable_day_is_kept_as_typed() {
    let field = DateField::Contact("a".to_owned(), &fields::contact::DATE);
    let mut deal = Deal { log: vec![Contact::new("a", date(TODAY))], ..Deal::new("d") };
    deal.apply(field.edit("2026-02-30".to_owned()));
    assert_eq!((deal.log[0].date, field.show(&deal).as_str()), (None, "2026-02-30"));
    deal = decode("d", &encode(&deal)).unwrap();
    assert_eq!(field.show(&deal), "2026-02-30", "unread text is stored");
    deal.apply(Edit::RemoveContact("a".to_owned()));
    assert!(deal.unread.is_empty(), "unread texts are removed with the entry");
}

#[test]
fn outcomes_and_actions_have_unique_codes_and_labels() {
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
