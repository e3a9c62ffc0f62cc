//! The shortcut keys that work anywhere on a calculator's page, and the list of them.

mod dialog;
mod words;

use abacus_core::calculator::share::Reader;
use yew::prelude::*;

use crate::calculator::form::FormAction;
pub(super) use crate::calculator::keys::dialog::{ID, keys_list};
pub(super) use crate::calculator::keys::words::TITLE;
use crate::shell::ports::{KeyPress, Ports, Typing};

#[derive(Clone, Debug, PartialEq)]
pub enum KeyCommand {
    Form(FormAction),
    /// Switches between the user's and the customer's view.
    SwitchView,
    ListKeys,
}

/// The command for a key, if any. Text fields keep their own keys, but hiding confidential figures works everywhere.
pub fn command(press: &KeyPress) -> Option<KeyCommand> {
    let key = press.key.to_lowercase();
    match (key.as_str(), press.command, press.alt) {
        ("c", false, true) => Some(KeyCommand::SwitchView),
        _ if press.typing == Typing::Text => None,
        ("z", true, false) => Some(KeyCommand::Form(if press.shift { FormAction::Redo } else { FormAction::Undo })),
        ("y", true, false) => Some(KeyCommand::Form(FormAction::Redo)),
        ("r", false, true) => Some(KeyCommand::Form(FormAction::Reset)),
        ("?" | "？", false, false) => Some(KeyCommand::ListKeys),
        _ => None,
    }
}

/// Listens for the shortcut keys of a calculator's page. `on_list` shows the list of keys.
#[hook]
pub fn use_keys(act: &Callback<FormAction>, ports: &Ports, on_list: &Callback<()>) {
    let needs = (act.clone(), ports.clone(), on_list.clone());
    use_effect_with(needs, |(act, ports, on_list)| {
        let (act, on_list) = (act.clone(), on_list.clone());
        let pressed = Callback::from(move |press: KeyPress| {
            match command(&press) {
                Some(KeyCommand::Form(action)) => act.emit(action),
                Some(KeyCommand::SwitchView) => act.emit(FormAction::ShowTo(Reader::Customer)),
                Some(KeyCommand::ListKeys) => on_list.emit(()),
                None => return false,
            }
            true
        });
        let subscription = ports.host.on_key(pressed);
        move || drop(subscription)
    });
}

#[cfg(test)]
mod tests {
    use super::{KeyCommand, command};
    use crate::calculator::form::FormAction;
    use crate::shell::ports::{KeyPress, Typing};

    fn press(key: &str, command: bool, alt: bool, typing: Typing) -> KeyPress {
        KeyPress { key: key.to_owned(), command, shift: false, alt, typing }
    }

    #[test]
    fn private_figures_can_be_hidden_while_typing_anywhere() {
        for typing in [Typing::Nothing, Typing::Number, Typing::Text] {
            assert_eq!(command(&press("c", false, true, typing)), Some(KeyCommand::SwitchView), "{typing:?}");
        }
    }

    #[test]
    fn text_fields_keep_all_other_keys() {
        for (key, with_command, alt) in [("z", true, false), ("r", false, true), ("?", false, false)] {
            assert_eq!(command(&press(key, with_command, alt, Typing::Text)), None, "{key}");
        }
        let undo = command(&press("z", true, false, Typing::Number));
        assert_eq!(undo, Some(KeyCommand::Form(FormAction::Undo)));
    }
}
