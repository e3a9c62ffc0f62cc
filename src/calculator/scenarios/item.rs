use abacus_scenarios::{Direction, Scenario};
use yew::prelude::*;

use crate::calculator::scenarios::context::{LONGEST_NAME, SectionContext};
use crate::calculator::scenarios::state::view::{FocusTarget, ScenarioCommand};
use crate::calculator::scenarios::words;
use crate::shell::event::{checked, typed};

/// The state of a scenario relative to the others and to the form.
#[derive(Clone, Copy, Debug)]
pub struct ItemState<'a> {
    pub headline: &'a str,
    /// Whether its values are those of the form.
    pub current: bool,
    /// Whether it is compared; `None` if it is not and the comparison is full.
    pub compared: Option<bool>,
    pub first: bool,
    pub last: bool,
}

pub fn item(scenario: &Scenario, state: ItemState<'_>, context: SectionContext<'_>) -> Html {
    let locale = context.locale;
    let (name, id) = (words::name(scenario, locale), || scenario.id.clone());
    let shift = |direction, off| {
        let action = if direction == Direction::Up { words::UP } else { words::DOWN };
        context.button(
            action,
            Some(name),
            &FocusTarget::Shift(id(), direction),
            off,
            ScenarioCommand::Shift(id(), direction),
        )
    };
    let content = match &context.view.renaming {
        Some((renamed, text)) if *renamed == scenario.id => rename(name, text, context),
        _ => html! {
            <>
                <div class="scenario__head">
                    { check_box(scenario, state, context) }
                    <p class="scenario__figure">{ state.headline.to_owned() }</p>
                </div>
                if state.current { <p class="scenario__current">{ words::CURRENT.get(locale) }</p> }
                if !scenario.unknown_inputs.is_empty() {
                    <p class="scenario__unknown">{ words::unknown_inputs(&scenario.unknown_inputs, locale) }</p>
                }
                <div class="scenario__actions">
                    { context.button(words::OPEN, Some(name), &FocusTarget::Open(id()), false, ScenarioCommand::Open(id())) }
                    { context.button(words::RENAME, Some(name), &FocusTarget::Rename(id()), false, ScenarioCommand::Rename(id())) }
                    { shift(Direction::Up, state.first) }
                    { shift(Direction::Down, state.last) }
                    { context.button(words::DELETE, Some(name), &FocusTarget::Elsewhere, false, ScenarioCommand::Delete(id())) }
                </div>
            </>
        },
    };
    html! {
        <li class="scenario" key={scenario.id.as_str()} aria-current={state.current.then_some("true")}>{ content }</li>
    }
}

/// The name with the checkbox that adds it to the comparison. A fifth cannot be checked, but gives the reason when
/// clicked, which a disabled one would not.
fn check_box(scenario: &Scenario, state: ItemState<'_>, context: SectionContext<'_>) -> Html {
    let name = words::name(scenario, context.locale);
    let refused = state.compared.is_none();
    let (id, on_command) = (scenario.id.clone(), context.on_command.clone());
    let onclick = move |event: MouseEvent| {
        if refused {
            event.prevent_default();
        }
        on_command.emit(ScenarioCommand::Compare(id.clone(), refused || checked(&event)));
    };
    html! {
        <label class="scenario__name">
            <input type="checkbox" class="scenario__check" checked={state.compared == Some(true)} {onclick}
                aria-disabled={refused.then_some("true")} aria-label={words::on(words::COMPARE, name, context.locale)} />
            <span dir="auto">{ name.to_owned() }</span>
        </label>
    }
}

/// The name while it is being changed. Escape keeps the old one.
fn rename(name: &str, text: &str, context: SectionContext<'_>) -> Html {
    let oninput = context.on_command.reform(|event: InputEvent| ScenarioCommand::NewName(typed(&event)));
    let onsubmit = context.on_command.reform(|event: SubmitEvent| {
        event.prevent_default();
        ScenarioCommand::Renamed(true)
    });
    let on_command = context.on_command.clone();
    let onkeydown = move |event: KeyboardEvent| {
        // During IME composition, Escape belongs to the input method.
        if event.key() == "Escape" && !event.is_composing() {
            on_command.emit(ScenarioCommand::Renamed(false));
        }
    };
    html! {
        <form class="scenario-rename" {onsubmit} {onkeydown}>
            <div class="field__box">
                <input class="field__input scenario-input" ref={context.view.node(&FocusTarget::NewName)} type="text" dir="auto"
                    name="scenario-new-name" aria-label={words::on(words::NEW_NAME, name, context.locale)}
                    maxlength={LONGEST_NAME} autocomplete="off" enterkeyhint="done" value={text.to_owned()} {oninput} />
            </div>
            <button class="button">{ words::SAVE_NAME.get(context.locale) }</button>
            { context.button(words::CANCEL, None, &FocusTarget::Elsewhere, false, ScenarioCommand::Renamed(false)) }
        </form>
    }
}
