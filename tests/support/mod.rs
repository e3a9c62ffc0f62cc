//! In-memory fakes of the browser, and pages rendered to strings.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use abacus_core::calculators::find;
use abacus_core::date::Date;
use abacus_core::page::{Bundle, Page};
use abacus_core::text::Locale;
use abacus_deals::PREFIX;
use abacus_deals::transfer::Encoding;
use abacus_embed::Value;
use abacus_vault::space::units;
use abacus_vault::{Listener, Lock, LockedTask, Store, StoreError, Subscription};
use sales_abacus::app::{App, AppProps, Book, Builder, Home, Pages};
use sales_abacus::builder::BuilderPorts;
use sales_abacus::calculator::detail::DETAIL;
use sales_abacus::calculator::extras::{Extras, SECTIONS};
use sales_abacus::calculator::frame::Frame;
use sales_abacus::calculator::problems::PROBLEMS;
use sales_abacus::calculator::solve::SOLVE;
use sales_abacus::calculator::working::WORKING;
use sales_abacus::calculator::{CalculatorView, CalculatorViewProps, Chunks};
use sales_abacus::class::deal::DEAL;
use sales_abacus::class::stage::{StageRoom, stage};
use sales_abacus::class::{self, ClassView, ClassViewProps};
use sales_abacus::deals;
use sales_abacus::deals::editor::EDITOR;
use sales_abacus::deals::files::WORKBOOKS;
use sales_abacus::deals::list::FILTERS;
use sales_abacus::deals::paper::PAPER;
use sales_abacus::deals::upkeep::UPKEEP;
use sales_abacus::deals::views::VIEWS;
use sales_abacus::home::{Attention, attention};
use sales_abacus::shell::chunk::Chunk;
use sales_abacus::shell::frames::Frames;
use sales_abacus::shell::inbox::{Decoder, Inbox, PickedFile};
use sales_abacus::shell::offline::{self, Offline, OfflineState, Status};
use sales_abacus::shell::outbox::{DownloadFailed, Outbox, Shared};
use sales_abacus::shell::ports::{Host, KeyPress, PagePorts, Persistence, Ports, Room, Window};
use sales_abacus::shell::presentation::Presentation;
use sales_abacus::shell::theme::Theme;
use yew::events::DragEvent;
use yew::html::BaseComponent;
use yew::{Callback, LocalServerRenderer};

/// A store in memory, or one that denies every operation.
#[derive(Default)]
pub(crate) struct MemoryStore {
    pub(crate) records: RefCell<BTreeMap<String, String>>,
    pub(crate) denied: bool,
}

impl MemoryStore {
    fn allowed(&self) -> Result<(), StoreError> {
        if self.denied { Err(StoreError::Denied) } else { Ok(()) }
    }
}

impl Store for MemoryStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.allowed()?;
        Ok(self.records.borrow().keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.allowed()?;
        Ok(self.records.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.allowed()?;
        self.records.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.allowed()?;
        self.records.borrow_mut().remove(key);
        Ok(())
    }

    fn filled(&self) -> usize {
        self.records.borrow().iter().map(|(key, text)| units(key, text)).sum()
    }

    fn on_change(&self, _: Listener) -> Subscription {
        Subscription::new(())
    }

    fn with_lock(&self, work: LockedTask) {
        drop(work(Lock::Missing));
    }
}

/// Prefix of a fragment that is kept while the address shows an empty one, as in the customer view.
pub(crate) const KEPT: &str = "kept:";

/// Prefix of a fragment of an embedded calculator, whose relative addresses are resolved against [`BASE`].
pub(crate) const INSIDE: &str = "inside:";
pub(crate) const BASE: &str = "https://abacus.example/embed/bad-debt/";

/// A browser with one address and a fixed day, unless a test changes it.
pub(crate) struct FixedHost {
    pub(crate) today: Cell<Date>,
    /// How many ids were generated; tabs that share the counter never get the same id.
    pub(crate) ids: Rc<Cell<u32>>,
    pub(crate) fragment: String,
}

