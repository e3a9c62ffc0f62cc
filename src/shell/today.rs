//! The current day as state: a page may stay open past midnight, and a phone may sleep for days.

use std::rc::Rc;

use abacus_core::date::Date;
use yew::prelude::*;

use crate::shell::ports::Host;

/// Today, updated at midnight and whenever the page is used again.
#[hook]
pub fn use_today(host: &Rc<dyn Host>) -> Date {
    let today = use_state_eq(|| host.today());
    use_effect_with((), {
        let (host, today) = (host.clone(), today.setter());
        move |()| {
            let again = Callback::from({
                let host = host.clone();
                move |()| today.set(host.today())
            });
            let subscriptions = (host.on_show(again.clone()), host.on_midnight(again));
            move || drop(subscriptions)
        }
    });
    *today
}
