//! The bundle of the class.

use abacus_core::with_catalog;
use sales_abacus::class::Chunks;
use sales_abacus::class::deal::{DEAL, DealRoom};
use sales_abacus::class::extras::Extras;
use sales_abacus::class::stage::{StageRoom, stage as draw};
use sales_abacus::shell::chunk::NotLoaded;
use sales_abacus::shell::offline::{Status, view};
use sales_abacus::{calculator_chunks, chunk, platform};

fn main() {
    if let Some(start) = platform::start() {
        let chunks = Chunks { extras: extras(), stage: stage(), calculator, deal: deal(), offline: offline() };
        sales_abacus::mount_class(start, chunks);
    }
}

with_catalog!(calculator_chunks);

chunk! {
    /// The user's own lessons, and paper.
    extras: Extras = Ok(Extras::new(platform::ports().ok_or(NotLoaded)?)),
        with platform::styles("stage")
}

chunk! {
    /// The stage and the presenter's window.
    stage: StageRoom = Ok(StageRoom {
            view: draw,
            ports: platform::ports().ok_or(NotLoaded)?,
            presentation: platform::presentation().ok_or(NotLoaded)?,
        }),
        with platform::styles("stage")
}

chunk! {
    /// The demo deal, which uses the deal book's rules.
    deal: DealRoom = Ok(DEAL.clone())
}

chunk! {
    offline: Status = Ok(Status { view, port: platform::offline().ok_or(NotLoaded)? })
}
