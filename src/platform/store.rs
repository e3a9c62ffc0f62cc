//! `localStorage` as a [`Store`]. Every access may throw: the browser may deny storage entirely, run out of space, or
//! fail. Each case is an error value, never a panic.

use std::cell::Cell;
use std::rc::Rc;

use crate::shell::ports::Settings;
use abacus_vault::space::{is_ours, units};
use abacus_vault::transaction::is_in_progress;
use abacus_vault::{Listener, Lock, LockedTask, Store, StoreError, Subscription, TaskFuture};
use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, JsString, Object, Promise, Reflect, RegExp};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise};
use web_sys::{DomException, Storage, StorageEvent, Window};

/// The name of the lock that serializes writes of all tabs.
const LOCK: &str = "sales-abacus";

/// How long to wait for the lock: longer than writing a whole file takes.
const LOCK_TIMEOUT_MS: u32 = 3_000;
/// How long to wait after a timeout: a page suspended by the browser may hold the lock forever.
const SHORT_LOCK_TIMEOUT_MS: u32 = 100;

/// The `localStorage` of this origin, limited to our keys.
#[derive(Clone)]
pub(super) struct LocalStorage {
    window: Window,
    timeout: Rc<Cell<u32>>,
}

impl LocalStorage {
    pub(super) fn new(window: &Window) -> Self {
        Self { window: window.clone(), timeout: Rc::new(Cell::new(LOCK_TIMEOUT_MS)) }
    }

    /// Fetched each time, because access can be withdrawn while the page is open.
    fn storage(&self) -> Result<Storage, StoreError> {
        self.window.local_storage().map_err(|thrown| why(&thrown))?.ok_or(StoreError::Denied)
    }
}

impl LocalStorage {
    /// Calls a method of the storage with strings that stay on the browser's side.
    fn call(&self, name: &str, given: &[&JsValue]) -> Result<JsValue, StoreError> {
        let storage = self.storage()?;
        let called = method(&storage, name).and_then(|method| method.apply(&storage, &given.iter().copied().collect()));
        called.map_err(|thrown| why(&thrown))
    }
}

fn method(of: &JsValue, name: &str) -> Result<Function, JsValue> {
    Reflect::get(of, &name.into())?.dyn_into::<Function>()
}

/// The separator between two texts in transit. It does not occur in JSON strings.
const BETWEEN: char = '\0';

/// All keys with this prefix, and their texts. Thousands cross the boundary as two strings, because one call per key
/// takes longer than reading it. The browser's own functions do the work, and no other app's values are read. The
/// prefix must contain no special characters of regular expressions.
fn joined(storage: &Storage, prefix: &str) -> Result<(JsString, JsString), JsValue> {
    debug_assert!(prefix.chars().all(|one| one.is_ascii_alphanumeric() || "-:".contains(one)), "{prefix}");
    let begins = RegExp::new(&format!("^{prefix}"), "");
    let is_wanted = method(&begins, "test")?.bind0(&begins);
    let read = method(storage, "getItem")?.bind0(storage);
    let keys = Object::keys(storage);
    let keys = method(&keys, "filter")?.call1(&keys, &is_wanted)?.dyn_into::<Array>()?;
    let texts = method(&keys, "map")?.call1(&keys, &read)?.dyn_into::<Array>()?;
    let between = BETWEEN.to_string();
    Ok((keys.join(&between), texts.join(&between)))
}

fn split(joined: &JsString) -> Vec<String> {
    let joined = String::from(joined);
    if joined.is_empty() { Vec::new() } else { joined.split(BETWEEN).map(str::to_owned).collect() }
}

impl Settings for LocalStorage {
    fn read(&self, key: &str) -> Option<String> {
        Store::read(self, key).ok().flatten()
    }

    fn write(&self, key: &str, text: &str) -> bool {
        // Some browsers ignore writes silently, so a write counts only if it can be read back.
        Store::write(self, key, text).is_ok() && Settings::read(self, key).as_deref() == Some(text)
    }
}

