use abacus_core::page::Page;
use yew::prelude::*;

use crate::app::Pages;
use crate::builder::{BuilderPage, BuilderPorts};
use crate::shell::session::PageSession;

#[derive(Clone)]
pub struct Builder {
    pub ports: BuilderPorts,
}

impl Pages for Builder {
    fn render(&self, session: &PageSession) -> Html {
        match session.page {
            Page::Builder => html! { <BuilderPage session={session.clone()} ports={self.ports.clone()} /> },
            Page::Home | Page::Deals | Page::Class | Page::Calculator(_) | Page::Embed(_) => Html::default(),
        }
    }
}
