//! The shortcut keys of the stage, and of the presenter's window.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_class::{Command, Key, Kind, Panel, command};
use yew::prelude::*;

use crate::class::stage::live_lesson::LiveLesson;
use crate::class::stage::view::{Message, StageView};
use crate::shell::ports::KeyPress;

/// Handles all keys except those reserved for the browser. In the presenter's window they are sent to the stage.
pub(super) fn on_key(ctx: &Context<StageView>, live: &Rc<RefCell<LiveLesson>>) -> Callback<KeyPress, bool> {
    let (live, link) = (live.clone(), ctx.link().clone());
    let is_presenter = ctx.props().presents.is_some();
    Callback::from(move |press: KeyPress| {
        let live = live.borrow();
        let Some((_, lesson)) = &live.lesson else { return false };
        let key = Key { name: &press.key, shift: press.shift, chord: press.command || press.alt };
        // While the leave question is open, any key but Esc continues.
        let goes_on = live.run.panel == Some(Panel::Leave) && !key.chord && key.name.chars().count() == 1;
        let command = command(key, lesson, &live.run).or_else(|| goes_on.then_some(Command::Next));
        let Some(command) = command else {
            // This window may not know yet which panel is open: the stage decides what a character means.
            let is_typed = is_presenter && !key.chord && key.name.chars().count() == 1;
            if is_typed {
                link.send_message(Message::Send { name: press.key, shift: press.shift });
            }
            return is_typed;
        };
        // If no input can be moved, the tab key moves between buttons.
        let is_tab = matches!(command, Command::NextInput | Command::PreviousInput);
        let moves = lesson.steps.get(live.run.step).is_some_and(|step| matches!(step.kind, Kind::Move { .. }));
        if is_tab && !moves {
            return false;
        }
        match is_presenter {
            false => link.send_message(Message::Do(command)),
            // Without a user gesture in its own window, the stage may not open a window or enter full screen.
            true if matches!(command, Command::Presenter | Command::FullScreen) => {}
            true => link.send_message(Message::Send { name: press.key, shift: press.shift }),
        }
        true
    })
}
