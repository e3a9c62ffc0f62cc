//! The panels over the step: guesses, QR code, keys, the question whether to leave.

use abacus_class::{Command, Panel, Step};
use abacus_core::text::Text;
use yew::prelude::*;

use crate::class::stage::foot::keep_to_buttons;
use crate::class::stage::kinds::code;
use crate::class::stage::scene::Scene;
use crate::class::stage::words;
use crate::shell::theme::Theme;

pub(super) fn panel(scene: &Scene<'_>) -> Html {
    let Some(panel) = scene.run.panel else { return Html::default() };
    let (name, content) = match panel {
        Panel::Guesses if scene.step.places() > 0 => ("guesses", hands(scene)),
        Panel::Guesses => ("guesses", guesses(scene)),
        Panel::Qr => ("qr", code(scene)),
        Panel::Keys => ("keys", keys(scene)),
        Panel::Leave => ("leave", leave(scene)),
    };
    let title = scene.text(title(panel, scene.step));
    html! {
        <section class={format!("panel panel--{name}")} role="dialog" aria-label={title} onkeydown={keep_to_buttons}>
            <h2 class="panel__title">{ title }</h2>
            { content }
        </section>
    }
}

/// The title of a panel over a step.
pub(super) fn title(panel: Panel, step: &Step) -> Text {
    match panel {
        Panel::Guesses if step.places() > 0 => words::COUNT_HANDS,
        Panel::Guesses => words::GUESSES,
        Panel::Qr => words::QR,
        Panel::Keys => words::KEYS,
        Panel::Leave => words::LEAVE,
    }
}

fn key(scene: &Scene<'_>, label: Option<&'static str>, command: Command, sign: impl Into<AttrValue>) -> Html {
    let sign: AttrValue = sign.into();
    scene.button("panel__key", label, command, sign.into())
}

/// The text being typed, and on-screen keys for those without a keyboard.
fn guesses(scene: &Scene<'_>) -> Html {
    let said = if scene.run.refused { words::REFUSED } else { words::TYPE_GUESS };
    html! {
        <>
            <p class="panel__typed" translate="no">{ &scene.run.typed }<span class="panel__caret" aria-hidden="true"></span></p>
            <p class="panel__hint" role="status">{ scene.text(said) }</p>
            <div class="panel__keys" translate="no">
                { for scene.text(words::SIGNS).chars().map(|sign| key(scene, None, Command::Type(sign), sign.to_string())) }
                { key(scene, Some(scene.text(words::TAKE_BACK)), Command::TakeBack, "⌫") }
                { key(scene, None, Command::Add, scene.text(words::ADD)) }
                { close(scene) }
            </div>
        </>
    }
}

/// Options and cells are counted by their number keys, or by clicks.
fn hands(scene: &Scene<'_>) -> Html {
    html! {
        <div class="panel__keys" translate="no">
            { for (0..scene.step.places()).map(|place| {
                key(scene, None, Command::Mark(place), place.saturating_add(1).to_string())
            }) }
            { key(scene, Some(scene.text(words::TAKE_BACK)), Command::TakeBack, "⌫") }
            { close(scene) }
        </div>
    }
}

fn close(scene: &Scene<'_>) -> Html {
    key(scene, None, Command::Close, scene.text(words::CLOSE))
}

fn keys(scene: &Scene<'_>) -> Html {
    let is_dark = scene.session.theme == Theme::Dark;
    let onclick = scene.session.set_theme.reform(move |_: MouseEvent| if is_dark { Theme::Light } else { Theme::Dark });
    let other = scene.text(if is_dark { words::LIT } else { words::DARK });
    html! {
        <>
            <dl class="panel__list">
                { for words::KEY_LIST.iter().map(|(keys, does)| html! {
                    <div key={*keys}><dt translate="no">{ *keys }</dt><dd>{ scene.text(*does) }</dd></div>
                }) }
            </dl>
            <div class="panel__keys">
                <button type="button" class="panel__key" {onclick}>{ other }</button>
                { key(scene, None, Command::Guesses, scene.text(words::GUESSES)) }
                { key(scene, None, Command::Qr, scene.text(words::QR_SHORT)) }
                { key(scene, None, Command::Presenter, scene.text(words::PRESENTER)) }
                { close(scene) }
            </div>
        </>
    }
}

fn leave(scene: &Scene<'_>) -> Html {
    html! {
        <>
            <p class="panel__hint">{ scene.text(words::LEAVE_HOW) }</p>
            <div class="panel__keys">
                { key(scene, None, Command::Close, scene.text(words::LEAVE_NOW)) }
                { key(scene, None, Command::Next, scene.text(words::GO_ON)) }
            </div>
        </>
    }
}
