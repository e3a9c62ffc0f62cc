//! Sales Abacus · 销售算盘: the Yew app.
//!
//! Data flows one way down: `state ← text ← components ← the rooms of deals, pages, embed ← app`. `platform`
//! implements the ports that `state` declares and is wired in here, by [`mount`], alone; everything else renders
//! without a browser. `tests/architecture.rs` has the table of who may use whom.

pub mod app;
pub mod components;
pub mod deals;
pub mod embed;
pub mod pages;
pub mod platform;
pub mod state;
pub mod text;

use crate::app::{App, AppProps, Pages};

/// Mounts the app with the pages of one bundle into the document of the browser; a document that
/// is not one of ours is left alone.
pub fn mount<P: Pages>() {
    if let Some(start) = platform::start(P::demo) {
        let platform::Start { host, page, locale, ports } = start;
        let props = AppProps::<P> { page, locale, ports, pages: std::marker::PhantomData };
        yew::Renderer::<App<P>>::with_root_and_props(host, props).render();
    }
}
