//! A meeting recorded in a conversation: its questions, edits and sentence.

use super::*;
use abacus_deals::debrief::{DayShortcut, Debrief, DebriefQuestion, day_shortcuts};
use abacus_deals::{NextStep, Person, Role};

const MET: &str = "2026-11-28";

fn people() -> Vec<Person> {
    let person = |id: &str, name: &str, roles: &[Role]| Person {
        id: id.to_owned(),
        name: name.to_owned(),
        roles: roles.to_vec(),
        ..Person::default()
    };
    vec![person("p1", "郑洁", &[Role::DecisionMaker]), person("p2", " Li\nLei ", &[]), person("p3", "", &[Role::User])]
}

/// A conversation that applies its own edits.
struct Meeting {
    deal: Deal,
    planned: NextStep,
    locale: Locale,
}

impl Meeting {
    fn new(planned: Option<(&str, &str)>, locale: Locale) -> Self {
        let planned = planned.map_or_else(NextStep::default, |(action, day)| NextStep {
            action: action.to_owned(),
            date: day.parse().ok(),
            ..NextStep::default()
        });
        let deal = Deal { people: people(), next_step: planned.clone(), ..Deal::new("d") };
        Self { deal, planned, locale }
    }

    fn debrief(&self) -> Debrief<'_> {
        Debrief::new(&self.deal, "c1", &self.planned, date(MET), self.locale)
    }

    fn make(&mut self, edits: Vec<Edit>) {
        edits.into_iter().for_each(|edit| self.deal.apply(edit));
    }

    fn answer(&mut self, edit: ContactEdit) {
        let edits = self.debrief().answer(Edit::Contact("c1".to_owned(), edit));
        self.make(edits);
    }

    fn words(&mut self, words: &str) {
        let field = TextField::Contact("c1".to_owned(), &fields::contact::ACTION_WORDS);
        let edits = self.debrief().answer(Edit::Text(field, words.to_owned()));
        self.make(edits);
    }

    fn on(&mut self, day: &str) {
        let edits = self.debrief().step_on(day.parse().ok());
        self.make(edits);
    }

    fn typed(&mut self, text: &str) {
        let edits = self.debrief().step_typed(text.to_owned());
        self.make(edits);
    }

    fn sentence(&self) -> String {
        self.debrief().sentence(date(MET))
    }

    fn step(&self) -> (&str, Option<String>) {
        (&self.deal.next_step.action, self.deal.next_step.date.map(|date| date.to_string()))
    }
}

fn met(person: &str) -> ContactEdit {
    ContactEdit::Met(person.to_owned(), true)
}

fn ended(outcome: MeetingOutcome) -> ContactEdit {
    ContactEdit::Outcome(Some(outcome))
}

fn agreed(action: AgreedAction) -> ContactEdit {
    ContactEdit::Action(Some(action))
}

#[test]
fn the_sentence_grows_with_each_answer() {
    for (locale, expected) in [
        (
            Locale::Zh,
            [
                "11月28日见了客户。",
                "11月28日见了郑洁（决策人）。",
                "11月28日见了郑洁（决策人），有进展，还没有约定。",
                "11月28日见了郑洁（决策人），答应引见更高层。",
                "11月28日见了郑洁（决策人），答应引见更高层，12月2日跟进。",
                "11月28日见了郑洁（决策人），答应引见更高层，12月2日送样。",
            ],
        ),
        (
            Locale::En,
            [
                "Met the customer on Nov 28.",
                "Met 郑洁 (decision maker) on Nov 28.",
                "Met 郑洁 (decision maker) on Nov 28: it moved forward, nothing agreed yet.",
                "Met 郑洁 (decision maker) on Nov 28: agreed to introduce us to someone higher up.",
                "Met 郑洁 (decision maker) on Nov 28: agreed to introduce us to someone higher up. Follow up on Dec 2.",
                "Met 郑洁 (decision maker) on Nov 28: agreed to introduce us to someone higher up. Next on Dec 2: 送样.",
            ],
        ),
    ] {
        let mut meeting = Meeting::new(None, locale);
        let mut written = vec![meeting.sentence()];
        let steps: [fn(&mut Meeting); 5] = [
            |meeting| meeting.answer(met("p1")),
            |meeting| meeting.answer(ended(MeetingOutcome::Advance)),
            |meeting| meeting.answer(agreed(AgreedAction::Access)),
            |meeting| meeting.on("2026-12-02"),
            |meeting| meeting.typed("送样。"),
        ];
        for step in steps {
            step(&mut meeting);
            written.push(meeting.sentence());
        }
        assert_eq!(written, expected);
    }
}

