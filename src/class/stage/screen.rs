//! The stage over the whole screen.

use abacus_class::{Command, Screen};
use yew::prelude::*;

use crate::class::stage::foot::foot;
use crate::class::stage::kinds::body;
use crate::class::stage::panels::panel;
use crate::class::stage::scene::Scene;
use crate::class::stage::words;
use crate::shell::theme::Theme;

/// The CSS class of a type size; 0 is the default.
fn size(size: i8) -> String {
    format!("stage--size-{}", i16::from(size).saturating_add(2))
}

/// The chosen size and those below it, down to the default size, in which every step fits.
pub(super) fn sizes(chosen: i8) -> Vec<String> {
    (chosen.min(0)..=chosen).rev().map(size).collect()
}

pub(super) fn screen(scene: &Scene<'_>, notice: Html) -> Html {
    let dark = match scene.run.screen {
        Screen::Lit => None,
        Screen::Black => Some("stage__off stage__off--black"),
        Screen::White => Some("stage__off stage__off--white"),
    };
    if let Some(class) = dark {
        let content = html! { <span class="visually-hidden">{ scene.text(words::LIGHT) }</span> };
        return html! { <main class="stage">{ scene.button(class, None, Command::Next, content) }</main> };
    }
    let theme = if scene.session.theme == Theme::Dark { " stage--dark" } else { "" };
    let (kind, body) = body(scene);
    html! {
        <main class={format!("stage {}{theme}", size(scene.run.size))} id="content" tabindex="-1">
            // Each step is a new element, so that a screen reader also announces it as new.
            <div class={format!("stage__body stage__body--{kind}")} key={scene.run.step} aria-live="polite">
                { body }
            </div>
            { notice }
            { panel(scene) }
            { foot(scene) }
        </main>
    }
}
