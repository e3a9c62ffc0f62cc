//! `sessionStorage`, full screen and `BroadcastChannel` as a [`Presentation`]. If a browser lacks or denies any of
//! them, the lesson continues without it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::marker::PhantomData;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent, Storage, Window};
use yew::Callback;

use crate::platform::address::Address;
use crate::shell::ports::Subscription;
use crate::shell::presentation::Presentation;

/// The key of this tab's stored state.
const KEY: &str = "sales-abacus:class";

/// The name of the presenter's window, so that opening it again reuses it.
const NAME: &str = "sales-abacus-presenter";
const SIZE: &str = "popup,width=960,height=720";

/// The prefix of the size class names.
const SIZES: &str = "stage--size-";

pub(super) struct Browser<A> {
    window: Window,
    /// The open channels by name. A channel that is opened only to send a message, then closed, may lose it.
    channels: RefCell<BTreeMap<String, BroadcastChannel>>,
    address: PhantomData<A>,
}

impl<A: Address> Browser<A> {
    pub(super) fn new(window: Window) -> Self {
        Self { window, channels: RefCell::default(), address: PhantomData }
    }

    fn storage(&self) -> Option<Storage> {
        self.window.session_storage().ok().flatten()
    }

    /// `None` in a browser without `BroadcastChannel`.
    fn channel(&self, name: &str) -> Option<BroadcastChannel> {
        let mut channels = self.channels.borrow_mut();
        if !channels.contains_key(name) {
            channels.insert(name.to_owned(), BroadcastChannel::new(name).ok()?);
        }
        channels.get(name).cloned()
    }
}

impl<A> Drop for Browser<A> {
    fn drop(&mut self) {
        self.channels.borrow().values().for_each(BroadcastChannel::close);
    }
}

impl<A: Address> Presentation for Browser<A> {
    fn saved(&self) -> Option<String> {
        self.storage()?.get_item(KEY).ok()?
    }

    fn save(&self, text: &str) {
        let _full_or_denied = self.storage().map(|storage| storage.set_item(KEY, text));
    }

    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a day of this age of the world")]
    fn now(&self) -> u64 {
        js_sys::Date::now() as u64
    }

    fn toggle_full_screen(&self) {
        let Some(document) = self.window.document() else { return };
        if document.fullscreen_element().is_some() {
            document.exit_fullscreen();
        } else if let Some(Ok(asked)) = document.document_element().map(|root| request_full_screen(&root)) {
            // A refusal is not a failure of the page.
            wasm_bindgen_futures::spawn_local(async move {
                let _refused = wasm_bindgen_futures::JsFuture::from(asked).await;
            });
        }
    }

    fn fit(&self, sizes: &[String]) {
        let find = |selector| self.window.document()?.query_selector(selector).ok().flatten();
        let Some((stage, body)) = find(".stage").zip(find(".stage__body")) else { return };
        let others = stage.class_name();
        let others: Vec<_> = others.split(' ').filter(|name| !name.starts_with(SIZES)).collect();
        for size in sizes {
            stage.set_class_name(&format!("{} {size}", others.join(" ")));
            if body.scroll_height() <= body.client_height() && body.scroll_width() <= body.client_width() {
                break;
            }
        }
    }

    fn open_presenter(&self, fragment: &str) -> bool {
        let address = A::with(&self.window, &A::query(&self.window), fragment);
        let opened = self.window.open_with_url_and_target_and_features(&address, NAME, SIZE);
        opened.ok().flatten().is_some_and(|window| window.focus().is_ok())
    }

    fn send(&self, channel: &str, words: &str) {
        if let Some(channel) = self.channel(channel) {
            let _closed = channel.post_message(&words.into());
        }
    }

    fn on_message(&self, channel: &str, heard: Callback<String>) -> Subscription {
        let listener = self.channel(channel).map(|channel| {
            EventListener::new(&channel, "message", move |event| {
                if let Some(words) = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string()) {
                    heard.emit(words);
                }
            })
        });
        Subscription::new(listener)
    }
}

/// `web-sys` has this function without the promise it returns.
fn request_full_screen(root: &web_sys::Element) -> Result<js_sys::Promise, wasm_bindgen::JsValue> {
    let request: js_sys::Function = js_sys::Reflect::get(root, &"requestFullscreen".into())?.dyn_into()?;
    request.call0(root)?.dyn_into()
}
