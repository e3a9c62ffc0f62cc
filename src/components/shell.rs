//! The frame of every full page: header with language switch, content, footer.

use abacus_core::page::{DEALS_TITLE, PRODUCT, Page};
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::state::session::Session;
use crate::text::shell as words;

/// What the frame needs.
#[derive(PartialEq, Properties)]
pub struct ShellProps {
    /// The session.
    pub session: Session,
    /// The page inside.
    pub children: Html,
}

/// The frame of every full page.
#[component]
pub fn Shell(props: &ShellProps) -> Html {
    let session = &props.session;
    let nav = |page: Page, label: &'static str| {
        let current = (session.page == page).then_some("page");
        html! { <a class="nav__link" href={session.link_to(page)} aria-current={current}>{ label }</a> }
    };
    html! {
        <>
            <a class="skip" href="#content">{ session.say(words::SKIP) }</a>
            <header class="header">
                <a class="header__brand" href={session.link_to(Page::Home)}>
                    <Logo />
                    <span>{ session.say(PRODUCT) }</span>
                </a>
                <nav class="nav" aria-label={session.say(words::NAVIGATION)}>
                    { nav(Page::Home, session.say(words::HOME)) }
                    { nav(Page::Deals, session.say(DEALS_TITLE)) }
                </nav>
                <LanguageSwitch locale={session.locale} on_choose={session.set_locale.clone()} />
            </header>
            <main id="content" class="content" tabindex="-1">{ props.children.clone() }</main>
            <footer class="footer"><p>{ session.say(words::PROMISE) }</p></footer>
        </>
    }
}

/// The rod with 1 · 2 · 1 beads.
#[component]
fn Logo() -> Html {
    let bead = |x: &'static str| html! { <circle class="logo__bead" cx={x} cy="12" r="4" /> };
    html! {
        <svg class="logo" viewBox="0 0 48 24" width="48" height="24" aria-hidden="true" focusable="false">
            <path class="logo__rod" d="M1 12h46" />
            { bead("7") }
            { bead("20") }
            { bead("29") }
            { bead("42") }
        </svg>
    }
}

/// What the language switch needs.
#[derive(PartialEq, Properties)]
pub struct LanguageSwitchProps {
    /// The language now.
    pub locale: Locale,
    /// The language the user wants.
    pub on_choose: Callback<Locale>,
}

/// One button per language, each in its own language.
#[component]
pub fn LanguageSwitch(props: &LanguageSwitchProps) -> Html {
    let button = |locale: Locale, name: &'static str| {
        let on_choose = props.on_choose.clone();
        let pressed = if locale == props.locale { "true" } else { "false" };
        html! {
            <button type="button" class="language__choice" lang={locale.tag()} aria-pressed={pressed}
                onclick={move |_| on_choose.emit(locale)}>{ name }</button>
        }
    };
    html! {
        <div class="language" role="group" aria-label={words::LANGUAGE.get(props.locale)}>
            { button(Locale::Zh, "中文") }
            { button(Locale::En, "English") }
        </div>
    }
}
