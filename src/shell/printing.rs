//! Printing: what is printed has to be on the page before the print dialogue opens.

use yew::prelude::*;

use crate::shell::ports::Ports;

/// What becomes of a sheet when the dialogue has closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AfterPrint {
    /// It stays on the page, for paper alone.
    Stays,
    Goes,
}

/// What is being printed, if anything, and a callback that prints something.
#[hook]
pub fn use_paper<T: Clone + PartialEq + 'static>(ports: &Ports, after: AfterPrint) -> (Option<T>, Callback<T>) {
    // With a number, since a browser may not tell that the dialogue has closed, and the same may be wanted again.
    let asked = use_state_eq(|| None::<(u32, T)>);
    let on_print = use_callback(asked.clone(), |paper: T, asked| {
        let times = asked.as_ref().map_or(0, |(times, _)| times.wrapping_add(1));
        asked.set(Some((times, paper)));
    });
    let ended = use_callback(asked.setter(), move |(), asked| {
        if after == AfterPrint::Goes {
            asked.set(None);
        }
    });
    use_effect_with((asked.clone(), ports.clone(), ended), |(asked, ports, ended)| {
        if asked.is_some() {
            ports.outbox.print(ended.clone());
        }
    });
    (asked.as_ref().map(|(_, paper)| paper.clone()), on_print)
}
