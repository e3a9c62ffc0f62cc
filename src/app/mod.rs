//! The pages that are components with hooks, within one session. A calculator has no hooks and holds its session
//! itself.
//!
//! The app ships as four bundles, because neither home nor a calculator on a phone should wait for the deal book, and
//! none of them for the builder. [`Page::bundle`] assigns the pages; `home`, `book` and `builder` render those of their
//! bundles.

mod book;
mod builder;
mod home;

use abacus_core::page::Page;
use abacus_core::text::Locale;
use yew::prelude::*;

pub use crate::app::book::Book;
pub use crate::app::builder::Builder;
pub use crate::app::home::Home;
use crate::shell::chunk::Chunk;
use crate::shell::offline::Status;
use crate::shell::ports::PagePorts;
use crate::shell::session::PageSession;
use crate::shell::state::{Change, SessionState};

pub trait Pages: Clone + 'static {
    /// The content of the page of this session; empty for a page of another bundle.
    fn render(&self, session: &PageSession) -> Html;
}

#[derive(Clone, Properties)]
pub struct AppProps<P: Pages> {
    pub page: Page,
    /// The initial language.
    pub locale: Locale,
    pub ports: PagePorts,
    pub pages: P,
    pub offline: Chunk<Status>,
}

/// The app is never rendered again with other pages.
impl<P: Pages> PartialEq for AppProps<P> {
    fn eq(&self, other: &Self) -> bool {
        self.page == other.page && self.locale == other.locale && self.ports == other.ports
    }
}

pub struct App<P: Pages> {
    state: SessionState,
    pages: std::marker::PhantomData<P>,
}

impl<P: Pages> Component for App<P> {
    type Message = Change;
    type Properties = AppProps<P>;

    fn create(ctx: &Context<Self>) -> Self {
        let AppProps { page, locale, ports, offline, .. } = ctx.props();
        Self { state: SessionState::open(*page, *locale, ports, offline, ctx.link()), pages: std::marker::PhantomData }
    }

    fn update(&mut self, _: &Context<Self>, change: Change) -> bool {
        self.state.update(change);
        true
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.state.announce();
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        self.state.frame(Html::default(), ctx.props().pages.render(&self.state.session))
    }
}
