//! Sales Abacus · 销售算盘: the Yew app.
//!
//! Data flows one way: `shell ← the rooms: calculator, class, deals, home ← app`. `platform` implements the ports that `shell`
//! declares and is used only here and by the entry points; everything else renders without a browser. The table in
//! `tests/architecture.rs` lists which folder may use which.

pub mod app;
pub mod builder;
pub mod calculator;
pub mod class;
pub mod deals;
pub mod home;
pub mod inside;
pub mod platform;
pub mod shell;
pub mod single;

use abacus_core::calculator::Calculator;

use crate::app::{App, AppProps, Pages};
use crate::calculator::frame::Frame;
use crate::calculator::{CalculatorView, CalculatorViewProps, Chunks, Prerendered};
use crate::class::{ClassView, ClassViewProps};
use crate::platform::Start;
use crate::shell::chunk::Chunk;
use crate::shell::offline::Status;

// The default allocator of std is 5 KB in every bundle; this one finds a block in constant time.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

pub fn mount<P: Pages>(start: Start, pages: P, offline: Chunk<Status>) {
    let Start { host, page, locale, ports } = start;
    yew::Renderer::<App<P>>::with_root_and_props(host, AppProps { page, locale, ports, pages, offline }).render();
}

/// Mounts the page of a calculator, or its widget, once its parts have loaded: the calculator, and the arrangement of
/// the page, if any, including the working, so that the height reported to a host is final. Until then the prerendered
/// page stays, or nothing is shown that would be arranged differently.
pub fn mount_calculator(
    start: Start,
    calculator: Chunk<&'static dyn Calculator>,
    frame: Option<Chunk<Frame>>,
    mut chunks: Chunks,
) {
    wasm_bindgen_futures::spawn_local(async move {
        // Essential parts come first, so that a failing start does not wait for anything else.
        let Ok(calculator) = calculator.get().await else { return platform::stop(&start) };
        let frame = match frame {
            Some(frame) => {
                let Ok(mut frame) = frame.get().await else { return platform::stop(&start) };
                if platform::is_themed() {
                    frame = frame.themed().await;
                }
                chunks.working = chunks.working.awaited().await;
                Some(frame)
            }
            None => None,
        };
        let Start { host, page, locale, ports } = start;
        let prerendered = platform::prerendered(&host, ["#working > *", ".tool__in-short"]);
        let prerendered = prerendered.map(|[working, in_short]| Prerendered { working, in_short });
        let props = CalculatorViewProps { page, locale, ports, calculator, chunks, frame, prerendered };
        yew::Renderer::<CalculatorView>::with_root_and_props(host, props).render();
    });
}

pub fn mount_class(start: Start, chunks: class::Chunks) {
    let Start { host, page, locale, ports } = start;
    let props = ClassViewProps { page, locale, ports, chunks };
    yew::Renderer::<ClassView>::with_root_and_props(host, props).render();
}

/// Mounts a page that requires a chunk, once that has loaded.
pub fn mount_with<T: Clone + 'static>(start: Start, chunk: Chunk<T>, mount: impl FnOnce(Start, T) + 'static) {
    wasm_bindgen_futures::spawn_local(async move {
        match chunk.get().await {
            Ok(table) => mount(start, table),
            Err(_) => platform::stop(&start),
        }
    });
}
