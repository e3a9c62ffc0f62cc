//! A run as text, and the address of a lesson.

use abacus_class::lessons::LESSONS;
use abacus_class::{Address, Command, LessonRef, Run};
use abacus_core::Decimal;
use abacus_core::number::int;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::class;

fn commands() -> impl Strategy<Value = Command> {
    let number = (1_u32..=u32::MAX, 0_u32..=6).prop_map(|(digits, scale)| Decimal::new(digits.into(), scale));
    prop_oneof![
        6 => Just(Command::Next),
        2 => Just(Command::Back),
        2 => (0_usize..20).prop_map(Command::Jump),
        2 => (0_usize..10).prop_map(Command::Mark),
        2 => number.clone().prop_map(Command::Guess),
        1 => number.prop_map(Command::Set),
        1 => select(vec!['5', '万', '%', '&', '='] ).prop_map(Command::Type),
        4 => select(vec![
            Command::Black, Command::White, Command::All, Command::Values, Command::Larger, Command::Smaller,
            Command::Guesses, Command::Clock, Command::Qr, Command::NextInput, Command::PreviousInput, Command::Increase,
            Command::Decrease, Command::Keys, Command::Close, Command::Add, Command::TakeBack, Command::Last,
        ]),
    ]
}

proptest! {
    #[test]
    fn a_run_round_trips(
        place in 0..LESSONS.len(), commands in prop::collection::vec((commands(), 0_u64..100_000), 0..60)
    ) {
        let lesson = LESSONS[place];
        let mut run = Run::begin(lesson, 1_764_000_000_000);
        let mut now = run.began;
        for (command, later) in commands {
            now += later;
            run.apply(class(lesson), &command, now);
        }
        prop_assert_eq!(Run::from_text(lesson, &run.to_text()), run);
    }

    #[test]
    fn any_text_parses_as_a_run_of_the_lesson(
        place in 0..LESSONS.len(),
        text in prop_oneof![
            ".*",
            "((step|shown|began|clock|screen|size|panel|input|typed|g1|m5|v0.loss|v9.x)=[0-9a-z.,%-]{0,24}&){0,9}",
        ]
    ) {
        let lesson = LESSONS[place];
        let mut run = Run::from_text(lesson, &text);
        prop_assert!(run.step < lesson.steps.len() && run.shown <= lesson.steps[run.step].stops());
        for _ in 0..9 {
            run.apply(class(lesson), &Command::Next, 0);
            prop_assert_eq!(&Run::from_text(lesson, &run.to_text()), &run);
        }
    }

    #[test]
    fn an_address_round_trips(name in "[a-z0-9-]{1,32}", which in 0..3_u8, step in 0_usize..99) {
        let lesson = match which {
            0 => LessonRef::BuiltIn(name),
            1 => LessonRef::Own(name),
            _ => LessonRef::Linked(name),
        };
        let address = Address { lesson, step };
        prop_assert_eq!(Address::read(&format!("#{address}")), Some(address));
    }

    #[test]
    fn any_fragment_is_parsed_or_none(fragment in ".*") {
        if let Some(address) = Address::read(&fragment) {
            prop_assert_eq!(Address::read(&address.to_string()), Some(address));
        }
    }
}

#[test]
fn an_address_counts_steps_from_one() {
    let at = |fragment: &str| Address::read(fragment).map(|address| (address.lesson, address.step));
    assert_eq!(at("#earned&step=3"), Some((LessonRef::BuiltIn("earned".to_owned()), 2)));
    for fragment in ["earned", "earned&step=0", "earned&step=1", "earned&step=x", "earned&colour=red"] {
        assert_eq!(at(fragment), Some((LessonRef::BuiltIn("earned".to_owned()), 0)), "{fragment}");
    }
    for fragment in ["", "#", "&step=3", "#=", "colour=red"] {
        assert_eq!(at(fragment), None, "{fragment}");
    }
    assert_eq!(Address { lesson: LessonRef::BuiltIn("bank".to_owned()), step: 0 }.to_string(), "bank&step=1");
}

#[test]
fn excess_entries_are_dropped() {
    let lesson = LESSONS[1];
    let many = vec!["500"; 100].join(",");
    let run = Run::from_text(lesson, &format!("g1={many}&g99=5&m0=0&m1=1&v0.loss=7&v9.loss=7&size=9&step=999&shown=9"));
    assert_eq!((run.guesses.len(), run.guesses[&1].len(), run.guesses[&1][0]), (1, 60, int(500)));
    assert_eq!((run.marks.len(), run.values.len(), run.size), (0, 1, 0), "only what the lesson has");
    assert_eq!((run.step, run.shown), (lesson.steps.len() - 1, 3));
    assert_eq!(Run::from_text(lesson, &format!("step=3&{}", "x".repeat(40_000))), Run::default());
}
