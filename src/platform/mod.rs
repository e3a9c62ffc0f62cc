//! The browser. The only part of the app that touches it; the entry points wire it in.

mod address;
mod collation;
pub mod element;
mod frames;
mod host;
mod inbox;
mod midnight;
mod offline;
mod outbox;
mod parent;
mod persistence;
mod presentation;
pub mod single;
mod store;
mod wake_lock;
mod window;

use std::rc::Rc;

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_embed::params::{arranges, has_tokens};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement, Window};

use crate::platform::address::{Address, DocumentAddress};
use crate::shell::chunk::NotLoaded;
use crate::shell::frames::Frames;
use crate::shell::locale;
use crate::shell::offline::Offline;
use crate::shell::outbox::Outbox;
use crate::shell::parent::Parent;
use crate::shell::ports::{PagePorts, Ports, Settings};
use crate::shell::presentation::Presentation;
use abacus_vault::Store;
use abacus_vault::guarded::GuardedStore;
use yew::Html;

/// The key prefixes of the user's records.
const RECORDS: [&str; 2] = [abacus_deals::PREFIX, abacus_scenarios::PREFIX];

const LANG: &str = "lang";

/// The data for mounting an app.
pub struct Start {
    /// The element that the app fills.
    pub host: Element,
    /// The page, by the element's `data-page`.
    pub page: Page,
    pub locale: Locale,
    pub ports: PagePorts,
}

/// Reads the document; `None` if it is not one of ours.
pub fn start() -> Option<Start> {
    let window = web_sys::window()?;
    let host = app(&window)?;
    let path = host.dyn_ref::<HtmlElement>()?.dataset().get("page").unwrap_or_default();
    start_at::<DocumentAddress>(&window, Page::from_path(&path)?)
}

fn start_at<A: Address>(window: &Window, page: Page) -> Option<Start> {
    let settings = store::LocalStorage::new(window);
    let saved = locale::key(page).and_then(|key| Settings::read(&settings, key));
    let address = A::param(window, LANG);
    let locale = locale::choose(address.as_deref(), saved.as_deref(), &browser_languages(window));
    let browser = window::Browser::<A>::new(window.clone());
    let ports = PagePorts { window: Rc::new(browser), settings: Rc::new(settings) };
    Some(Start { host: app(window)?, page, locale, ports })
}

pub fn ports() -> Option<Ports> {
    ports_at::<DocumentAddress>(&web_sys::window()?)
}

/// Whether any stored key starts with this prefix. Not a port of every page, because listing keys is code that only
/// home needs at the start.
pub fn holds(prefix: &str) -> bool {
    let keys = web_sys::window().and_then(|window| Store::keys(&store::LocalStorage::new(&window)).ok());
    keys.is_some_and(|keys| keys.iter().any(|key| key.starts_with(prefix)))
}

/// The outbox for pages that create no files.
pub fn outbox() -> Option<Rc<dyn Outbox>> {
    Some(Rc::new(outbox::Browser::<DocumentAddress>::new(web_sys::window()?, None)))
}

pub fn frames() -> Option<Rc<dyn Frames>> {
    Some(Rc::new(frames::Frames::new(web_sys::window()?)))
}

fn ports_at<A: Address>(window: &Window) -> Option<Ports> {
    let make = tools(window).and_then(|tools| tool(&tools, "workbook"));
    Some(Ports {
        store: Rc::new(GuardedStore::over(Rc::new(store::LocalStorage::new(window)), &RECORDS)),
        outbox: Rc::new(outbox::Browser::<A>::new(window.clone(), make)),
        inbox: Rc::new(inbox::Browser::new(window.clone())),
        host: Rc::new(window::Browser::<A>::new(window.clone())),
    })
}

/// The port for offline use.
pub fn offline() -> Option<Rc<dyn Offline>> {
    let load = tool(&tools(&web_sys::window()?)?, "offline");
    Some(Rc::new(offline::Offline::new(load)))
}

/// The page around this one.
pub fn parent() -> Option<Rc<dyn Parent>> {
    Some(Rc::new(parent::Parent::new(web_sys::window()?)))
}

/// The additional port for a lesson on stage.
pub fn presentation() -> Option<Rc<dyn Presentation>> {
    presentation_at::<DocumentAddress>(&web_sys::window()?)
}

fn presentation_at<A: Address>(window: &Window) -> Option<Rc<dyn Presentation>> {
    Some(Rc::new(presentation::Browser::<A>::new(window.clone())))
}

/// Whether the address or a page around this one arranges it: a widget in a frame or with parameters, or a calculator
/// whose result is to be guessed.
pub fn is_arranged(page: Page) -> bool {
    web_sys::window().is_some_and(|window| match page {
        Page::Embed(_) => parent::is_framed(&window) || window.location().search().is_ok_and(|query| arranges(&query)),
        Page::Calculator(_) => DocumentAddress::param(&window, "guess").as_deref() == Some("1"),
        Page::Home | Page::Deals | Page::Class | Page::Builder => false,
    })
}

/// Whether the address of a widget sets colours or sizes.
pub fn is_themed() -> bool {
    web_sys::window().is_some_and(|window| window.location().search().is_ok_and(|query| has_tokens(&query)))
}

/// Starts loading the style sheet of a chunk. The script that started the bundle knows its address.
pub fn styles(name: &str) -> impl Future<Output = Result<(), NotLoaded>> + use<> {
    let styles = web_sys::window().and_then(|window| tool(&tools(&window)?, "styles"));
    let loading: Option<Promise> =
        styles.and_then(|styles| styles.call1(&JsValue::UNDEFINED, &name.into()).ok()?.dyn_into().ok());
    // Converted now and not on first poll: a rejection without a listener would be reported by the browser.
    let loading = loading.map(JsFuture::from);
    async { loading.ok_or(NotLoaded)?.await.map(drop).map_err(|_| NotLoaded) }
}

/// The elements of the prerendered page matching these selectors, if that page is visible.
pub fn prerendered<const N: usize>(host: &Element, selectors: [&str; N]) -> Option<[Html; N]> {
    let page = host.query_selector(".prerendered:not([hidden])").ok().flatten()?;
    let found = |selector: &str| page.query_selector(selector).ok().flatten();
    Some(selectors.map(|selector| {
        let Some(element) = found(selector) else { return Html::default() };
        // Controls were disabled until the app runs.
        while let Some(control) = element.query_selector("[disabled]").ok().flatten() {
            if control.remove_attribute("disabled").is_err() {
                break;
            }
        }
        Html::VRef(element.into())
    }))
}

/// Replaces the page with the message that the app cannot start, created by the script that started the bundle.
pub fn stop(start: &Start) {
    if let Some(stop) = tool(&start.host, "stop") {
        let _page_left_as_it_is = stop.call0(&JsValue::UNDEFINED);
    }
}

/// A function set by the script that started the bundle.
fn tool(tools: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(tools, &name.into()).ok()?.dyn_into().ok()
}

/// The object with that script's functions: the app's element, unless it is the script of an element in another page,
/// which may have an `app` element of its own.
fn tools(window: &Window) -> Option<JsValue> {
    element::tools().or_else(|| app(window).map(JsValue::from))
}

fn app(window: &Window) -> Option<Element> {
    window.document()?.get_element_by_id("app")
}

fn browser_languages(window: &Window) -> Vec<String> {
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}
