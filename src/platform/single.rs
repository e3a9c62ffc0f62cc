//! One file with all pages: which of them is open, and navigation between them without loading anything.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use abacus_core::page::Page;
use abacus_vault::{Store, sync_task};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, EventInit, HtmlElement, Window};

use crate::platform::address::{Address, FileAddress};
use crate::platform::{Start, app, ports_at, presentation_at, start_at, store, tool};
use crate::shell::ports::Ports;
use crate::shell::presentation::Presentation;

/// Removes a page from the document.
pub type Close = Box<dyn FnOnce()>;

/// Adds a page to the document. `None` if it is not in this file.
pub type Open = fn(Start, Ports, bool) -> Option<Close>;

/// The page of an address, and whether it is the demo.
type Location = (Page, bool);

/// The presentation port for a single file.
pub fn presentation() -> Option<Rc<dyn Presentation>> {
    presentation_at::<FileAddress>(&web_sys::window()?)
}

struct SingleFile {
    window: Window,
    open: Open,
    shown: Cell<Option<Location>>,
    close: RefCell<Option<Close>>,
}

/// Opens the page of the address, and follows the address from then on.
pub fn run(open: Open) {
    let Some(window) = web_sys::window() else { return };
    let single = Rc::new(SingleFile { window, open, shown: Cell::new(None), close: RefCell::new(None) });
    let follow = single.clone();
    // Before any page listens: a page being left must not take the next one's address for its own.
    EventListener::new(&single.window.clone(), "hashchange", move |_| follow.follow()).forget();
    single.show();
}

impl SingleFile {
    fn location(&self) -> Location {
        (FileAddress::read(&self.window).page(), FileAddress::is_demo(&self.window))
    }

    fn follow(self: &Rc<Self>) {
        if self.shown.get() == Some(self.location()) {
            return;
        }
        // The browser asks about unsaved data if the page is really reloaded.
        if !self.dispatch("beforeunload") {
            let _asked = self.window.location().reload();
            return;
        }
        // The page flushes unsaved data, as when a document is left. This is the last event it receives.
        self.dispatch("pagehide");
        let single = self.clone();
        Timeout::new(0, move || {
            let store = store::LocalStorage::new(&single.window);
            // After any pending write.
            store.with_lock(sync_task(move || single.leave()));
        })
        .forget();
    }

    /// Dispatches an event; returns whether nobody prevented it.
    fn dispatch(&self, name: &str) -> bool {
        let options = EventInit::new();
        options.set_cancelable(true);
        Event::new_with_event_init_dict(name, &options)
            .and_then(|event| self.window.dispatch_event(&event))
            .unwrap_or(true)
    }

    fn leave(self: &Rc<Self>) {
        self.shown.set(None);
        if let Some(close) = self.close.take() {
            close();
        }
        // A page is removed once the pending tasks are done.
        let single = self.clone();
        Timeout::new(0, move || {
            single.show();
            single.window.scroll_to_with_x_and_y(0.0, 0.0);
            // As after opening a document, a screen reader starts at the top.
            let content = single.window.document().and_then(|document| document.get_element_by_id("content"));
            if let Some(content) = content.and_then(|content| content.dyn_into::<HtmlElement>().ok()) {
                let _focused = content.focus();
            }
        })
        .forget();
    }

    fn show(&self) {
        let location = self.location();
        let page = location.0;
        self.shown.set(Some(location));
        self.enable_styles(page);
        let opened = start_at::<FileAddress>(&self.window, page).zip(ports_at::<FileAddress>(&self.window));
        let closes = opened.and_then(|(start, ports)| (self.open)(start, ports, location.1));
        if closes.is_none() && page != Page::Home {
            // A page that is not in this file: go to home.
            let _home = self.window.location().set_hash("/");
        }
        self.close.replace(closes);
    }

    /// Enables the style sheets of this kind of page only.
    fn enable_styles(&self, page: Page) {
        let kind = match page {
            // No file contains the builder.
            Page::Home | Page::Builder => "home",
            Page::Calculator(_) | Page::Embed(_) => "calculator",
            Page::Deals => "deals",
            Page::Class => "class",
        };
        if let Some(dress) = app(&self.window).and_then(|app| tool(&app, "dress")) {
            let _done = dress.call1(&JsValue::UNDEFINED, &kind.into());
        }
    }
}
