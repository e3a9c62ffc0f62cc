//! The kept questions of this device.

use abacus_core::deals::view::{SavedView, VIEWS_KEY, read_views, write_views};
use yew::prelude::*;

use crate::state::ports::Ports;

/// The views, and a callback that makes them others. Where storage is denied they last as long as the page.
#[hook]
pub fn use_saved_views(ports: &Ports) -> (Vec<SavedView>, Callback<Vec<SavedView>>) {
    let stored = || ports.store.read(VIEWS_KEY).ok().flatten().map(|text| read_views(&text)).unwrap_or_default();
    let views = use_state_eq(stored);
    let change = use_callback((ports.clone(), views.setter()), |changed: Vec<SavedView>, (ports, views)| {
        let _not_kept = ports.store.write(VIEWS_KEY, &write_views(&changed));
        views.set(changed);
    });
    ((*views).clone(), change)
}
