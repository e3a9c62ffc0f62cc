//! The effect of each command.

use abacus_class::lessons::{LESSONS, find as lesson};
use abacus_class::{Clock, Command, Effect, Kind, Lesson, Panel, Run, Screen, movable};
use abacus_core::calculator::field::Kind as FieldKind;
use abacus_core::number::format::Style;
use abacus_core::number::{dec, int};
use abacus_core::text::Locale::{En, Zh};

use crate::support::class;

fn earned() -> &'static Lesson {
    lesson("earned").expect("a lesson")
}

/// The run after these commands, all at one moment.
fn after(lesson: &Lesson, commands: &[Command]) -> Run {
    let mut run = Run::begin(lesson, 0);
    for command in commands {
        run.apply(class(lesson), command, 0);
    }
    run
}

/// The index of the first step of a kind.
fn first(lesson: &Lesson, is: impl Fn(&Kind) -> bool) -> usize {
    lesson.steps.iter().position(|step| is(&step.kind)).expect("a step of this kind")
}

fn typed(text: &str) -> Vec<Command> {
    text.chars().map(Command::Type).collect()
}

#[test]
fn jumps_go_to_the_start_of_a_step_up_to_the_last() {
    let lesson = earned();
    let last = lesson.steps.len() - 1;
    for (command, step) in
        [(Command::Jump(3), 3), (Command::Jump(99), 0), (Command::Last, last), (Command::Jump(last), last)]
    {
        assert_eq!((after(lesson, std::slice::from_ref(&command)).step, command.clone()), (step, command));
    }
    let back = after(lesson, &[Command::Jump(4), Command::All, Command::First]);
    assert_eq!(back, Run::begin(lesson, 0));
}

#[test]
fn all_reveals_the_whole_step() {
    for lesson in LESSONS {
        for (place, step) in lesson.steps.iter().enumerate() {
            let run = after(lesson, &[Command::Jump(place), Command::All]);
            assert_eq!((run.step, run.shown), (place, step.stops()));
        }
    }
}

#[test]
fn guesses_are_typed_parsed_and_taken_back() {
    let lesson = earned();
    let ask = first(lesson, |kind| matches!(kind, Kind::Ask { .. }));
    let mut commands = vec![Command::Jump(ask), Command::Guesses];
    commands.extend(typed("1.2w"));
    commands.push(Command::Add);
    let run = after(lesson, &commands);
    assert_eq!((run.guessed(lesson, ask), run.typed.as_str(), run.refused), (&[int(12_000)][..], "", false));

    commands.extend(typed("5,"));
    commands.push(Command::Add);
    let run = after(lesson, &commands);
    assert_eq!(
        (run.guessed(lesson, ask).len(), run.typed.as_str(), run.refused),
        (1, "5,", true),
        "it is kept for correction"
    );

    let mut next = commands.clone();
    next.extend(typed("30"));
    next.push(Command::Add);
    assert_eq!(after(lesson, &next).guessed(lesson, ask), [int(12_000), int(30)], "the next guess starts afresh");

    commands.extend([Command::TakeBack, Command::Add, Command::Guess(int(25_000)), Command::TakeBack]);
    let run = after(lesson, &commands);
    assert_eq!((run.guessed(lesson, ask), run.refused), (&[int(12_000), int(5)][..], false));
    commands.extend([Command::TakeBack, Command::TakeBack, Command::TakeBack]);
    assert_eq!(after(lesson, &commands).guesses.len(), 0);

    for nothing in ["0", "-5", "", "x", "$5", "5 USD"] {
        let mut commands = vec![Command::Jump(ask), Command::Guesses];
        commands.extend(typed(nothing));
        commands.push(Command::Add);
        assert_eq!(after(lesson, &commands).guesses.len(), 0, "“{nothing}” is not a guess");
    }
}

#[test]
fn a_guess_at_a_ratio_is_a_percentage() {
    let tool = abacus_core::calculators::find("early-payment").expect("a calculator");
    let inputs = abacus_core::calculator::Inputs::defaults(tool.spec());
    let own = abacus_class::own::OwnLesson::new(tool, &inputs).expect("a lesson").with_words("t", "q", "");
    let lesson = abacus_class::own::lesson(&own, tool);
    let mut commands = vec![Command::Jump(1), Command::Guesses];
    commands.extend(typed("37"));
    commands.push(Command::Add);
    assert_eq!(after(&lesson, &commands).guessed(&lesson, 1), [dec(37, 2)]);
}

