//! The bundle of the calculators: their pages, and the widgets for other people's pages.

use abacus_core::page::Page;
use yew::prelude::*;

use crate::app::Pages;
use crate::app::shell::Shell;
use crate::embed::Widget;
use crate::pages::calculator::CalculatorPage;
use crate::state::session::Session;

pub struct Calculators;

impl Pages for Calculators {
    fn render(session: &Session) -> Html {
        let session = session.clone();
        match session.page {
            Page::Calculator(calculator) => html! {
                <Shell session={session.clone()}><CalculatorPage {session} {calculator} /></Shell>
            },
            Page::Embed(calculator) => html! { <Widget {session} {calculator} /> },
            Page::Home | Page::Deals => Html::default(),
        }
    }
}
