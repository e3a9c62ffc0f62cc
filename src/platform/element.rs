//! A place inside another page, in a shadow root, as window and parent of a calculator. It does not touch anything else
//! on that page, and stores nothing.

use std::cell::RefCell;
use std::rc::Rc;

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_embed::theme::PROPERTIES;
use abacus_embed::{Budget, Value};
use gloo::timers::callback::Timeout;
use js_sys::Reflect;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Node, ShadowRoot, UrlSearchParams, Window as Browser};
use yew::Callback;

use crate::platform::parent::{self, written};
use crate::platform::{Start, browser_languages, tool};
use crate::shell::chunk::NotLoaded;
use crate::shell::locale;
use crate::shell::parent::{Incoming, Parent};
use crate::shell::ports::{PagePorts, Settings, Subscription, Window};
use crate::shell::theme::Theme;

/// The font size if neither host nor theme sets one. Same as in styles/element/reset.css.
const SIZE: &str = "var(--abacus-size, max(1rem, 16px))";

thread_local! {
    /// The functions that the script of the element provides, in the program it started.
    static TOOLS: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

pub(super) fn tools() -> Option<JsValue> {
    TOOLS.with_borrow(Clone::clone)
}

/// Lets the element's script render calculators, if that script started the bundle. Returns whether it did.
pub fn offer(open: fn(MountRequest)) -> bool {
    let tools = web_sys::window().and_then(|window| Reflect::get(&window, &"sales-abacus:element".into()).ok());
    let Some(tools) = tools.filter(JsValue::is_object) else { return false };
    let mount = Closure::<dyn Fn(JsValue)>::new(move |app| open(MountRequest(app)));
    let _own = Reflect::set(&tools, &"mount".into(), &mount.into_js_value());
    TOOLS.set(Some(tools));
    true
}

/// The element that a calculator is rendered in, on which the script has set its context: `tool`, `query`, `fragment`,
/// `base`, the message callback `say`, and the failure callback `fail`.
pub struct MountRequest(JsValue);

abacus_core::closed_enum! {
    /// Why there will be no calculator, with the code reported to the host.
    pub enum Failure {
        /// A part of the program could not be loaded.
        NotLoaded = "no-wasm",
        /// No calculator has this name.
        UnknownTool = "unknown-tool",
    }
}

impl From<NotLoaded> for Failure {
    fn from(_: NotLoaded) -> Self {
        Self::NotLoaded
    }
}

impl MountRequest {
    /// Reports that there will be no calculator.
    pub fn fail(&self, failure: Failure) {
        if let Some(fail) = tool(&self.0, "fail") {
            let _thrown = fail.call1(&JsValue::UNDEFINED, &failure.code().into());
        }
    }

    pub fn mount_point(&self) -> Option<MountPoint> {
        MountPoint::new(self.0.clone().dyn_into().ok()?)
    }
}

/// The place in which a calculator is rendered.
#[derive(Clone)]
pub struct MountPoint {
    window: Browser,
    app: HtmlElement,
    /// Takes the role of the document's root element.
    root: HtmlElement,
    /// The address of the calculator's widget as a page.
    base: String,
    fragment: Rc<RefCell<String>>,
}

impl MountPoint {
    fn new(app: HtmlElement) -> Option<Self> {
        let root = app.parent_element()?.dyn_into().ok()?;
        let base = format!("{}embed/{}/", said(&app, "base"), said(&app, "tool"));
        let fragment = Rc::new(RefCell::new(said(&app, "fragment")));
        Some(Self { window: web_sys::window()?, app, root, base, fragment })
    }

    /// The data for mounting, and the parent; `None` for an unknown calculator.
    pub fn start(&self) -> Option<(Start, Rc<dyn Parent>)> {
        let page = Page::from_path(&format!("embed/{}/", said(&self.app, "tool")))?;
        let query = UrlSearchParams::new_with_str(&self.query()).ok()?;
        let locale = locale::choose(query.get("lang").as_deref(), None, &browser_languages(&self.window));
        let ports = PagePorts { window: Rc::new(self.clone()), settings: Rc::new(NoSettings) };
        let start = Start { host: self.app.clone().into(), page, locale, ports };
        Some((start, Rc::new(self.clone())))
    }

    /// Calls back when the script removes the calculator.
    pub fn on_unmount(&self, then: impl FnOnce() + 'static) {
        let _own = Reflect::set(&self.app, &"unmount".into(), &Closure::once_into_js(then));
    }

    /// The greatest subtree id that a yew program around this place has set on an element.
    pub fn max_outer_id(&self) -> u32 {
        let outwards = |node: &Node| match node.parent_node() {
            Some(parent) => Some(parent),
            None => node.dyn_ref::<ShadowRoot>().map(|shadow| shadow.host().into()),
        };
        let around = std::iter::successors(outwards(&self.app), outwards);
        around.filter_map(|node| number(&node)).max().unwrap_or_default()
    }

    /// An element that is not attached to the document.
    pub fn detached_element(&self) -> Option<Element> {
        self.window.document()?.create_element("div").ok()
    }
}

/// The subtree id by which yew recognizes an element inside one of its roots.
pub fn number(of: &JsValue) -> Option<u32> {
    let number = Reflect::get(of, &"__yew_subtree_id".into()).ok()?.as_f64()?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count")]
    Some(number as u32)
}

fn said(app: &HtmlElement, key: &str) -> String {
    Reflect::get(app, &key.into()).ok().and_then(|said| said.as_string()).unwrap_or_default()
}

impl Window for MountPoint {
    fn fragment(&self) -> String {
        self.fragment.borrow().clone()
    }

    fn replace_fragment(&self, fragment: &str, _: Option<&str>) {
        self.fragment.replace(fragment.to_owned());
    }

    fn kept_fragment(&self) -> Option<String> {
        None
    }

    fn on_fragment(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn language_in_address(&self) -> bool {
        true
    }

    fn base(&self) -> Option<String> {
        Some(self.base.clone())
    }

    fn announce(&self, locale: Locale, _: &str, _: bool) {
        let _refused = self.root.set_attribute("lang", locale.tag());
    }

    fn show_theme(&self, theme: Theme) {
        let _refused = self.root.set_attribute("data-theme", theme.code());
    }

    fn after(&self, milliseconds: u32, then: Callback<()>) -> Subscription {
        Subscription::new(Timeout::new(milliseconds, move || then.emit(())))
    }

    fn on_hide(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn when_idle(&self, _: Callback<()>) {}
}

impl Parent for MountPoint {
    fn query(&self) -> String {
        said(&self.app, "query")
    }

    fn absolute(&self, address: &str) -> String {
        parent::absolute(address, &self.base)
    }

    fn post(&self, message: &Value, _: &str) {
        if let Some(say) = tool(&self.app, "say") {
            let _thrown = say.call1(&JsValue::UNDEFINED, &written(message));
        }
    }

    fn on_message(&self, came: Callback<Incoming>) -> Subscription {
        let (origin, window) = (self.base.clone(), self.window.clone());
        let command = Closure::<dyn Fn(JsValue)>::new(move |message: JsValue| {
            let message = parent::read(&message, &mut Budget::default());
            came.emit(Incoming { is_parent: true, origin: origin.clone(), at: parent::now(&window), message });
        });
        let _own = Reflect::set(&self.app, &"command".into(), command.as_ref());
        Subscription::new(command)
    }

    fn on_height(&self, changed: Callback<u32>) -> Subscription {
        parent::on_height(&self.app, changed)
    }

    fn is_dark(&self) -> bool {
        parent::is_dark(&self.window)
    }

    fn on_dark(&self, changed: Callback<()>) -> Subscription {
        parent::on_dark(&self.window, changed)
    }

    fn paint(&self, properties: &[(&'static str, String)]) {
        let style = self.root.style();
        for name in PROPERTIES {
            let value = properties.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
            // The root of a page has the font size that `rem` refers to; here it is a custom property.
            let _refused = match (name, value.strip_suffix('%')) {
                ("font-size", Some(percent)) => style.set_property("--rem", &format!("calc({SIZE} * {percent} / 100)")),
                ("font-size", None) => style.set_property("--rem", ""),
                _ => style.set_property(name, value),
            };
        }
    }

    fn now(&self) -> u64 {
        parent::now(&self.window)
    }
}

/// Stores nothing: it is not our page.
struct NoSettings;

impl Settings for NoSettings {
    fn read(&self, _: &str) -> Option<String> {
        None
    }

    fn write(&self, _: &str, _: &str) -> bool {
        false
    }
}
