//! What follows a frame behind: tables and charts are computed once the result is painted, so that no key and no slider
//! waits for them.

use std::rc::Rc;

use yew::prelude::*;

use crate::shell::ports::{Host, Subscription};

/// The value as it was when the page was last painted: at most one value a frame, and the last one always.
#[hook]
pub(in crate::calculator) fn use_painted<T: Clone + PartialEq + 'static>(host: &Rc<dyn Host>, value: &T) -> T {
    let painted = use_state_eq(|| value.clone());
    let latest = use_mut_ref(|| value.clone());
    let waiting = use_mut_ref(|| None::<Subscription>);
    {
        let (host, painted, waiting) = (host.clone(), painted.setter(), waiting.clone());
        use_effect_with(value.clone(), move |value| {
            latest.replace(value.clone());
            // One that waits already takes the latest along. To begin anew with every value would put it off for as long
            // as there are new ones.
            let is_waiting = waiting.borrow().is_some();
            if !is_waiting {
                let slot = waiting.clone();
                let then = Callback::from(move |()| {
                    slot.take();
                    painted.set(latest.borrow().clone());
                });
                waiting.replace(Some(host.after_paint(then)));
            }
        });
    }
    use_effect_with((), move |()| move || drop(waiting.take()));
    (*painted).clone()
}
