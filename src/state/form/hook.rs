//! A form bound to the fragment of the address, in both directions.

use std::rc::Rc;

use abacus_core::calculator::Calculator;
use yew::prelude::*;

use crate::state::form::{Form, FormAction};
use crate::state::ports::{Host, Ports};

/// The pause before typing reaches the address: browsers limit how often it may change.
const ADDRESS_PAUSE_MS: u32 = 250;

/// Before the id of a calculator: the key that stores the ends of its sliders.
pub const SLIDERS: &str = "sales-abacus:sliders:";

/// The form of a calculator. The address follows what the user does, and the form an address that
/// changes from outside; a link that was merely opened stays as it came. The ends of sliders are
/// remembered, but not by a widget.
#[hook]
pub fn use_form(calculator: &'static dyn Calculator, ports: &Ports, remembers: bool) -> UseReducerHandle<Form> {
    let key = remembers.then(|| format!("{SLIDERS}{}", calculator.spec().id));
    let form = use_reducer_eq(|| {
        let ends = key.as_ref().and_then(|key| ports.store.read(key).ok().flatten()).unwrap_or_default();
        match ports.host.kept_fragment() {
            Some(kept) => Form::open(calculator, &kept).for_customer(),
            None => Form::open(calculator, &ports.host.fragment()),
        }
        .with_ends(&ends)
    });
    let remembered = use_mut_ref(|| form.ends_to_remember());
    use_effect_with((form.ends_to_remember(), ports.clone()), move |(ends, ports)| {
        if let Some(key) = key.filter(|_| *remembered.borrow() != *ends) {
            let _for_this_visit = ports.store.write(&key, ends);
            remembered.replace(ends.clone());
        }
    });

    use_effect_with(ports.clone(), {
        let dispatcher = form.dispatcher();
        move |ports| {
            let host = ports.host.clone();
            let changed = Callback::from(move |()| dispatcher.dispatch(FormAction::Open(host.fragment())));
            let subscription = ports.host.on_fragment(changed);
            move || drop(subscription)
        }
    });

    // For a customer, the address holds only what they may see; the rest is stored beside it.
    let kept = form.is_for_customer().then(|| form.fragment());
    let shown = (form.is_touched(), form.shown_fragment(), kept);
    use_effect_with((shown, ports.clone()), |((is_touched, fragment, kept), ports)| {
        let pause = is_touched.then(|| {
            let (host, fragment, kept): (Rc<dyn Host>, String, _) =
                (ports.host.clone(), fragment.clone(), kept.clone());
            let write = Callback::from(move |()| host.replace_fragment(&fragment, kept.as_deref()));
            // A user who leaves within the pause keeps the last figures, too.
            (ports.host.after(ADDRESS_PAUSE_MS, write.clone()), ports.host.on_hide(write))
        });
        move || drop(pause)
    });

    form
}
