//! The app: one session around the page that this file of the site is.
//!
//! It ships as three bundles, because neither home nor a calculator on a phone should wait for the deal book.
//! What is in which says [`Page::bundle`]; `home`, `calculators` and `book` hold the pages of each.

mod book;
mod calculators;
mod home;
mod shell;

use std::marker::PhantomData;
use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use yew::prelude::*;

pub use crate::app::book::Book;
pub use crate::app::calculators::Calculators;
pub use crate::app::home::Home;
use crate::state::ports::{Ports, Store};
use crate::state::session::{Session, use_session};

/// The pages of one bundle.
pub trait Pages: 'static {
    /// The page of this session with its frame; nothing for a page of another bundle.
    fn render(session: &Session) -> Html;

    /// What stands in for the store where the address asks for the demo; none in a bundle without one.
    fn demo(_locale: Locale, _today: Date) -> Option<Rc<dyn Store>> {
        None
    }
}

/// What the entry point hands over.
#[derive(Properties)]
pub struct AppProps<P: Pages> {
    /// The page this file of the site is.
    pub page: Page,
    /// The language to begin with.
    pub locale: Locale,
    /// The browser, or a stand-in.
    pub ports: Ports,
    /// The bundle.
    #[prop_or_default]
    pub pages: PhantomData<P>,
}

// Derived, it would ask the same of `P`, of which there is never a value.
impl<P: Pages> PartialEq for AppProps<P> {
    fn eq(&self, other: &Self) -> bool {
        self.page == other.page && self.locale == other.locale && self.ports == other.ports
    }
}

/// The whole app, with the pages of one bundle.
#[component]
pub fn App<P: Pages>(props: &AppProps<P>) -> Html {
    let session = use_session(props.page, props.locale, &props.ports);
    P::render(&session)
}
