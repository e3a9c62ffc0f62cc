//! The app: one session around the page that this file of the site is.

use abacus_core::page::Page;
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::components::shell::Shell;
use crate::embed::Widget;
use crate::pages::calculator::CalculatorPage;
use crate::pages::deals::DealsPage;
use crate::pages::home::HomePage;
use crate::state::ports::Ports;
use crate::state::session::use_session;

/// What the entry point hands over.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The page this file of the site is.
    pub page: Page,
    /// The language to begin with.
    pub locale: Locale,
    /// The browser, or a stand-in.
    pub ports: Ports,
}

/// The whole app.
#[component]
pub fn App(props: &AppProps) -> Html {
    let session = use_session(props.page, props.locale, &props.ports);
    let content = match props.page {
        Page::Embed(calculator) => return html! { <Widget {session} {calculator} /> },
        Page::Home => html! { <HomePage session={session.clone()} /> },
        Page::Deals => html! { <DealsPage session={session.clone()} /> },
        Page::Calculator(calculator) => html! { <CalculatorPage session={session.clone()} {calculator} /> },
    };
    html! { <Shell {session}>{ content }</Shell> }
}
