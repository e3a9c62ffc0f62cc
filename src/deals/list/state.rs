use abacus_deals::view::{SavedView, VIEWS_KEY, read_views, write_views};
use yew::prelude::*;

use crate::shell::session::Session;
use crate::shell::stored_value::StoredValue;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewChange {
    /// Saves a view, replacing the one with the same name.
    Keep(SavedView),
    Forget(String),
}

impl StoredValue for Vec<SavedView> {
    const KEY: &'static str = VIEWS_KEY;
    type Change = ViewChange;

    fn read(stored: &str) -> Self {
        read_views(stored)
    }

    fn write(&self) -> String {
        write_views(self)
    }

    fn changed(self, change: ViewChange) -> Self {
        let (name, kept) = match change {
            ViewChange::Keep(view) => (view.name.clone(), Some(view)),
            ViewChange::Forget(name) => (name, None),
        };
        self.into_iter().filter(|view| view.name != name).chain(kept).collect()
    }
}

/// Whether the window has room for a table.
#[hook]
pub fn use_table_room(session: &Session) -> bool {
    let has_room = use_state_eq(|| session.ports.host.has_table_room());
    use_effect_with((session.ports.clone(), has_room.setter()), |(ports, has_room)| {
        let (host, has_room) = (ports.host.clone(), has_room.clone());
        let subscription = ports.host.on_resize(Callback::from(move |()| has_room.set(host.has_table_room())));
        move || drop(subscription)
    });
    *has_room
}
