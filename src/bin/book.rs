//! The bundle of the deal book.

use std::rc::Rc;

use abacus_deals::Variants;
use sales_abacus::app::Book;
use sales_abacus::deals::chunks::Chunks;
use sales_abacus::deals::demo_store::{DemoStore, MakeDemo};
use sales_abacus::deals::editor::{EDITOR, EditorChunk};
use sales_abacus::deals::files::{WORKBOOKS, WorkbookReader};
use sales_abacus::deals::list::{FILTERS, FiltersChunk};
use sales_abacus::deals::paper::{PAPER, PaperChunk};
use sales_abacus::deals::upkeep::{UPKEEP, UpkeepChunk};
use sales_abacus::deals::views::{VIEWS, ViewsChunk};
use sales_abacus::shell::chunk::NotLoaded;
use sales_abacus::shell::offline::{Status, view};
use sales_abacus::shell::ports::{Ports, Settings};
use sales_abacus::shell::theme;
use sales_abacus::{chunk, platform};

fn main() {
    let Some((start, ports)) = platform::start().zip(platform::ports()) else { return };
    let chunks = Chunks {
        filters: narrow(),
        editor: editor(),
        views: views(),
        upkeep: upkeep(),
        workbooks: workbooks(),
        paper: paper(),
        variants: variants(),
    };
    if !ports.host.is_demo() {
        return sales_abacus::mount(start, Book { ports, chunks }, offline());
    }
    sales_abacus::mount_with(start, demo(), |mut start, make| {
        let store = make(start.locale, ports.host.today());
        // The demo has its own settings, except for the theme.
        if let Some(theme) = start.ports.settings.read(theme::KEY) {
            let _in_memory = Settings::write(&store, theme::KEY, &theme);
        }
        start.ports.settings = Rc::new(store.clone());
        sales_abacus::mount(start, Book { ports: Ports { store, ..ports }, chunks }, offline());
    });
}

chunk! {
    /// The filters besides the search.
    narrow: &'static FiltersChunk = Ok(&FILTERS),
        with platform::styles("rooms")
}

chunk! {
    /// The page of a deal, and its substitutes.
    editor: &'static EditorChunk = Ok(&EDITOR),
        with platform::styles("rooms")
}

chunk! {
    /// What is due, the portfolio, the funnel.
    views: &'static ViewsChunk = Ok(&VIEWS),
        with platform::styles("rooms")
}

chunk! {
    upkeep: &'static UpkeepChunk = Ok(&UPKEEP),
        with platform::styles("rooms")
}

chunk! {
    /// Reads workbooks.
    workbooks: &'static WorkbookReader = Ok(&WORKBOOKS)
}

chunk! {
    paper: &'static PaperChunk = Ok(&PAPER),
        with platform::styles("rooms")
}

chunk! {
    /// The mapping between simplified and traditional characters.
    variants: Variants = Ok(abacus_deals::variants)
}

chunk! {
    /// The store of the demo. The book cannot be opened without it.
    demo: MakeDemo = Ok(DemoStore::shared)
}

chunk! {
    offline: Status = Ok(Status { view, port: platform::offline().ok_or(NotLoaded)? })
}
