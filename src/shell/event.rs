//! Reading controls from events, and moving the focus: the only place outside `platform` that names browser types.

use wasm_bindgen::JsCast;
use web_sys::{
    DocumentFragment, Element, HtmlDetailsElement, HtmlDialogElement, HtmlElement, HtmlInputElement, HtmlSelectElement,
    HtmlTextAreaElement,
};
use yew::events::{Event, KeyboardEvent, MouseEvent, PointerEvent};
use yew::{NodeRef, TargetCast};

/// Casts the event of a click.
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
    /// No valid day, as while typing. The browser does not expose the text.
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

/// The content of a text field or of a select.
pub fn entered_or_chosen(event: &Event) -> String {
    if event.target_dyn_into::<HtmlSelectElement>().is_some() { chosen(event) } else { entered(event) }
}

pub fn checked(event: &impl TargetCast) -> bool {
    event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked())
}

/// The steps of an arrow key in a number field, ten with Shift; `None` for other keys.
pub fn steps(event: &Event) -> Option<i32> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let size = if event.shift_key() { 10 } else { 1 };
    match event.key().as_str() {
        "ArrowUp" => Some(size),
        "ArrowDown" => Some(-size),
        _ => None,
    }
}

/// The steps of a key on a slider; `None` for other keys, and for Home and End.
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

/// Focuses an element, if it exists and can take the focus.
pub fn focus(node: &NodeRef) {
    if let Some(element) = node.cast::<HtmlElement>() {
        let _refused = element.focus();
    }
}

/// Whether Enter was pressed to finish, and not to choose a word in an input method.
pub fn is_enter(event: &Event) -> bool {
    event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Enter" && !event.is_composing())
}

/// Whether the pointer is a finger, and not a mouse or a pen.
pub fn is_touch(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}

/// Focuses an element, and unfolds the section around it.
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

/// The value of this attribute on the event target, or on its closest ancestor that has it.
pub fn closest_attribute(event: &Event, attribute: &str) -> Option<String> {
    let inside: Element = event.target_dyn_into()?;
    inside.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Lets an arrow key move from the leftmost visible one of the elements with these ids to the next or the previous one,
/// unless the focused element uses the key itself. A button does not, nor does an element that is focused only as a
/// reading position.
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

/// Makes selects, the element itself or those inside it, show the option marked as selected. The mark is an attribute,
/// which a browser ignores for an option once the user has picked one.
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

/// Whether the event target has the focus.
pub fn has_focus(event: &Event) -> bool {
    // Asked of the element, because a document does not know the focused element inside a shadow root.
    event.target_dyn_into::<Element>().is_some_and(|element| element.matches(":focus").unwrap_or_default())
}

/// Selects the text of the field that is the event target.
pub fn select_field(event: &Event) {
    if let Some(input) = input(event) {
        input.select();
    }
}

/// Focuses the next field of the same form; on the last one, blurs it, which closes a phone's keyboard.
pub fn focus_next(event: &Event, selector: &str) {
    let Some(input) = input(event) else { return };
    let fields = input.closest("form").ok().flatten().and_then(|form| form.query_selector_all(selector).ok());
    let fields = fields.into_iter().flat_map(|fields| (0..fields.length()).filter_map(move |place| fields.get(place)));
    // Folded fields cannot take the focus.
    let is_shown = |field: &HtmlInputElement| field.closest("details:not([open])").ok().flatten().is_none();
    let shown = fields.filter_map(|field| field.dyn_into::<HtmlInputElement>().ok()).filter(is_shown);
    let next = shown.skip_while(|field| *field != input).nth(1);
    let _refused = match next {
        Some(next) => next.focus().map(|()| next.select()),
        None => input.blur(),
    };
}

/// Focuses the first descendant that matches a selector.
pub fn focus_inside(node: &NodeRef, selector: &str) {
    let found = node.cast::<Element>().and_then(|around| around.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _refused = element.focus();
    }
}

/// An attribute of the focused descendant, or of its closest ancestor that has it.
pub fn focused_attribute(node: &NodeRef, attribute: &str) -> Option<String> {
    let focused = node.cast::<Element>()?.query_selector(":focus").ok()??;
    focused.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
}

/// Focuses the first descendant that matches, and unfolds the sections around it.
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
        // Whole pixels are precise enough for pointing.
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
    // Whole pixels are precise enough to find the visible rows.
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

/// Scrolls the first descendant that matches a selector into view if needed: its end is aligned with the end of the
/// window, minus the scroll margin of its style.
pub fn bring_in_sight(node: &NodeRef, selector: &str) {
    let Some(around) = node.cast::<Element>() else { return };
    let Some(element) = around.query_selector(selector).ok().flatten() else { return };
    let window = around.owner_document().and_then(|document| document.document_element());
    let height = window.map_or(0, |window| window.client_height());
    // The bar at the end of the window covers little more than a quarter of it.
    let uncovered = height.saturating_mul(3).checked_div(4).unwrap_or(height);
    if element.get_bounding_client_rect().bottom() > f64::from(uncovered) {
        element.scroll_into_view_with_bool(false);
    }
}

/// Focuses the element with this id, anywhere in the document of `node`.
pub fn focus_named(node: &NodeRef, id: &str) {
    if let Some(element) = named(node, id) {
        let _refused = element.focus();
    }
}

/// The same, in the document of the event target.
pub fn focus_by_id(event: &Event, id: &str) {
    let target: Option<Element> = event.target_dyn_into();
    if let Some(element) = target.and_then(|target| named_beside(&target, id)) {
        let _refused = element.focus();
    }
}

/// Like [`focus_named`], and unfolds the section around it. A browser does not scroll a focused element that is partly
/// visible below a bar at the top of the window, so it is scrolled to the position given by its style.
pub fn reveal_named(node: &NodeRef, id: &str) {
    if let Some(element) = named(node, id) {
        unfold(&element);
        let _refused = element.focus();
        if element.get_bounding_client_rect().top() < ABOVE {
            element.scroll_into_view_with_bool(true);
        }
    }
}

/// At this distance from the top of the window, in pixels, no bar covers the label of a field.
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

/// The cell of a grid that a key moves to; `None` for keys without an effect. `page` is the number of rows per page, if
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
