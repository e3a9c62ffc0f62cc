//! What the app needs from its surroundings. `platform` answers with the browser, tests with
//! stand-ins in memory.

use std::any::Any;
use std::rc::Rc;

use abacus_core::deals::Date;
use abacus_core::text::Locale;
use yew::Callback;

use crate::state::inbox::Inbox;
use crate::state::outbox::{NoFile, Outbox};

/// Why the store did not do what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StoreError {
    /// The browser does not let this page store anything.
    Denied,
    /// The browser has no room left.
    Full,
    /// There is room, but not more than the app allows itself; see [`CEILING`](abacus_core::space::CEILING).
    Ceiling,
    /// What the browser keeps its storage in is broken.
    Corrupted,
    /// The way back from work that broke off cannot be read.
    NoWayBack,
    /// Something that a newer version of the app began is not finished.
    Newer,
    /// The store took the text but does not give the same text back.
    NotKept,
}

impl StoreError {
    /// What an exception means that the browser's storage threw, by the name it gives it; none: it is none of the
    /// browser's own.
    #[must_use]
    pub fn thrown(name: Option<&str>) -> Self {
        match name {
            Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED" | "QUOTA_EXCEEDED_ERR") => Self::Full,
            // Firefox names what went wrong in its database; the others call it unknown, or a state.
            Some("NS_ERROR_ILLEGAL_VALUE" | "NS_ERROR_DOM_SECURITY_ERR" | "NS_ERROR_NOT_AVAILABLE") => Self::Denied,
            Some("UnknownError" | "InvalidStateError" | "DataError" | "NotReadableError") => Self::Corrupted,
            Some(name) if name.starts_with("NS_ERROR_") => Self::Corrupted,
            _ => Self::Denied,
        }
    }
}

/// Texts under keys, on this device, as the browser has them: it may do something else than it says. See
/// [`GuardedStore`](super::guarded_store::GuardedStore), which makes sure.
pub trait Store {
    /// Every key of this app, those that begin with `sales-abacus:`.
    ///
    /// # Errors
    /// Any [`StoreError`] but those about room.
    fn keys(&self) -> Result<Vec<String>, StoreError>;
    /// The text under a key.
    ///
    /// # Errors
    /// Any [`StoreError`] but those about room.
    fn read(&self, key: &str) -> Result<Option<String>, StoreError>;
    /// Keeps a text under a key.
    ///
    /// # Errors
    /// Any [`StoreError`]; what was under the key before is then still there, as far as the browser can be trusted.
    fn write(&self, key: &str, text: &str) -> Result<(), StoreError>;
    /// Takes a key away.
    ///
    /// # Errors
    /// Any [`StoreError`] but those about room.
    fn remove(&self, key: &str) -> Result<(), StoreError>;
    /// How many UTF-16 units of it this app fills, as far as is known; see [`space`](abacus_core::space).
    fn filled(&self) -> usize;
    /// Calls back with the key whenever another tab changes one of this app's keys; with none
    /// when it cleared the whole store.
    fn on_change(&self, changed: Callback<Option<String>>) -> Subscription;
    /// Does some work, soon, while no other tab does such work; at once where the browser has no means for that, and
    /// after some time where another tab does not come to an end.
    fn alone(&self, work: Callback<()>);
}

/// What the app asks of the browser besides storage.
pub trait Host {
    /// The fragment of the address, without `#`.
    fn fragment(&self) -> String;
    /// Replaces the fragment without adding to the history. What is `kept` beside it survives a
    /// reload but shows nowhere.
    fn replace_fragment(&self, fragment: &str, kept: Option<&str>);
    /// What was kept beside the fragment.
    fn kept_fragment(&self) -> Option<String>;
    /// Goes to another fragment of the same page, adding to the history.
    fn go_to_fragment(&self, fragment: &str);
    /// Calls back when the fragment is changed by the user or by a link.
    fn on_fragment(&self, changed: Callback<()>) -> Subscription;
    /// Whether the address asks for a language with `?lang=`, so that links must carry it on.
    fn language_in_address(&self) -> bool;
    /// Whether the address asks for the demo, with `?demo=1`: invented deals in a space of their own.
    fn is_demo(&self) -> bool;
    /// Tells browser and assistive technology which language and title the page has now, and puts
    /// the language into the address where it must survive a reload that storage would not.
    fn announce(&self, locale: Locale, title: &str, in_address: bool);
    /// Loads the page anew.
    fn reload(&self);
    /// The date here and now.
    fn today(&self) -> Date;
    /// An id that has not been used: 16 characters of `[a-z0-9]`.
    fn fresh_id(&self) -> String;
    /// Calls back once after so many milliseconds, unless dropped before.
    fn after(&self, milliseconds: u32, then: Callback<()>) -> Subscription;
    /// Calls back when the page is about to be hidden or left: the last moment to save.
    fn on_hide(&self, hidden: Callback<()>) -> Subscription;
    /// While it is held, the browser asks the user before the page is left.
    fn ask_before_leaving(&self) -> Subscription;
    /// Calls back for every key pressed anywhere on the page; an answer of `true` means that the
    /// key has done its work and shall do nothing else.
    fn on_key(&self, pressed: Callback<KeyPress, bool>) -> Subscription;
    /// Calls back when the page is in sight or in use again, and may have been frozen meanwhile.
    fn on_show(&self, shown: Callback<()>) -> Subscription;
    /// Calls back whenever the page was scrolled or its window changed its size, at most once a frame.
    fn on_scroll(&self, scrolled: Callback<()>) -> Subscription;
    /// Asks the browser not to delete what is stored on its own; some then ask the user.
    fn ask_to_keep(&self, answered: Callback<Lasting>);
    /// Whether the browser has promised not to delete what is stored on its own.
    fn is_lasting(&self, answered: Callback<Lasting>);
    /// Hands the user a file.
    ///
    /// # Errors
    /// [`NoFile`].
    fn save_file(&self, name: &str, media_type: &str, content: &str) -> Result<(), NoFile>;
}

/// What the browser says of how long it keeps what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lasting {
    /// Until the user deletes it.
    Promised,
    /// It may delete it when room is short, or after a time without a visit.
    NotPromised,
    /// It does not say: it is too old, or the page was not loaded over https.
    Unknown,
}

/// A key pressed somewhere on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyPress {
    /// The key as the browser names it: `z`, `?`, `F2`, `Escape`.
    pub key: String,
    /// With Ctrl, or the command key of a Mac.
    pub command: bool,
    /// With Shift.
    pub shift: bool,
    /// With Alt; the key is then the letter on it, whatever Alt makes of it.
    pub alt: bool,
    /// What is being typed where the focus is.
    pub typing: Typing,
}

/// What the field that has the focus takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// It is no field.
    Nothing,
    /// A number.
    Number,
    /// Any text.
    Text,
}

/// Something that goes on until it is dropped.
pub struct Subscription(#[expect(dead_code, reason = "held for its Drop")] Box<dyn Any>);

impl Subscription {
    /// Keeps a guard alive.
    pub fn new(guard: impl Any) -> Self {
        Self(Box::new(guard))
    }
}

/// The surroundings of one app.
#[derive(Clone)]
pub struct Ports {
    /// Where records are kept.
    pub store: Rc<dyn Store>,
    /// Everything else about the page.
    pub host: Rc<dyn Host>,
    /// How a result leaves the page.
    pub outbox: Rc<dyn Outbox>,
    /// How a file comes in.
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
