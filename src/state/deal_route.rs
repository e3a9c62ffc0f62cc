//! Which deal the address opens, and where the focus belongs after going there.

use std::rc::Rc;

use yew::prelude::*;

use crate::state::ports::Ports;

/// Where the page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealRoute {
    /// The id of the open deal; none shows the list.
    pub open: Option<AttrValue>,
    /// What is to have the focus.
    pub focus: Focus,
    /// Another number after each change of place, but the same while an open deal gets another id: what is
    /// shown then stays, with the focus and what is being typed.
    pub visit: u32,
}

/// What is to have the focus after a change of place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// Whatever has it: nobody went anywhere yet.
    Unmoved,
    /// The beginning of what was opened.
    Start,
    /// The row of this deal in the list.
    Row(AttrValue),
    /// The button that undoes a deletion.
    Undo,
}

/// A change of the route.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// The address has this fragment now.
    Follow(String),
    /// To the list, with this in focus.
    List(Focus),
    /// The open deal has this id now.
    Rename(AttrValue),
}

/// The route with the ways to change it other than by a link.
#[derive(Clone, PartialEq)]
pub struct UseDealRoute {
    /// Where the page is.
    pub route: DealRoute,
    /// Goes to the list without adding to the history.
    pub to_list: Callback<Focus>,
    /// Stays with the open deal, which has this id now.
    pub rename: Callback<AttrValue>,
}

impl DealRoute {
    /// Where a page begins that was opened with this fragment.
    #[must_use]
    pub fn begin(fragment: &str) -> Self {
        Self { open: id(fragment), focus: Focus::Unmoved, visit: 0 }
    }

    fn go(&self, open: Option<AttrValue>, focus: Focus) -> Self {
        Self { open, focus, visit: self.visit.wrapping_add(1) }
    }
}

fn id(fragment: &str) -> Option<AttrValue> {
    (!fragment.is_empty()).then(|| AttrValue::from(fragment.to_owned()))
}

impl Reducible for DealRoute {
    type Action = Step;

    fn reduce(self: Rc<Self>, step: Step) -> Rc<Self> {
        match step {
            Step::Follow(fragment) if self.open == id(&fragment) => self,
            Step::Follow(fragment) => {
                let focus = match (&self.open, fragment.is_empty()) {
                    (Some(left), true) => Focus::Row(left.clone()),
                    _ => Focus::Start,
                };
                Rc::new(self.go(id(&fragment), focus))
            }
            Step::List(focus) => Rc::new(self.go(None, focus)),
            Step::Rename(id) => Rc::new(Self { open: Some(id), ..(*self).clone() }),
        }
    }
}

/// The route of the deal book, bound to the fragment of the address.
#[hook]
pub fn use_deal_route(ports: &Ports) -> UseDealRoute {
    let route = use_reducer_eq(|| DealRoute::begin(&ports.host.fragment()));

    use_effect_with(ports.clone(), {
        let dispatcher = route.dispatcher();
        move |ports| {
            let host = ports.host.clone();
            let changed = Callback::from(move |()| dispatcher.dispatch(Step::Follow(host.fragment())));
            let subscription = ports.host.on_fragment(changed);
            move || drop(subscription)
        }
    });

    let to_list = use_callback((ports.clone(), route.dispatcher()), |focus: Focus, (ports, dispatcher)| {
        ports.host.replace_fragment("", None);
        dispatcher.dispatch(Step::List(focus));
    });
    let rename = use_callback((ports.clone(), route.dispatcher()), |id: AttrValue, (ports, dispatcher)| {
        ports.host.replace_fragment(&id, None);
        dispatcher.dispatch(Step::Rename(id));
    });

    UseDealRoute { route: (*route).clone(), to_list, rename }
}
