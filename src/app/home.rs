use abacus_core::page::Page;
use yew::prelude::*;

use crate::app::Pages;
use crate::home::{Attention, HomePage};
use crate::shell::chunk::Chunk;
use crate::shell::session::PageSession;

/// The bundle of the home page: the tools, and the deals that are due.
#[derive(Clone)]
pub struct Home {
    pub attention: Chunk<Attention>,
}

impl Pages for Home {
    fn render(&self, session: &PageSession) -> Html {
        match session.page {
            Page::Home => html! { <HomePage session={session.clone()} attention={self.attention.clone()} /> },
            Page::Deals | Page::Class | Page::Builder | Page::Calculator(_) | Page::Embed(_) => Html::default(),
        }
    }
}
