//! Printing: what is printed has to be on the page before the print dialogue opens.

use std::rc::Rc;

use yew::prelude::*;

use crate::shell::ports::{Host, Ports};

/// What is being printed, until its dialogue has closed, and a callback that prints something.
#[hook]
pub fn use_paper<T: Clone + PartialEq + 'static>(ports: &Ports) -> (Option<T>, Callback<T>) {
    // With a number, since a browser may not tell that the dialogue has closed, and the same may be wanted again.
    let asked = use_state_eq(|| None::<(u32, T)>);
    let on_print = use_callback(asked.clone(), |paper: T, asked| {
        let times = asked.as_ref().map_or(0, |(times, _)| times.wrapping_add(1));
        asked.set(Some((times, paper)));
    });
    let ended = use_callback(asked.setter(), |(), asked| asked.set(None));
    use_effect_with((asked.clone(), ports.clone(), ended), |(asked, ports, ended)| {
        if asked.is_some() {
            ports.outbox.print(ended.clone());
        }
    });
    (asked.as_ref().map(|(_, paper)| paper.clone()), on_print)
}

/// Whether the page is being printed, by a button of ours or by the browser's own command.
///
/// The component that asks draws the paper itself, with new nodes. Once it has drawn for 16 ms, yew lets the browser go on
/// before it hands changed props to children, and the browser prints without what they would draw.
#[hook]
pub fn use_is_printing(host: &Rc<dyn Host>) -> bool {
    let is_printing = use_state_eq(|| false);
    use_effect_with((), {
        let (host, setter) = (host.clone(), is_printing.setter());
        move |()| {
            let subscription = host.on_print(Callback::from(move |now| setter.set(now)));
            move || drop(subscription)
        }
    });
    *is_printing
}
