//! The bundle of the calculators and their widgets.

use abacus_core::page::Page;
use abacus_core::with_catalog;
use sales_abacus::calculator::Chunks;
use sales_abacus::calculator::detail::{DETAIL, Detail};
use sales_abacus::calculator::extras::{Extras, SECTIONS};
use sales_abacus::calculator::frame::{Frame, HOST_MESSAGING, HostMessaging, open};
use sales_abacus::calculator::problems::{PROBLEMS, Problems};
use sales_abacus::calculator::solve::{SOLVE, Solve};
use sales_abacus::calculator::working::{WORKING, Working};
use sales_abacus::inside::{self, Sources};
use sales_abacus::platform::element::{MountRequest, offer};
use sales_abacus::shell::chunk::NotLoaded;
use sales_abacus::shell::offline::{Status, view};
use sales_abacus::{calculator_chunks, chunk, platform};

fn main() {
    if offer(draw) {
        return;
    }
    let Some(start) = platform::start() else { return };
    if let Page::Calculator(listing) | Page::Embed(listing) = start.page
        && let Some(calculator) = calculator(listing.id)
    {
        let frame = platform::is_arranged(start.page).then(frame);
        sales_abacus::mount_calculator(start, calculator, frame, chunks());
    }
}

fn chunks() -> Chunks {
    Chunks {
        working: working(),
        problems: problems(),
        solve: solve(),
        detail: detail(),
        extras: extras(),
        offline: offline(),
    }
}

/// Renders a calculator as an element of another page.
fn draw(request: MountRequest) {
    wasm_bindgen_futures::spawn_local(async move {
        match inside().get().await {
            Ok(draw) => draw(request, Sources { calculator, frame, messaging: talk, chunks }),
            Err(not_loaded) => request.fail(not_loaded.into()),
        }
    });
}

with_catalog!(calculator_chunks);

chunk! {
    working: &'static Working = Ok(&WORKING)
}

chunk! {
    /// The messages about figures that cannot be parsed.
    problems: &'static Problems = Ok(&PROBLEMS)
}

chunk! {
    solve: &'static Solve = Ok(&SOLVE)
}

chunk! {
    /// The additional content for professionals.
    detail: &'static Detail = Ok(&DETAIL)
}

chunk! {
    /// Arranges a page from outside.
    frame: Frame = Ok(Frame { open, parent: platform::parent().ok_or(NotLoaded)?, messaging: talk() })
}

chunk! {
    /// Handles messages from the page around a frame, and computes the theme it requests.
    talk: &'static HostMessaging = Ok(&HOST_MESSAGING)
}

chunk! {
    /// Renders a calculator as an element of another page.
    inside: fn(MountRequest, Sources) = Ok(inside::draw)
}

chunk! {
    /// Everything around a calculator on its page.
    extras: Extras = Ok(Extras { sections: &SECTIONS, ports: platform::ports().ok_or(NotLoaded)? }),
        with platform::styles("extras")
}

chunk! {
    offline: Status = Ok(Status { view, port: platform::offline().ok_or(NotLoaded)? })
}
