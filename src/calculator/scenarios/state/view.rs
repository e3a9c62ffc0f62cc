//! The transient state of the scenarios section, lost when the page is closed.

use abacus_scenarios::{Direction, Scenario};
use yew::NodeRef;

pub const MAX_COMPARED: usize = 4;

/// A command by the user. Strings are ids of scenarios unless stated otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScenarioCommand {
    /// The name typed for the current values.
    Name(String),
    /// Keeps the current values under that name.
    Keep,
    Open(String),
    /// Adds a scenario to the comparison, or removes it.
    Compare(String, bool),
    Rename(String),
    /// The text typed as the new name.
    NewName(String),
    /// Accepts the new name, or keeps the old one.
    Renamed(bool),
    Shift(String, Direction),
    Delete(String),
    Restore(String),
    /// Dismisses the offer to undo a deletion.
    Dismiss,
    /// Saves everything as a file.
    File,
    Retry,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading, for when the focused element is gone.
    Title,
    Undo,
    Open(String),
    Rename(String),
    /// The field of its new name.
    NewName,
    Shift(String, Direction),
    /// Any other element, which never takes the focus.
    Elsewhere,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct View {
    /// The ids chosen for the comparison; `None` until the user chooses, which compares the first ones.
    pub chosen: Option<Vec<String>>,
    /// The name typed for the current values.
    pub name: String,
    /// The scenario being renamed, and the text typed.
    pub renaming: Option<(String, String)>,
    /// The effect of the last command, in a sentence.
    pub note: String,
    focus: Option<(FocusTarget, NodeRef)>,
}

impl View {
    /// The compared scenarios of the list.
    pub fn compared<'a>(&self, list: &[&'a Scenario]) -> Vec<&'a Scenario> {
        let is_chosen = |scenario: &&&Scenario| self.chosen.as_ref().is_none_or(|chosen| chosen.contains(&scenario.id));
        list.iter().filter(is_chosen).take(MAX_COMPARED).copied().collect()
    }

    pub fn focus(&mut self, place: FocusTarget) {
        // A new reference each time: sharing one between two elements would clear it.
        self.focus = Some((place, NodeRef::default()));
    }

    pub fn node(&self, place: &FocusTarget) -> NodeRef {
        self.focus.as_ref().filter(|(wanted, _)| wanted == place).map(|(_, node)| node.clone()).unwrap_or_default()
    }

    pub fn wanted(&self) -> Option<NodeRef> {
        self.focus.as_ref().map(|(_, node)| node.clone())
    }
}
