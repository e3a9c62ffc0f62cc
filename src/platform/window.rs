//! Address, timer and page lifecycle as a [`Window`](Port). In the main file of every bundle.

use std::cell::OnceCell;
use std::marker::PhantomData;

use abacus_core::text::Locale;
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{UrlSearchParams, VisibilityState, Window};
use yew::Callback;

use crate::platform::address::Address;
use crate::platform::{LANG, tool, tools};
use crate::shell::ports::{Subscription, Window as Port};
use crate::shell::theme::Theme;

/// The window, whose address is read as `A` defines.
pub(super) struct Browser<A> {
    pub(super) window: Window,
    /// Read once: it is needed on every keystroke, and changing it means another page.
    pub(super) demo: OnceCell<bool>,
    address: PhantomData<A>,
}

impl<A: Address> Browser<A> {
    pub(super) const fn new(window: Window) -> Self {
        Self { window, demo: OnceCell::new(), address: PhantomData }
    }

    /// Changes the address in place. Browsers refuse more than about a hundred changes in half a minute; a refusal
    /// leaves the address as it was and the app unaffected.
    fn replace_address(&self, relative: &str, kept: Option<&str>) {
        if let Ok(history) = self.window.history() {
            let kept = kept.map_or(JsValue::NULL, JsValue::from_str);
            let _refused = history.replace_state_with_url(&kept, "", Some(relative));
        }
    }

    /// Calls back each time the page becomes visible, or each time it becomes hidden.
    pub(super) fn on_visibility(&self, wanted: VisibilityState, then: Callback<()>) -> Option<EventListener> {
        let document = self.window.document()?;
        let watched = document.clone();
        Some(EventListener::new(&watched, "visibilitychange", move |_| {
            if document.visibility_state() == wanted {
                then.emit(());
            }
        }))
    }
}

impl<A: Address> Port for Browser<A> {
    fn fragment(&self) -> String {
        A::fragment(&self.window)
    }

    fn replace_fragment(&self, fragment: &str, kept: Option<&str>) {
        if fragment == self.fragment() && kept == self.kept_fragment().as_deref() {
            return;
        }
        self.replace_address(&A::with(&self.window, &A::query(&self.window), fragment), kept);
    }

    fn kept_fragment(&self) -> Option<String> {
        self.window.history().ok()?.state().ok()?.as_string()
    }

    fn on_fragment(&self, changed: Callback<()>) -> Subscription {
        Subscription::new(EventListener::new(&self.window, "hashchange", move |_| changed.emit(())))
    }

    fn language_in_address(&self) -> bool {
        A::param(&self.window, LANG).is_some()
    }

    fn announce(&self, locale: Locale, title: &str, in_address: bool) {
        let Some(document) = self.window.document() else { return };
        document.set_title(title);
        if let Some(root) = document.document_element() {
            let _refused = root.set_attribute("lang", locale.tag());
        }
        if in_address
            && A::param(&self.window, LANG).as_deref() != Some(locale.tag())
            && let Ok(query) = UrlSearchParams::new_with_str(&A::query(&self.window))
        {
            query.set(LANG, locale.tag());
            let address = A::with(&self.window, &String::from(query.to_string()), &self.fragment());
            self.replace_address(&address, self.kept_fragment().as_deref());
        }
    }

    fn show_theme(&self, theme: Theme) {
        let root = self.window.document().and_then(|document| document.document_element());
        let _refused = root.map(|root| root.set_attribute("data-theme", theme.code()));
    }

    fn after(&self, milliseconds: u32, then: Callback<()>) -> Subscription {
        Subscription::new(Timeout::new(milliseconds, move || then.emit(())))
    }

    fn on_hide(&self, hidden: Callback<()>) -> Subscription {
        let leaving = hidden.clone();
        let pagehide = EventListener::new(&self.window, "pagehide", move |_| leaving.emit(()));
        Subscription::new((pagehide, self.on_visibility(VisibilityState::Hidden, hidden)))
    }

    fn when_idle(&self, then: Callback<()>) {
        if let Some(idle) = tools(&self.window).and_then(|tools| tool(&tools, "idle")) {
            let then = Closure::once_into_js(move || then.emit(()));
            let _never = idle.call1(&JsValue::UNDEFINED, &then);
        }
    }
}
