//! The ports to the app's environment. `platform` implements them with the browser, tests in memory.
//!
//! [`PagePorts`] is what every page needs from the start, and no more: all methods of a trait object are loaded with
//! it. The other ports come with the code that uses them.

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use yew::Callback;

pub use abacus_vault::{Store, StoreError, Subscription};

use crate::shell::inbox::Inbox;
use crate::shell::outbox::{DownloadFailed, Outbox};
use crate::shell::theme::Theme;

/// The window of a page: its address, its timer, its lifecycle.
pub trait Window {
    /// The fragment of the address, without `#`.
    fn fragment(&self) -> String;
    /// Replaces the fragment without adding to the history. `kept` is stored with the history entry: it survives a
    /// reload but is not visible.
    fn replace_fragment(&self, fragment: &str, kept: Option<&str>);
    fn kept_fragment(&self) -> Option<String>;
    /// Calls back when the fragment is changed by the user or by a link.
    fn on_fragment(&self, changed: Callback<()>) -> Subscription;
    /// The base of relative addresses if it is not the document's address: inside another page.
    fn base(&self) -> Option<String> {
        None
    }
    /// Whether the address asks for a language with `?lang=`, so that links must repeat it.
    fn language_in_address(&self) -> bool;
    /// Sets the document's language and title, and puts the language into the address if it could not survive a reload
    /// in storage.
    fn announce(&self, locale: Locale, title: &str, in_address: bool);
    /// Applies this theme to the page.
    fn show_theme(&self, theme: Theme);
    /// Calls back once after this time, unless dropped before.
    fn after(&self, milliseconds: u32, then: Callback<()>) -> Subscription;
    /// Calls back when the page is about to be hidden or left: the last moment to save.
    fn on_hide(&self, hidden: Callback<()>) -> Subscription;
    /// Calls back once, when the page has loaded and the browser has nothing better to do.
    fn when_idle(&self, then: Callback<()>);
}

/// The user's preferences for a page: small texts under keys, which last for this visit if storage is denied.
pub trait Settings {
    fn read(&self, key: &str) -> Option<String>;
    /// Whether the text was stored.
    fn write(&self, key: &str, text: &str) -> bool;
}

/// A full store also works for settings.
impl Settings for Rc<dyn Store> {
    fn read(&self, key: &str) -> Option<String> {
        Store::read(&**self, key).ok().flatten()
    }

    fn write(&self, key: &str, text: &str) -> bool {
        Store::write(&**self, key, text).is_ok()
    }
}

#[derive(Clone)]
pub struct PagePorts {
    pub window: Rc<dyn Window>,
    pub settings: Rc<dyn Settings>,
}

impl PartialEq for PagePorts {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.window, &other.window) && Rc::ptr_eq(&self.settings, &other.settings)
    }
}

/// The port to the browser, except storage and files.
pub trait Host: Window {
    /// Goes to another fragment of the same page, adding to the history.
    fn go_to_fragment(&self, fragment: &str);
    /// Whether the address asks for the demo, with `?demo=1`: invented deals in a store of their own.
    fn is_demo(&self) -> bool;
    fn reload(&self);
    fn room(&self) -> Room;
    /// Whether a table of seven columns fits in the window at the user's text size.
    fn has_table_room(&self) -> bool {
        false
    }
    /// Calls back when the window is resized.
    fn on_resize(&self, resized: Callback<()>) -> Subscription;
    fn today(&self) -> Date;
    /// An id that has not been used: 16 characters of `[a-z0-9]`.
    fn fresh_id(&self) -> String;
    /// While held, the browser asks the user before leaving the page.
    fn ask_before_leaving(&self) -> Subscription;
    /// While held, going back stays on the page and calls back instead.
    fn guard_back(&self, back: Callback<()>) -> Subscription;
    /// While held, the screen stays on, if the browser supports it.
    fn keep_awake(&self) -> Subscription;
    /// Calls back for every key pressed anywhere on the page; `true` means that the key is
    /// handled and must do nothing else.
    fn on_key(&self, pressed: Callback<KeyPress, bool>) -> Subscription;
    /// Calls back when the page is visible or used again. It may have been frozen meanwhile.
    fn on_show(&self, shown: Callback<()>) -> Subscription;
    /// Calls back with `true` before the page is printed, for whatever reason, and with `false` afterwards. Content
    /// rendered in response is printed.
    fn on_print(&self, printing: Callback<bool>) -> Subscription;
    /// Calls back after every midnight while the page runs.
    fn on_midnight(&self, passed: Callback<()>) -> Subscription;
    /// Calls back whenever the page is scrolled or the window resized, at most once per frame.
    fn on_scroll(&self, scrolled: Callback<()>) -> Subscription;
    /// The ranks of names in the order of a language, in the order of the input. The names are distinct and sorted by
    /// code points, which is also the fallback if the browser cannot sort.
    fn ranks(&self, names: &[&str], _locale: Locale) -> Vec<usize> {
        (0..names.len()).collect()
    }
    /// Milliseconds since an arbitrary moment, by which long work knows when to yield.
    fn clock(&self) -> u64 {
        0
    }
    /// Calls back once, as soon as the browser has handled what is pending: keys and clicks, and perhaps a paint.
    fn when_free(&self, then: Callback<()>) {
        then.emit(());
    }
    /// Calls back once after the next paint, unless dropped before.
    fn after_paint(&self, then: Callback<()>) -> Subscription;
    /// Asks the browser not to evict the stored data; some then ask the user.
    fn request_persistence(&self, answered: Callback<Persistence>);
    /// Whether the browser has promised not to evict the stored data.
    fn query_persistence(&self, answered: Callback<Persistence>);
    fn save_file(&self, name: &str, media_type: &str, content: &str) -> Result<(), DownloadFailed>;
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Fits one column.
    Narrow,
    /// Fits two.
    Columns,
    /// Fits two, one of them wider than a phone.
    Wide,
}

/// How long the browser promises to keep stored data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Persistence {
    /// Until the user deletes it.
    Promised,
    /// It may delete the data when space is short, or after a time without visits.
    NotPromised,
    /// Unknown: the browser is too old, or the page was not loaded over https.
    Unknown,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPress {
    /// The key by its browser name: `z`, `?`, `F2`, `Escape`.
    pub key: String,
    /// With Ctrl, or the command key of a Mac.
    pub command: bool,
    pub shift: bool,
    /// With Alt; `key` is then the letter on the key, whatever Alt turns it into.
    pub alt: bool,
    pub typing: Typing,
}

/// The type of the focused field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// No field has the focus.
    Nothing,
    Number,
    Text,
}

/// All ports, for the pages and sections that work with stored records and with files.
#[derive(Clone)]
pub struct Ports {
    pub store: Rc<dyn Store>,
    pub host: Rc<dyn Host>,
    pub outbox: Rc<dyn Outbox>,
    pub inbox: Rc<dyn Inbox>,
}

impl PartialEq for Ports {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.store, &other.store)
            && Rc::ptr_eq(&self.host, &other.host)
            && Rc::ptr_eq(&self.outbox, &other.outbox)
            && Rc::ptr_eq(&self.inbox, &other.inbox)
    }
}