impl Store for LocalStorage {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        let storage = self.storage()?;
        let count = storage.length().map_err(|thrown| why(&thrown))?;
        let mut keys = Vec::new();
        for index in 0..count {
            let key = storage.key(index).map_err(|thrown| why(&thrown))?;
            keys.extend(key.filter(|key| is_ours(key)));
        }
        Ok(keys)
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.storage()?.get_item(key).map_err(|thrown| why(&thrown))
    }

    fn entries(&self, prefix: &str) -> Result<Vec<(String, String)>, StoreError> {
        let (keys, texts) = joined(&self.storage()?, prefix).map_err(|thrown| why(&thrown))?;
        let (keys, texts) = (split(&keys), split(&texts));
        let mut entries: Vec<(String, String)> = if keys.len() == texts.len() {
            keys.into_iter().zip(texts).collect()
        } else {
            // A foreign key or text contains our separator.
            let keys = Store::keys(self)?.into_iter().filter(|key| key.starts_with(prefix));
            let read = |key: String| Store::read(self, &key).map(|text| Some((key, text?)));
            keys.filter_map(|key| read(key).transpose()).collect::<Result<_, _>>()?
        };
        entries.sort_unstable_by(|(key, _), (other, _)| key.cmp(other));
        Ok(entries)
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.storage()?.set_item(key, text).map_err(|thrown| why(&thrown))
    }

    fn holds(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        // Passed as a `JsValue`, so that the browser compares.
        let text = JsValue::from(text);
        self.call("getItem", &[&key.into()]).map(|stored| stored == text)
    }

    /// The text crosses the boundary only once, whatever its length.
    fn write_and_check(&self, key: &str, text: &str) -> Result<bool, StoreError> {
        let (key, text) = (JsValue::from(key), JsValue::from(text));
        self.call("setItem", &[&key, &text])?;
        self.call("getItem", &[&key]).map(|stored| stored == text)
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.storage()?.remove_item(key).map_err(|thrown| why(&thrown))
    }

    fn filled(&self) -> usize {
        let keys = self.keys().unwrap_or_default();
        keys.iter().filter_map(|key| Some(units(key, &Store::read(self, key).ok()??))).sum()
    }

    fn on_change(&self, changed: Listener) -> Subscription {
        Subscription::new(EventListener::new(&self.window, "storage", move |event| {
            let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
            if key.as_ref().is_none_or(|key| is_ours(key)) {
                changed(key);
            }
        }))
    }

    fn with_lock(&self, work: LockedTask) {
        let work = Rc::new(Cell::new(Some(work)));
        let timer = Rc::new(Cell::new(None::<Timeout>));
        let (first, last) = (work.clone(), work.clone());
        let (timeout, waiting) = (self.timeout.clone(), timer.clone());
        let granted = Closure::once_into_js(move |_lock: JsValue| {
            drop(waiting.take());
            timeout.set(LOCK_TIMEOUT_MS);
            first.take().and_then(|work| work(Lock::Held)).map(held)
        });
        let Some(promise) = request_lock(&self.window, &granted) else { return run_without(work.take()) };
        Waiting { work, timer: timer.clone(), storage: self.clone() }.begin();
        wasm_bindgen_futures::spawn_local(async move {
            let Err(reason) = JsFuture::from(promise).await else { return };
            drop(timer.take());
            match last.take() {
                // A refused lock, as in a closing document, must not lose anything.
                Some(work) => run_without(Some(work)),
                // The work itself failed, which must not look like success.
                None => wasm_bindgen::throw_val(reason),
            }
        });
    }
}

/// Work waiting for the lock.
#[derive(Clone)]
struct Waiting {
    work: Rc<Cell<Option<LockedTask>>>,
    timer: Rc<Cell<Option<Timeout>>>,
    storage: LocalStorage,
}

impl Waiting {
    fn begin(self) {
        let (timer, waiting) = (self.timer.clone(), self.clone());
        timer.set(Some(Timeout::new(self.storage.timeout.get(), move || waiting.end())));
    }

    /// Does the work without the lock, which is safe because every write compares with the stored value. Not during a
    /// transaction, which would look interrupted: a closed tab has released the lock.
    fn end(self) {
        if is_in_progress(&self.storage) == Ok(true) {
            return self.begin();
        }
        self.storage.timeout.set(SHORT_LOCK_TIMEOUT_MS);
        run_without(self.work.take());
    }
}

fn run_without(work: Option<LockedTask>) {
    let later = work.and_then(|work| work(Lock::Missing));
    debug_assert!(later.is_none(), "without the lock nothing may be left for later");
}

/// A promise that resolves when the work has ended; the browser holds the lock until then.
fn held(later: TaskFuture) -> Promise {
    future_to_promise(async {
        later.await;
        Ok(JsValue::UNDEFINED)
    })
}

/// Requests the lock that all tabs share. web-sys has this interface only as unstable.
fn request_lock(window: &Window, granted: &JsValue) -> Option<Promise> {
    let locks = Reflect::get(&window.navigator(), &"locks".into()).ok()?;
    let request: Function = Reflect::get(&locks, &"request".into()).ok()?.dyn_into().ok()?;
    request.call2(&locks, &LOCK.into(), granted).ok()?.dyn_into().ok()
}

fn why(thrown: &JsValue) -> StoreError {
    StoreError::from_exception(thrown.dyn_ref::<DomException>().map(DomException::name).as_deref())
}
