//! The content of controls that fire, and the focus: the one place outside `platform` that names
//! browser types.

use wasm_bindgen::JsCast;
use web_sys::{
    DocumentFragment, Element, HtmlDetailsElement, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement,
};
use yew::events::{Event, KeyboardEvent, MouseEvent, PointerEvent};
use yew::{NodeRef, TargetCast};

/// A click, as the browser tells of one.
pub fn clicked(event: Event) -> MouseEvent {
    event.unchecked_into()
}

pub fn typed(event: &Event) -> String {
    event
        .target_dyn_into::<HtmlInputElement>()
        .map(|input| input.value())
        .or_else(|| event.target_dyn_into::<HtmlTextAreaElement>().map(|area| area.value()))
        .unwrap_or_default()
}

pub fn entered(event: &Event) -> String {
    event.target_dyn_into::<HtmlInputElement>().map(|input| input.value()).unwrap_or_default()
}

/// The content of a date control.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Day {
    /// A day as `YYYY-MM-DD`, or nothing.
    Whole(String),
    /// No valid day, as while typing. The browser does not give its text.
    Half,
}

pub fn day(event: &impl TargetCast) -> Day {
    match event.target_dyn_into::<HtmlInputElement>() {
        Some(input) if input.validity().bad_input() => Day::Half,
        input => Day::Whole(input.map(|input| input.value()).unwrap_or_default()),
    }
}

pub fn chosen(event: &Event) -> String {
    event.target_dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default()
}

/// The content of a text field or of a list of choices.
pub fn entered_or_chosen(event: &Event) -> String {
    if event.target_dyn_into::<HtmlSelectElement>().is_some() { chosen(event) } else { entered(event) }
}

pub fn checked(event: &impl TargetCast) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}

/// The steps of an arrow key in a field of numbers, ten with Shift; none for other keys.
pub fn steps(event: &Event) -> Option<i32> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let size = if event.shift_key() { 10 } else { 1 };
    match event.key().as_str() {
        "ArrowUp" => Some(size),
        "ArrowDown" => Some(-size),
        _ => None,
    }
}

/// The steps of a key on a slider; none for other keys, and for those to its ends.
pub fn steps_along(event: &Event) -> Option<i32> {
    match event.dyn_ref::<KeyboardEvent>()?.key().as_str() {
        "ArrowUp" | "ArrowRight" => Some(1),
        "ArrowDown" | "ArrowLeft" => Some(-1),
        "PageUp" => Some(10),
        "PageDown" => Some(-10),
        _ => None,
    }
}

pub fn show_dialog(node: &NodeRef, open: bool) {
    if let Some(dialog) = node.cast::<HtmlDialogElement>() {
        match open {
            true if !dialog.open() => {
                let _refused = dialog.show_modal();
            }
            false => dialog.close(),
            true => {}
        }
    }
}

pub fn show_popover(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _refused = element.show_popover();
    }
}

pub fn is_open(event: &Event) -> bool {
    event.target_dyn_into::<HtmlDetailsElement>().is_some_and(|details| details.open())
}

/// Gives an element the focus, if it exists and can take it.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _refused = element.focus();
    }
}

/// Whether Enter was pressed to finish, and not to choose a word in an input method.
pub fn is_enter(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter" && !event.is_composing())
}

/// Whether a finger, and not a mouse or a pen, is what points.
pub fn is_touch(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

/// Gives an element the focus, and unfolds the section around it.
pub fn reveal(node: &NodeRef) {
    let Some(element) = node.cast::<Element>() else { return };
    unfold(&element);
    focus(node);
}

fn unfold(element: &Element) {
    while let Some(fold) = element.closest("details:not([open])").ok().flatten() {
        let _refused = fold.set_attribute("open", "");
    }
}

/// The value of this attribute on the element where the event happened, or on the nearest one around it
/// that has it.
pub fn closest_attribute(event: &Event, attribute: &str) -> Option<String> {
    let inside: Element = event.target_dyn_into()?;
    inside.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Lets an arrow key lead from the leftmost in sight of the elements with these ids to the next or the one before, unless
/// the key has something else to do: it has not on a button, or on what has the focus only so that reading begins there.
pub fn focus_beside(event: &KeyboardEvent, ids: &[&str]) {
    let step = match event.key().as_str() {
        "ArrowLeft" => -1,
        "ArrowRight" => 1,
        _ => return,
    };
    let Some(target) = event.target_dyn_into::<HtmlElement>() else { return };
    let is_free = target.tab_index() < 0 || target.local_name() == "button";
    let is_plain = !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key());
    let elements: Vec<_> = ids.iter().filter_map(|id| named_beside(&target, id)).collect();
    let distances = elements.iter().map(|element| element.get_bounding_client_rect().left().abs()).enumerate();
    let leftmost = distances.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(place, _)| place);
    let next = leftmost.and_then(|place| elements.get(place.checked_add_signed(step)?));
    if let Some(next) = next.filter(|_| is_free && is_plain) {
        event.prevent_default();
        let _refused = next.focus();
    }
}

