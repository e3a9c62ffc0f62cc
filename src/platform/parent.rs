//! The window above this one as a [`Parent`](Port): messages, height, colours.

use abacus_embed::theme::PROPERTIES;
use abacus_embed::{Budget, TooLarge, Value};
use abacus_vault::Subscription;
use gloo::events::EventListener;
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, MediaQueryList, MessageEvent, ResizeObserver, Url, Window};
use yew::Callback;

use crate::platform::app;
use crate::shell::parent::{Incoming, Parent as Port};

const DARK: &str = "(prefers-color-scheme: dark)";

pub(super) struct Parent {
    window: Window,
}

impl Parent {
    pub(super) const fn new(window: Window) -> Self {
        Self { window }
    }

    fn parent(&self) -> Option<Window> {
        self.window.parent().ok().flatten().filter(|parent| *parent != self.window)
    }

    fn root(&self) -> Option<HtmlElement> {
        self.window.document()?.document_element()?.dyn_into().ok()
    }
}

pub(super) fn is_framed(window: &Window) -> bool {
    Parent::new(window.clone()).parent().is_some()
}

impl Port for Parent {
    fn query(&self) -> String {
        self.window.location().search().unwrap_or_default()
    }

    fn absolute(&self, address: &str) -> String {
        absolute(address, &self.window.location().href().unwrap_or_default())
    }

    fn post(&self, message: &Value, target: &str) {
        // The error page has already reported the failure, and the app may still be running.
        let has_failed = app(&self.window).is_none();
        if let Some(parent) = self.parent().filter(|_| !has_failed) {
            // A parent of another origin does not receive it.
            let _refused = parent.post_message(&written(message), target);
        }
    }

    fn on_message(&self, came: Callback<Incoming>) -> Subscription {
        let (parent, window) = (self.parent(), self.window.clone());
        Subscription::new(EventListener::new(&self.window, "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            let parent: Option<&JsValue> = parent.as_ref().map(AsRef::as_ref);
            let is_parent = event.source().is_some_and(|source| parent == Some(source.as_ref()));
            // Messages from elsewhere are not even read.
            if is_parent {
                let (origin, message) = (event.origin(), read(&event.data(), &mut Budget::default()));
                came.emit(Incoming { is_parent, origin, at: now(&window), message });
            }
        }))
    }

    fn on_height(&self, changed: Callback<u32>) -> Subscription {
        self.root().map_or_else(|| Subscription::new(()), |root| on_height(&root, changed))
    }

    fn is_dark(&self) -> bool {
        is_dark(&self.window)
    }

    fn on_dark(&self, changed: Callback<()>) -> Subscription {
        on_dark(&self.window, changed)
    }

    fn paint(&self, properties: &[(&'static str, String)]) {
        let Some(style) = self.root().map(|root| root.style()) else { return };
        for name in PROPERTIES {
            let value = properties.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
            let _refused = style.set_property(name, value);
        }
    }

    fn now(&self) -> u64 {
        now(&self.window)
    }
}

pub(super) fn absolute(address: &str, base: &str) -> String {
    Url::new_with_base(address, base).map_or_else(|_| address.to_owned(), |url| url.href())
}

/// Calls back with the height of an element: after the first layout, and whenever it changes.
pub(super) fn on_height(root: &HtmlElement, changed: Callback<u32>) -> Subscription {
    let measured = root.clone();
    let closure = Closure::<dyn Fn()>::new(move || {
        // Rounded up to whole pixels: a fraction less would cause a scroll bar.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height of a page")]
        let height = measured.get_bounding_client_rect().height().ceil() as u32;
        changed.emit(height);
    });
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref()).ok();
    observer.iter().for_each(|observer| observer.observe(root));
    Subscription::new(Observed { observer, _closure: closure })
}

fn dark(window: &Window) -> Option<MediaQueryList> {
    window.match_media(DARK).ok().flatten()
}

pub(super) fn is_dark(window: &Window) -> bool {
    dark(window).is_some_and(|dark| dark.matches())
}

pub(super) fn on_dark(window: &Window, changed: Callback<()>) -> Subscription {
    Subscription::new(dark(window).map(|dark| EventListener::new(&dark, "change", move |_| changed.emit(()))))
}

/// Observes until dropped.
struct Observed {
    observer: Option<ResizeObserver>,
    _closure: Closure<dyn Fn()>,
}

impl Drop for Observed {
    fn drop(&mut self) {
        self.observer.iter().for_each(ResizeObserver::disconnect);
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a clock that begins with the page")]
pub(super) fn now(window: &Window) -> u64 {
    window.performance().map_or(0, |performance| performance.now() as u64)
}

/// Reads a message, up to the limit of the budget.
pub(super) fn read(data: &JsValue, budget: &mut Budget) -> Result<Value, TooLarge> {
    if let Some(text) = data.as_string() {
        budget.text(&text)?;
        return Ok(Value::Text(text));
    }
    if let Some(number) = data.as_f64() {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "compared with what it was")]
        let whole = number as u32;
        let is_whole = f64::from(whole).to_bits() == number.to_bits();
        let text = || data.unchecked_ref::<Object>().to_string().into();
        return Ok(if is_whole { Value::Whole(whole) } else { Value::Text(text()) });
    }
    if let Some(yes) = data.as_bool() {
        return Ok(Value::Bool(yes));
    }
    if let Some(list) = data.dyn_ref::<Array>() {
        budget.enter()?;
        let mut items = Vec::new();
        // By index, so that a sparse list of a million entries costs nothing.
        for place in 0..list.length() {
            budget.item()?;
            items.push(read(&list.get(place), budget)?);
        }
        budget.leave();
        return Ok(Value::List(items));
    }
    // Anything but a plain object, such as a map or a buffer, has no own keys.
    let Some(object) = data.dyn_ref::<Object>() else { return Ok(Value::Null) };
    budget.enter()?;
    let mut entries = Vec::new();
    for key in Object::keys(object).iter() {
        let name = key.as_string().unwrap_or_default();
        budget.key(&name)?;
        entries.push((name, read(&Reflect::get(object, &key).unwrap_or(JsValue::NULL), budget)?));
    }
    budget.leave();
    Ok(Value::Map(entries))
}

pub(super) fn written(value: &Value) -> JsValue {
    match value {
        Value::Null => JsValue::NULL,
        Value::Bool(yes) => (*yes).into(),
        Value::Whole(whole) => (*whole).into(),
        Value::Text(text) => text.as_str().into(),
        Value::List(items) => items.iter().map(written).collect::<Array>().into(),
        Value::Map(entries) => {
            let object = Object::new();
            for (key, value) in entries {
                let _own = Reflect::set(&object, &key.as_str().into(), &written(value));
            }
            object.into()
        }
    }
}
