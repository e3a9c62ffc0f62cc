//! Keys of a presenter's clicker and a keyboard.

use abacus_class::lessons::find as lesson;
use abacus_class::{Command, Key, Kind, Panel, Run, Screen, command};

fn pressed(name: &str, run: &Run) -> Option<Command> {
    command(Key { name, ..Key::default() }, lesson("earned").expect("a lesson"), run)
}

#[test]
fn every_listed_key_has_its_command() {
    let run = Run::default();
    for (names, expected) in [
        (&["ArrowRight", "PageDown", " ", "Enter"][..], Command::Next),
        (&["ArrowLeft", "PageUp"], Command::Back),
        (&["b", "B", "."], Command::Black),
        (&["w", "W"], Command::White),
        (&["Home"], Command::First),
        (&["End"], Command::Last),
        (&["1"], Command::Jump(0)),
        (&["9"], Command::Jump(8)),
        (&["r", "R"], Command::All),
        (&["0"], Command::Values),
        (&["+", "="], Command::Larger),
        (&["-", "_"], Command::Smaller),
        (&["f", "F"], Command::FullScreen),
        (&["g", "G"], Command::Guesses),
        (&["t", "T"], Command::Clock),
        (&["q", "Q"], Command::Qr),
        (&["n", "N"], Command::Presenter),
        (&["Tab"], Command::NextInput),
        (&["ArrowUp"], Command::Increase),
        (&["ArrowDown"], Command::Decrease),
        (&["?", "？"], Command::Keys),
        (&["Escape"], Command::Close),
    ] {
        for name in names {
            assert_eq!(pressed(name, &run), Some(expected.clone()), "{name}");
        }
    }
    let back = command(Key { name: "Tab", shift: true, chord: false }, lesson("earned").expect("a lesson"), &run);
    assert_eq!(back, Some(Command::PreviousInput));
}

#[test]
fn browser_keys_are_left_to_the_browser() {
    for screen in [Screen::Lit, Screen::Black] {
        let run = Run { screen, ..Run::default() };
        for name in ["F5", "F11", "F12", "Shift", "Control", "Process"] {
            assert_eq!(pressed(name, &run), None, "{name}");
        }
        let reload = Key { name: "r", shift: false, chord: true };
        assert_eq!(command(reload, lesson("earned").expect("a lesson"), &run), None);
    }
    for name in ["x", "Insert", "é", "MediaPlayPause"] {
        assert_eq!(pressed(name, &Run::default()), None, "{name}");
    }
}

#[test]
fn any_key_restores_a_blanked_screen() {
    for (screen, lights) in [(Screen::Black, Command::Black), (Screen::White, Command::White)] {
        let run = Run { screen, ..Run::default() };
        for name in ["PageDown", "x", "5", "Escape", "."] {
            assert_eq!(pressed(name, &run), Some(lights.clone()), "{name}");
        }
    }
}

#[test]
fn digits_are_typed_into_open_guesses() {
    let run = Run { panel: Some(Panel::Guesses), step: 1, ..Run::default() };
    for typed in ['0', '5', '.', ',', 'w', 'K', '%', '万', '５'] {
        assert_eq!(pressed(&typed.to_string(), &run), Some(Command::Type(typed)));
    }
    assert_eq!(pressed("Enter", &run), Some(Command::Add));
    assert_eq!(pressed("Backspace", &run), Some(Command::TakeBack));
    for (name, expected) in [
        ("PageDown", Command::Next),
        (" ", Command::Next),
        ("b", Command::Black),
        ("g", Command::Guesses),
        ("Escape", Command::Close),
    ] {
        assert_eq!(pressed(name, &run), Some(expected), "{name}");
    }
}

#[test]
fn a_guess_is_typed_as_people_type_numbers() {
    let lesson = lesson("earned").expect("a lesson");
    let run = Run { panel: Some(Panel::Guesses), step: 1, ..Run::default() };
    for typed in "0123456789.,%kKwW千万亿０９．，％".chars() {
        let name = typed.to_string();
        let pressed = command(Key { name: &name, ..Key::default() }, lesson, &run);
        assert_eq!(pressed, Some(Command::Type(typed)), "{typed}");
    }
}

#[test]
fn digits_count_hands_and_marks_in_tally_steps() {
    for (id, is) in [
        ("target", (|kind| matches!(kind, Kind::Vote { .. })) as fn(&Kind) -> bool),
        ("listen", |kind| matches!(kind, Kind::Tally { .. })),
    ] {
        let lesson = lesson(id).expect("a lesson");
        let step = lesson.steps.iter().position(|step| is(&step.kind)).expect("such a step");
        let open = Run { panel: Some(Panel::Guesses), step, ..Run::default() };
        let pressed = |name, run: &Run| command(Key { name, ..Key::default() }, lesson, run);
        assert_eq!(pressed("1", &open), Some(Command::Mark(0)), "{id}");
        assert_eq!(pressed("9", &open), Some(Command::Mark(8)), "{id}: a mistyped key does not jump");
        assert_eq!(pressed("0", &open), Some(Command::Mark(9)), "{id}: nor does it reset values");
        assert_eq!(pressed("Backspace", &open), Some(Command::TakeBack), "{id}");
        assert_eq!(pressed("Enter", &open), Some(Command::Next), "{id}: there is nothing to parse");
        assert_eq!(pressed("w", &open), Some(Command::White), "{id}: nothing is typed");
        let closed = Run { step, ..Run::default() };
        assert_eq!(pressed("1", &closed), Some(Command::Jump(0)), "{id}");
    }
}
