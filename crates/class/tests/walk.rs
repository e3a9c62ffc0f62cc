//! Walking through a lesson with only next and back.

use abacus_class::lessons::LESSONS;
use abacus_class::{Command, Panel, Run, Screen};

use crate::support::class;

#[test]
fn next_reaches_the_end_and_back_retraces_it() {
    for lesson in LESSONS {
        let class = class(lesson);
        let mut run = Run::begin(lesson, 0);
        let mut way = vec![run.clone()];
        loop {
            assert_eq!(run.apply(class, &Command::Next, 0), None);
            if way.last() == Some(&run) {
                break;
            }
            way.push(run.clone());
            assert!(way.len() < 1_000, "{}: next never ends", lesson.id);
        }
        let last = lesson.steps.len() - 1;
        assert_eq!((run.step, run.shown), (last, lesson.steps[last].stops()), "{}", lesson.id);
        assert!((0..=last).all(|step| way.iter().any(|run| run.step == step)), "{}: a step is skipped", lesson.id);
        while let Some(expected) = way.pop() {
            assert_eq!(run, expected, "{}: back does not retrace next", lesson.id);
            run.apply(class, &Command::Back, 0);
        }
        assert_eq!(run, Run::begin(lesson, 0), "{}: back stops at the first step", lesson.id);
    }
}

#[test]
fn any_command_on_a_blanked_screen_only_restores_it() {
    for lesson in LESSONS {
        let class = class(lesson);
        for (dark, screen) in [(Command::Black, Screen::Black), (Command::White, Screen::White)] {
            let mut run = Run::begin(lesson, 0);
            run.apply(class, &dark, 0);
            assert_eq!(run.screen, screen);
            run.apply(class, &Command::Next, 0);
            assert_eq!(run, Run::begin(lesson, 0), "{}", lesson.id);
        }
    }
}

#[test]
fn next_and_back_close_the_panel() {
    for lesson in LESSONS {
        let class = class(lesson);
        for command in [Command::Next, Command::Back] {
            let mut run = Run::begin(lesson, 0);
            run.apply(class, &Command::Keys, 0);
            assert_eq!(run.panel, Some(Panel::Keys));
            run.apply(class, &command, 0);
            assert_eq!(run, Run::begin(lesson, 0), "{}", lesson.id);
        }
    }
}
