use abacus_core::calculator::{Calculator, Inputs};
use abacus_core::number::format::Style;
use abacus_scenarios::{Direction, Scenario, encode, list};
use yew::prelude::*;

use crate::calculator::scenarios::ScenariosProps;
use crate::calculator::scenarios::state::view::{FocusTarget, MAX_COMPARED, ScenarioCommand, View};
use crate::calculator::scenarios::state::{Scenarios, ScenariosAction};
use crate::calculator::scenarios::words;
use crate::calculator::words::not_taken;

/// Runs a command on the view, and returns the action for the scenarios, if any.
pub(super) fn run(
    command: ScenarioCommand,
    view: &mut View,
    state: &UseReducerHandle<Scenarios>,
    props: &ScenariosProps,
) -> Option<ScenariosAction> {
    let locale = props.session.locale;
    // A clone reads the current state.
    let state = state.clone();
    let list = list(state.book(), props.calculator);
    let name_of = |id: &str| state.book().get(id).map_or("", |scenario| words::name(scenario, locale)).to_owned();
    match command {
        ScenarioCommand::Name(text) => view.name = text,
        ScenarioCommand::NewName(text) => view.renaming.iter_mut().for_each(|(_, typed)| typed.clone_from(&text)),
        ScenarioCommand::Keep => {
            if let Some(why) = props.stale {
                not_taken(why).get(locale).clone_into(&mut view.note);
                return None;
            }
            let id = props.session.ports.host.fresh_id();
            let room = view.compared(&list).len() < MAX_COMPARED;
            if let Some(chosen) = view.chosen.as_mut().filter(|_| room) {
                chosen.push(id.clone());
            }
            let name = match view.name.trim() {
                "" => proposed(props.calculator, &props.inputs, &props.session.style),
                typed => typed.to_owned(),
            };
            view.name.clear();
            view.note = words::kept(&name, locale);
            return Some(ScenariosAction::Keep(id, props.calculator, name, props.inputs.clone()));
        }
        ScenarioCommand::Open(id) => {
            view.note = words::opened(&name_of(&id), locale);
            state.book().get(&id).map(fragment).into_iter().for_each(|fragment| props.on_open.emit(fragment));
        }
        ScenarioCommand::Compare(id, wanted) => {
            let mut ids: Vec<_> = view.compared(&list).iter().map(|scenario| scenario.id.clone()).collect();
            ids.retain(|known| *known != id);
            view.note.clear();
            if wanted && ids.len() >= MAX_COMPARED {
                words::FULL.get(locale).clone_into(&mut view.note);
            } else {
                ids.extend(wanted.then_some(id));
                view.chosen = Some(ids);
            }
        }
        ScenarioCommand::Rename(id) => {
            view.renaming = Some((id.clone(), name_of(&id)));
            view.focus(FocusTarget::NewName);
        }
        ScenarioCommand::Renamed(right) => {
            let (id, text) = view.renaming.take()?;
            view.focus(FocusTarget::Rename(id.clone()));
            let text = text.trim();
            return (right && !text.is_empty()).then(|| ScenariosAction::Rename(id, text.to_owned()));
        }
        ScenarioCommand::Shift(id, direction) => {
            let (place, next) = moved(&list, &id, direction);
            view.note = words::moved(&name_of(&id), place, locale);
            view.focus(FocusTarget::Shift(id.clone(), next));
            return Some(ScenariosAction::Shift(id, direction));
        }
        ScenarioCommand::Delete(id) => {
            view.note.clear();
            view.focus(FocusTarget::Undo);
            return Some(ScenariosAction::Delete(id));
        }
        ScenarioCommand::Restore(id) => {
            view.focus(FocusTarget::Open(id.clone()));
            return Some(ScenariosAction::Restore(id));
        }
        ScenarioCommand::Dismiss => {
            view.focus(FocusTarget::Title);
            return Some(ScenariosAction::Dismiss);
        }
        ScenarioCommand::File | ScenarioCommand::Retry => {}
    }
    None
}

/// The headline for these inputs, or why it could not be computed.
pub(super) fn headline(calculator: &dyn Calculator, inputs: &Inputs, style: &Style) -> String {
    let evaluations = calculator.evaluate(inputs);
    evaluations.first().map_or_else(String::new, |headline| match headline.value {
        Ok(value) => headline.output.quote(value, style),
        Err(reason) => headline.output.none(reason).get(style.locale).to_owned(),
    })
}

/// The default name of a scenario: its headline.
pub(super) fn proposed(calculator: &dyn Calculator, inputs: &Inputs, style: &Style) -> String {
    let label = calculator.spec().outputs.first().map_or("", |output| output.label.get(style.locale));
    format!("{label} {}", headline(calculator, inputs, style))
}

/// The fragment of a form with these values, unknown inputs included.
fn fragment(scenario: &Scenario) -> String {
    encode(scenario).split_once('#').map_or_else(String::new, |(_, fragment)| fragment.to_owned())
}

/// The position of a scenario after a move, counted from 1, and the direction whose button takes the focus: the same
/// one, unless it leads nowhere from there.
fn moved(list: &[&Scenario], id: &str, direction: Direction) -> (usize, Direction) {
    let from = list.iter().position(|scenario| scenario.id == id).unwrap_or_default();
    let last = list.len().saturating_sub(1);
    match direction {
        Direction::Up if from <= 1 => (1, Direction::Down),
        Direction::Up => (from, Direction::Up),
        Direction::Down if from.saturating_add(1) >= last => (list.len(), Direction::Up),
        Direction::Down => (from.saturating_add(2), Direction::Down),
    }
}
