//! What the section of the scenarios shows besides what is kept: gone with the page.

use abacus_scenarios::{Direction, Scenario};
use yew::NodeRef;

/// How many can be compared.
pub const MOST_COMPARED: usize = 4;

/// What the user asks for; the texts are ids of scenarios, where nothing else is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// This text is typed as the name to keep values under.
    Name(String),
    /// The values of now, kept under that name.
    Keep,
    /// The values of this one in the form.
    Open(String),
    /// This one among those compared, or no longer.
    Compare(String, bool),
    /// A new name for this one; to type it.
    Rename(String),
    /// This text is typed as the new name.
    NewName(String),
    /// The new name is right, or the old one after all.
    Renamed(bool),
    /// Another place in the list.
    Shift(String, Direction),
    /// To be rid of this one.
    Delete(String),
    /// This one back.
    Restore(String),
    /// No longer the offer to undo a deletion.
    Dismiss,
    /// Everything as a file.
    File,
    /// Another attempt to store.
    Retry,
}

/// A place that can be given the focus.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FocusTarget {
    /// The heading, when what had the focus is gone.
    Title,
    /// The button that undoes a deletion.
    Undo,
    /// The button that opens this scenario.
    Open(String),
    /// The button that renames it.
    Rename(String),
    /// The field of its new name.
    NewName,
    /// The button that moves it.
    Shift(String, Direction),
    /// Any other, which never is.
    Elsewhere,
}

/// What is chosen, typed and in focus.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct View {
    /// The ids of those chosen by hand for the comparison; until then, it is the first ones.
    pub chosen: Option<Vec<String>>,
    /// The name typed for the values of now.
    pub name: String,
    /// The scenario that is being renamed, and what is typed.
    pub renaming: Option<(String, String)>,
    /// What the last action led to, in a sentence.
    pub note: String,
    focus: Option<(FocusTarget, NodeRef)>,
}

impl View {
    /// The scenarios compared, of those in the list.
    #[must_use]
    pub fn compared<'a>(&self, list: &[&'a Scenario]) -> Vec<&'a Scenario> {
        let is_chosen = |scenario: &&&Scenario| self.chosen.as_ref().is_none_or(|chosen| chosen.contains(&scenario.id));
        list.iter().filter(is_chosen).take(MOST_COMPARED).copied().collect()
    }

    /// Asks for the focus at a place.
    pub fn focus(&mut self, place: FocusTarget) {
        // A new reference for each wish: two elements that hand over one and the same would clear it.
        self.focus = Some((place, NodeRef::default()));
    }

    /// The reference for the element at a place.
    #[must_use]
    pub fn node(&self, place: &FocusTarget) -> NodeRef {
        self.focus.as_ref().filter(|(wanted, _)| wanted == place).map(|(_, node)| node.clone()).unwrap_or_default()
    }

    /// The element that is to have the focus.
    #[must_use]
    pub fn wanted(&self) -> Option<NodeRef> {
        self.focus.as_ref().map(|(_, node)| node.clone())
    }
}
