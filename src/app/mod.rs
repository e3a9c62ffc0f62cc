//! The app: one session around one page.
//!
//! It ships as three bundles, because neither home nor a calculator on a phone should wait for the deal book.
//! [`Page::bundle`] assigns the pages; `home`, `calculators` and `book` render those of each bundle.

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

pub trait Pages: 'static {
    /// The page of this session with its frame; empty for a page of another bundle.
    fn render(session: &Session) -> Html;

    /// The store of the demo; `None` in a bundle without one.
    fn demo(_locale: Locale, _today: Date) -> Option<Rc<dyn Store>> {
        None
    }
}

#[derive(Properties)]
pub struct AppProps<P: Pages> {
    pub page: Page,
    /// The language to begin with.
    pub locale: Locale,
    pub ports: Ports,
    #[prop_or_default]
    pub pages: PhantomData<P>,
}

// A derived implementation would require `P: PartialEq`, although no `P` is stored.
impl<P: Pages> PartialEq for AppProps<P> {
    fn eq(&self, other: &Self) -> bool {
        self.page == other.page && self.locale == other.locale && self.ports == other.ports
    }
}

#[component]
pub fn App<P: Pages>(props: &AppProps<P>) -> Html {
    let session = use_session(props.page, props.locale, &props.ports);
    P::render(&session)
}
