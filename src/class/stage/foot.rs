//! The bottom line: the position in the lesson, the clock, and buttons for those without a keyboard.

use abacus_class::{Command, Kind, Panel};
use abacus_core::calculator::field::Field;
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
    let changed = changed(scene);
    html! {
        <footer class="stage__foot" onkeydown={keep_to_buttons}>
            { button(words::BACK, Command::Back, "←") }
            <span class="stage__place" translate="no">{ scene.place() }</span>
            <span class="stage__title" role="status" translate="no">{ changed.clone().unwrap_or_else(|| lesson.title.get(locale).to_owned()) }</span>
            <span class="stage__time" translate="no">{ time }</span>
            if changed.is_some() {
                { named("0", words::VALUES, Command::Values) }
            }
            if let Some(label) = counts(scene) {
                { named("G", label, Command::Guesses) }
            }
            { named("?", words::KEYS, Command::Keys) }
            { button(words::NEXT, Command::Next, "→") }
        </footer>
    }
}

/// The inputs that were set by hand, where no slider shows them.
fn changed(scene: &Scene<'_>) -> Option<String> {
    let case = scene.case.as_ref().filter(|_| !matches!(scene.step.kind, Kind::Move { .. }))?;
    let (spec, inputs) = (case.calculator.spec(), &case.inputs);
    let is_set = |key: &str| scene.run.values.contains_key(&(scene.step.setting, key.to_owned()));
    let figure = |field: &Field| Some((scene.text(spec.label(field, inputs)), field.quote(inputs.get(field.key)?)));
    let set: Vec<_> = spec.fields.iter().filter(|field| is_set(field.key)).filter_map(figure).collect();
    (!set.is_empty()).then(|| words::changed(&set, scene.session.locale))
}

/// The title of the guess panel, in a step that counts guesses, hands or marks.
fn counts(scene: &Scene<'_>) -> Option<Text> {
    let is_asked = matches!(scene.step.kind, Kind::Ask { .. });
    (is_asked || scene.step.places() > 0).then(|| title(Panel::Guesses, scene.step))
}

/// On a focused button, these keys belong to the button and not to the lesson.
pub(super) fn keep_to_buttons(event: KeyboardEvent) {
    if matches!(event.key().as_str(), "Enter" | " ") {
        event.stop_propagation();
    }
}
