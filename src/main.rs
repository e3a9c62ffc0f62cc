//! The entry point in the browser: reads which page this file is, wires the ports, mounts the app.

use sales_abacus::app::{App, AppProps};
use sales_abacus::platform;

fn main() {
    if let Some(start) = platform::start() {
        let props = AppProps { page: start.page, locale: start.locale, ports: start.ports };
        yew::Renderer::<App>::with_root_and_props(start.host, props).render();
    }
}
