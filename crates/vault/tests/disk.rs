//! A simulated disk shared by several tabs, with fault injection.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use abacus_vault::space::units;
use abacus_vault::{Listener, Lock, LockedTask, Store, StoreError, Subscription};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fault {
    Denied,
    Full,
    Corrupted,
    /// Every read returns nothing.
    Nothing,
    /// Every read returns the first half.
    Half,
    /// Writes and removals are ignored silently.
    Ignored,
}

impl Fault {
    pub(crate) const ALL: [Self; 6] =
        [Self::Denied, Self::Full, Self::Corrupted, Self::Nothing, Self::Half, Self::Ignored];
}

/// A fault in `count` operations of one tab, starting with number `from`; the first operation is number 1.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plan {
    pub(crate) fault: Fault,
    pub(crate) from: u32,
    pub(crate) count: u32,
}

type Interruption = Box<dyn FnOnce()>;
type OnChange = dyn Fn(Option<String>);

/// The storage of an origin.
#[derive(Default)]
pub(crate) struct Disk {
    pub(crate) records: RefCell<BTreeMap<String, String>>,
    /// The room in UTF-16 units; `None` for unlimited.
    pub(crate) room: Cell<Option<usize>>,
    listeners: RefCell<Vec<(u32, Rc<OnChange>)>>,
    /// The keys each tab has not been notified of yet.
    pending: RefCell<BTreeMap<u32, Vec<String>>>,
    tabs: Cell<u32>,
}

impl Disk {
    pub(crate) fn open(self: &Rc<Self>) -> Rc<View> {
        self.tabs.set(self.tabs.get() + 1);
        let tab = self.tabs.get();
        self.pending.borrow_mut().insert(tab, Vec::new());
        Rc::new(View {
            disk: self.clone(),
            tab,
            operations: Cell::new(0),
            plan: Cell::new(None),
            then: RefCell::default(),
        })
    }

    /// Stops notifying a tab that is closed or frozen.
    pub(crate) fn disconnect(&self, tab: u32) {
        self.pending.borrow_mut().remove(&tab);
    }

    /// Notifies a tab again after it was frozen. What changed meanwhile is lost.
    pub(crate) fn reconnect(&self, tab: u32) {
        self.pending.borrow_mut().entry(tab).or_default();
    }

    /// Notifies a tab of what others changed since it was last notified.
    pub(crate) fn notify(&self, tab: u32) -> Vec<String> {
        let pending = self.pending.borrow_mut().get_mut(&tab).map(std::mem::take).unwrap_or_default();
        let listeners: Vec<_> = self.listeners.borrow().iter().filter(|(one, _)| *one == tab).cloned().collect();
        for key in &pending {
            listeners.iter().for_each(|(_, listener)| listener(Some(key.clone())));
        }
        pending
    }

    /// Changes a record from outside.
    pub(crate) fn put(&self, key: &str, text: &str) {
        self.records.borrow_mut().insert(key.to_owned(), text.to_owned());
        self.announce(0, key);
    }

    pub(crate) fn get(&self, key: &str) -> Option<String> {
        self.records.borrow().get(key).cloned()
    }

    fn announce(&self, from: u32, key: &str) {
        let mut pending = self.pending.borrow_mut();
        pending.iter_mut().filter(|(tab, _)| **tab != from).for_each(|(_, pending)| pending.push(key.to_owned()));
    }
}

/// The storage as seen by one tab.
pub(crate) struct View {
    pub(crate) disk: Rc<Disk>,
    pub(crate) tab: u32,
    pub(crate) operations: Cell<u32>,
    pub(crate) plan: Cell<Option<Plan>>,
    /// A change made from outside right before the operation with this number.
    pub(crate) then: RefCell<Option<(u32, Interruption)>>,
}

impl View {
    /// Schedules a fault after this many operations, for `count` operations.
    pub(crate) fn fail(&self, fault: Fault, after: u8, count: u32) {
        let from = self.operations.get() + u32::from(after) + 1;
        self.plan.set(Some(Plan { fault, from, count }));
    }

    /// Counts an operation and returns its fault, if any.
    fn next_operation(&self) -> Option<Fault> {
        let number = self.operations.get() + 1;
        self.operations.set(number);
        let is_now = self.then.borrow().as_ref().is_some_and(|(at, _)| *at == number);
        if is_now && let Some((_, interruption)) = self.then.take() {
            interruption();
        }
        let plan = self.plan.get()?;
        (plan.from..plan.from.saturating_add(plan.count)).contains(&number).then_some(plan.fault)
    }

    fn read_operation<T>(&self, read: impl FnOnce(Option<Fault>) -> T) -> Result<T, StoreError> {
        match self.next_operation() {
            Some(Fault::Denied) => Err(StoreError::Denied),
            Some(Fault::Corrupted) => Err(StoreError::Corrupted),
            fault => Ok(read(fault)),
        }
    }

    fn change(&self, key: &str, text: Option<&str>) -> Result<(), StoreError> {
        match self.next_operation() {
            Some(Fault::Denied) => return Err(StoreError::Denied),
            Some(Fault::Corrupted) => return Err(StoreError::Corrupted),
            Some(Fault::Full) if text.is_some() => return Err(StoreError::Full),
            Some(Fault::Ignored) => return Ok(()),
            _ => {}
        }
        let mut records = self.disk.records.borrow_mut();
        match text {
            Some(text) => {
                let others = records.iter().filter(|(one, _)| *one != key).map(|(key, text)| units(key, text));
                if self.disk.room.get().is_some_and(|room| others.sum::<usize>() + units(key, text) > room) {
                    return Err(StoreError::Full);
                }
                records.insert(key.to_owned(), text.to_owned());
            }
            None => drop(records.remove(key)),
        }
        drop(records);
        self.disk.announce(self.tab, key);
        Ok(())
    }
}

impl Store for View {
    fn keys(&self) -> Result<Vec<String>, StoreError> {
        self.read_operation(|fault| match fault {
            Some(Fault::Nothing) => Vec::new(),
            // Browsers list keys in any order.
            _ => self.disk.records.borrow().keys().rev().cloned().collect(),
        })
    }

    fn read(&self, key: &str) -> Result<Option<String>, StoreError> {
        self.read_operation(|fault| match (fault, self.disk.get(key)) {
            (Some(Fault::Nothing), _) => None,
            (Some(Fault::Half), Some(text)) => Some(text.chars().take(text.chars().count() / 2).collect()),
            (_, text) => text,
        })
    }

    fn write(&self, key: &str, text: &str) -> Result<(), StoreError> {
        self.change(key, Some(text))
    }

    fn remove(&self, key: &str) -> Result<(), StoreError> {
        self.change(key, None)
    }

    fn filled(&self) -> usize {
        self.disk.records.borrow().iter().map(|(key, text)| units(key, text)).sum()
    }

    fn on_change(&self, changed: Listener) -> Subscription {
        self.disk.listeners.borrow_mut().push((self.tab, Rc::from(changed)));
        Subscription::new(())
    }

    fn with_lock(&self, work: LockedTask) {
        drop(work(Lock::Missing));
    }
}
