use abacus_deals::view::{SavedView, VIEWS_KEY, read_views, write_views};
use yew::prelude::*;

use crate::shell::ports::{Ports, Store, StoreError};
use crate::shell::session::Session;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ViewChange {
    /// Saves a view, replacing the one with the same name.
    Keep(SavedView),
    Forget(String),
}

impl ViewChange {
    fn apply_to(self, views: Vec<SavedView>) -> Vec<SavedView> {
        let (name, kept) = match self {
            Self::Keep(view) => (view.name.clone(), Some(view)),
            Self::Forget(name) => (name, None),
        };
        views.into_iter().filter(|view| view.name != name).chain(kept).collect()
    }
}

/// Without storage the views last as long as the page.
#[hook]
pub fn use_saved_views(ports: &Ports) -> (Vec<SavedView>, Callback<ViewChange>) {
    let views = use_state_eq(|| stored(&*ports.store).unwrap_or_default());
    let change = use_callback(ports.clone(), {
        let views = views.clone();
        move |change: ViewChange, ports: &Ports| {
            // Read again, because another tab may have saved a view in the meantime.
            let known = stored(&*ports.store).unwrap_or_else(|_| (*views.clone()).clone());
            let changed = change.apply_to(known);
            let _not_kept = ports.store.write(VIEWS_KEY, &write_views(&changed));
            views.set(changed);
        }
    });
    use_effect_with((ports.clone(), views.setter()), |(ports, views)| {
        let (store, views) = (ports.store.clone(), views.clone());
        let subscription = ports.store.on_change(Box::new(move |key: Option<String>| {
            if key.is_none_or(|key| key == VIEWS_KEY)
                && let Ok(stored) = stored(&*store)
            {
                views.set(stored);
            }
        }));
        move || drop(subscription)
    });
    ((*views).clone(), change)
}

fn stored(store: &dyn Store) -> Result<Vec<SavedView>, StoreError> {
    Ok(store.read(VIEWS_KEY)?.map(|text| read_views(&text)).unwrap_or_default())
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
