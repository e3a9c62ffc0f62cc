//! Clock, ids, keys and files of the browser as a [`Host`].

use std::cell::RefCell;
use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::request_animation_frame;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    BeforeUnloadEvent, Blob, BlobPropertyBag, Element, HtmlAnchorElement, KeyboardEvent, MessageChannel,
    PageTransitionEvent, StorageManager, Url, VisibilityState, Window,
};
use yew::Callback;

use crate::platform::address::Address;
use crate::platform::window::Browser;
use crate::platform::{collation, midnight, persistence, wake_lock};
use crate::shell::outbox::DownloadFailed;
use crate::shell::ports::{Host, KeyPress, Persistence, Room, Subscription, Typing};

/// The breakpoints of the style sheets: two columns, and two with a wide one. `print` keeps the page unchanged while it
/// is printed.
const COLUMNS: &str = "print, (min-width: 45em)";
const WIDE: &str = "print, (min-width: 68.75em)";
/// The width for two tables, in units of the font size: a table has room in 1000 px at the default size.
const TWO_TABLES: i32 = 125;
/// Number fields.
const NUMBER: &str = "[inputmode=decimal]";
/// Text fields.
const TEXT: &str = "input:not([type=range], [type=checkbox], [type=radio]), textarea, select";

/// The content is a text or an array of bytes.
pub(super) fn save(window: &Window, name: &str, media_type: &str, content: &JsValue) -> Result<(), JsValue> {
    let document = window.document().ok_or(JsValue::NULL)?;
    let body = document.body().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(content), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    link.set_href(&address);
    link.set_download(name);
    link.set_hidden(true);
    // Some browsers do not follow a link that is not in the document.
    body.append_child(&link)?;
    link.click();
    link.remove();
    // The browser may fetch the file long after the click, and does not report when.
    Timeout::new(FETCHED_MS, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}

/// The time by which every browser has fetched a download.
const FETCHED_MS: u32 = 60_000;

impl<A: Address> Host for Browser<A> {
    fn go_to_fragment(&self, fragment: &str) {
        let _refused = self.window.location().set_hash(&A::hash(&self.window, fragment));
    }

    fn is_demo(&self) -> bool {
        *self.demo.get_or_init(|| A::is_demo(&self.window))
    }

    fn room(&self) -> Room {
        let has = |query| self.window.match_media(query).ok().flatten().is_some_and(|query| query.matches());
        if has(WIDE) {
            Room::Wide
        } else if has(COLUMNS) {
            Room::Columns
        } else {
            Room::Narrow
        }
    }

    fn has_table_room(&self) -> bool {
        // Whole pixels are precise enough here.
        #[allow(clippy::cast_possible_truncation)]
        let whole = |length: f64| length.round() as i32;
        let width = self.window.inner_width().ok().and_then(|width| width.as_f64()).map(whole);
        let root = self.window.document().and_then(|document| document.document_element());
        let style = root.and_then(|root| self.window.get_computed_style(&root).ok().flatten());
        let size = style.and_then(|style| style.get_property_value("font-size").ok());
        // Parsed by the browser: Rust's float parser is 10 KB, and nothing else here needs it.
        let size = size.map(|size| js_sys::parse_float(&size)).filter(|size| size.is_finite()).map(whole);
        width.zip(size).is_some_and(|(width, size)| width.saturating_mul(2) >= size.saturating_mul(TWO_TABLES))
    }

    fn on_resize(&self, resized: Callback<()>) -> Subscription {
        Subscription::new(EventListener::new(&self.window, "resize", move |_| resized.emit(())))
    }

    fn reload(&self) {
        // If this fails, the browser's own button remains.
        let _refused = self.window.location().reload();
    }

    fn today(&self) -> Date {
        let now = js_sys::Date::new_0();
        let iso = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
        // Invalid only if the clock is set to a year of five digits.
        iso.parse().unwrap_or(Date::EPOCH)
    }

    fn fresh_id(&self) -> String {
        const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
        let mut bytes = [0_u8; 16];
        let filled = self.window.crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
        if filled.is_err() {
            // Fallback without a cryptographic source: enough to distinguish records on one device.
            let random = || js_sys::Math::random().to_bits().to_le_bytes();
            bytes.iter_mut().zip(random().into_iter().chain(random())).for_each(|(byte, any)| *byte = any);
        }
        let letter = |byte: &u8| ALPHABET.get(usize::from(byte % 32)).copied().map(char::from);
        bytes.iter().filter_map(letter).collect()
    }

    fn on_key(&self, pressed: Callback<KeyPress, bool>) -> Subscription {
        let options = EventListenerOptions::enable_prevent_default();
        Subscription::new(EventListener::new_with_options(&self.window, "keydown", options, move |event| {
            let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let is_in = |fields| target.as_ref().is_some_and(|target| target.matches(fields).unwrap_or_default());
            let typing = match (is_in(NUMBER), is_in(TEXT)) {
                (true, _) => Typing::Number,
                (_, true) => Typing::Text,
                _ => Typing::Nothing,
            };
            let letter = event.code().strip_prefix("Key").map(str::to_lowercase);
            let press = KeyPress {
                key: letter.filter(|_| event.alt_key()).unwrap_or_else(|| event.key()),
                command: event.ctrl_key() || event.meta_key(),
                shift: event.shift_key(),
                alt: event.alt_key(),
                typing,
            };
            if !event.is_composing() && pressed.emit(press) {
                event.prevent_default();
            }
        }))
    }

    fn ask_before_leaving(&self) -> Subscription {
        let options = EventListenerOptions::enable_prevent_default();
        Subscription::new(EventListener::new_with_options(&self.window, "beforeunload", options, |event| {
            event.prevent_default();
            // Older browsers ask only if this is set, and show a text of their own.
            if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                event.set_return_value("?");
            }
        }))
    }

    fn guard_back(&self, back: Callback<()>) -> Subscription {
        // Adds a history entry with the same address: going back leads to the one below, with no other effect.
        let window = self.window.clone();
        let push = move || {
            if let Ok(history) = window.history() {
                let state = history.state().unwrap_or(JsValue::NULL);
                let _refused = history.push_state(&state, "");
            }
        };
        push();
        Subscription::new(EventListener::new(&self.window, "popstate", move |_| {
            push();
            back.emit(());
        }))
    }

    fn keep_awake(&self) -> Subscription {
        let lock = wake_lock::WakeLock::new(self.window.navigator());
        lock.request();
        // The browser releases the lock whenever the page is hidden.
        let again = lock.clone();
        let shown = self.on_visibility(VisibilityState::Visible, Callback::from(move |()| again.request()));
        Subscription::new((lock, shown))
    }

    fn on_show(&self, shown: Callback<()>) -> Subscription {
        let returning = shown.clone();
        // Also fires after every load, when nothing was missed.
        let pageshow = EventListener::new(&self.window, "pageshow", move |event| {
            if event.dyn_ref::<PageTransitionEvent>().is_some_and(PageTransitionEvent::persisted) {
                returning.emit(());
            }
        });
        let focused = shown.clone();
        let focus = EventListener::new(&self.window, "focus", move |_| focused.emit(()));
        Subscription::new((pageshow, focus, self.on_visibility(VisibilityState::Visible, shown)))
    }

    fn on_print(&self, printing: Callback<bool>) -> Subscription {
        let ended = printing.clone();
        let before = EventListener::new(&self.window, "beforeprint", move |_| printing.emit(true));
        Subscription::new((before, EventListener::new(&self.window, "afterprint", move |_| ended.emit(false))))
    }

    fn on_midnight(&self, passed: Callback<()>) -> Subscription {
        Subscription::new(midnight::on_each(passed))
    }

    fn on_scroll(&self, scrolled: Callback<()>) -> Subscription {
        // Browsers fire both events once per frame.
        let resized = scrolled.clone();
        let resize = EventListener::new(&self.window, "resize", move |_| resized.emit(()));
        Subscription::new((resize, EventListener::new(&self.window, "scroll", move |_| scrolled.emit(()))))
    }

    fn ranks(&self, names: &[&str], locale: Locale) -> Vec<usize> {
        collation::ranks(names, locale)
    }

    // Whole milliseconds are precise enough.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn clock(&self) -> u64 {
        self.window.performance().map_or(0, |performance| performance.now() as u64)
    }

    fn when_free(&self, then: Callback<()>) {
        // Not a timer: after a few nested ones, browsers wait four milliseconds each time, and a second in hidden tabs.
        let Ok(channel) = MessageChannel::new() else {
            Timeout::new(0, move || then.emit(())).forget();
            return;
        };
        let port = channel.port1();
        let heard = Closure::once_into_js({
            let port = port.clone();
            move || {
                port.close();
                then.emit(());
            }
        });
        port.set_onmessage(Some(heard.unchecked_ref()));
        let _sent = channel.port2().post_message(&JsValue::NULL);
    }

    fn after_paint(&self, then: Callback<()>) -> Subscription {
        // A callback requested before the frame runs before the paint; one requested from inside it runs after.
        let painted = Rc::new(RefCell::new(None));
        let slot = painted.clone();
        let frame = request_animation_frame(move |_| {
            slot.replace(Some(Timeout::new(0, move || then.emit(()))));
        });
        Subscription::new((frame, painted))
    }

    fn request_persistence(&self, answered: Callback<Persistence>) {
        persistence::ask(&self.window, StorageManager::persist, answered);
    }

    fn query_persistence(&self, answered: Callback<Persistence>) {
        persistence::ask(&self.window, StorageManager::persisted, answered);
    }

    fn save_file(&self, name: &str, media_type: &str, content: &str) -> Result<(), DownloadFailed> {
        save(&self.window, name, media_type, &content.into()).map_err(|_| DownloadFailed)
    }
}
