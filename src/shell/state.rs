//! The session state in a page's component: language, style and theme, which the user may change, and the frame.

use abacus_core::number::format::Style;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use yew::html::Scope;
use yew::{Callback, Component, Html, NodeRef};

use crate::shell::chunk::{Chunk, NotLoaded};
use crate::shell::frame::frame;
use crate::shell::offline::Status;
use crate::shell::ports::PagePorts;
use crate::shell::session::{PageSession, Session};
use crate::shell::theme::Theme;
use crate::shell::{locale, styles, theme};

pub enum Change {
    Locale(Locale),
    Style(Style),
    Theme(Theme),
    /// The offline status has loaded, or failed to load.
    Offline(Result<Status, NotLoaded>),
}

pub struct SessionState {
    pub session: PageSession,
    /// The chosen style of figures; `None` until there is a choice, and then the language decides.
    style: Option<Style>,
    /// What was last announced to the browser.
    announced: Option<(Locale, bool, Theme)>,
    content: NodeRef,
    offline: Option<Status>,
}

impl SessionState {
    /// Opens the session for the component of a page.
    pub fn open<C: Component<Message: From<Change>>>(
        page: Page,
        locale: Locale,
        ports: &PagePorts,
        offline: &Chunk<Status>,
        link: &Scope<C>,
    ) -> Self {
        let style = styles::saved(ports, page, locale);
        let session = Session {
            page,
            locale,
            style: style.unwrap_or(Style::default_for(locale)),
            ports: ports.clone(),
            theme: if matches!(page, Page::Embed(_)) { Theme::System } else { Theme::saved(&*ports.settings) },
            set_style: link.callback(Change::Style),
            set_locale: link.callback(Change::Locale),
            set_theme: link.callback(Change::Theme),
            base: ports.window.base(),
            // Links include the language if the address did or if it could not be stored.
            lang_in_links: ports.window.language_in_address(),
        };
        // A widget is part of another site's page, which decides for itself what it caches.
        if !matches!(page, Page::Embed(_))
            && let Chunk::Later(load) = *offline
        {
            let link = link.clone();
            let load = move |()| link.send_future(async move { Change::Offline(load().await) });
            ports.window.when_idle(Callback::from(load));
        }
        let offline = offline.at_first().table().cloned();
        Self { session, style, announced: None, content: NodeRef::default(), offline }
    }

    pub fn update(&mut self, change: Change) {
        let session = &mut self.session;
        match change {
            Change::Locale(locale) => {
                session.locale = locale;
                session.lang_in_links |= !session.ports.settings.write(locale::KEY, locale.tag());
            }
            Change::Theme(theme) => {
                session.theme = theme;
                let _for_this_visit = session.ports.settings.write(theme::KEY, theme.code());
            }
            Change::Style(style) => {
                self.style = Some(style);
                styles::save(&session.ports, session.page, &style);
            }
            // If it failed to load, nothing is shown.
            Change::Offline(arrived) => self.offline = arrived.ok(),
        }
        let locale = session.locale;
        session.style = self.style.map_or(Style::default_for(locale), |chosen| Style { locale, ..chosen });
    }

    /// Applies the style and theme requested by the page around this one. Nothing is stored, because the user did not
    /// choose it.
    pub fn show(&mut self, style: Style, theme: Theme) {
        let session = &mut self.session;
        session.lang_in_links |= session.locale != style.locale;
        (self.style, session.locale, session.style, session.theme) = (Some(style), style.locale, style, theme);
    }

    /// Sets the document's language and title, after each render.
    pub fn announce(&mut self) {
        let Session { page, locale, theme, lang_in_links, ports, .. } = &self.session;
        let now = Some((*locale, *lang_in_links, *theme));
        if self.announced != now {
            self.announced = now;
            ports.window.announce(*locale, &page.title(*locale), *lang_in_links);
            ports.window.show_theme(*theme);
        }
    }

    /// Repeats the announcement after the next render, because something else has changed the title.
    pub const fn announce_anew(&mut self) {
        self.announced = None;
    }

    /// The page around its content, with its additional menu items.
    pub fn frame(&self, settings: Html, content: Html) -> Html {
        let offline = self.offline.as_ref().map(|offline| (offline.view)(&self.session, &offline.port));
        frame(&self.session, &self.content, settings, offline.unwrap_or_default(), content)
    }
}
