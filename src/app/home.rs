//! The bundle of the home page: the tools, and the deals that are due.

use abacus_core::page::Page;
use yew::prelude::*;

use crate::app::Pages;
use crate::app::shell::Shell;
use crate::pages::home::HomePage;
use crate::state::session::Session;

pub struct Home;

impl Pages for Home {
    fn render(session: &Session) -> Html {
        let session = session.clone();
        match session.page {
            Page::Home => html! { <Shell session={session.clone()}><HomePage {session} /></Shell> },
            Page::Deals | Page::Calculator(_) | Page::Embed(_) => Html::default(),
        }
    }
}
