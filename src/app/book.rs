use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::app::Pages;
use crate::app::shell::Shell;
use crate::deals::demo_store::DemoStore;
use crate::deals::page::DealsPage;
use crate::state::ports::Store;
use crate::state::session::Session;

pub struct Book;

impl Pages for Book {
    fn render(session: &Session) -> Html {
        let session = session.clone();
        match session.page {
            Page::Deals => html! { <Shell session={session.clone()}><DealsPage {session} /></Shell> },
            Page::Home | Page::Calculator(_) | Page::Embed(_) => Html::default(),
        }
    }

    fn demo(locale: Locale, today: Date) -> Option<Rc<dyn Store>> {
        Some(Rc::new(DemoStore::new(locale, today)))
    }
}
