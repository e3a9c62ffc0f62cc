//! The frames in the document as [`Frames`](Port).

use abacus_embed::{Budget, Value};
use abacus_vault::Subscription;
use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlIFrameElement, MessageEvent, Window};
use yew::Callback;

use crate::platform::parent::{read, written};
use crate::shell::frames::Frames as Port;

pub(super) struct Frames {
    window: Window,
}

impl Frames {
    pub(super) const fn new(window: Window) -> Self {
        Self { window }
    }
}

impl Port for Frames {
    fn post(&self, id: &str, message: &Value) {
        let frame = self.window.document().and_then(|document| document.get_element_by_id(id));
        let inside = frame.and_then(|frame| frame.dyn_into::<HtmlIFrameElement>().ok()?.content_window());
        if let (Some(inside), Ok(origin)) = (inside, self.window.location().origin()) {
            let _refused = inside.post_message(&written(message), &origin);
        }
    }

    fn on_message(&self, came: Callback<(String, Value)>) -> Subscription {
        let window = self.window.clone();
        Subscription::new(EventListener::new(&self.window, "message", move |event| {
            let Some(event) = event.dyn_ref::<MessageEvent>() else { return };
            let is_ours = window.location().origin().is_ok_and(|origin| origin == event.origin());
            // Messages from elsewhere are not even read.
            let Some(id) = id_of(&window, event).filter(|_| is_ours) else { return };
            if let Ok(message) = read(&event.data(), &mut Budget::of_frame()) {
                came.emit((id, message));
            }
        }))
    }
}

/// The id of the frame that sent a message.
fn id_of(window: &Window, event: &MessageEvent) -> Option<String> {
    let source = event.source()?;
    let frames = window.document()?.get_elements_by_tag_name("iframe");
    let frames = (0..frames.length()).filter_map(|place| frames.item(place)?.dyn_into::<HtmlIFrameElement>().ok());
    let mut sending = frames.filter(|frame| frame.content_window().is_some_and(|inside| **inside == source));
    sending.next().map(|frame| frame.id())
}
