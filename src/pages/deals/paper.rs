//! What is put on paper: it must be on the page before it can be printed.

use yew::prelude::*;

use crate::state::ports::Ports;

/// What is on paper now, if anything, and a callback that prints something else, or the same again.
#[hook]
pub(super) fn use_paper<T: Clone + PartialEq + 'static>(ports: &Ports) -> (Option<T>, Callback<T>) {
    let printed = use_state_eq(|| None::<(u32, T)>);
    let on_print = use_callback(printed.clone(), |sheet: T, printed| {
        let times = printed.as_ref().map_or(0, |(times, _)| times.wrapping_add(1));
        printed.set(Some((times, sheet)));
    });
    use_effect_with((printed.clone(), ports.clone()), |(printed, ports)| {
        if printed.is_some() {
            ports.outbox.print();
        }
    });
    (printed.as_ref().map(|(_, sheet)| sheet.clone()), on_print)
}
