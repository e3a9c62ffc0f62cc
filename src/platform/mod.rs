//! The browser. The only part of the app that touches it, and only `lib.rs` wires it in.

mod host;
mod inbox;
mod keeping;
mod outbox;
mod store;

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, UrlSearchParams, Window};

use crate::state::locale;
use crate::state::ports::{Host, Ports, Store};
use abacus_vault::guarded::GuardedStore;

/// The prefixes of the keys of the user's records.
const RECORDS: [&str; 2] = [abacus_deals::PREFIX, abacus_scenarios::PREFIX];

/// What `mount` needs.
pub struct Start {
    /// The element that the app fills.
    pub host: Element,
    /// The page, by the element's `data-page`.
    pub page: Page,
    /// The first language.
    pub locale: Locale,
    pub ports: Ports,
}

/// Reads the document; none if it is not one of ours. `demo` makes the store of the demo, which the
/// address may ask for.
#[must_use]
pub fn start(demo: fn(Locale, Date) -> Option<Rc<dyn Store>>) -> Option<Start> {
    let window = web_sys::window()?;
    let host = window.document()?.get_element_by_id("app")?;
    let path = host.dyn_ref::<HtmlElement>()?.dataset().get("page").unwrap_or_default();
    let page = Page::from_path(&path)?;
    let store = store::LocalStorage::new(&window);
    let saved = locale::key(page).and_then(|key| store.read(key).ok().flatten());
    let address = language_in_address(&window);
    let locale = locale::choose(address.as_deref(), saved.as_deref(), &browser_languages(&window));
    // The loader of the workbook bundle is a property of the element, set by the script that starts this bundle.
    let make = Reflect::get(&host, &"workbook".into()).ok().and_then(|make| make.dyn_into().ok());
    let host_port = host::Browser::new(window.clone());
    let demo = if host_port.is_demo() { demo(locale, host_port.today()) } else { None };
    let store: Rc<dyn Store> = demo.unwrap_or_else(|| Rc::new(GuardedStore::over(Rc::new(store), &RECORDS)));
    let ports = Ports {
        store,
        outbox: Rc::new(outbox::Browser::new(window.clone(), make)),
        inbox: Rc::new(inbox::Browser::new(window)),
        host: Rc::new(host_port),
    };
    Some(Start { host, page, locale, ports })
}

fn browser_languages(window: &Window) -> Vec<String> {
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

fn search_params(window: &Window) -> Option<UrlSearchParams> {
    UrlSearchParams::new_with_str(&window.location().search().ok()?).ok()
}

fn language_in_address(window: &Window) -> Option<String> {
    search_params(window)?.get("lang")
}

fn is_demo(window: &Window) -> bool {
    search_params(window).and_then(|query| query.get("demo")).as_deref() == Some("1")
}
