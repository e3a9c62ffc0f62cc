//! Printing: the printed content must be on the page before the print dialog opens.

use std::rc::Rc;

use yew::prelude::*;

use crate::shell::ports::{Host, Ports};

/// The content being printed, until its dialog has closed, and a callback that prints something.
#[hook]
pub fn use_paper<T: Clone + PartialEq + 'static>(ports: &Ports) -> (Option<T>, Callback<T>) {
    // Numbered, because a browser may not report that the dialog was closed, and the same content may be printed again.
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

/// Whether the page is being printed, by one of our buttons or by the browser's own command.
///
/// The component that uses this must render the paper itself, with new nodes. After 16 ms of rendering, yew yields to
/// the browser before it passes changed props to children, and the browser would print without their content.
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
