//! The frame of every full page: header with menu, content, footer.

use abacus_core::page::{BUILDER_TITLE, CLASS_TITLE, DEALS_TITLE, PRODUCT, Page};
use abacus_core::text::Text;
use yew::prelude::*;

use crate::shell::element::{Kind, Tag, classed, tag};
use crate::shell::event::focus;
use crate::shell::menu::menu;
use crate::shell::session::PageSession;
use crate::shell::words;

/// The page around its content, to which the reference points. `settings` are the additional menu items of this page;
/// the offline status is in the footer.
pub fn frame(session: &PageSession, content: &NodeRef, settings: Html, offline: Html, children: Html) -> Html {
    // The fragment contains the page's values, so skipping moves the focus without changing the address.
    let skipped_to = content.clone();
    let skip = move |event: Event| {
        event.prevent_default();
        focus(&skipped_to);
    };
    let nav = |page: Page, label: Text| {
        let current = (session.page == page).then_some("page");
        tag("a")
            .class("nav__link")
            .attr("href", session.link_to(page))
            .attr("aria-current", current)
            .text(session.text(label))
    };
    let brand = tag("a")
        .class("header__brand")
        .attr("href", session.link_to(Page::Home))
        .child(logo())
        .child(tag("span").class("narrow-hidden").text(session.text(PRODUCT)));
    let pages = tag("nav")
        .class("nav")
        .attr("aria-label", session.text(words::NAVIGATION))
        .child(nav(Page::Home, words::HOME))
        .child(nav(Page::Deals, DEALS_TITLE))
        .child(nav(Page::Class, CLASS_TITLE));
    let header = tag("header").class("header").child(brand).child(pages).child(menu(session, settings));
    let main = tag("main").attr("id", "content").class("content").attr("tabindex", "-1").node(content).child(children);
    let builder = tag("a").attr("href", session.link_to_builder());
    let licences = tag("a").attr("href", format!("{}licences.txt", session.page.root()));
    let promise = tag("p")
        .class("footer__promise")
        .text(session.text(words::PROMISE))
        .text(" ")
        .child(builder.text(session.text(BUILDER_TITLE)))
        .text(" · ")
        .child(licences.text(session.text(words::LICENCES)));
    let footer = tag("footer").class("footer").child(promise).child(classed("div", "footer__offline", offline));
    let skip = tag("a").class("skip").attr("href", "#content").on(Kind::Click, Callback::from(skip));
    [skip.text(session.text(words::SKIP)), header, main, footer].into_iter().collect()
}

/// A rod with 1 · 2 · 1 beads, each a circle of two arcs, all in one path.
fn logo() -> Tag {
    const BEADS: &str = "M3 12a4 4 0 1 1 8 0a4 4 0 1 1-8 0m13 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0m9 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0\
        m13 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0";
    tag("svg")
        .class("logo")
        .attr("viewBox", "0 0 48 24")
        .attr("aria-hidden", "true")
        .child(tag("path").class("logo__rod").attr("d", "M1 12h46"))
        .child(tag("path").attr("d", BEADS))
}
