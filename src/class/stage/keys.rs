//! The keys of the stage, and of the presenter's window.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_class::{Command, Key, Kind, Panel, command};
use yew::prelude::*;

use crate::class::stage::given::Given;
use crate::class::stage::view::{Message, StageView};
use crate::shell::ports::KeyPress;

/// Keys are the lesson's, but for those that the browser keeps. In the presenter's window they go to the stage.
pub(super) fn on_key(ctx: &Context<StageView>, given: &Rc<RefCell<Given>>) -> Callback<KeyPress, bool> {
    let (given, link) = (given.clone(), ctx.link().clone());
    let is_presenter = ctx.props().presents.is_some();
    Callback::from(move |press: KeyPress| {
        let given = given.borrow();
        let Some((_, lesson)) = &given.lesson else { return false };
        let key = Key { name: &press.key, shift: press.shift, chord: press.command || press.alt };
        // Asked whether to leave, any key but Esc goes on.
        let goes_on = given.run.panel == Some(Panel::Leave) && !key.chord && key.name.chars().count() == 1;
        let command = command(key, lesson, &given.run).or_else(|| goes_on.then_some(Command::Next));
        let Some(command) = command else {
            // This window may not have heard yet what is open: the stage knows what a character means.
            let is_typed = is_presenter && !key.chord && key.name.chars().count() == 1;
            if is_typed {
                link.send_message(Message::Send { name: press.key, shift: press.shift });
            }
            return is_typed;
        };
        // Where no input can be moved, the tab key goes from button to button.
        let is_tab = matches!(command, Command::NextInput | Command::PreviousInput);
        let moves = lesson.steps.get(given.run.step).is_some_and(|step| matches!(step.kind, Kind::Move { .. }));
        if is_tab && !moves {
            return false;
        }
        match is_presenter {
            false => link.send_message(Message::Do(command)),
            // A stage that opens a window or fills the screen without a key of its own is refused.
            true if matches!(command, Command::Presenter | Command::FullScreen) => {}
            true => link.send_message(Message::Send { name: press.key, shift: press.shift }),
        }
        true
    })
}
