//! Long work in slices, between which the page stays responsive.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

use abacus_core::pace::{NeverYield, Pace, Rest, Stopped};
use yew::Callback;

use crate::shell::ports::Host;

/// The length of a slice, in milliseconds: a key pressed during a slice is handled without a noticeable delay, even if
/// each step of the work takes four times as long.
const SLICE_MS: u64 = 12;

/// Observes work that has parts, and is told which one is current.
pub trait Watch<P>: Pace {
    /// The given part starts.
    fn begin(&self, part: P);
}

impl<P> Watch<P> for NeverYield {
    fn begin(&self, _: P) {}
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress<P> {
    pub part: P,
    /// How much of the part is done, and the total; 0 if the total is unknown.
    pub done: u64,
    pub total: u64,
}

/// Identifies the current work: the last that was started, until it is stopped.
#[derive(Clone, Debug, Default)]
pub struct Wanted(Rc<Cell<u64>>);

impl PartialEq for Wanted {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Wanted {
    /// Cancels all work started before.
    pub fn stop(&self) {
        self.0.set(self.0.get().wrapping_add(1));
    }
}

/// The pace of one piece of work in the browser.
pub struct Slices<P> {
    host: Rc<dyn Host>,
    wanted: Wanted,
    number: u64,
    until: Cell<u64>,
    part: RefCell<P>,
    told: Callback<Progress<P>>,
}

impl<P: Clone + 'static> Slices<P> {
    /// Starts work and cancels what was wanted before. In each pause, its progress is reported.
    pub fn begin(host: &Rc<dyn Host>, wanted: &Wanted, part: P, told: Callback<Progress<P>>) -> Self {
        wanted.stop();
        let until = Cell::new(host.clock().saturating_add(SLICE_MS));
        let (number, part) = (wanted.0.get(), RefCell::new(part));
        Self { host: host.clone(), wanted: wanted.clone(), number, until, part, told }
    }

    /// Whether it is still wanted.
    pub fn is_wanted(&self) -> bool {
        self.wanted.0.get() == self.number
    }
}

impl<P: Clone + 'static> Pace for Slices<P> {
    fn is_due(&self) -> bool {
        self.host.clock() >= self.until.get()
    }

    fn rest(&self, done: u64, total: u64) -> Rest<'_> {
        Box::pin(async move {
            if self.is_wanted() {
                self.told.emit(Progress { part: self.part.borrow().clone(), done, total });
                free(&*self.host).await;
                self.until.set(self.host.clock().saturating_add(SLICE_MS));
            }
            if self.is_wanted() { Ok(()) } else { Err(Stopped) }
        })
    }
}

impl<P: Clone + 'static> Watch<P> for Slices<P> {
    fn begin(&self, part: P) {
        self.part.replace(part);
    }
}

/// Resolves when the browser is [free](Host::when_free).
async fn free(host: &dyn Host) {
    let state: Rc<RefCell<(bool, Option<Waker>)>> = Rc::default();
    let heard = state.clone();
    host.when_free(Callback::from(move |()| {
        let waker = {
            let mut state = heard.borrow_mut();
            state.0 = true;
            state.1.take()
        };
        waker.into_iter().for_each(Waker::wake);
    }));
    poll_fn(|context| {
        let mut state = state.borrow_mut();
        if state.0 {
            return Poll::Ready(());
        }
        state.1 = Some(context.waker().clone());
        Poll::Pending
    })
    .await;
}
