use abacus_core::page::Page;
use yew::prelude::*;

use crate::app::Pages;
use crate::home::{Attention, HomePage};
use crate::shell::chunk::Chunk;
use crate::shell::session::PageSession;

/// The bundle of the home page: the tools, and the deals that are due.
#[derive(Clone)]
pub struct Home {
    /// Whether there were deals when the page was opened: what is due then comes first.
    pub has_deals: bool,
    pub attention: Chunk<Attention>,
}

impl Pages for Home {
    fn render(&self, session: &PageSession) -> Html {
        match session.page {
            Page::Home => {
                let Self { has_deals, attention } = self.clone();
                html! { <HomePage session={session.clone()} {has_deals} {attention} /> }
            }
            Page::Deals | Page::Class | Page::Builder | Page::Calculator(_) | Page::Embed(_) => Html::default(),
        }
    }
}
