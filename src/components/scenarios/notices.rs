//! What is said about keeping scenarios: what is not stored, was deleted, or cannot be read.

use abacus_core::text::{Text, text};
use abacus_scenarios::{Kept, Scenario};
use yew::prelude::*;

use crate::components::scenarios::Shown;
use crate::state::scenarios::view::{Ask, Place};
use crate::state::scenarios::{Problem, Scenarios};
use crate::text::{common, scenarios as words};

/// What is not stored, with a way to keep it; and quietly, what to expect where nothing is lost
/// yet. `role="alert"` must be there before it has something to say.
pub fn not_saved(state: &Scenarios, shown: Shown<'_>) -> Html {
    let say = |text: Text| text.get(shown.locale);
    let problem = state.problem().map(why);
    let (lost, warned) = if state.is_unsaved() { (problem, None) } else { (None, problem) };
    html! {
        <>
            <div role="alert">
                if let Some(why) = lost {
                    <div class="notice">
                        <p class="notice__title">{ say(common::NOT_SAVED) }{ say(text("：", ": ")) }{ say(why) }</p>
                        <p>{ say(words::NOT_SAVED_MEANS) }</p>
                        <p class="scenarios__choices">
                            { shown.button(common::SAVE_FILE, None, &Place::Elsewhere, false, Ask::File) }
                            { shown.button(common::TRY_AGAIN, None, &Place::Elsewhere, false, Ask::Retry) }
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
        Problem::Cleared => words::CLEARED,
    }
}

/// What was just deleted, with the offer to undo it.
pub fn undo(deleted: &Scenario, shown: Shown<'_>) -> Html {
    html! {
        <div class="undo">
            <p class="undo__text">{ common::deleted(words::name(deleted, shown.locale), shown.locale) }</p>
            <div class="undo__choices">
                { shown.button(common::UNDO, None, &Place::Undo, false, Ask::Restore(deleted.id.clone())) }
                { shown.button(common::DISMISS, None, &Place::Elsewhere, false, Ask::Dismiss) }
            </div>
        </div>
    }
}

/// What was deleted, folded, each with the offer to restore it.
pub fn deleted(list: &[&Scenario], shown: Shown<'_>) -> Html {
    let item = |scenario: &&Scenario| {
        let name = words::name(scenario, shown.locale);
        let ask = Ask::Restore(scenario.id.clone());
        html! {
            <li class="deals-shelf__item" key={scenario.id.as_str()}>
                <span class="deals-shelf__name">{ name.to_owned() }</span>
                { shown.button(common::RESTORE, Some(name), &Place::Elsewhere, false, ask) }
            </li>
        }
    };
    html! {
        <details class="scenarios__deleted">
            <summary class="deals-shelf__summary">{ common::DELETED.get(shown.locale) }{ format!(" ({})", list.len()) }</summary>
            <ul>{ for list.iter().map(item) }</ul>
        </details>
    }
}

/// The records that could not be read: why, and the way to take them out as they are.
pub fn unreadable(records: &[&Kept], shown: Shown<'_>) -> Html {
    let item = |kept: &&Kept| {
        html! { <li><code>{ kept.key.clone() }</code>{ " " }{ kept.reason.message(shown.locale) }</li> }
    };
    html! {
        <div class="notice">
            <p class="notice__title">{ words::unreadable(records.len(), shown.locale) }</p>
            <p>{ words::UNREADABLE_KEPT.get(shown.locale) }</p>
            <ul>{ for records.iter().map(item) }</ul>
            <p class="scenarios__choices">
                { shown.button(words::SAVE_RECORDS, None, &Place::Elsewhere, false, Ask::File) }
            </p>
        </div>
    }
}
