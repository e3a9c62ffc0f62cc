use abacus_deals::Book;
use abacus_deals::upkeep::Usage;
use yew::platform::spawn_local;
use yew::prelude::*;

use crate::shell::ports::Ports;
use crate::shell::slices::{CancelToken, TimeSlices};
use crate::shell::stored::{everything, everything_with};

/// How long, in milliseconds, the book has to stay unchanged before the storage is measured again: an import changes it
/// many times.
const PAUSE_MS: u32 = 300;

/// The storage used by each kind of record, a moment after the book has changed. It is measured in slices.
#[hook]
pub fn use_usage(ports: &Ports, book: &Book) -> Usage {
    let usage = use_state_eq(|| Usage::of(&everything(&*ports.store)));
    let wanted = use_memo((), |()| CancelToken::default());
    let is_first = use_mut_ref(|| true);
    use_effect_with((ports.clone(), book.clone()), {
        let usage = usage.setter();
        move |(ports, _)| {
            wanted.cancel();
            let measured = (!is_first.replace(false)).then(|| {
                let measure = Callback::from({
                    let ports = ports.clone();
                    move |()| {
                        let slices = TimeSlices::begin(&ports.host, &wanted, (), Callback::noop());
                        let (ports, usage) = (ports.clone(), usage.clone());
                        spawn_local(async move {
                            let Ok(entries) = everything_with(&*ports.store, &slices).await else { return };
                            if let Ok(measured) = Usage::of_with(&entries, &slices).await {
                                usage.set(measured);
                            }
                        });
                    }
                });
                ports.host.after(PAUSE_MS, measure)
            });
            move || drop(measured)
        }
    });
    *usage
}
