//! The store of the demo: invented deals in memory. It contains no real data and persists nothing.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::{demo, demo_settings, encode, key};
use abacus_vault::{Listener, Lock, LockedTask, Store, StoreError, Subscription};

pub type MakeDemo = fn(Locale, Date) -> Rc<dyn Store>;

pub struct DemoStore(RefCell<BTreeMap<String, String>>);

impl DemoStore {
    pub fn new(locale: Locale, today: Date) -> Self {
        let deals = demo(locale, today).into_iter().map(|deal| (key(&deal.id), encode(&deal)));
        let settings = demo_settings(locale).into_iter().map(|(key, text)| (key.to_owned(), text));
        Self(RefCell::new(deals.chain(settings).collect()))
    }

    /// The store behind the port trait.
    pub fn shared(locale: Locale, today: Date) -> Rc<dyn Store> {
        Rc::new(Self::new(locale, today))
    }
}

impl Store for DemoStore {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        Ok(self.0.borrow().keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        Ok(self.0.borrow().get(key).cloned())
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().insert(key.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.0.borrow_mut().remove(key);
        Ok(())
    }

    fn filled(&self) -> usize {
        0
    }

    fn on_change(&self, _: Listener) -> Subscription {
        Subscription::new(())
    }

    fn with_lock(&self, work: LockedTask) {
        drop(work(Lock::Missing));
    }
}
