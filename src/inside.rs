//! A calculator inside another page, as an element of it.

use abacus_core::calculator::Calculator;
use abacus_core::page::Page;
use yew::prelude::*;

use crate::calculator::frame::{Frame, HostMessaging};
use crate::calculator::{CalculatorView, CalculatorViewProps, Chunks};
use crate::platform::Start;
use crate::platform::element::{Failure, MountPoint, MountRequest, number};
use crate::shell::chunk::{Chunk, NotLoaded};

/// The sources of a calculator's parts.
#[derive(Clone, Copy)]
pub struct Sources {
    pub calculator: fn(&str) -> Option<Chunk<&'static dyn Calculator>>,
    pub frame: fn() -> Chunk<Frame>,
    pub messaging: fn() -> Chunk<&'static HostMessaging>,
    pub chunks: fn() -> Chunks,
}

pub fn draw(request: MountRequest, sources: Sources) {
    wasm_bindgen_futures::spawn_local(async move {
        if let Err(failure) = mount(&request, sources).await {
            request.fail(failure);
        }
    });
}

async fn mount(request: &MountRequest, sources: Sources) -> Result<(), Failure> {
    let mount_point = request.mount_point().ok_or(NotLoaded)?;
    let (start, parent) = mount_point.start().ok_or(Failure::UnknownTool)?;
    let Page::Embed(listing) = start.page else { return Err(Failure::UnknownTool) };
    let calculator = (sources.calculator)(listing.id).ok_or(Failure::UnknownTool)?.get().await?;
    let mut chunks = (sources.chunks)();
    // Fetched in parallel with the frame. The script around it always sends messages.
    wasm_bindgen_futures::spawn_local({
        let working = chunks.working.clone();
        async move {
            let _fetched = working.get().await;
        }
    });
    wasm_bindgen_futures::spawn_local(async move {
        let _fetched = (sources.messaging)().get().await;
    });
    let frame = (sources.frame)().get().await?;
    // Without it the script would wait forever.
    let messaging = Chunk::Here((sources.messaging)().get().await?);
    chunks.working = chunks.working.awaited().await;
    let Start { host, page, locale, ports } = start;
    let props = CalculatorViewProps {
        page,
        locale,
        ports,
        calculator,
        chunks,
        frame: Some(Frame { parent, messaging, ..frame }),
        prerendered: None,
    };
    skip_used_ids(&mount_point);
    let app = yew::Renderer::<CalculatorView>::with_root_and_props(host, props).render();
    mount_point.on_unmount(|| app.destroy());
    Ok(())
}

/// yew numbers its roots from one, and a program handles an event as its own if the element carries its number. So the
/// next root here needs a number that no yew program around it uses.
fn skip_used_ids(mount_point: &MountPoint) {
    let around = mount_point.max_outer_id();
    while let Some(root) = mount_point.detached_element() {
        yew::Renderer::<Nothing>::with_root(root.clone()).render().destroy();
        // Without a number there is nothing to distinguish.
        if number(&root).is_none_or(|number| number >= around) {
            return;
        }
    }
}

#[component]
fn Nothing() -> Html {
    Html::default()
}
