//! Sales Abacus · 销售算盘: the Yew app.
//!
//! Data flows one way: `state ← text ← components ← the rooms of deals, pages, embed ← app`. `platform` implements the
//! ports that `state` declares and is used only here, in [`mount`]; everything else renders without a browser. The
//! table in `tests/architecture.rs` lists which folder may use which.

pub mod app;
pub mod components;
pub mod deals;
pub mod embed;
pub mod pages;
pub mod platform;
pub mod state;
pub mod text;

use crate::app::{App, AppProps, Pages};

/// Mounts the app with the pages of one bundle into the document. Does nothing in a document that is not one of ours.
pub fn mount<P: Pages>() {
    if let Some(start) = platform::start(P::demo) {
        let platform::Start { host, page, locale, ports } = start;
        let props = AppProps::<P> { page, locale, ports, pages: std::marker::PhantomData };
        yew::Renderer::<App<P>>::with_root_and_props(host, props).render();
    }
}
