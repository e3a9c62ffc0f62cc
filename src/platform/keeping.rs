//! What the browser says of how long it keeps what is stored.

use js_sys::Promise;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{StorageManager, Window};
use yew::Callback;

use crate::state::ports::Lasting;

/// Puts a question to the browser. One that has no such manager, as on pages without https, says nothing.
pub(super) fn answer(
    window: &Window,
    question: fn(&StorageManager) -> Result<Promise, JsValue>,
    answered: Callback<Lasting>,
) {
    let manager = window.navigator().storage();
    let asked = if manager.is_undefined() { Err(JsValue::UNDEFINED) } else { question(&manager) };
    spawn_local(async move {
        let said = match asked {
            Ok(asked) => JsFuture::from(asked).await.ok().and_then(|said| said.as_bool()),
            Err(_) => None,
        };
        answered.emit(match said {
            Some(true) => Lasting::Promised,
            Some(false) => Lasting::NotPromised,
            None => Lasting::Unknown,
        });
    });
}
