//! Address, clock, ids and files of the browser as a [`Host`].

use abacus_core::deals::Date;
use abacus_core::text::Locale;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url, Window};
use yew::Callback;

use super::{language_in_address, search_params};
use crate::state::ports::{Host, Subscription};

/// The window this app runs in.
pub(super) struct Browser {
    window: Window,
}

impl Browser {
    pub(super) const fn new(window: Window) -> Self {
        Self { window }
    }

    /// Changes the address in place. Browsers refuse more than some hundred changes in half a
    /// minute; a refusal leaves the address as it was and the app untouched.
    fn replace_address(&self, relative: &str) {
        if let Ok(history) = self.window.history() {
            let _refused = history.replace_state_with_url(&JsValue::NULL, "", Some(relative));
        }
    }

    fn query(&self) -> String {
        self.window.location().search().unwrap_or_default()
    }

    fn download(&self, name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
        let options = BlobPropertyBag::new();
        options.set_type(media_type);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&content.into()), &options)?;
        let address = Url::create_object_url_with_blob(&blob)?;
        let document = self.window.document().ok_or(JsValue::NULL)?;
        let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
        link.set_href(&address);
        link.set_download(name);
        link.click();
        Url::revoke_object_url(&address)
    }
}

impl Host for Browser {
    fn fragment(&self) -> String {
        self.window.location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
    }

    fn replace_fragment(&self, fragment: &str) {
        // An address without `#` keeps path and query only when both are given.
        let path = self.window.location().pathname().unwrap_or_default();
        let mark = if fragment.is_empty() { "" } else { "#" };
        self.replace_address(&format!("{path}{}{mark}{fragment}", self.query()));
    }

    fn go_to_fragment(&self, fragment: &str) {
        let _refused = self.window.location().set_hash(fragment);
    }

    fn on_fragment(&self, changed: Callback<()>) -> Subscription {
        Subscription::new(EventListener::new(&self.window, "hashchange", move |_| changed.emit(())))
    }

    fn language_in_address(&self) -> bool {
        language_in_address(&self.window).is_some()
    }

    fn announce(&self, locale: Locale, title: &str, in_address: bool) {
        let Some(document) = self.window.document() else { return };
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _refused = root.set_attribute("lang", locale.tag());
        }
        if in_address
            && language_in_address(&self.window).as_deref() != Some(locale.tag())
            && let Some(query) = search_params(&self.window)
        {
            query.set("lang", locale.tag());
            let hash = self.window.location().hash().unwrap_or_default();
            self.replace_address(&format!("?{}{hash}", String::from(query.to_string())));
        }
    }

    fn today(&self) -> Date {
        let now = js_sys::Date::new_0();
        let iso = format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date());
        // Only a clock set to a year of five digits has no date of ours.
        iso.parse().unwrap_or(Date::EPOCH)
    }

    fn fresh_id(&self) -> String {
        const ALPHABET: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
        let mut bytes = [0_u8; 16];
        let filled = self.window.crypto().and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
        if filled.is_err() {
            // No source of real randomness: good enough to tell records on one device apart.
            let random = || js_sys::Math::random().to_bits().to_le_bytes();
            bytes.iter_mut().zip(random().into_iter().chain(random())).for_each(|(byte, any)| *byte = any);
        }
        let letter = |byte: &u8| ALPHABET.get(usize::from(byte % 32)).copied().map(char::from);
        bytes.iter().filter_map(letter).collect()
    }

    fn after(&self, milliseconds: u32, then: Callback<()>) -> Subscription {
        Subscription::new(Timeout::new(milliseconds, move || then.emit(())))
    }

    fn on_hide(&self, hidden: Callback<()>) -> Subscription {
        let leaving = hidden.clone();
        let pagehide = EventListener::new(&self.window, "pagehide", move |_| leaving.emit(()));
        let switching = self
            .window
            .document()
            .map(|document| EventListener::new(&document, "visibilitychange", move |_| hidden.emit(())));
        Subscription::new((pagehide, switching))
    }

    fn save_file(&self, name: &str, media_type: &str, content: &str) {
        // A browser without downloads offers none; the data stays on the page either way.
        let _refused = self.download(name, media_type, content);
    }
}
