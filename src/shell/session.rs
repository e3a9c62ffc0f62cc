//! What every page receives: its identity, the language, the ports.

use abacus_core::number::format::Style;
use abacus_core::page::Page;
use abacus_core::text::{Locale, Text};
use yew::Callback;

use crate::shell::ports::{PagePorts, Ports};
use crate::shell::theme::Theme;

/// A page and its language, with the ports `P` that its part of the app uses.
#[derive(Clone, PartialEq)]
pub struct Session<P = Ports> {
    pub page: Page,
    pub locale: Locale,
    /// The browser, or a test double.
    pub ports: P,
    pub style: Style,
    pub theme: Theme,
    /// Changes how figures are shown, here and for the next visit.
    pub set_style: Callback<Style>,
    /// Changes the language, here and for the next visit.
    pub set_locale: Callback<Locale>,
    /// Changes between light and dark, here and for the next visit.
    pub set_theme: Callback<Theme>,
    /// The base of relative addresses if the calculator is an element of another page.
    pub base: Option<String>,
    /// Whether links include the language: the address did, or it could not be stored.
    pub lang_in_links: bool,
}

/// The session of a page before anything else is loaded.
pub type PageSession = Session<PagePorts>;

impl<P> Session<P> {
    pub fn with<Q>(&self, ports: Q) -> Session<Q> {
        Session {
            page: self.page,
            locale: self.locale,
            ports,
            style: self.style,
            theme: self.theme,
            set_style: self.set_style.clone(),
            set_locale: self.set_locale.clone(),
            set_theme: self.set_theme.clone(),
            base: self.base.clone(),
            lang_in_links: self.lang_in_links,
        }
    }

    pub fn text(&self, text: Text) -> &'static str {
        text.get(self.locale)
    }

    /// The relative address of another page, with the language if storage cannot keep it.
    pub fn link_to(&self, page: Page) -> String {
        let address = [self.base.as_deref().unwrap_or_default(), &self.page.link_to(page)].concat();
        if self.lang_in_links { format!("{address}?lang={}", self.locale.tag()) } else { address }
    }

    /// The relative address of the embed code builder; on the page of a calculator, with that calculator.
    pub fn link_to_builder(&self) -> String {
        let tool = self.page.calculator().map_or("", |calculator| calculator.id);
        let mark = if tool.is_empty() { "" } else { "#tool=" };
        [&*self.link_to(Page::Builder), mark, tool].concat()
    }

    /// The relative address of the demo: the deal book with invented deals.
    pub fn link_to_demo(&self) -> String {
        format!("{}?demo=1&lang={}", self.page.link_to(Page::Deals), self.locale.tag())
    }
}

impl Session {
    /// The absolute address of this page with these figures, in this language; for a widget, that of its calculator's
    /// page. `None` if others cannot reach it.
    pub fn public_link(&self, fragment: &str) -> Option<String> {
        let address = self.page.link_to(self.page.calculator().map_or(self.page, Page::Calculator));
        let mark = if fragment.is_empty() { "" } else { "#" };
        self.ports.outbox.public(&format!("{address}?lang={}{mark}{fragment}", self.locale.tag()))
    }
}
