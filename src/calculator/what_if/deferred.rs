//! Deferred by one frame: tables and charts are computed after the result is painted, so that neither typing nor a
//! slider waits for them.

use std::rc::Rc;

use yew::prelude::*;

use crate::shell::ports::{Host, Subscription};

/// The value as of the last paint: at most one update per frame, and always the last one.
#[hook]
pub(in crate::calculator) fn use_deferred<T: Clone + PartialEq + 'static>(host: &Rc<dyn Host>, value: &T) -> T {
    let deferred = use_state_eq(|| value.clone());
    let latest = use_mut_ref(|| value.clone());
    let waiting = use_mut_ref(|| None::<Subscription>);
    {
        let (host, deferred, waiting) = (host.clone(), deferred.setter(), waiting.clone());
        use_effect_with(value.clone(), move |value| {
            latest.replace(value.clone());
            // A pending update already takes the latest value. Restarting it with every value would delay it as long as
            // new ones arrive.
            let is_waiting = waiting.borrow().is_some();
            if !is_waiting {
                let slot = waiting.clone();
                let then = Callback::from(move |()| {
                    slot.take();
                    deferred.set(latest.borrow().clone());
                });
                waiting.replace(Some(host.after_paint(then)));
            }
        });
    }
    use_effect_with((), move |()| move || drop(waiting.take()));
    (*deferred).clone()
}
