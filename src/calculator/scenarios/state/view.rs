//! The transient state of the scenarios' section: gone with the page.

use abacus_scenarios::{Direction, Scenario};
use yew::NodeRef;

pub const MOST_COMPARED: usize = 4;

/// What the user wants done. Texts are ids of scenarios unless stated otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScenarioCommand {
    /// This text is typed as the name for the current values.
    Name(String),
    /// Keep the current values under that name.
    Keep,
    Open(String),
    /// Compare this one, or no longer.
    Compare(String, bool),
    Rename(String),
    /// This text is typed as the new name.
    NewName(String),
    /// Accept the new name, or keep the old one.
    Renamed(bool),
    Shift(String, Direction),
    Delete(String),
    Restore(String),
    /// Dismiss the offer to undo a deletion.
    Dismiss,
    /// Save everything as a file.
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
    /// Any other element, which never takes it.
    Elsewhere,
}

#[derive(Clone, Debug, PartialEq, Default)]
pub struct View {
    /// The ids chosen for the comparison; none until the user chooses, which compares the first ones.
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
    /// The scenarios compared, of those in the list.
    pub fn compared<'a>(&self, list: &[&'a Scenario]) -> Vec<&'a Scenario> {
        let is_chosen = |scenario: &&&Scenario| self.chosen.as_ref().is_none_or(|chosen| chosen.contains(&scenario.id));
        list.iter().filter(is_chosen).take(MOST_COMPARED).copied().collect()
    }

    pub fn focus(&mut self, place: FocusTarget) {
        // A new reference each time: two elements that pass on the same one would clear it.
        self.focus = Some((place, NodeRef::default()));
    }

    pub fn node(&self, place: &FocusTarget) -> NodeRef {
        self.focus.as_ref().filter(|(wanted, _)| wanted == place).map(|(_, node)| node.clone()).unwrap_or_default()
    }

    pub fn wanted(&self) -> Option<NodeRef> {
        self.focus.as_ref().map(|(_, node)| node.clone())
    }
}
