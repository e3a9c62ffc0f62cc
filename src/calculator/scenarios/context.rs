//! Pieces of the section that keeps and compares scenarios. They are functions, because each component would add
//! kilobytes to what a phone loads before the first figure. Every user action in them is a [`ScenarioCommand`].

use abacus_core::text::{Locale, Text};
use abacus_scenarios::Direction;
use yew::prelude::*;

use crate::calculator::scenarios::state::view::{FocusTarget, ScenarioCommand, View};
use crate::calculator::scenarios::words;

/// The longest name that can be typed, in UTF-16 units.
pub(super) const LONGEST_NAME: &str = "60";

#[derive(Clone, Copy, Debug)]
pub struct SectionContext<'a> {
    pub view: &'a View,
    pub locale: Locale,
    pub on_command: &'a Callback<ScenarioCommand>,
}

impl SectionContext<'_> {
    /// A button whose accessible name includes what it acts on.
    pub(super) fn button(
        &self,
        action: Text,
        on: Option<&str>,
        place: &FocusTarget,
        off: bool,
        command: ScenarioCommand,
    ) -> Html {
        let on_command = self.on_command.clone();
        let label = on.map(|name| words::on(action, name, self.locale));
        let arrow = match place {
            FocusTarget::Shift(_, Direction::Up) => Some("↑"),
            FocusTarget::Shift(_, Direction::Down) => Some("↓"),
            _ => None,
        };
        html! {
            <button type="button" class="button" ref={self.view.node(place)} aria-label={label} disabled={off}
                onclick={move |_: MouseEvent| on_command.emit(command.clone())}>
                { arrow.unwrap_or_else(|| action.get(self.locale)) }
            </button>
        }
    }
}