impl FixedHost {
    pub(crate) fn at(fragment: &str) -> Self {
        let today = Cell::new("2026-11-21".parse().expect("a date"));
        Self { fragment: fragment.to_owned(), today, ids: Rc::default() }
    }
}

impl Window for FixedHost {
    fn fragment(&self) -> String {
        self.fragment.trim_start_matches(INSIDE).to_owned()
    }

    fn base(&self) -> Option<String> {
        self.fragment.starts_with(INSIDE).then(|| BASE.to_owned())
    }

    fn replace_fragment(&self, _: &str, _: Option<&str>) {}

    fn kept_fragment(&self) -> Option<String> {
        self.fragment.strip_prefix(KEPT).map(str::to_owned)
    }

    fn on_fragment(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn language_in_address(&self) -> bool {
        false
    }

    fn announce(&self, _: Locale, _: &str, _: bool) {}
    fn show_theme(&self, _: Theme) {}

    fn after(&self, _: u32, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn on_hide(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn when_idle(&self, _: Callback<()>) {}
}

impl Host for FixedHost {
    fn go_to_fragment(&self, _: &str) {}

    fn guard_back(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn keep_awake(&self) -> Subscription {
        Subscription::new(())
    }

    fn is_demo(&self) -> bool {
        false
    }

    fn room(&self) -> Room {
        Room::Wide
    }
    fn reload(&self) {}

    fn today(&self) -> Date {
        self.today.get()
    }

    fn fresh_id(&self) -> String {
        self.ids.set(self.ids.get() + 1);
        if self.ids.get() == 1 { "fresh".to_owned() } else { format!("fresh-{}", self.ids.get()) }
    }

    fn ask_before_leaving(&self) -> Subscription {
        Subscription::new(())
    }

    fn on_key(&self, _: Callback<KeyPress, bool>) -> Subscription {
        Subscription::new(())
    }

    fn on_show(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn on_print(&self, _: Callback<bool>) -> Subscription {
        Subscription::new(())
    }

    fn on_midnight(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn on_scroll(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn on_resize(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn after_paint(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn request_persistence(&self, _: Callback<Persistence>) {}

    fn query_persistence(&self, _: Callback<Persistence>) {}

    fn save_file(&self, _: &str, _: &str, _: &str) -> Result<(), DownloadFailed> {
        Ok(())
    }
}

pub(crate) struct NoOutbox;

impl Outbox for NoOutbox {
    fn public(&self, address: &str) -> Option<String> {
        Some(format!("https://example.org/{}", address.trim_start_matches("../")))
    }

    fn makes_workbooks(&self) -> bool {
        true
    }

    fn copy(&self, _: &str, _: Callback<bool>) {}

    fn can_share(&self) -> bool {
        false
    }

    fn share(&self, _: &str, _: &str, _: Callback<Shared>) {}

    fn print(&self, _: Callback<()>) {}

    fn save_bytes(&self, _: &str, _: &str, _: &[u8]) -> Result<(), DownloadFailed> {
        Ok(())
    }

    fn workbook(&self, _: &str, _: Callback<Option<Vec<u8>>>) {}
}

pub(crate) struct NoFrames;

impl Frames for NoFrames {
    fn post(&self, _: &str, _: &Value) {}

    fn on_message(&self, _: Callback<(String, Value)>) -> Subscription {
        Subscription::new(())
    }
}

pub(crate) struct NoInbox;

impl Inbox for NoInbox {
    fn pick(&self, _: Callback<PickedFile>) {}

    fn pick_card(&self, _: Callback<PickedFile>) {}

    fn pick_several(&self, _: Callback<Vec<PickedFile>>) {}

    fn take_dropped(&self, _: &DragEvent, _: Callback<Vec<PickedFile>>) {}

    fn decoder(&self, _: Encoding) -> Option<Box<dyn Decoder>> {
        None
    }
}

/// What a lesson needs of a browser: a fake that records calls, with a stopped clock.
#[derive(Default)]
pub(crate) struct FakePresentation {
    pub(crate) kept: RefCell<Option<String>>,
}

impl Presentation for FakePresentation {
    fn saved(&self) -> Option<String> {
        self.kept.borrow().clone()
    }

    fn save(&self, text: &str) {
        self.kept.replace(Some(text.to_owned()));
    }

    fn now(&self) -> u64 {
        0
    }

    fn toggle_full_screen(&self) {}

    fn fit(&self, _: &[String]) {}

    fn open_presenter(&self, _: &str) -> bool {
        true
    }

    fn send(&self, _: &str, _: &str) {}

    fn on_message(&self, _: &str, _: Callback<String>) -> Subscription {
        Subscription::new(())
    }
}

/// A browser with this offline status.
pub(crate) struct FakeOffline(pub(crate) OfflineState);

impl Offline for FakeOffline {
    fn state(&self) -> OfflineState {
        self.0.clone()
    }

    fn watch(&self, _: Callback<()>) {}

    fn update(&self) -> bool {
        false
    }

    fn install(&self) {}
}

/// The first render of a page with this address and this store, with its chunks loaded.
pub(crate) fn render(page: Page, locale: Locale, fragment: &str, store: MemoryStore) -> String {
    rendered(page, locale, fragment, Rc::new(store), Some(OfflineState::default()))
}

/// The same, with this offline status.
pub(crate) fn render_offline(page: Page, locale: Locale, state: OfflineState, store: Rc<MemoryStore>) -> String {
    rendered(page, locale, "", store, Some(state))
}

/// A page as shipped: no chunk is loaded except the working.
pub(crate) fn prerendered(page: Page, locale: Locale) -> String {
    rendered(page, locale, "", Rc::default(), None)
}

/// A page arranged by its host, with all chunks.
pub(crate) fn render_framed(page: Page, locale: Locale, fragment: &str, frame: Frame) -> String {
    rendered_in(page, locale, fragment, Rc::default(), Some(OfflineState::default()), Some(frame))
}

/// The same before any lazy chunk has loaded.
pub(crate) fn render_framed_at_first(page: Page, locale: Locale, fragment: &str, frame: Frame) -> String {
    rendered_in(page, locale, fragment, Rc::default(), None, Some(frame))
}

/// With the offline status from its chunk, if chunks are loaded.
fn rendered(page: Page, locale: Locale, fragment: &str, store: Rc<MemoryStore>, state: Option<OfflineState>) -> String {
    rendered_in(page, locale, fragment, store, state, None)
}

fn rendered_in(
    page: Page,
    locale: Locale,
    fragment: &str,
    store: Rc<MemoryStore>,
    state: Option<OfflineState>,
    frame: Option<Frame>,
) -> String {
    let (store, host): (Rc<dyn Store>, _) = (store, Rc::new(FixedHost::at(fragment)));
    let chunks_are_there = state.is_some();
    let status = Status { view: offline::view, port: Rc::new(FakeOffline(state.unwrap_or_default())) };
    let offline = chunk(status, chunks_are_there);
    let of_page = PagePorts { window: host.clone(), settings: Rc::new(store.clone()) };
    let ports = Ports { store, host, outbox: Rc::new(NoOutbox), inbox: Rc::new(NoInbox) };
    match page.bundle() {
        Bundle::Home => {
            let keys = ports.store.keys().unwrap_or_default();
            let has_deals = keys.iter().any(|key| key.starts_with(PREFIX));
            let attention = chunk(Attention { section: attention, ports }, chunks_are_there);
            render_in(page, locale, of_page, Home { has_deals, attention }, offline)
        }
        Bundle::Builder => {
            let ports = BuilderPorts { frames: Rc::new(NoFrames), outbox: ports.outbox };
            render_in(page, locale, of_page, Builder { ports }, offline)
        }
        Bundle::Calculators => {
            let calculator = page.calculator().and_then(|listing| find(listing.id)).expect("a calculator");
            let chunks = Chunks {
                // Pre-rendered in the page, which keeps it until the chunk has loaded.
                working: Chunk::Here(&WORKING),
                problems: chunk(&PROBLEMS, chunks_are_there),
                solve: chunk(&SOLVE, chunks_are_there),
                detail: chunk(&DETAIL, chunks_are_there),
                extras: chunk(Extras { sections: &SECTIONS, ports }, chunks_are_there),
                offline,
            };
            rendered_once::<CalculatorView>(CalculatorViewProps {
                page,
                locale,
                ports: of_page,
                calculator,
                chunks,
                frame,
                prerendered: None,
            })
        }
        Bundle::Class => {
            let room =
                StageRoom { view: stage, ports: ports.clone(), presentation: Rc::new(FakePresentation::default()) };
            let extras = chunk(class::extras::Extras::new(ports), chunks_are_there);
            let chunks = class_chunks(extras, chunk(room, chunks_are_there), offline);
            rendered_once::<ClassView>(ClassViewProps { page, locale, ports: of_page, chunks })
        }
        Bundle::Book => {
            let chunks = deals::chunks::Chunks {
                filters: Chunk::Here(&FILTERS),
                editor: Chunk::Here(&EDITOR),
                views: Chunk::Here(&VIEWS),
                upkeep: Chunk::Here(&UPKEEP),
                workbooks: Chunk::Here(&WORKBOOKS),
                paper: Chunk::Here(&PAPER),
                variants: Chunk::Here(abacus_deals::variants),
            };
            render_in(page, locale, of_page, Book { ports, chunks }, offline)
        }
    }
}

/// The stage of a lesson after a reload, with its stored run.
pub(crate) fn render_stage(locale: Locale, lesson: &str, step: usize, run: &str) -> String {
    let (store, host): (Rc<dyn Store>, _) =
        (Rc::<MemoryStore>::default(), Rc::new(FixedHost::at(&format!("{lesson}&step={}", step + 1))));
    let of_page = PagePorts { window: host.clone(), settings: Rc::new(store.clone()) };
    let ports = Ports { store, host, outbox: Rc::new(NoOutbox), inbox: Rc::new(NoInbox) };
    let presentation =
        Rc::new(FakePresentation { kept: RefCell::new(Some(format!("desk {lesson} step={step}&{run}"))) });
    let extras = Chunk::Here(class::extras::Extras::new(ports.clone()));
    let chunks =
        class_chunks(extras, Chunk::Here(StageRoom { view: stage, ports, presentation }), chunk(no_status(), false));
    rendered_once::<ClassView>(ClassViewProps { page: Page::Class, locale, ports: of_page, chunks })
}

fn no_status() -> Status {
    Status { view: offline::view, port: Rc::new(FakeOffline(OfflineState::default())) }
}

fn class_chunks(
    extras: Chunk<class::extras::Extras>,
    stage: Chunk<StageRoom>,
    offline: Chunk<Status>,
) -> class::Chunks {
    class::Chunks {
        extras,
        stage,
        calculator: |id| find(id).map(Chunk::Here),
        deal: Chunk::Here(DEAL.clone()),
        offline,
    }
}

fn chunk<T: 'static>(table: T, is_there: bool) -> Chunk<T> {
    if is_there { Chunk::Here(table) } else { Chunk::Later(|| Box::pin(std::future::pending())) }
}

fn render_in<P: Pages>(page: Page, locale: Locale, ports: PagePorts, pages: P, offline: Chunk<Status>) -> String {
    rendered_once::<App<P>>(AppProps { page, locale, ports, pages, offline })
}

pub(crate) fn rendered_once<C: BaseComponent>(props: C::Properties) -> String {
    pollster::block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}
