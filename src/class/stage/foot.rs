//! The bottom line: where the lesson is, the clock, and the way on for who has no keys.

use abacus_class::{Command, Kind, Panel};
use abacus_core::text::Text;
use yew::prelude::*;

use crate::class::stage::panels::title;
use crate::class::stage::scene::Scene;
use crate::class::stage::words;

pub(super) fn foot(scene: &Scene<'_>) -> Html {
    let (lesson, locale) = (scene.class.lesson, scene.session.locale);
    let time = match scene.run.clock {
        Some(_) if !scene.is_timed() => scene.remaining(),
        _ => words::of_minutes(scene.minutes(), lesson.minutes(), locale),
    };
    let button = |label, command, sign: &'static str| {
        scene.button("stage__button", Some(scene.text(label)), command, sign.into())
    };
    let named = |key, label, command| {
        scene.button(
            "stage__button",
            None,
            command,
            html! { <>{ key }<span class="stage__what">{ " " }{ scene.text(label) }</span></> },
        )
    };
    html! {
        <footer class="stage__foot" onkeydown={keep_to_buttons}>
            { button(words::BACK, Command::Back, "←") }
            <span class="stage__place" translate="no">{ scene.place() }</span>
            <span class="stage__title">{ lesson.title.get(locale) }</span>
            <span class="stage__time" translate="no">{ time }</span>
            { for counts(scene).map(|label| named("G", label, Command::Guesses)) }
            { named("?", words::KEYS, Command::Keys) }
            { button(words::NEXT, Command::Next, "→") }
        </footer>
    }
}

/// What the panel of guesses is for, in a step that takes guesses, hands or marks.
fn counts(scene: &Scene<'_>) -> Option<Text> {
    let is_asked = matches!(scene.step.kind, Kind::Ask { .. });
    (is_asked || scene.step.places() > 0).then(|| title(Panel::Guesses, scene.step))
}

/// On a button that has the focus, these keys are the button's and not the lesson's.
pub(super) fn keep_to_buttons(event: KeyboardEvent) {
    if matches!(event.key().as_str(), "Enter" | " ") {
        event.stop_propagation();
    }
}
