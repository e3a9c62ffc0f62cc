use abacus_core::page::Page;
use yew::prelude::*;

use crate::app::Pages;
use crate::deals::chunks::Chunks;
use crate::deals::page::DealsPage;
use crate::shell::ports::Ports;
use crate::shell::session::PageSession;

#[derive(Clone)]
pub struct Book {
    pub ports: Ports,
    pub chunks: Chunks,
}

impl Pages for Book {
    fn render(&self, session: &PageSession) -> Html {
        match session.page {
            Page::Deals => {
                html! { <DealsPage session={session.with(self.ports.clone())} chunks={self.chunks.clone()} /> }
            }
            Page::Home | Page::Class | Page::Builder | Page::Calculator(_) | Page::Embed(_) => Html::default(),
        }
    }
}
