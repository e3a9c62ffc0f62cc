//! `localStorage` as a [`Store`]. Every access may throw: the browser may deny storage as a whole,
//! run out of room, or forget. Each is an error value, none a panic.

use gloo::events::EventListener;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DomException, Storage, StorageEvent, Window};
use yew::Callback;

use crate::state::ports::{Store, StoreError, Subscription};

const PREFIX: &str = "sales-abacus:";

/// The `localStorage` of this origin, as far as it is ours.
pub(super) struct LocalStorage {
    window: Window,
}

impl LocalStorage {
    pub(super) fn new(window: &Window) -> Self {
        Self { window: window.clone() }
    }

    /// Asked for anew each time: access can be withdrawn while the page is open.
    fn storage(&self) -> Result<Storage, StoreError> {
        self.window.local_storage().ok().flatten().ok_or(StoreError::Denied)
    }
}

impl Store for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = self.storage()?;
        let count = storage.length().map_err(|_| StoreError::Denied)?;
        let mut keys = Vec::new();
        for index in 0..count {
            let key = storage.key(index).map_err(|_| StoreError::Denied)?;
            keys.extend(key.filter(|key| key.starts_with(PREFIX)));
        }
        Ok(keys)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.storage()?.get_item(key).map_err(|_| StoreError::Denied)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        let storage = self.storage()?;
        storage.set_item(key, text).map_err(|thrown| why(&thrown))?;
        // Some browsers ignore writes without a word; only what reads back is kept.
        match storage.get_item(key) {
            Ok(Some(kept)) if kept == text => Ok(()),
            _ => Err(StoreError::NotKept),
        }
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        let storage = self.storage()?;
        storage.remove_item(key).map_err(|thrown| why(&thrown))?;
        match storage.get_item(key) {
            Ok(None) => Ok(()),
            _ => Err(StoreError::NotKept),
        }
    }

    fn on_change(&self, changed: Callback<Option<String>>) -> Subscription {
        Subscription::new(EventListener::new(&self.window, "storage", move |event| {
            let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if key.as_ref().is_none_or(|key| key.starts_with(PREFIX)) {
                changed.emit(key);
            }
        }))
    }
}

fn why(thrown: &JsValue) -> StoreError {
    match thrown.dyn_ref::<DomException>().map(DomException::name).as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StoreError::Full,
        _ => StoreError::Denied,
    }
}
