//! The events of a calculator, handled by delegation on the form and on the working. A listener only says which event
//! it is; [`EventHandler`] decides what it means.

use std::cell::Cell;
use std::rc::Rc;

use abacus_core::calculator::{Calculator, Spec};
use yew::html::Scope;
use yew::prelude::*;
use yew::virtual_dom::{Listener, ListenerKind};

use crate::calculator::chunks::ChunkName;
use crate::calculator::form::FormAction;
use crate::calculator::slider_touch::SliderTouch;
use crate::calculator::view::{CalculatorView, Message};
use crate::shell::element::Tag;
use crate::shell::event::{
    chosen, closest_attribute, control_value, focus_next, has_focus, is_enter, is_open, is_touch, select_field,
    set_control_value, steps, steps_along, typed,
};

/// On a slider: the key of its input. The `name` attribute belongs to the field.
pub(super) const SLIDER: &str = "data-slider";
/// On a slider whose value is outside its range.
pub(super) const BEYOND: &str = "data-beyond";
/// On a term of a formula: the key of its input.
pub(super) const TERM: &str = "data-term";
/// On a button: its action, and the key of the input it acts on.
pub(super) const ACTION: &str = "data-action";
pub(super) const KEY: &str = "data-key";
/// On a button beside a field: the text it appends to the field.
pub(super) const PUT: &str = "data-put";

const NAME: &str = "name";

/// An event and the element it is listened for on.
#[derive(Clone, Copy)]
pub(super) enum On {
    Input,
    Change,
    Focus,
    Leave,
    Key,
    Click,
    Submit,
    MouseDown,
    PointerDown,
    PointerUp,
    PointerCancel,
    Over,
    Out,
    /// The professional inputs were unfolded or folded.
    Details,
    /// The slider ranges were unfolded or folded.
    Ranges,
    /// The working was unfolded or folded.
    Working,
}

/// The events of the form.
pub(super) const FORM: [On; 11] = [
    On::Input,
    On::Change,
    On::Focus,
    On::Leave,
    On::Key,
    On::Click,
    On::Submit,
    On::MouseDown,
    On::PointerDown,
    On::PointerUp,
    On::PointerCancel,
];

/// The events of the terms in the formulas of the working.
pub(super) const TERMS: [On; 2] = [On::Over, On::Out];

#[derive(Clone)]
pub(super) struct Events {
    handler: Rc<EventHandler>,
    /// For the parts that are loaded later.
    pub(super) act: Callback<FormAction>,
}

impl Events {
    pub(super) fn new(calculator: &'static dyn Calculator, link: &Scope<CalculatorView>) -> Self {
        let handler = EventHandler {
            spec: calculator.spec(),
            link: link.clone(),
            slider_touch: SliderTouch::default(),
            was_tapped: Cell::default(),
        };
        Self { handler: Rc::new(handler), act: link.callback(Message::Act) }
    }

    /// Adds listeners for these events to the element.
    pub(super) fn listen(&self, element: Tag, what: &[On]) -> Tag {
        what.iter().fold(element, |element, on| {
            element.listener(Rc::new(FormListener { on: *on, handler: self.handler.clone() }))
        })
    }

    pub(super) fn retry(&self, name: ChunkName) -> Callback<MouseEvent> {
        self.handler.link.callback(move |_| Message::Load(name))
    }
}

/// A listener of an element.
struct FormListener {
    on: On,
    handler: Rc<EventHandler>,
}

impl Listener for FormListener {
    fn kind(&self) -> ListenerKind {
        match self.on {
            On::Input => ListenerKind::oninput,
            On::Change => ListenerKind::onchange,
            On::Focus => ListenerKind::onfocusin,
            On::Leave => ListenerKind::onfocusout,
            On::Key => ListenerKind::onkeydown,
            On::Click | On::Working => ListenerKind::onclick,
            On::Submit => ListenerKind::onsubmit,
            On::MouseDown => ListenerKind::onmousedown,
            On::PointerDown => ListenerKind::onpointerdown,
            On::PointerUp => ListenerKind::onpointerup,
            On::PointerCancel => ListenerKind::onpointercancel,
            On::Over => ListenerKind::onmouseover,
            On::Out => ListenerKind::onmouseout,
            On::Details | On::Ranges => ListenerKind::ontoggle,
        }
    }

    fn handle(&self, event: Event) {
        if let Some(message) = self.handler.message(self.on, &event) {
            self.handler.link.send_message(message);
        }
    }

    fn passive(&self) -> bool {
        false
    }
}