#[test]
fn every_outcome_and_action_has_a_sentence_in_both_languages() {
    for locale in Locale::ALL {
        let mut sentences = Vec::new();
        for outcome in MeetingOutcome::ALL {
            let mut meeting = Meeting::new(None, locale);
            meeting.answer(ended(outcome));
            sentences.push(meeting.sentence());
        }
        for action in AgreedAction::ALL {
            let mut meeting = Meeting::new(None, locale);
            meeting.answer(agreed(action));
            sentences.push(meeting.sentence());
        }
        let different: std::collections::BTreeSet<&String> = sentences.iter().collect();
        assert_eq!(different.len(), sentences.len(), "{sentences:?}");
        sentences.iter().for_each(|sentence| is_a_sentence(sentence, locale));
    }
}

#[test]
fn typed_words_stay_on_one_line() {
    let mut meeting = Meeting::new(None, Locale::En);
    meeting.answer(met("p2"));
    meeting.answer(met("p3"));
    meeting.answer(met("gone"));
    meeting.words("visit us\nwith the plant manager.");
    meeting.on("2027-01-04");
    assert_eq!(
        meeting.sentence(),
        "Met Li Lei and the user on Nov 28; agreed: visit us with the plant manager. Follow up on Jan 4, 2027."
    );
    meeting.deal.apply(Edit::Date(DateField::Contact("c1".to_owned(), &fields::contact::DATE), Ok(None)));
    assert!(meeting.sentence().starts_with("Met Li Lei and the user; agreed"), "{}", meeting.sentence());
}

#[test]
fn a_continuation_skips_the_question_about_the_agreement() {
    use DebriefQuestion::{Agreed, Outcome, Step, Who};
    let asked = |answers: &[ContactEdit]| {
        let mut meeting = Meeting::new(None, Locale::Zh);
        answers.iter().cloned().for_each(|answer| meeting.answer(answer));
        meeting.debrief().asked()
    };
    assert_eq!(asked(&[]), [Who, Outcome]);
    assert_eq!(asked(&[ended(MeetingOutcome::Advance)]), [Who, Outcome, Agreed, Step]);
    for outcome in [MeetingOutcome::Order, MeetingOutcome::Continuation, MeetingOutcome::NoSale] {
        assert_eq!(asked(&[ended(outcome)]), [Who, Outcome, Step]);
    }
    let changed = [ended(MeetingOutcome::Advance), agreed(AgreedAction::Trial), ended(MeetingOutcome::Continuation)];
    assert_eq!(asked(&changed), [Who, Outcome, Agreed, Step], "earlier answers stay visible");
}

#[test]
fn a_continuation_drops_the_agreed_action() {
    let mut meeting = Meeting::new(None, Locale::Zh);
    meeting.on("2026-12-02");
    for answer in [met("p1"), ended(MeetingOutcome::Advance), agreed(AgreedAction::Access)] {
        meeting.answer(answer);
    }
    assert_eq!(meeting.deal.next_step.action, "跟进：引见更高层");
    meeting.answer(ended(MeetingOutcome::Continuation));
    assert_eq!(meeting.deal.next_step.action, "跟进");
    assert_eq!(meeting.sentence(), "11月28日见了郑洁（决策人），没有新的约定，12月2日跟进。");
    meeting.answer(ended(MeetingOutcome::Advance));
    assert_eq!(meeting.sentence(), "11月28日见了郑洁（决策人），答应引见更高层，12月2日跟进。");
}

