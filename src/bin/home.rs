//! The bundle of the home page.

use abacus_deals::PREFIX;
use sales_abacus::app::Home;
use sales_abacus::home::{Attention, attention};
use sales_abacus::shell::chunk::NotLoaded;
use sales_abacus::shell::offline::{Status, view};
use sales_abacus::{chunk, platform};

fn main() {
    if let Some(start) = platform::start() {
        sales_abacus::mount(start, Home { has_deals: platform::holds(PREFIX), attention: due() }, offline());
    }
}

chunk! {
    /// The deals that need attention: it reads the deal book.
    due: Attention = Ok(Attention { section: attention, ports: platform::ports().ok_or(NotLoaded)? })
}

chunk! {
    offline: Status = Ok(Status { view, port: platform::offline().ok_or(NotLoaded)? })
}
