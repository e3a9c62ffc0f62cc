//! The menu of a page: settings that are rarely changed.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::shell::element::{Kind, Tag, tag};
use crate::shell::session::PageSession;
use crate::shell::theme::Theme;
use crate::shell::words;

/// The button, and the menu it opens. The browser itself opens and closes it, and traps and restores the focus. `more`
/// are the additional items of this page.
pub(super) fn menu(session: &PageSession, more: Html) -> Html {
    let (set_locale, set_theme) = (&session.set_locale, &session.set_theme);
    let sign = tag("svg").class("menu__sign").attr("viewBox", "0 0 24 24").attr("aria-hidden", "true");
    let button = tag("button")
        .class("menu__button")
        .attr("type", "button")
        .attr("popovertarget", "menu")
        .child(sign.child(tag("path").attr("d", "M3 6h18M3 12h18M3 18h18")))
        .child(tag("span").class("narrow-hidden").text(session.text(words::MENU)));
    let locales = Locale::ALL.map(|locale| {
        let name = match locale {
            Locale::Zh => "中文",
            Locale::En => "English",
        };
        let choose = set_locale.reform(move |_: Event| locale);
        choice(name, Some(locale.tag()), locale == session.locale, choose)
    });
    let themes = Theme::ALL.map(|theme| {
        let choose = set_theme.reform(move |_: Event| theme);
        choice(session.text(theme.label()), None, theme == session.theme, choose)
    });
    let menu = tag("div")
        .class("menu")
        .attr("id", "menu")
        .attr("popover", "auto")
        .child(choices(session.text(words::LANGUAGE), locales.into()))
        .child(choices(session.text(words::THEME), themes.into()))
        .child(more);
    [button, menu].into_iter().collect()
}

fn choices(label: &'static str, choices: Vec<Html>) -> Tag {
    tag("div")
        .class("menu__choices")
        .attr("role", "group")
        .attr("aria-label", label)
        .child(tag("span").class("menu__label").attr("aria-hidden", "true").text(label))
        .children(choices)
}

fn choice(name: &'static str, lang: Option<&'static str>, is_chosen: bool, choose: Callback<Event>) -> Html {
    tag("button")
        .class("menu__choice")
        .attr("type", "button")
        .attr("lang", lang)
        .attr("aria-pressed", if is_chosen { "true" } else { "false" })
        .on(Kind::Click, choose)
        .text(name)
        .into()
}
