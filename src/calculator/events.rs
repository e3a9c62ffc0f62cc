//! The events of a calculator. They are taken where they bubble to, on the form and on the working: one callback each,
//! made once, instead of a handful for every field that each render would make anew.

use std::cell::Cell;
use std::rc::Rc;

use abacus_core::calculator::{Calculator, Spec};
use yew::html::Scope;
use yew::prelude::*;

use crate::calculator::chunks::ChunkName;
use crate::calculator::form::FormAction;
use crate::calculator::grip::Grip;
use crate::calculator::view::{CalculatorView, Message};
use crate::shell::event::{
    chosen, closest_attribute, control_value, focus_next, has_focus, is_enter, is_open, paste_cells, select_field,
    set_control_value, steps, typed,
};

/// On a slider: the key of its input. The name belongs to the field.
pub(super) const SLIDER: &str = "data-slider";
/// On a term of a formula: the key of its input.
pub(super) const TERM: &str = "data-term";
/// On a button: what it does, and the key of the input that it does it with.
pub(super) const ACTION: &str = "data-action";
pub(super) const KEY: &str = "data-key";
/// On a button beside a field: what it appends to the field's text.
pub(super) const PUT: &str = "data-put";

const NAME: &str = "name";

#[derive(Clone)]
pub(super) struct Events {
    pub(super) on_input: Callback<InputEvent>,
    pub(super) on_change: Callback<Event>,
    pub(super) on_focus: Callback<FocusEvent>,
    pub(super) on_leave: Callback<FocusEvent>,
    pub(super) on_key: Callback<KeyboardEvent>,
    pub(super) on_click: Callback<MouseEvent>,
    pub(super) on_submit: Callback<SubmitEvent>,
    pub(super) on_mouse_down: Callback<MouseEvent>,
    pub(super) on_pointer_down: Callback<PointerEvent>,
    pub(super) on_pointer_up: Callback<PointerEvent>,
    pub(super) on_pointer_cancel: Callback<PointerEvent>,
    pub(super) on_paste: Callback<Event>,
    pub(super) on_over: Callback<MouseEvent>,
    pub(super) on_out: Callback<MouseEvent>,
    /// The professional inputs were unfolded or folded.
    pub(super) on_details: Callback<Event>,
    /// The slider ranges were.
    pub(super) on_ranges: Callback<Event>,
    /// The working is to be unfolded or folded.
    pub(super) on_working: Callback<MouseEvent>,
    /// For the parts that come later.
    pub(super) act: Callback<FormAction>,
    retry: [Callback<MouseEvent>; 3],
}

