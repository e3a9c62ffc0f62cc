//! The browser's clipboard, share sheet, print dialog and files as an [`Outbox`].

use std::marker::PhantomData;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Clipboard, DomException, HtmlDocument, HtmlTextAreaElement, ShareData, Window};
use yew::Callback;

use crate::platform::address::Address;
use crate::platform::host::save;
use crate::shell::outbox::{DownloadFailed, Outbox, Shared};

pub(super) struct Browser<A> {
    window: Window,
    address: PhantomData<A>,
    /// Turns a request into a promise of bytes; provided by the script that starts the bundle.
    make: Option<Function>,
}

impl<A: Address> Browser<A> {
    pub(super) const fn new(window: Window, make: Option<Function>) -> Self {
        Self { window, address: PhantomData, make }
    }

    /// Pages without https have no clipboard, although the types claim otherwise.
    fn clipboard(&self) -> Option<Clipboard> {
        let clipboard = Reflect::get(&self.window.navigator(), &"clipboard".into()).ok()?;
        clipboard.is_object().then(|| clipboard.unchecked_into())
    }

    fn request_workbook(&self, request: &str) -> Option<Promise> {
        self.make.as_ref()?.call1(&JsValue::NULL, &request.into()).ok()?.dyn_into().ok()
    }
}

impl<A: Address> Outbox for Browser<A> {
    fn public(&self, address: &str) -> Option<String> {
        A::public(&self.window, address)
    }

    fn copy(&self, text: &str, done: Callback<bool>) {
        let Some(clipboard) = self.clipboard() else {
            return done.emit(copy_selection(&self.window, text).unwrap_or_default());
        };
        let written = JsFuture::from(clipboard.write_text(text));
        let (window, text) = (self.window.clone(), text.to_owned());
        spawn_local(async move {
            let copied = written.await.is_ok() || copy_selection(&window, &text).unwrap_or_default();
            done.emit(copied);
        });
    }

    fn can_share(&self) -> bool {
        Reflect::get(&self.window.navigator(), &"share".into()).is_ok_and(|share| share.is_function())
    }

    fn share(&self, text: &str, link: &str, done: Callback<Shared>) {
        let data = ShareData::new();
        data.set_text(text);
        data.set_url(link);
        let shared = JsFuture::from(self.window.navigator().share_with_data(&data));
        spawn_local(async move {
            done.emit(match shared.await {
                Ok(_) => Shared::Done,
                Err(why) if why.dyn_ref::<DomException>().is_some_and(|why| why.name() == "AbortError") => {
                    Shared::Cancelled
                }
                Err(_) => Shared::Refused,
            });
        });
    }

    fn print(&self, ended: Callback<()>) {
        // Outside the click handler, because the page is blocked while the dialog is open.
        let window = self.window.clone();
        Timeout::new(0, move || {
            EventListener::once(&window, "afterprint", move |_| ended.emit(())).forget();
            let _refused = window.print();
        })
        .forget();
    }

    fn save_bytes(&self, name: &str, media_type: &str, bytes: &[u8]) -> Result<(), DownloadFailed> {
        save(&self.window, name, media_type, &Uint8Array::from(bytes)).map_err(|_| DownloadFailed)
    }

    fn makes_workbooks(&self) -> bool {
        self.make.is_some()
    }

    fn workbook(&self, request: &str, made: Callback<Option<Vec<u8>>>) {
        let Some(promise) = self.request_workbook(request) else { return made.emit(None) };
        spawn_local(async move {
            let bytes = JsFuture::from(promise).await.ok().and_then(|bytes| bytes.dyn_into::<Uint8Array>().ok());
            made.emit(bytes.map(|bytes| bytes.to_vec()));
        });
    }
}

/// The legacy way, which works without https and inside frames: select a text and copy it.
fn copy_selection(window: &Window, text: &str) -> Option<bool> {
    let document: HtmlDocument = window.document()?.dyn_into().ok()?;
    let before = document.active_element();
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_class_name("visually-hidden");
    area.set_value(text);
    document.body()?.append_child(&area).ok()?;
    area.select();
    let copied = document.exec_command("copy").ok();
    area.remove();
    if let Some(before) = before.and_then(|before| before.dyn_into::<web_sys::HtmlElement>().ok()) {
        let _refused = before.focus();
    }
    copied
}
