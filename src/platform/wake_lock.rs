//! Keeps the screen on, through the Screen Wake Lock API, which `web-sys` considers unstable. Browsers without it and
//! phones in power-saving mode refuse, which is harmless.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Navigator;

/// The lock, released when the last clone is dropped.
#[derive(Clone)]
pub(super) struct WakeLock {
    navigator: Navigator,
    lock: Rc<Sentinel>,
}

#[derive(Default)]
struct Sentinel(RefCell<Option<JsValue>>);

impl Drop for Sentinel {
    fn drop(&mut self) {
        if let Some(lock) = self.0.take() {
            let _refused = call(&lock, "release", None);
        }
    }
}

impl WakeLock {
    pub(super) fn new(navigator: Navigator) -> Self {
        Self { navigator, lock: Rc::default() }
    }

    pub(super) fn request(&self) {
        let Ok(api) = Reflect::get(&self.navigator, &"wakeLock".into()) else { return };
        let request = call(&api, "request", Some("screen")).and_then(|promise| promise.dyn_into::<Promise>().ok());
        let Some(request) = request else { return };
        let held = Rc::downgrade(&self.lock);
        wasm_bindgen_futures::spawn_local(async move {
            let Ok(lock) = JsFuture::from(request).await else { return };
            match held.upgrade() {
                Some(held) => drop(held.0.replace(Some(lock))),
                // Too late: the lock is no longer needed.
                None => drop(call(&lock, "release", None)),
            }
        });
    }
}

fn call(object: &JsValue, method: &str, argument: Option<&str>) -> Option<JsValue> {
    let function: Function = Reflect::get(object, &method.into()).ok()?.dyn_into().ok()?;
    match argument {
        Some(argument) => function.call1(object, &argument.into()),
        None => function.call0(object),
    }
    .ok()
}
