//! Which deal the address opens, and where the focus belongs after going there.

use yew::prelude::*;

use crate::state::ports::Ports;

/// Where the page is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealRoute {
    /// The id of the open deal; none shows the list.
    pub open: Option<AttrValue>,
    /// What is to have the focus.
    pub focus: Focus,
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

/// The route with the ways to change it other than by a link.
#[derive(Clone, PartialEq)]
pub struct UseDealRoute {
    /// Where the page is.
    pub route: DealRoute,
    /// Goes somewhere without adding to the history.
    pub replace: Callback<DealRoute>,
}

impl DealRoute {
    fn at(fragment: &str, focus: Focus) -> Self {
        let open = (!fragment.is_empty()).then(|| AttrValue::from(fragment.to_owned()));
        Self { open, focus }
    }

    /// The list.
    #[must_use]
    pub const fn list(focus: Focus) -> Self {
        Self { open: None, focus }
    }

    /// One deal.
    #[must_use]
    pub fn deal(id: &str) -> Self {
        Self::at(id, Focus::Start)
    }

    fn fragment(&self) -> &str {
        self.open.as_deref().unwrap_or_default()
    }

    /// Where a new fragment leads from here.
    fn follow(&self, fragment: &str) -> Self {
        match &self.open {
            _ if !fragment.is_empty() => Self::deal(fragment),
            Some(left) => Self::list(Focus::Row(left.clone())),
            None => Self::list(Focus::Start),
        }
    }
}

/// The route of the deal book, bound to the fragment of the address.
#[hook]
pub fn use_deal_route(ports: &Ports) -> UseDealRoute {
    let route = use_state_eq(|| DealRoute::at(&ports.host.fragment(), Focus::Unmoved));

    use_effect_with(((*route).clone(), ports.clone()), {
        let setter = route.setter();
        move |(route, ports)| {
            let (host, route) = (ports.host.clone(), route.clone());
            let changed = Callback::from(move |()| match host.fragment().as_str() {
                fragment if fragment == route.fragment() => {}
                fragment => setter.set(route.follow(fragment)),
            });
            let subscription = ports.host.on_fragment(changed);
            move || drop(subscription)
        }
    });

    let replace = use_callback(ports.clone(), {
        let setter = route.setter();
        move |to: DealRoute, ports: &Ports| {
            ports.host.replace_fragment(to.fragment());
            setter.set(to);
        }
    });

    UseDealRoute { route: (*route).clone(), replace }
}