#[test]
fn each_tap_leads_to_the_next_question() {
    use DebriefQuestion::{Agreed, Outcome, Step};
    let mut meeting = Meeting::new(None, Locale::Zh);
    let mut next = vec![meeting.debrief().next_question()];
    // A person without a role may still be given one.
    for answer in [met("p2"), met("p1"), ended(MeetingOutcome::Advance), agreed(AgreedAction::Access)] {
        meeting.answer(answer);
        next.push(meeting.debrief().next_question());
    }
    assert_eq!(next, [None, None, Some(Outcome), Some(Agreed), Some(Step)]);
    meeting.answer(ended(MeetingOutcome::Order));
    assert_eq!(meeting.debrief().next_question(), Some(Step));
}

#[test]
fn only_the_first_answer_adds_a_log_entry() {
    let mut meeting = Meeting::new(None, Locale::Zh);
    assert!(meeting.deal.log.is_empty(), "opening the conversation records nothing");
    meeting.answer(met("p1"));
    meeting.answer(met("p2"));
    let log = &meeting.deal.log;
    assert_eq!(log.len(), 1);
    assert_eq!((log[0].date, &*log[0].people), (Some(date(MET)), &["p1".to_owned(), "p2".to_owned()][..]));
}

#[test]
fn a_proposed_step_follows_the_agreement_until_it_is_edited() {
    let mut meeting = Meeting::new(None, Locale::Zh);
    meeting.answer(ended(MeetingOutcome::Advance));
    assert_eq!(meeting.step(), ("", None), "nothing is planned before a day is chosen");
    meeting.on("2026-12-02");
    assert_eq!(meeting.step(), ("跟进", Some("2026-12-02".to_owned())));
    meeting.answer(agreed(AgreedAction::Access));
    assert_eq!(meeting.step().0, "跟进：引见更高层");
    meeting.words("张总");
    assert_eq!(meeting.step().0, "跟进：引见更高层：张总");
    meeting.typed("送样");
    meeting.answer(agreed(AgreedAction::Trial));
    meeting.on("2026-12-04");
    assert_eq!(meeting.step(), ("送样", Some("2026-12-04".to_owned())));
}

#[test]
fn a_planned_step_can_be_replaced_and_restored() {
    let mut meeting = Meeting::new(Some(("现场演示", "2026-12-05")), Locale::Zh);
    meeting.answer(ended(MeetingOutcome::Advance));
    meeting.answer(agreed(AgreedAction::Access));
    assert_eq!(meeting.step(), ("现场演示", Some("2026-12-05".to_owned())));
    assert_eq!(meeting.sentence(), "11月28日见了客户，答应引见更高层，12月5日现场演示。");
    meeting.on("2026-12-02");
    assert_eq!(meeting.step(), ("跟进：引见更高层", Some("2026-12-02".to_owned())));
    let back = meeting.debrief().keep_planned();
    meeting.make(back);
    assert_eq!(meeting.step(), ("现场演示", Some("2026-12-05".to_owned())));
    assert!(!meeting.debrief().is_replaced());
    meeting.typed("送");
    assert_eq!(meeting.step(), ("送", None), "the day belonged to the other step");
    meeting.on("2026-12-03");
    meeting.typed("送样");
    assert_eq!(meeting.step(), ("送样", Some("2026-12-03".to_owned())));
}

#[test]
fn clearing_typed_words_keeps_the_step() {
    let mut meeting = Meeting::new(Some(("打样", "2026-12-01")), Locale::Zh);
    meeting.answer(met("p1"));
    for typed in ["演", ""] {
        let edits = meeting.debrief().step_typed(typed.to_owned());
        meeting.make(edits);
    }
    assert_eq!(meeting.deal.next_step, meeting.planned, "the planned step is kept");
    let mut meeting = Meeting::new(None, Locale::Zh);
    meeting.answer(met("p1"));
    meeting.on("2026-12-02");
    let edits = meeting.debrief().step_typed(String::new());
    meeting.make(edits);
    assert_eq!(meeting.deal.next_step.action, "", "while typing");
    let settled = meeting.debrief().finish();
    meeting.make(settled);
    assert_eq!(
        (meeting.deal.next_step.action.as_str(), meeting.deal.next_step.date),
        ("跟进", "2026-12-02".parse().ok())
    );
    assert_eq!(meeting.debrief().finish(), []);
}