fn input(event: &Event) -> Option<HtmlInputElement> {
    event.target_dyn_into()
}

pub fn control_value(event: &Event) -> String {
    input(event).map(|input| input.value()).unwrap_or_default()
}

pub fn set_control_value(event: &Event, value: &str) {
    if let Some(input) = input(event) {
        input.set_value(value);
    }
}

/// Lets lists that open, the element itself or those inside it, show what their options say is selected. That is an attribute,
/// which a browser no longer goes by at an option that the user has picked once.
pub fn show_selected(around: &NodeRef) {
    let marked = around.cast::<Element>().and_then(|around| around.query_selector_all("option[selected]").ok());
    let Some(marked) = marked else { return };
    let options = (0..marked.length()).filter_map(|place| marked.get(place)?.dyn_into::<Element>().ok());
    for option in options {
        let list = option.closest("select").ok().flatten().and_then(|list| list.dyn_into::<HtmlSelectElement>().ok());
        let value = option.get_attribute("value").unwrap_or_default();
        list.filter(|list| list.value() != value).into_iter().for_each(|list| list.set_value(&value));
    }
}

/// Whether the element where the event happened has the focus.
pub fn has_focus(event: &Event) -> bool {
    // Asked of the element, because a document does not know what has the focus inside a shadow root.
    event.target_dyn_into::<Element>().is_some_and(|element| element.matches(":focus").unwrap_or_default())
}

/// Selects the text of the field where the event happened.
pub fn select_field(event: &Event) {
    if let Some(input) = input(event) {
        input.select();
    }
}

/// Gives the next field of the same form the focus; on the last one, takes it away, and a phone's keyboard with it.
pub fn focus_next(event: &Event, selector: &str) {
    let Some(input) = input(event) else { return };
    let fields = input.closest("form").ok().flatten().and_then(|form| form.query_selector_all(selector).ok());
    let fields = fields.into_iter().flat_map(|fields| (0..fields.length()).filter_map(move |place| fields.get(place)));
    // What is folded cannot take the focus.
    let is_shown = |field: &HtmlInputElement| field.closest("details:not([open])").ok().flatten().is_none();
    let shown = fields.filter_map(|field| field.dyn_into::<HtmlInputElement>().ok()).filter(is_shown);
    let next = shown.skip_while(|field| *field != input).nth(1);
    let _refused = match next {
        Some(next) => next.focus().map(|()| next.select()),
        None => input.blur(),
    };
}

/// Gives the first element that fits a selector the focus, inside another one.
pub fn focus_inside(node: &NodeRef, selector: &str) {
    let found = node.cast::<Element>().and_then(|around| around.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _refused = element.focus();
    }
}

/// An attribute of what has the focus inside, or else of what is around that.
pub fn focused_attribute(node: &NodeRef, attribute: &str) -> Option<String> {
    let focused = node.cast::<Element>()?.query_selector(":focus").ok()??;
    focused.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Gives the first element inside that matches the focus, and unfolds what is around it.
pub fn reveal_inside(node: &NodeRef, selector: &str) {
    if let Some(found) = node.cast::<Element>().and_then(|around| around.query_selector(selector).ok().flatten()) {
        unfold(&found);
        focus_inside(node, selector);
    }
}

/// The position of the mouse on a picture, in the picture's units.
pub fn place_on(event: &MouseEvent, picture: &NodeRef, width: i32, height: i32) -> Option<(i32, i32)> {
    let shown = picture.cast::<Element>()?.get_bounding_client_rect();
    let scaled = |at: i32, from: f64, length: f64, units: i32| {
        // Whole pixels are exact enough for pointing.
        #[allow(clippy::cast_possible_truncation)]
        let (from, length) = (from.round() as i32, length.round() as i32);
        at.checked_sub(from)?.checked_mul(units)?.checked_div(length)
    };
    Some((
        scaled(event.client_x(), shown.left(), shown.width(), width)?,
        scaled(event.client_y(), shown.top(), shown.height(), height)?,
    ))
}

/// The element gets all events of this pointer until it is lifted, wherever it goes.
pub fn capture_pointer(event: &PointerEvent, node: &NodeRef) {
    if let Some(element) = node.cast::<Element>() {
        let _refused = element.set_pointer_capture(event.pointer_id());
    }
}

pub fn select_all(node: &NodeRef) {
    if let Some(area) = node.cast::<HtmlTextAreaElement>() {
        let _refused = area.focus();
        area.select();
    }
}

/// In whole pixels: how far an element is scrolled beyond the top of the window, the height of the window, and the
/// height of the element's first child.
pub fn seen(node: &NodeRef) -> Option<(i32, i32, i32)> {
    // Whole pixels are exact enough to find the visible rows.
    #[allow(clippy::cast_possible_truncation)]
    let whole = |length: f64| length.round() as i32;
    let element = node.cast::<Element>()?;
    let window = element.owner_document()?.document_element()?.client_height();
    let child = element.first_element_child()?.get_bounding_client_rect();
    let top = whole(element.get_bounding_client_rect().top());
    Some((top.saturating_neg(), window, whole(child.height())))
}

/// Reserves space for the rows that are not rendered, above and below the others, in pixels.
pub fn leave_room(node: &NodeRef, above: i32, below: i32) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let style = element.style();
        let _refused = style.set_property("padding-top", &format!("{above}px"));
        let _refused = style.set_property("padding-bottom", &format!("{below}px"));
    }
}

