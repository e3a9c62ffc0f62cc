//! The place in the deal book given by the address, and where the focus goes after a change of place.

use std::rc::Rc;

use abacus_deals::view::{BookLocation, LogLocation, Query};
use yew::prelude::*;

use crate::shell::ports::Ports;

/// The pause in typing, in milliseconds, after which the address follows the query: browsers limit how often it may
/// change.
const PAUSE_MS: u32 = 300;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealRoute {
    pub location: BookLocation,
    /// The last place that was not about one deal: the target of the link back from there.
    pub back: BookLocation,
    pub focus: Focus,
    /// Changes with every change of place, but not when an open deal gets another id or the list another query: the
    /// page then stays as it is, with the focus and the text being typed.
    pub visit: u32,
}

/// What takes the focus after a change of place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The focus stays where it is.
    Unmoved,
    /// The heading of what was opened.
    Start,
    /// The row of this deal in the list.
    Row(AttrValue),
    /// The button that undoes a deletion.
    Undo,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RouteAction {
    /// The fragment of the address changed.
    Follow(String),
    /// Back to the last place that was not a deal, with this focus.
    Back(Focus),
    /// The open deal has a new id.
    Rename(AttrValue),
    /// The meeting being logged is this log entry.
    SetEntry(AttrValue),
    SetQuery(Query),
}

/// The route, and the ways to change it other than by a link.
#[derive(Clone, PartialEq)]
pub struct UseDealRoute {
    pub route: DealRoute,
    /// Goes back from a deal without a new history entry.
    pub to_list: Callback<Focus>,
    pub rename: Callback<AttrValue>,
    /// Puts the log entry being written into the address.
    pub set_entry: Callback<AttrValue>,
    /// Changes the query of the list.
    pub set_query: Callback<Query>,
    /// Goes to a place without a new history entry.
    pub replace: Callback<BookLocation>,
}

impl DealRoute {
    pub fn begin(fragment: &str) -> Self {
        let location = BookLocation::read(fragment);
        let back = match &location {
            BookLocation::Deal(_) | BookLocation::Log(_) => BookLocation::List(Query::default()),
            other => other.clone(),
        };
        Self { location, back, focus: Focus::Unmoved, visit: 0 }
    }

    /// The deal that is shown or logged.
    pub fn open(&self) -> Option<&str> {
        match &self.location {
            BookLocation::Deal(id) => Some(id),
            BookLocation::Log(logging) => logging.deal.as_deref(),
            _ => None,
        }
    }

    /// The current place, with another deal id.
    fn renamed(&self, id: &str) -> BookLocation {
        match &self.location {
            BookLocation::Log(logging) => {
                BookLocation::Log(LogLocation { deal: Some(id.to_owned()), ..logging.clone() })
            }
            _ => BookLocation::Deal(id.to_owned()),
        }
    }

    /// The current place, with this log entry.
    fn with_entry(&self, entry: &str) -> BookLocation {
        match &self.location {
            BookLocation::Log(logging) => {
                BookLocation::Log(LogLocation { entry: Some(entry.to_owned()), ..logging.clone() })
            }
            other => other.clone(),
        }
    }

    fn go(&self, location: BookLocation, focus: Focus) -> Self {
        let back = if matches!(location, BookLocation::Deal(_) | BookLocation::Log(_)) {
            self.back.clone()
        } else {
            location.clone()
        };
        Self { location, back, focus, visit: self.visit.wrapping_add(1) }
    }
}

impl Reducible for DealRoute {
    type Action = RouteAction;

    fn reduce(self: Rc<Self>, step: RouteAction) -> Rc<Self> {
        match step {
            RouteAction::Follow(fragment) => match BookLocation::read(&fragment) {
                same if same == self.location => self,
                location => {
                    let focus = match (self.open(), &self.location, &location) {
                        (Some(left), _, BookLocation::List(_) | BookLocation::View(..)) => {
                            Focus::Row(AttrValue::from(left.to_owned()))
                        }
                        // Another scope of the same view is chosen in place.
                        (_, BookLocation::View(before, _), BookLocation::View(after, _)) if before == after => {
                            Focus::Unmoved
                        }
                        _ => Focus::Start,
                    };
                    Rc::new(self.go(location, focus))
                }
            },
            RouteAction::Back(focus) => Rc::new(self.go(self.back.clone(), focus)),
            RouteAction::Rename(id) => Rc::new(Self { location: self.renamed(&id), ..(*self).clone() }),
            RouteAction::SetEntry(entry) => Rc::new(Self { location: self.with_entry(&entry), ..(*self).clone() }),
            RouteAction::SetQuery(query) => {
                let location = BookLocation::List(query);
                Rc::new(Self { back: location.clone(), location, focus: Focus::Unmoved, visit: self.visit })
            }
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
            let changed = Callback::from(move |()| dispatcher.dispatch(RouteAction::Follow(host.fragment())));
            let subscription = ports.host.on_fragment(changed);
            move || drop(subscription)
        }
    });

    let asked = match &route.location {
        BookLocation::List(query) => Some(query.clone()),
        _ => None,
    };
    use_effect_with((ports.clone(), asked), |(ports, asked)| {
        let timer = asked.clone().map(|query| {
            let (host, over) = (ports.host.clone(), ports.host.fragment());
            let then = Callback::from(move |()| {
                // A link may have been followed that the browser or the route has not reported yet; it must not be
                // overwritten.
                if host.fragment() == over {
                    host.replace_fragment(&BookLocation::List(query.clone()).fragment(), None);
                }
            });
            ports.host.after(PAUSE_MS, then)
        });
        move || drop(timer)
    });

    let to_list = use_callback((ports.clone(), route.clone()), |focus: Focus, (ports, route)| {
        ports.host.replace_fragment(&route.back.fragment(), None);
        route.dispatch(RouteAction::Back(focus));
    });
    let rename = use_callback((ports.clone(), route.clone()), |id: AttrValue, (ports, route)| {
        ports.host.replace_fragment(&route.renamed(&id).fragment(), None);
        route.dispatch(RouteAction::Rename(id));
    });
    let set_entry = use_callback((ports.clone(), route.clone()), |entry: AttrValue, (ports, route)| {
        ports.host.replace_fragment(&route.with_entry(&entry).fragment(), None);
        route.dispatch(RouteAction::SetEntry(entry));
    });
    let set_query =
        use_callback(route.dispatcher(), |query: Query, dispatcher| dispatcher.dispatch(RouteAction::SetQuery(query)));
    let replace = use_callback((ports.clone(), route.dispatcher()), |location: BookLocation, (ports, dispatcher)| {
        let fragment = location.fragment();
        ports.host.replace_fragment(&fragment, None);
        dispatcher.dispatch(RouteAction::Follow(fragment));
    });

    UseDealRoute { route: (*route).clone(), to_list, rename, set_entry, set_query, replace }
}
