//! A name, and the button that keeps the current values under it.

use yew::prelude::*;

use crate::calculator::scenarios::context::{LONGEST_NAME, SectionContext};
use crate::calculator::scenarios::state::view::{FocusTarget, ScenarioCommand};
use crate::calculator::scenarios::words;
use crate::shell::event::typed;

pub const SCENARIO_NAME: &str = "scenario-name";

/// The field and the button. Without a name the proposed one is used. Not a form element, because the page already has
/// the calculator's.
pub fn keep(proposed: String, context: SectionContext<'_>) -> Html {
    let locale = context.locale;
    let oninput = context.on_command.reform(|event: InputEvent| ScenarioCommand::Name(typed(&event)));
    let on_command = context.on_command.clone();
    let onkeydown = move |event: KeyboardEvent| {
        // During IME composition, Enter belongs to the input method.
        if event.key() == "Enter" && !event.is_composing() {
            on_command.emit(ScenarioCommand::Keep);
        }
    };
    html! {
        <div class="scenario-keep">
            <div class="scenario-keep__name">
                <label class="field__label" for={SCENARIO_NAME}>{ words::NAME.get(locale) }</label>
                <div class="field__box">
                    <input class="field__input scenario-input" id={SCENARIO_NAME} name={SCENARIO_NAME} type="text" dir="auto"
                        maxlength={LONGEST_NAME} autocomplete="off" enterkeyhint="done" placeholder={proposed}
                        value={context.view.name.clone()} {oninput} {onkeydown} />
                </div>
            </div>
            { context.button(words::KEEP, None, &FocusTarget::Elsewhere, false, ScenarioCommand::Keep) }
        </div>
    }
}
