//! Several cells of a spreadsheet, pasted into a field for one number.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, Element, Event, EventInit, HtmlInputElement};

/// Pastes several cells with tabs between them, in every field for a number below this element: browsers make a line break a
/// space or nothing, and two numbers would be read as one.
pub(super) fn keep_apart(root: &Element) {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(root, "paste", options, |event| {
        let _is_other = paste(event);
    })
    .forget();
}

fn paste(event: &Event) -> Option<()> {
    let input = event.target()?.dyn_into::<HtmlInputElement>().ok()?;
    let is_number = input.get_attribute("inputmode")? == "decimal" && !input.read_only();
    let text = event.dyn_ref::<ClipboardEvent>()?.clipboard_data()?.get_data("text").ok()?;
    let cells = text.trim();
    if !is_number || event.default_prevented() || !cells.contains(['\n', '\r']) {
        return None;
    }
    event.prevent_default();
    let joined = cells.lines().map(str::trim).collect::<Vec<_>>().join("\t");
    input.set_range_text(&joined).ok()?;
    let told = EventInit::new();
    told.set_bubbles(true);
    input.dispatch_event(&Event::new_with_event_init_dict("input", &told).ok()?).ok().map(drop)
}