struct EventHandler {
    spec: &'static Spec,
    link: Scope<CalculatorView>,
    slider_touch: SliderTouch,
    /// When a tap focuses a field, its text is selected after the tap.
    was_tapped: Cell<bool>,
}

impl EventHandler {
    fn message(&self, on: On, event: &Event) -> Option<Message> {
        match on {
            On::Input => match self.key(event, NAME) {
                Some(key) => Some(FormAction::Type(key, typed(event)).into()),
                None => self.slider_touch.slide(self.slid(event)?).map(Message::from),
            },
            On::Change => {
                if let Some(key) = self.key(event, SLIDER) {
                    return Some(FormAction::Commit(key).into());
                }
                let key = self.key(event, NAME).filter(|_| !is_number(event))?;
                Some(FormAction::Type(key, chosen(event)).into())
            }
            On::Focus => self.number(event).map(Message::Enter),
            On::Leave => self.number(event).map(Message::Leave),
            On::Key => self.pressed(event),
            On::Click => {
                if self.was_tapped.take() {
                    select_field(event);
                }
                if let Some(suffix) = closest_attribute(event, PUT) {
                    return Some(Message::Put(self.key(event, KEY)?, suffix));
                }
                action(&closest_attribute(event, ACTION)?, self.key(event, KEY)).map(Message::from)
            }
            On::Submit => {
                event.prevent_default();
                None
            }
            On::MouseDown => {
                // Keeps the focus in the field, and with it a phone's keyboard open.
                if closest_attribute(event, PUT).is_some() {
                    event.prevent_default();
                }
                None
            }
            On::PointerDown => {
                self.was_tapped.set(self.number(event).is_some() && !has_focus(event));
                if is_touch(event) && self.key(event, SLIDER).is_some() {
                    self.slider_touch.touch(control_value(event));
                }
                None
            }
            On::PointerUp => self.slider_touch.lift().map(Message::from),
            On::PointerCancel => {
                let before = self.slider_touch.cancel()?;
                set_control_value(event, &before);
                self.to(event, &before).map(Message::from)
            }
            On::Over => self.key(event, TERM).map(|key| Message::Point(Some(key))),
            On::Out => self.key(event, TERM).map(|_| Message::Point(None)),
            On::Details => Some(Message::Unfold(is_open(event))),
            On::Ranges => Some(Message::Load(ChunkName::Detail)),
            On::Working => Some(Message::UnfoldWorking),
        }
    }

    fn pressed(&self, event: &Event) -> Option<Message> {
        // Also in number fields that are not inputs: a wanted result, the end of a slider.
        if is_enter(event) && is_number(event) {
            event.prevent_default();
            focus_next(event, "input[inputmode]:not([readonly])");
            return None;
        }
        if let Some(key) = self.key(event, SLIDER) {
            let steps = steps_along(event).filter(|_| closest_attribute(event, BEYOND).is_some())?;
            event.prevent_default();
            return Some(FormAction::Step(key, steps).into());
        }
        let key = self.number(event)?;
        let steps = steps(event).filter(|_| closest_attribute(event, "readonly").is_none())?;
        event.prevent_default();
        Some(FormAction::Step(key, steps).into())
    }

    /// The input whose key is in this attribute of the control.
    fn key(&self, event: &Event, attribute: &str) -> Option<&'static str> {
        self.spec.field(&closest_attribute(event, attribute)?).map(|field| field.key)
    }

    /// The input of the number field that the event is from.
    fn number(&self, event: &Event) -> Option<&'static str> {
        self.key(event, NAME).filter(|_| is_number(event))
    }

    fn slid(&self, event: &Event) -> Option<FormAction> {
        self.to(event, &typed(event))
    }

    /// The action for a slider at this value.
    fn to(&self, event: &Event, value: &str) -> Option<FormAction> {
        let key = self.key(event, SLIDER)?;
        let value = self.spec.field(key)?.parse_link(value).ok()?;
        Some(FormAction::Set(vec![(key, value)]))
    }
}

impl From<FormAction> for Message {
    fn from(action: FormAction) -> Self {
        Self::Act(action)
    }
}

/// Whether the event is from a number field, not from a choice.
fn is_number(event: &Event) -> bool {
    closest_attribute(event, "inputmode").is_some()
}

fn action(name: &str, key: Option<&'static str>) -> Option<FormAction> {
    Some(match name {
        "solve" => FormAction::SolveFor(key),
        "remove" => FormAction::Remove(key?),
        "undo" => FormAction::Undo,
        "redo" => FormAction::Redo,
        "reset" => FormAction::Reset,
        _ => return None,
    })
}