/// Scrolls until the first element that fits a selector, inside another one, is in the window, if it is not: its end at
/// the end of the window, but for the room that its style leaves there.
pub fn bring_in_sight(node: &NodeRef, selector: &str) {
    let Some(around) = node.cast::<Element>() else { return };
    let Some(element) = around.query_selector(selector).ok().flatten() else { return };
    let window = around.owner_document().and_then(|document| document.document_element());
    let height = window.map_or(0, |window| window.client_height());
    // What covers the end of the window does not cover much more than a quarter of it.
    let uncovered = height.saturating_mul(3).checked_div(4).unwrap_or(height);
    if element.get_bounding_client_rect().bottom() > f64::from(uncovered) {
        element.scroll_into_view_with_bool(false);
    }
}

/// Gives the element with this id the focus, anywhere in the document of `node`.
pub fn focus_named(node: &NodeRef, id: &str) {
    if let Some(element) = named(node, id) {
        let _refused = element.focus();
    }
}

/// The same, in the document of the element where an event happened.
pub fn focus_by_id(event: &Event, id: &str) {
    let target: Option<Element> = event.target_dyn_into();
    if let Some(element) = target.and_then(|target| named_beside(&target, id)) {
        let _refused = element.focus();
    }
}

/// As [`focus_named`], and unfolds the section around it. A browser leaves what has the focus beneath a bar at the top of the
/// window if a part of it is in sight, so it is brought down to where its style says.
pub fn reveal_named(node: &NodeRef, id: &str) {
    if let Some(element) = named(node, id) {
        unfold(&element);
        let _refused = element.focus();
        if element.get_bounding_client_rect().top() < ABOVE {
            element.scroll_into_view_with_bool(true);
        }
    }
}

/// So far below the top of the window, in pixels, the label of a field has no bar over it.
const ABOVE: f64 = 128.0;

fn named(node: &NodeRef, id: &str) -> Option<HtmlElement> {
    named_beside(&node.cast::<Element>()?, id)
}

fn named_beside(element: &Element, id: &str) -> Option<HtmlElement> {
    let root = element.get_root_node();
    let named = match root.dyn_ref::<DocumentFragment>() {
        // A document does not know the ids inside a shadow root.
        Some(shadow) => shadow.get_element_by_id(id),
        None => element.owner_document()?.get_element_by_id(id),
    };
    named?.dyn_into().ok()
}

/// The cell of a grid that a key leads to; none for keys that do nothing there. `page` is how many rows a page has, where
/// there are pages.
pub fn after_key(
    key: &str,
    is_whole: bool,
    (row, column): (usize, usize),
    last: (usize, usize),
    page: Option<usize>,
) -> Option<(usize, usize)> {
    Some(match key {
        "Home" if is_whole => (0, 0),
        "End" if is_whole => last,
        _ if is_whole => return None,
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => (row.saturating_add(1).min(last.0), column),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, column.saturating_add(1).min(last.1)),
        "Home" => (row, 0),
        "End" => (row, last.1),
        "PageUp" => (row.saturating_sub(page?.max(1)), column),
        "PageDown" => (row.saturating_add(page?.max(1)).min(last.0), column),
        _ => return None,
    })
}
