//! Printing: a sheet is on the page before the print dialogue opens, and is gone when it has closed.

use yew::prelude::*;

use crate::calculator::share::Paper;
use crate::shell::ports::Ports;

/// What is being printed, if anything, and a callback that prints something.
#[hook]
pub(in crate::calculator) fn use_paper(ports: &Ports) -> (Option<Paper>, Callback<Paper>) {
    // With a number, since a browser may not tell that the dialogue has closed, and the same may be wanted again.
    let asked = use_state_eq(|| None::<(u32, Paper)>);
    let on_print = use_callback(asked.clone(), |paper, asked| {
        let times = asked.map_or(0, |(times, _)| times.wrapping_add(1));
        asked.set(Some((times, paper)));
    });
    let ended = use_callback(asked.setter(), |(), asked| asked.set(None));
    use_effect_with((*asked, ports.clone(), ended), |(asked, ports, ended)| {
        if asked.is_some() {
            ports.outbox.print(ended.clone());
        }
    });
    (asked.map(|(_, paper)| paper), on_print)
}
