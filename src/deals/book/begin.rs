//! A new deal, and its salesperson: asked for once, then filled in.

use abacus_deals::SALESPERSON_KEY;
use yew::UseReducerDispatcher;

use crate::deals::book::{BookAction, DealBook};
use crate::shell::ports::Ports;

/// Shows a new deal and returns its id.
pub fn begin(state: &UseReducerDispatcher<DealBook>, ports: &Ports) -> String {
    let id = ports.host.fresh_id();
    state.dispatch(BookAction::Begin(id.clone(), ports.host.today()));
    salesperson(ports).into_iter().for_each(|name| state.dispatch(BookAction::BeginWith(name)));
    id
}

/// The salesperson of this book; `None` until the user has entered one.
pub fn salesperson(ports: &Ports) -> Option<String> {
    let name = ports.store.read(SALESPERSON_KEY).ok().flatten()?;
    (!name.trim().is_empty()).then_some(name)
}

/// Stores the salesperson for the next new deal. If storage is full, the user is asked again.
pub fn keep_salesperson(ports: &Ports, name: &str) {
    let _asked_again = ports.store.write(SALESPERSON_KEY, name.trim());
}
