//! The script `src/offline/page.js` as an [`Offline`](Port). It is loaded when something watches.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Callback;

use crate::shell::offline::{CacheStatus, InstallMethod, Offline as Port, OfflineState, ReleaseNote};

#[derive(Default)]
struct Known {
    /// Loads the script. `None` once loading has started, and during development.
    load: Option<Function>,
    /// The exports of the script, once loaded.
    script: Option<JsValue>,
    state: OfflineState,
    changed: Callback<()>,
}

pub(super) struct Offline(Rc<RefCell<Known>>);

impl Offline {
    pub(super) fn new(load: Option<Function>) -> Self {
        Self(Rc::new(RefCell::new(Known { load, ..Known::default() })))
    }

    fn call(&self, name: &str) -> Option<JsValue> {
        // Not borrowed during the call, in which the script may call back.
        let script = self.0.borrow().script.clone()?;
        exported(&script, name)?.call0(&JsValue::UNDEFINED).ok()
    }
}

impl Port for Offline {
    fn state(&self) -> OfflineState {
        self.0.borrow().state.clone()
    }

    fn watch(&self, changed: Callback<()>) {
        let load = {
            let mut known = self.0.borrow_mut();
            known.changed = changed;
            known.load.take()
        };
        let loading: Option<Promise> = load.and_then(|load| load.call0(&JsValue::UNDEFINED).ok()?.dyn_into().ok());
        let Some(loading) = loading else { return };
        let known = self.0.clone();
        spawn_local(async move {
            // If the script fails to load, the app stays as it is and nothing is reported.
            let Ok(script) = JsFuture::from(loading).await else { return };
            let watch = exported(&script, "watch");
            known.borrow_mut().script = Some(script);
            let tell = Closure::<dyn FnMut(JsValue)>::new(move |told: JsValue| {
                let changed = {
                    let mut known = known.borrow_mut();
                    known.state = read(&told);
                    known.changed.clone()
                };
                changed.emit(());
            });
            // For the lifetime of the page.
            let _promise = watch.map(|watch| watch.call1(&JsValue::UNDEFINED, &tell.into_js_value()));
        });
    }

    fn update(&self) -> bool {
        self.call("update").is_some_and(|begun| begun.is_truthy())
    }

    fn install(&self) {
        let _shown = self.call("install");
    }
}

fn exported(script: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(script, &name.into()).ok()?.dyn_into().ok()
}

fn read(told: &JsValue) -> OfflineState {
    let text = |key: &str| Reflect::get(told, &key.into()).ok().and_then(|text| text.as_string());
    let status = match text("state").as_deref() {
        Some("saving") => CacheStatus::Saving,
        Some("ready") => CacheStatus::Ready,
        Some("failed") => CacheStatus::Failed,
        Some("insecure") => CacheStatus::Insecure,
        Some("unsupported") => CacheStatus::Unsupported,
        Some("off") => CacheStatus::Off,
        Some("new") => CacheStatus::New(notes(told).unwrap_or_default()),
        _ => CacheStatus::Unknown,
    };
    let install_method = match text("way").as_deref() {
        Some("click") => Some(InstallMethod::Click),
        Some("menu") => Some(InstallMethod::Menu),
        _ => None,
    };
    OfflineState {
        status,
        install_method,
        minute: text("minute").and_then(|minute| minute.parse().ok()).unwrap_or_default(),
    }
}

fn notes(told: &JsValue) -> Option<Vec<ReleaseNote>> {
    let lines: Array = Reflect::get(told, &"notes".into()).ok()?.dyn_into().ok()?;
    let line = |line: JsValue| {
        let both: Array = line.dyn_into().ok()?;
        Some(ReleaseNote { zh: both.get(0).as_string()?, en: both.get(1).as_string()? })
    };
    Some(lines.iter().filter_map(line).collect())
}
