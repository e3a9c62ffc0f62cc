//! The menu of a page: whatever is set once and rarely changed.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::shell::session::PageSession;
use crate::shell::theme::Theme;
use crate::shell::words;

/// The button, and what it opens. The browser itself opens and closes it, holds the focus and gives it back. `more` is
/// what only this page has.
pub(super) fn menu(session: &PageSession, more: Html) -> Html {
    let (set_locale, set_theme) = (&session.set_locale, &session.set_theme);
    html! {
        <>
            <button type="button" class="menu__button" popovertarget="menu">
                <svg class="menu__sign" viewBox="0 0 24 24" aria-hidden="true"><path d="M3 6h18M3 12h18M3 18h18" /></svg>
                <span class="narrow-hidden">{ session.say(words::MENU) }</span>
            </button>
            <div class="menu" id="menu" popover="auto">
                { choices(session.say(words::LANGUAGE), Locale::ALL.map(|locale| {
                    let name = match locale { Locale::Zh => "中文", Locale::En => "English" };
                    let choose = set_locale.reform(move |_: MouseEvent| locale);
                    choice(name, Some(locale.tag()), locale == session.locale, choose)
                })) }
                { choices(session.say(words::THEME), Theme::ALL.map(|theme| {
                    let choose = set_theme.reform(move |_: MouseEvent| theme);
                    choice(session.say(theme.label()), None, theme == session.theme, choose)
                })) }
                { more }
            </div>
        </>
    }
}

fn choices<const N: usize>(label: &'static str, choices: [Html; N]) -> Html {
    html! {
        <div class="menu__choices" role="group" aria-label={label}>
            <span class="menu__label" aria-hidden="true">{ label }</span>
            { Html::from_iter(choices) }
        </div>
    }
}

fn choice(name: &'static str, lang: Option<&'static str>, is_chosen: bool, onclick: Callback<MouseEvent>) -> Html {
    let pressed = if is_chosen { "true" } else { "false" };
    html! { <button type="button" class="menu__choice" {lang} aria-pressed={pressed} {onclick}>{ name }</button> }
}