#[test]
fn the_agreement_is_not_repeated_as_the_next_step() {
    // The step as proposed, as read again after leaving the page, or as typed.
    for (locale, steps, sentence) in [
        (
            Locale::Zh,
            ["跟进：引见更高层：张总", "引见更高层：张总", "张总。", "跟进"],
            "11月28日见了客户，答应引见更高层：张总，12月2日跟进。",
        ),
        (
            Locale::En,
            [
                "Follow up: introduce us to someone higher up: 张总",
                "Introduce us to someone higher up: 张总",
                " 张总",
                "follow up",
            ],
            "Met the customer on Nov 28: agreed to introduce us to someone higher up: 张总. Follow up on Dec 2.",
        ),
    ] {
        for step in steps {
            let mut meeting = Meeting::new(Some((step, "2026-12-02")), locale);
            meeting.answer(ended(MeetingOutcome::Advance));
            meeting.answer(agreed(AgreedAction::Access));
            meeting.words("张总");
            assert_eq!(meeting.sentence(), sentence, "{step}: it was planned");
            let mut meeting = Meeting::new(None, locale);
            meeting.answer(ended(MeetingOutcome::Advance));
            meeting.answer(agreed(AgreedAction::Access));
            meeting.words("张总");
            meeting.on("2026-12-02");
            meeting.typed(step);
            assert_eq!(meeting.sentence(), sentence, "{step}: it was typed");
        }
    }
    let mut meeting = Meeting::new(None, Locale::Zh);
    meeting.answer(ended(MeetingOutcome::Advance));
    meeting.words("张总");
    meeting.on("2026-12-02");
    meeting.typed("张总");
    meeting.answer(ended(MeetingOutcome::Continuation));
    assert_eq!(meeting.sentence(), "11月28日见了客户，没有新的约定，12月2日张总。", "it was not mentioned before");
}

#[test]
fn discarding_a_meeting_can_be_undone() {
    let mut meeting = Meeting::new(Some(("现场演示", "2026-12-05")), Locale::Zh);
    let later = Contact { id: "c2".to_owned(), date: MET.parse().ok(), ..Contact::default() };
    meeting.answer(ended(MeetingOutcome::Advance));
    meeting.deal.apply(Edit::AddContact(usize::MAX, later));
    meeting.on("2026-12-02");
    let before = meeting.deal.clone();
    let (discarded, restored) = (meeting.debrief().discard(), meeting.debrief().restore());
    meeting.make(discarded);
    assert_eq!((meeting.deal.log.len(), &meeting.deal.next_step), (1, &meeting.planned));
    meeting.make(restored);
    assert_eq!(meeting.deal, before);
}

#[test]
fn a_meeting_counts_as_begun_until_it_is_settled() {
    let mut meeting = Meeting::new(None, Locale::Zh);
    assert_eq!(log::begun(&meeting.deal.log), None);
    meeting.answer(met("p1"));
    assert_eq!(log::begun(&meeting.deal.log).map(|contact| contact.id.as_str()), Some("c1"));
    assert!(decode("d", &encode(&meeting.deal)).unwrap().log[0].is_begun, "it is stored, and so still begun later");
    let settled = meeting.debrief().finish();
    meeting.make(settled);
    assert_eq!(log::begun(&meeting.deal.log), None);
    meeting.answer(met("p2"));
    assert_eq!(log::begun(&meeting.deal.log), None, "a correction does not begin it again");
}

