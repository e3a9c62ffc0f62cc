//! The bundle of the embed code builder.

use sales_abacus::app::Builder;
use sales_abacus::builder::BuilderPorts;
use sales_abacus::shell::chunk::NotLoaded;
use sales_abacus::shell::offline::{Status, view};
use sales_abacus::{chunk, platform};

fn main() {
    let ports = || Some(BuilderPorts { frames: platform::frames()?, outbox: platform::outbox()? });
    if let Some((start, ports)) = platform::start().zip(ports()) {
        sales_abacus::mount(start, Builder { ports }, offline());
    }
}

chunk! {
    offline: Status = Ok(Status { view, port: platform::offline().ok_or(NotLoaded)? })
}
