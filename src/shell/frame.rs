//! The frame of every full page: header with menu, content, footer.

use abacus_core::page::{BUILDER_TITLE, CLASS_TITLE, DEALS_TITLE, PRODUCT, Page};
use yew::prelude::*;

use crate::shell::event::focus;
use crate::shell::menu::menu;
use crate::shell::session::PageSession;
use crate::shell::words;

/// The page around its content, which the reference holds. `settings` is what only this page has in its menu; what is known
/// of working offline stands at its foot.
pub fn frame(session: &PageSession, content: &NodeRef, settings: Html, offline: Html, children: Html) -> Html {
    // The fragment holds the page's values, so skipping moves the focus and not the address.
    let skipped_to = content.clone();
    let onclick = move |event: MouseEvent| {
        event.prevent_default();
        focus(&skipped_to);
    };
    let nav = |page: Page, label: &'static str| {
        let current = (session.page == page).then_some("page");
        html! { <a class="nav__link" href={session.link_to(page)} aria-current={current}>{ label }</a> }
    };
    html! {
        <>
            <a class="skip" href="#content" {onclick}>{ session.say(words::SKIP) }</a>
            <header class="header">
                <a class="header__brand" href={session.link_to(Page::Home)}>
                    { logo() }
                    <span class="narrow-hidden">{ session.say(PRODUCT) }</span>
                </a>
                <nav class="nav" aria-label={session.say(words::NAVIGATION)}>
                    { nav(Page::Home, session.say(words::HOME)) }
                    { nav(Page::Deals, session.say(DEALS_TITLE)) }
                    { nav(Page::Class, session.say(CLASS_TITLE)) }
                </nav>
                { menu(session, settings) }
            </header>
            <main id="content" class="content" tabindex="-1" ref={content}>{ children }</main>
            <footer class="footer">
                <p class="footer__promise">
                    { session.say(words::PROMISE) }{ " " }
                    <a href={session.link_to_builder()}>{ session.say(BUILDER_TITLE) }</a>{ " · " }
                    <a href={format!("{}licences.txt", session.page.root())}>{ session.say(words::LICENCES) }</a>
                </p>
                <div class="footer__offline">{ offline }</div>
            </footer>
        </>
    }
}

/// A rod with 1 · 2 · 1 beads, each a circle drawn as two arcs, all in one path.
fn logo() -> Html {
    html! {
        <svg class="logo" viewBox="0 0 48 24" aria-hidden="true">
            <path class="logo__rod" d="M1 12h46" />
            <path d="M3 12a4 4 0 1 1 8 0a4 4 0 1 1-8 0m13 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0m9 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0m13 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0" />
        </svg>
    }
}
