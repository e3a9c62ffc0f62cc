//! Whether the browser promises to keep stored data.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{StorageManager, Window};
use yew::Callback;

use crate::shell::ports::Persistence;

/// Asks the browser. Without a storage manager, as on pages without https, the answer is unknown.
pub(super) fn ask(
    window: &Window,
    question: fn(&StorageManager) -> Result<Promise, JsValue>,
    answered: Callback<Persistence>,
) {
    let manager = window.navigator().storage();
    let promise = if manager.is_undefined() { Err(JsValue::UNDEFINED) } else { question(&manager) };
    spawn_local(async move {
        let reply = match promise {
            Ok(promise) => JsFuture::from(promise).await.ok().and_then(|reply| reply.as_bool()),
            Err(_) => None,
        };
        answered.emit(match reply {
            Some(true) => Persistence::Promised,
            Some(false) => Persistence::NotPromised,
            None => Persistence::Unknown,
        });
    });
}
