//! What every page receives: its own identity, the language, the ports.

use abacus_core::calculator::Calculator;
use abacus_core::number::format::Style;
use abacus_core::page::Page;
use abacus_core::text::{Locale, Text};
use yew::prelude::*;

use crate::state::locale;
use crate::state::ports::Ports;
use crate::state::styles;

#[derive(Clone, PartialEq)]
pub struct Session {
    pub page: Page,
    pub locale: Locale,
    /// The browser, or a stand-in.
    pub ports: Ports,
    pub style: Style,
    /// Changes how figures are shown, here and for the next visit.
    pub set_style: Callback<Style>,
    /// Changes the language, here and for the next visit.
    pub set_locale: Callback<Locale>,
    lang_in_links: bool,
}

impl Session {
    #[must_use]
    pub fn say(&self, text: Text) -> &'static str {
        text.get(self.locale)
    }

    /// The relative address of another page, with the language if storage cannot hold it.
    #[must_use]
    pub fn link_to(&self, page: Page) -> String {
        let address = self.page.link_to(page);
        if self.lang_in_links { format!("{address}?lang={}", self.locale.tag()) } else { address }
    }

    /// The relative address of the demo: the deal book with invented deals.
    #[must_use]
    pub fn link_to_demo(&self) -> String {
        format!("{}?demo=1&lang={}", self.page.link_to(Page::Deals), self.locale.tag())
    }

    /// The absolute address of a calculator's public page, with its figures, in this language; also
    /// from within a widget.
    #[must_use]
    pub fn public_link(&self, calculator: &'static dyn Calculator, fragment: &str) -> String {
        let address = self.page.link_to(Page::Calculator(calculator));
        let mark = if fragment.is_empty() { "" } else { "#" };
        self.ports.outbox.absolute(&format!("{address}?lang={}{mark}{fragment}", self.locale.tag()))
    }
}

/// The session of the page; called once, by the app.
#[hook]
pub fn use_session(page: Page, begin: Locale, ports: &Ports) -> Session {
    let locale = use_state_eq(|| begin);
    // Links carry the language if the address did or if it could not be saved.
    let lang_in_links = use_state_eq(|| ports.host.language_in_address());

    let set_locale = use_callback(ports.clone(), {
        let (locale, lang_in_links) = (locale.setter(), lang_in_links.setter());
        move |chosen: Locale, ports: &Ports| {
            locale.set(chosen);
            if ports.store.write(locale::KEY, chosen.tag()).is_err() {
                lang_in_links.set(true);
            }
        }
    });

    let chosen_style = use_state_eq(|| styles::saved(ports, page, begin));
    let style = match *chosen_style {
        Some(chosen) => Style { locale: *locale, ..chosen },
        None => Style::usual(*locale),
    };
    let set_style = use_callback(ports.clone(), {
        let setter = chosen_style.setter();
        move |chosen: Style, ports: &Ports| {
            setter.set(Some(chosen));
            styles::save(ports, page, &chosen);
        }
    });

    use_effect_with((*locale, *lang_in_links, ports.clone()), move |(locale, in_address, ports)| {
        ports.host.announce(*locale, &page.title(*locale), *in_address);
    });

    let (locale, lang_in_links) = (*locale, *lang_in_links);
    Session { page, locale, style, set_style, ports: ports.clone(), set_locale, lang_in_links }
}
