//! Notices about scenarios that are not stored, were deleted, or cannot be read.

use abacus_core::text::{Text, text};
use abacus_scenarios::Scenario;
use abacus_vault::{Problem, StoreError, UnreadableRecord};
use yew::prelude::*;

use crate::calculator::scenarios::context::SectionContext;
use crate::calculator::scenarios::state::Scenarios;
use crate::calculator::scenarios::state::view::{FocusTarget, ScenarioCommand};
use crate::calculator::scenarios::words;
use crate::shell::words as common;

/// Scenarios that are not stored, with a way to keep them; or a quiet hint while nothing is lost yet.
/// `role="alert"` must exist before it has content.
pub fn not_saved(state: &Scenarios, context: SectionContext<'_>) -> Html {
    let say = |text: Text| text.get(context.locale);
    let problem = state.problem().map(why);
    let (lost, warned) = if state.is_unsaved() { (problem, None) } else { (None, problem) };
    html! {
        <>
            <div role="alert" translate="no">
                if let Some(why) = lost {
                    <div class="notice">
                        <p class="notice__title">{ say(common::NOT_SAVED) }{ say(text("：", ": ")) }{ say(why) }</p>
                        <p>{ say(words::NOT_SAVED_MEANS) }</p>
                        <p class="scenarios__choices">
                            { context.button(common::SAVE_FILE, None, &FocusTarget::Elsewhere, false, ScenarioCommand::File) }
                            { context.button(common::TRY_AGAIN, None, &FocusTarget::Elsewhere, false, ScenarioCommand::Retry) }
                        </p>
                    </div>
                }
            </div>
            if let Some(why) = warned {
                <p class="scenarios__hint">{ say(why) }{ say(text("。", ". ")) }{ say(words::DENIED_MEANS) }</p>
            }
        </>
    }
}

const fn why(problem: Problem) -> Text {
    match problem {
        Problem::Store(error) => common::store_error(error),
        Problem::Withdrawn => common::store_error(StoreError::Denied),
        Problem::Cleared => words::CLEARED,
    }
}

pub fn undo(deleted: &Scenario, context: SectionContext<'_>) -> Html {
    html! {
        <div class="undo">
            <p class="undo__text">{ common::deleted(words::name(deleted, context.locale), context.locale) }</p>
            <div class="undo__choices">
                { context.button(common::UNDO, None, &FocusTarget::Undo, false, ScenarioCommand::Restore(deleted.id.clone())) }
                { context.button(common::DISMISS, None, &FocusTarget::Elsewhere, false, ScenarioCommand::Dismiss) }
            </div>
        </div>
    }
}

/// The deleted scenarios, folded, each with the offer to restore it.
pub fn deleted(list: &[&Scenario], context: SectionContext<'_>) -> Html {
    let item = |scenario: &&Scenario| {
        let name = words::name(scenario, context.locale);
        let command = ScenarioCommand::Restore(scenario.id.clone());
        html! {
            <li class="record-list__item" key={scenario.id.as_str()}>
                <span class="record-list__name">{ name.to_owned() }</span>
                { context.button(common::RESTORE, Some(name), &FocusTarget::Elsewhere, false, command) }
            </li>
        }
    };
    html! {
        <details class="scenarios__deleted">
            <summary class="record-list__summary">{ common::DELETED.get(context.locale) }{ format!(" ({})", list.len()) }</summary>
            <ul>{ for list.iter().map(item) }</ul>
        </details>
    }
}

/// The records that could not be read: the reason, and a button to save them as they are.
pub fn unreadable(records: &[&UnreadableRecord<Scenario>], context: SectionContext<'_>) -> Html {
    let item = |kept: &&UnreadableRecord<Scenario>| {
        html! { <li><code>{ kept.key.clone() }</code>{ " " }{ kept.reason.message(context.locale) }</li> }
    };
    html! {
        <div class="notice">
            <p class="notice__title">{ words::unreadable(records.len(), context.locale) }</p>
            <p>{ words::UNREADABLE_KEPT.get(context.locale) }</p>
            <ul>{ for records.iter().map(item) }</ul>
            <p class="scenarios__choices">
                { context.button(words::SAVE_RECORDS, None, &FocusTarget::Elsewhere, false, ScenarioCommand::File) }
            </p>
        </div>
    }
}