impl Events {
    pub(super) fn new(calculator: &'static dyn Calculator, link: &Scope<CalculatorView>) -> Self {
        let of = Of { calculator, link };
        let grip = Grip::default();
        let [pressed, lifted, cancelled] = [&grip, &grip, &grip].map(Clone::clone);
        // A field that a tap gives the focus is selected whole once the tap is over.
        let tapped = Rc::new(Cell::new(false));
        let clicked = tapped.clone();
        Self {
            on_input: of.take_with(move |spec, event: &InputEvent| match key(spec, event, NAME) {
                Some(key) => Some(FormAction::Type(key, typed(event)).into()),
                None => grip.slide(slid(spec, event)?).map(Message::from),
            }),
            on_change: of.take(|spec, event: &Event| {
                let slid = key(spec, event, SLIDER).map(FormAction::Commit);
                let chosen = || {
                    let key = key(spec, event, NAME).filter(|_| !is_number(event))?;
                    Some(FormAction::Type(key, chosen(event)))
                };
                slid.or_else(chosen).map(Message::from)
            }),
            on_focus: of.take(|spec, event: &FocusEvent| number(spec, event).map(Message::Enter)),
            on_leave: of.take(|spec, event: &FocusEvent| number(spec, event).map(Message::Leave)),
            on_key: of.take(|spec, event: &KeyboardEvent| {
                if is_enter(event) && number(spec, event).is_some() {
                    event.prevent_default();
                    focus_next(event, "input[inputmode]:not([readonly])");
                    return None;
                }
                let steps = steps(event).filter(|_| closest_attribute(event, "readonly").is_none())?;
                let key = number(spec, event)?;
                event.prevent_default();
                Some(FormAction::Step(key, steps).into())
            }),
            on_click: of.take_with(move |spec, event: &MouseEvent| {
                if clicked.take() {
                    select_field(event);
                }
                if let Some(suffix) = closest_attribute(event, PUT) {
                    return Some(Message::Put(key(spec, event, KEY)?, suffix));
                }
                action(&closest_attribute(event, ACTION)?, key(spec, event, KEY)).map(Message::from)
            }),
            on_submit: Callback::from(|event: SubmitEvent| event.prevent_default()),
            on_mouse_down: of.take(|_, event: &MouseEvent| {
                // The focus stays in the field, and with it the keyboard of a phone.
                if closest_attribute(event, PUT).is_some() {
                    event.prevent_default();
                }
                None
            }),
            on_pointer_down: of.take_with(move |spec, event: &PointerEvent| {
                tapped.set(number(spec, event).is_some() && !has_focus(event));
                if event.pointer_type() == "touch" && key(spec, event, SLIDER).is_some() {
                    pressed.touch(control_value(event));
                }
                None
            }),
            on_pointer_up: of.take_with(move |_, _: &PointerEvent| lifted.lift().map(Message::from)),
            on_pointer_cancel: of.take_with(move |spec, event: &PointerEvent| {
                let before = cancelled.cancel()?;
                set_control_value(event, &before);
                let key = key(spec, event, SLIDER)?;
                let value = spec.field(key)?.parse_link(&before).ok()?;
                Some(FormAction::Set(vec![(key, value)]).into())
            }),
            on_paste: of.take(|spec, event: &Event| {
                let key = number(spec, event).filter(|_| paste_cells(event))?;
                Some(FormAction::Type(key, control_value(event)).into())
            }),
            on_over: of.take(|spec, event: &MouseEvent| key(spec, event, TERM).map(|key| Message::Point(Some(key)))),
            on_out: of.take(|spec, event: &MouseEvent| key(spec, event, TERM).map(|_| Message::Point(None))),
            on_details: of.take(|_, event: &Event| Some(Message::Unfold(is_open(event)))),
            on_ranges: of.take(|_, _: &Event| Some(Message::Load(ChunkName::Detail))),
            on_working: of.take(|_, _: &MouseEvent| Some(Message::UnfoldWorking)),
            act: link.callback(Message::Act),
            retry: [
                of.take(|_, _: &MouseEvent| Some(Message::Load(ChunkName::Solve))),
                of.take(|_, _: &MouseEvent| Some(Message::Load(ChunkName::Detail))),
                of.take(|_, _: &MouseEvent| Some(Message::Load(ChunkName::Extras))),
            ],
        }
    }

    pub(super) const fn retry(&self, name: ChunkName) -> &Callback<MouseEvent> {
        let [solve, detail, extras] = &self.retry;
        match name {
            ChunkName::Solve => solve,
            ChunkName::Detail => detail,
            ChunkName::Extras => extras,
        }
    }
}

impl From<FormAction> for Message {
    fn from(action: FormAction) -> Self {
        Self::Act(action)
    }
}

struct Of<'a> {
    calculator: &'static dyn Calculator,
    link: &'a Scope<CalculatorView>,
}

impl Of<'_> {
    /// A callback for what an event means, if it means anything.
    fn take<E: 'static>(&self, meaning: fn(&Spec, &E) -> Option<Message>) -> Callback<E> {
        self.take_with(meaning)
    }

    fn take_with<E: 'static>(&self, meaning: impl Fn(&Spec, &E) -> Option<Message> + 'static) -> Callback<E> {
        let (spec, link) = (self.calculator.spec(), self.link.clone());
        Callback::from(move |event: E| meaning(spec, &event).into_iter().for_each(|message| link.send_message(message)))
    }
}

/// The input that an attribute of the control names.
fn key(spec: &Spec, event: &Event, attribute: &str) -> Option<&'static str> {
    spec.field(&closest_attribute(event, attribute)?).map(|field| field.key)
}

/// The input whose field for a number the event is about.
fn number(spec: &Spec, event: &Event) -> Option<&'static str> {
    key(spec, event, NAME).filter(|_| is_number(event))
}

fn slid(spec: &Spec, event: &InputEvent) -> Option<FormAction> {
    let key = key(spec, event, SLIDER)?;
    let value = spec.field(key)?.parse_link(&typed(event)).ok()?;
    Some(FormAction::Set(vec![(key, value)]))
}

/// Whether the event is that of a field for a number, not of a choice.
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