#[test]
fn guesses_stay_with_the_question_that_asked() {
    let lesson = lesson("key-account").expect("a lesson");
    let asks: Vec<_> =
        (0..lesson.steps.len()).filter(|step| matches!(lesson.steps[*step].kind, Kind::Ask { .. })).collect();
    let [one, two] = asks[..] else { panic!("two questions for one result") };
    let run = after(
        lesson,
        &[
            Command::Jump(one),
            Command::Guess(int(1)),
            Command::Jump(two),
            Command::Guess(int(2)),
            Command::Guess(int(3)),
        ],
    );
    let results: Vec<_> =
        (0..lesson.steps.len()).filter(|step| matches!(lesson.steps[*step].kind, Kind::Result { .. })).collect();
    let shown: Vec<_> = results.iter().map(|step| run.guessed(lesson, *step)).collect();
    assert_eq!(shown, [&[int(1)][..], &[int(2), int(3)]]);
    assert_eq!(run.guessed(lesson, 0), [], "nothing has been asked yet");
}

#[test]
fn guesses_open_only_in_steps_that_guess_or_count() {
    let open = |lesson: &Lesson, step| after(lesson, &[Command::Jump(step), Command::Guesses]).panel;
    let ask = first(earned(), |kind| matches!(kind, Kind::Ask { .. }));
    assert_eq!((open(earned(), 0), open(earned(), ask)), (None, Some(Panel::Guesses)));
    let listen = lesson("listen").expect("a lesson");
    let tally = first(listen, |kind| matches!(kind, Kind::Tally { .. }));
    assert_eq!((open(listen, 0), open(listen, tally)), (None, Some(Panel::Guesses)));
    assert_eq!(after(listen, &[Command::Qr]).panel, None, "there is no calculator to link");
    assert_eq!(after(earned(), &[Command::Qr]).panel, Some(Panel::Qr));
    assert_eq!(after(earned(), &[Command::Qr, Command::Qr]).panel, None);
}

#[test]
fn hands_and_marks_are_counted_and_shared() {
    let listen = lesson("listen").expect("a lesson");
    let tally = first(listen, |kind| matches!(kind, Kind::Tally { .. }));
    let marks = [0, 0, 3, 1, 9].map(Command::Mark);
    let mut commands = vec![Command::Jump(tally)];
    commands.extend(marks);
    let run = after(listen, &commands);
    assert_eq!([0, 1, 2, 3, 9].map(|place| run.count(tally, place)), [2, 1, 0, 1, 0], "there is no tenth cell");
    let share = |places, among| run.percent(tally, places, among);
    assert_eq!([0, 1, 2, 3].map(|place| share(place..place + 1, 0..4)), [50, 25, 0, 25].map(Some));
    assert_eq!([share(0..2, 0..4), share(1..2, 0..2), share(2..3, 2..4)], [75, 33, 0].map(Some), "a row, within a row");
    commands.push(Command::TakeBack);
    assert_eq!(after(listen, &commands).percent(tally, 0..1, 0..4), Some(67));
    assert_eq!(Run::begin(listen, 0).percent(tally, 0..1, 0..4), None);
    let second = listen.steps.iter().rposition(|step| matches!(step.kind, Kind::Tally { .. }));
    assert_eq!(second.and_then(|second| listen.tally_before(second)), Some(tally));
    assert_eq!(listen.tally_before(tally), None);
}

