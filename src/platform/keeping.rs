//! What the browser says of how long it keeps what is stored.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{StorageManager, Window};
use yew::Callback;

use crate::state::ports::Lasting;

/// Puts a question to the browser. One that has no such manager, as on pages without https, says nothing.
pub(super) fn ask(
    window: &Window,
    question: fn(&StorageManager) -> Result<Promise, JsValue>,
    answered: Callback<Lasting>,
) {
    let manager = window.navigator().storage();
    let promise = if manager.is_undefined() { Err(JsValue::UNDEFINED) } else { question(&manager) };
    spawn_local(async move {
        let reply = match promise {
            Ok(promise) => JsFuture::from(promise).await.ok().and_then(|reply| reply.as_bool()),
            Err(_) => None,
        };
        answered.emit(match reply {
            Some(true) => Lasting::Promised,
            Some(false) => Lasting::NotPromised,
            None => Lasting::Unknown,
        });
    });
}
