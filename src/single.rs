//! The pages of a single file: each can be mounted and unmounted. Nothing is loaded later.

use std::rc::Rc;

use abacus_core::calculators::find;
use abacus_core::page::Page;
use abacus_deals::PREFIX;
use yew::{BaseComponent, Html, Renderer};

use crate::app::{App, AppProps, Book, Home, Pages};
use crate::calculator::detail::DETAIL;
use crate::calculator::extras::{Extras, SECTIONS};
use crate::calculator::problems::PROBLEMS;
use crate::calculator::solve::SOLVE;
use crate::calculator::working::WORKING;
use crate::calculator::{CalculatorView, CalculatorViewProps, Chunks};
use crate::class::deal::DEAL;
use crate::class::stage::{StageRoom, stage};
use crate::class::{self, ClassView, ClassViewProps};
use crate::deals::chunks::Chunks as Rooms;
use crate::deals::demo_store::DemoStore;
use crate::deals::editor::EDITOR;
use crate::deals::files::WORKBOOKS;
use crate::deals::list::FILTERS;
use crate::deals::paper::PAPER;
use crate::deals::upkeep::UPKEEP;
use crate::deals::views::VIEWS;
use crate::home::{Attention, attention};
use crate::platform::single::{Close, presentation};
use crate::platform::{self, Start};
use crate::shell::chunk::{Chunk, NotLoaded};
use crate::shell::offline::Status;
use crate::shell::ports::{Ports, Settings};
use crate::shell::theme;

/// Home and the calculators.
#[must_use]
pub fn open_tools(start: Start, ports: Ports, _is_demo: bool) -> Option<Close> {
    match start.page {
        // What is due is in the deal book.
        Page::Home => Some(open_home(start, Attention { section: |_| Html::default(), ports })),
        Page::Calculator(_) => open_calculator(start, ports),
        Page::Class => Some(open_class(start, ports)),
        Page::Deals | Page::Builder | Page::Embed(_) => None,
    }
}

/// Home, the calculators and the deal book.
#[must_use]
pub fn open_all(start: Start, ports: Ports, is_demo: bool) -> Option<Close> {
    match start.page {
        Page::Home => Some(open_home(start, Attention { section: attention, ports })),
        Page::Deals => Some(open_deals(start, ports, is_demo)),
        Page::Class => Some(open_class(start, ports)),
        Page::Calculator(_) | Page::Embed(_) => open_calculator(start, ports),
        // It creates code for a site.
        Page::Builder => None,
    }
}

/// A file needs no offline support.
fn no_offline() -> Chunk<Status> {
    Chunk::Later(|| Box::pin(async { Err(NotLoaded) }))
}

fn open_home(start: Start, attention: Attention) -> Close {
    open_app(start, Home { has_deals: platform::holds(PREFIX), attention: Chunk::Here(attention) })
}

fn open_calculator(start: Start, ports: Ports) -> Option<Close> {
    let calculator = find(start.page.calculator()?.id)?;
    let chunks = Chunks {
        working: Chunk::Here(&WORKING),
        problems: Chunk::Here(&PROBLEMS),
        solve: Chunk::Here(&SOLVE),
        detail: Chunk::Here(&DETAIL),
        extras: Chunk::Here(Extras { sections: &SECTIONS, ports }),
        offline: no_offline(),
    };
    let Start { host, page, locale, ports } = start;
    let props = CalculatorViewProps { page, locale, ports, calculator, chunks, frame: None, prerendered: None };
    Some(close(Renderer::<CalculatorView>::with_root_and_props(host, props)))
}

fn open_class(start: Start, ports: Ports) -> Close {
    let Start { host, page, locale, ports: of_page } = start;
    let chunks = class::Chunks {
        extras: Chunk::Here(class::extras::Extras::new(ports.clone())),
        stage: presentation()
            .map(|presentation| StageRoom { view: stage, ports, presentation })
            .ok_or(NotLoaded)
            .into(),
        calculator: |id| find(id).map(Chunk::Here),
        deal: Chunk::Here(DEAL.clone()),
        offline: no_offline(),
    };
    let props = ClassViewProps { page, locale, ports: of_page, chunks };
    close(Renderer::<ClassView>::with_root_and_props(host, props))
}

fn open_deals(mut start: Start, ports: Ports, is_demo: bool) -> Close {
    let chunks = Rooms {
        filters: Chunk::Here(&FILTERS),
        editor: Chunk::Here(&EDITOR),
        views: Chunk::Here(&VIEWS),
        upkeep: Chunk::Here(&UPKEEP),
        workbooks: Chunk::Here(&WORKBOOKS),
        paper: Chunk::Here(&PAPER),
        variants: Chunk::Here(abacus_deals::variants),
    };
    if !is_demo {
        return open_app(start, Book { ports, chunks });
    }
    let store = DemoStore::shared(start.locale, ports.host.today());
    // The demo has its own settings, except for the theme.
    if let Some(theme) = start.ports.settings.read(theme::KEY) {
        let _in_memory = Settings::write(&store, theme::KEY, &theme);
    }
    start.ports.settings = Rc::new(store.clone());
    open_app(start, Book { ports: Ports { store, ..ports }, chunks })
}

fn open_app<P: Pages>(start: Start, pages: P) -> Close {
    let Start { host, page, locale, ports } = start;
    let props = AppProps { page, locale, ports, pages, offline: no_offline() };
    close(Renderer::<App<P>>::with_root_and_props(host, props))
}

fn close<C: BaseComponent>(renderer: Renderer<C>) -> Close {
    let app = renderer.render();
    Box::new(move || app.destroy())
}
