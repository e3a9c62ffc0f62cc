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
pub trait PhasedPace<P>: Pace {
    /// The given part starts.
    fn begin(&self, part: P);
}

impl<P> PhasedPace<P> for NeverYield {
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
pub struct CancelToken(Rc<Cell<u64>>);

impl PartialEq for CancelToken {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl CancelToken {
    /// Cancels all work started before.
    pub fn cancel(&self) {
        self.0.set(self.0.get().wrapping_add(1));
    }
}

/// The pace of one piece of work in the browser.
pub struct TimeSlices<P> {
    host: Rc<dyn Host>,
    token: CancelToken,
    number: u64,
    until: Cell<u64>,
    part: RefCell<P>,
    on_progress: Callback<Progress<P>>,
}

impl<P: Clone + 'static> TimeSlices<P> {
    /// Starts work and cancels what was wanted before. In each pause, its progress is reported.
    pub fn begin(host: &Rc<dyn Host>, token: &CancelToken, part: P, on_progress: Callback<Progress<P>>) -> Self {
        token.cancel();
        let until = Cell::new(host.clock().saturating_add(SLICE_MS));
        let (number, part) = (token.0.get(), RefCell::new(part));
        Self { host: host.clone(), token: token.clone(), number, until, part, on_progress }
    }

    /// Whether it is still wanted.
    pub fn is_current(&self) -> bool {
        self.token.0.get() == self.number
    }
}

impl<P: Clone + 'static> Pace for TimeSlices<P> {
    fn is_due(&self) -> bool {
        self.host.clock() >= self.until.get()
    }

    fn rest(&self, done: u64, total: u64) -> Rest<'_> {
        Box::pin(async move {
            if self.is_current() {
                self.on_progress.emit(Progress { part: self.part.borrow().clone(), done, total });
                free(&*self.host).await;
                self.until.set(self.host.clock().saturating_add(SLICE_MS));
            }
            if self.is_current() { Ok(()) } else { Err(Stopped) }
        })
    }
}

impl<P: Clone + 'static> PhasedPace<P> for TimeSlices<P> {
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
