//! The bundle of the deal book: home, which shows what is due, and the deals.

use abacus_core::page::Page;
use yew::prelude::*;

use super::Pages;
use super::shell::Shell;
use crate::pages::deals::DealsPage;
use crate::pages::home::HomePage;
use crate::state::session::Session;

/// Home and deal book.
pub struct Book;

impl Pages for Book {
    fn render(session: &Session) -> Html {
        let session = session.clone();
        match session.page {
            Page::Home => html! { <Shell session={session.clone()}><HomePage {session} /></Shell> },
            Page::Deals => html! { <Shell session={session.clone()}><DealsPage {session} /></Shell> },
            Page::Calculator(_) | Page::Embed(_) => Html::default(),
        }
    }
}