#[test]
fn a_clock_starts_with_its_step_and_can_be_stopped() {
    let listen = lesson("listen").expect("a lesson");
    let tally = first(listen, |kind| matches!(kind, Kind::Tally { .. }));
    let step = &listen.steps[tally];
    let mut run = Run::begin(listen, 0);
    assert_eq!(run.remaining(&listen.steps[0], 5_000), 60_000, "not started");
    run.apply(class(listen), &Command::Jump(tally), 1_000);
    assert_eq!((run.remaining(step, 1_000), run.ticks(step, 15, 15_999)), (300_000, 0));
    assert_eq!((run.remaining(step, 31_000), run.ticks(step, 15, 31_000)), (270_000, 2));
    run.apply(class(listen), &Command::Clock, 31_000);
    assert_eq!((run.remaining(step, 99_000), run.clock), (270_000, Some(Clock { before: 30_000, since: None })));
    run.apply(class(listen), &Command::Clock, 100_000);
    assert_eq!(run.remaining(step, 110_000), 260_000);
    assert_eq!((run.remaining(step, 999_000), run.ticks(step, 15, 999_000)), (0, 20), "it ends");
    run.apply(class(listen), &Command::Clock, 999_000);
    assert_eq!(run.remaining(step, 999_000), 300_000, "a clock that has run out starts afresh");
    run.apply(class(listen), &Command::Next, 999_500);
    assert!(run.clock.is_some(), "it keeps running while more is shown");
    run.apply(class(listen), &Command::Next, 999_900);
    assert_eq!(run.clock, None);
    run.apply(class(listen), &Command::Back, 1_000_000);
    assert_eq!(run.remaining(step, 1_000_000), 300_000, "it starts afresh when its step is entered again");
    assert_eq!(run.remaining(step, 0), 300_000, "setting the system clock back loses nothing");
}

#[test]
fn arrow_keys_move_an_input_and_zero_restores_it() {
    let lesson = earned();
    let loss = |run: &Run, step| run.inputs(class(lesson), step).and_then(|inputs| inputs.get("loss"));
    let run = after(lesson, &[Command::Increase, Command::Increase, Command::Decrease]);
    assert_eq!((loss(&run, 0), loss(&run, 1)), (Some(int(550)), Some(int(550))), "one step of its slider");
    let chain = first(lesson, |kind| matches!(kind, Kind::Ask { result, .. } if result == "total_visits"));
    assert_eq!(loss(&run, chain), Some(int(500)), "another calculator is left alone");
    let words = &lesson.steps[1].words;
    assert_eq!(
        run.fill(class(lesson), 1, words, &Style::default_for(En)),
        "$550 is lost. How much more must we sell to earn it back?"
    );
    assert_eq!(after(lesson, &[Command::Increase, Command::Values]), Run::begin(lesson, 0));
    assert_eq!(after(lesson, &[Command::Increase, Command::Decrease]), Run::begin(lesson, 0), "no trace is left");

    let low = after(lesson, &[Command::Set(int(0)), Command::Decrease]);
    assert_eq!(loss(&low, 0), Some(int(0)), "not below its bound");
    let chosen = |commands: &[Command]| after(lesson, commands).chosen(class(lesson)).map(|field| field.key);
    assert_eq!(chosen(&[]), Some("loss"));
    assert_eq!(chosen(&[Command::NextInput]), Some("margin"));
    assert_eq!(chosen(&[Command::NextInput, Command::NextInput]), Some("loss"), "selection wraps around");
    assert_eq!(chosen(&[Command::PreviousInput]), Some("margin"));
    assert_eq!(chosen(&[Command::Choose("margin".to_owned())]), Some("margin"));
    assert_eq!(chosen(&[Command::Choose("insured".to_owned())]), Some("loss"), "the lesson does not use insurance");
    assert_eq!(chosen(&[Command::NextInput, Command::Next, Command::Next, Command::Next]), Some("loss"), "per step");
}

#[test]
fn arrow_keys_select_the_inputs_in_use() {
    let key_account = lesson("key-account").expect("a lesson");
    let keys = |step| movable(class(key_account), step).iter().map(|field| field.key).collect::<Vec<_>>();
    assert_eq!(keys(0), ["spend", "visits", "weeks", "years"]);
    let last = key_account.steps.iter().rposition(|step| step.setting == 1).expect("a step");
    assert_eq!(keys(last), ["spend", "visits", "weeks", "years", "margin", "retention", "discount"]);
    for (lesson, place, _) in crate::support::steps() {
        assert!(movable(class(lesson), place).iter().all(|field| !matches!(field.kind, FieldKind::Choice(_))));
    }
}