#[test]
fn an_order_is_shown_beside_the_earlier_agreement() {
    for (outcome, locale, expected) in [
        (MeetingOutcome::Order, Locale::Zh, "11月28日见了郑洁（决策人），客户下单了，答应试用或测试。"),
        (MeetingOutcome::NoSale, Locale::Zh, "11月28日见了郑洁（决策人），没有成交，答应试用或测试。"),
        (MeetingOutcome::Continuation, Locale::Zh, "11月28日见了郑洁（决策人），没有新的约定。"),
        (
            MeetingOutcome::Order,
            Locale::En,
            "Met 郑洁 (decision maker) on Nov 28: they placed an order, agreed to run a trial or a test.",
        ),
    ] {
        let mut meeting = Meeting::new(None, locale);
        meeting.answer(met("p1"));
        meeting.answer(ended(MeetingOutcome::Advance));
        meeting.answer(agreed(AgreedAction::Trial));
        meeting.answer(ended(outcome));
        assert_eq!(meeting.debrief().sentence(date(MET)), expected);
    }
}

#[test]
fn a_planned_step_in_the_past_is_not_the_next_step() {
    let meeting = Meeting::new(Some(("拜访", "2026-11-28")), Locale::Zh);
    assert_eq!(meeting.sentence(), "11月28日见了客户。");
    assert_eq!(meeting.debrief().planned(), Some(("拜访", Some(date("2026-11-28")))));
}

#[test]
fn a_planned_step_worded_like_the_proposal_is_kept() {
    let mut meeting = Meeting::new(Some(("跟进", "2026-12-05")), Locale::Zh);
    meeting.answer(agreed(AgreedAction::Access));
    assert_eq!(meeting.step(), ("跟进", Some("2026-12-05".to_owned())));
}

#[test]
fn three_distinct_days_are_offered_on_any_weekday() {
    let days = |today: &str| {
        let days = day_shortcuts(date(today)).into_iter().map(|(shortcut, day)| (shortcut, day.to_string()));
        days.collect::<Vec<_>>()
    };
    use DayShortcut::{Friday, Monday, Tomorrow};
    let named = |days: [(DayShortcut, &str); 3]| days.map(|(shortcut, day)| (shortcut, day.to_owned())).to_vec();
    // 2026-11-28 is a Saturday.
    assert_eq!(days(MET), named([(Tomorrow, "2026-11-29"), (Monday, "2026-11-30"), (Friday, "2026-12-04")]));
    assert_eq!(days("2026-11-29"), named([(Tomorrow, "2026-11-30"), (Friday, "2026-12-04"), (Monday, "2026-12-07")]));
    assert_eq!(days("2026-12-03"), named([(Tomorrow, "2026-12-04"), (Monday, "2026-12-07"), (Friday, "2026-12-11")]));
    for offset in 0..7 {
        let offered = day_shortcuts(date(MET).plus_days(offset).unwrap());
        assert_eq!(offered.len(), 3);
        assert!(offered.windows(2).all(|pair| pair[0].1 < pair[1].1), "{offered:?}");
    }
    assert_eq!(day_shortcuts(Date::LAST), [], "the calendar ends");
}

#[test]
fn names_are_bidi_isolated_only_in_the_displayed_sentence() {
    let person = Person { id: "p1".to_owned(), name: "دانة".to_owned(), ..Person::default() };
    let mut deal = Deal { people: vec![person], ..Deal::new("d") };
    let entry = Contact {
        people: vec!["p1".to_owned()],
        outcome: Some(MeetingOutcome::Advance),
        action_words: "عرض".to_owned(),
        ..Contact::new("c1", TODAY.parse().unwrap())
    };
    deal.apply(Edit::AddContact(0, entry));
    let planned = NextStep::default();
    for (locale, shown) in Locale::ALL.into_iter().zip(["\u{2068}دانة\u{2069}", "Met \u{2068}دانة\u{2069}"]) {
        let debrief = Debrief::new(&deal, "c1", &planned, TODAY.parse().unwrap(), locale);
        let read = debrief.shown(TODAY.parse().unwrap());
        assert!(read.contains(shown) && read.contains("\u{2068}عرض\u{2069}"), "{read}");
        let plain: String = read.chars().filter(|one| !"\u{2068}\u{2069}".contains(*one)).collect();
        assert_eq!(debrief.sentence(TODAY.parse().unwrap()), plain);
    }
}
