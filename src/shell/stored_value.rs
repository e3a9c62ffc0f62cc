//! A small value that is stored whole under one key and shown by several tabs, such as saved views or a plan.

use yew::prelude::*;

use crate::shell::ports::{Ports, Store, StoreError};

pub trait StoredValue: Clone + PartialEq + Default + 'static {
    const KEY: &'static str;
    type Change: 'static;

    /// Skips what cannot be parsed.
    fn read(stored: &str) -> Self;
    fn write(&self) -> String;
    #[must_use]
    fn changed(self, change: Self::Change) -> Self;
}

#[derive(Clone, PartialEq)]
pub struct UseStoredValue<T: StoredValue> {
    pub value: T,
    /// Whether the last change was stored. Without storage, it lasts as long as the page.
    pub is_stored: bool,
    pub change: Callback<T::Change>,
}

#[hook]
pub fn use_stored_value<T: StoredValue>(ports: &Ports) -> UseStoredValue<T> {
    let state = use_state_eq(|| (stored::<T>(&*ports.store).unwrap_or_default(), true));
    // A value that could not be stored exists only here; the next change is applied to it.
    let unstored = use_mut_ref(|| None::<T>);
    let change = use_callback((ports.clone(), state.setter()), {
        let unstored = unstored.clone();
        move |change: T::Change, (ports, state)| {
            // Read again, because another tab may have changed it in the meantime.
            let known = unstored.take().unwrap_or_else(|| stored::<T>(&*ports.store).unwrap_or_default());
            let changed = known.changed(change);
            let is_stored = ports.store.write(T::KEY, &changed.write()).is_ok();
            *unstored.borrow_mut() = (!is_stored).then(|| changed.clone());
            state.set((changed, is_stored));
        }
    });
    use_effect_with((ports.clone(), state.setter()), move |(ports, state)| {
        let (store, state) = (ports.store.clone(), state.clone());
        let subscription = ports.store.on_change(Box::new(move |key: Option<String>| {
            if key.is_none_or(|key| key == T::KEY)
                && unstored.borrow().is_none()
                && let Ok(stored) = stored::<T>(&*store)
            {
                state.set((stored, true));
            }
        }));
        move || drop(subscription)
    });
    let (value, is_stored) = (*state).clone();
    UseStoredValue { value, is_stored, change }
}

fn stored<T: StoredValue>(store: &dyn Store) -> Result<T, StoreError> {
    Ok(store.read(T::KEY)?.map(|text| T::read(&text)).unwrap_or_default())
}