#[test]
fn a_move_finer_than_its_slider_takes_round_values() {
    let lesson = lesson("target").expect("a lesson");
    let step = first(lesson, |kind| matches!(kind, Kind::Move { .. }));
    let at = |shown| Run { step, shown, ..Run::begin(lesson, 0) };
    let value = |shown| at(shown).inputs(class(lesson), step).and_then(|inputs| inputs.get("prospects"));
    let values: Vec<_> = (0..=8).filter_map(value).map(|value| value.to_string()).collect();
    assert_eq!(values, ["3", "3.1", "3.2", "3.4", "3.5", "3.6", "3.8", "3.9", "4"]);
}

#[test]
fn a_move_starts_and_ends_at_its_declared_values() {
    for (lesson, place, step) in crate::support::steps() {
        let Kind::Move { input, to, .. } = &step.kind else { continue };
        let begins = crate::support::figures(lesson, place).and_then(|(inputs, _)| inputs.get(input)).expect("a value");
        let mut run = after(lesson, &[Command::Jump(place)]);
        let mut values = Vec::new();
        for _ in 0..=step.stops() {
            values.push(run.inputs(class(lesson), place).and_then(|inputs| inputs.get(input)).expect("a value"));
            run.apply(class(lesson), &Command::Next, 0);
        }
        assert_eq!((values[0], values[8]), (begins, *to), "{} {place}", lesson.id);
        let rising = values.is_sorted_by(|a, b| a < b) || values.is_sorted_by(|a, b| a > b);
        assert!(rising, "{} {place}: {values:?}", lesson.id);
        let other = run.inputs(class(lesson), place).and_then(|inputs| inputs.get(input));
        assert_eq!(other, Some(begins), "{} {place}: from the next step, the move has not started", lesson.id);
    }
}

#[test]
fn a_value_set_by_hand_lasts_until_the_next_stop() {
    let lesson = earned();
    let step = first(lesson, |kind| matches!(kind, Kind::Move { .. }));
    let margin = |run: &Run| run.inputs(class(lesson), step).and_then(|inputs| inputs.get("margin"));
    let mut run = after(lesson, &[Command::Jump(step), Command::Next, Command::Increase]);
    assert_eq!(margin(&run), Some(dec(26, 3)));
    run.apply(class(lesson), &Command::Next, 0);
    assert_eq!((margin(&run), run.values.len()), (Some(dec(30, 3)), 0));
}

#[test]
fn escape_closes_then_asks_then_leaves() {
    let lesson = earned();
    let mut run = after(lesson, &[Command::Keys]);
    assert_eq!((run.apply(class(lesson), &Command::Close, 0), run.panel), (None, None));
    assert_eq!((run.apply(class(lesson), &Command::Close, 0), run.panel), (None, Some(Panel::Leave)));
    let asked = run.clone();
    assert_eq!(run.apply(class(lesson), &Command::Close, 0), Some(Effect::Leave));
    let mut stays = asked;
    stays.apply(class(lesson), &Command::Jump(3), 0);
    assert_eq!(stays, Run::begin(lesson, 0), "any other key stays in the lesson");
}

#[test]
fn text_size_is_bounded_and_browser_effects_are_returned() {
    let lesson = earned();
    assert_eq!(after(lesson, &vec![Command::Larger; 20]).size, 4);
    assert_eq!(after(lesson, &vec![Command::Smaller; 20]).size, -2);
    let mut run = Run::begin(lesson, 7);
    assert_eq!((run.apply(class(lesson), &Command::FullScreen, 0), run.began), (Some(Effect::FullScreen), 7));
    assert_eq!(run.apply(class(lesson), &Command::Presenter, 0), Some(Effect::Presenter));
    assert_eq!(run.screen, Screen::Lit);
}

#[test]
fn a_lesson_without_its_calculator_shows_no_figures() {
    let lesson = earned();
    let away = abacus_class::LessonContext { lesson, find: &|_| None };
    let mut run = Run::begin(lesson, 0);
    assert_eq!(run.fill(away, 1, &lesson.steps[1].words, &Style::default_for(Zh)), "");
    assert_eq!(run.fill(away, 0, &lesson.steps[0].words, &Style::default_for(Zh)), "真的赚到了吗？");
    for command in [Command::Increase, Command::NextInput, Command::Guesses, Command::Type('5'), Command::Add] {
        run.apply(away, &command, 0);
    }
    assert_eq!((run.inputs(away, 0), run.results(away, 0)), (None, None));
}
