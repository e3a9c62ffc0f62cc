//! Long work in pieces, so that a page can respond in between and the user can stop it.
//!
//! Work that may take long is an `async` function that calls [`yield_if_due`] after every small piece. The caller's
//! [`Pace`] decides how long to work between pauses and what happens during one: in the browser, a clock and the page's
//! other work; with [`NeverYield`], nothing, so that the same function can also be called synchronously.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// The user stopped the work, so it has no result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// A pause in the work, which completes when the work may go on.
pub type Rest<'a> = Pin<Box<dyn Future<Output = Result<(), Stopped>> + 'a>>;

/// When long work pauses.
pub trait Pace {
    /// Whether it is time to pause. Called thousands of times a second.
    fn is_due(&self) -> bool;
    /// Pauses. `done` and `total` are the progress, in any unit; `total` is never less than `done`, and 0 if it is
    /// unknown.
    fn rest(&self, done: u64, total: u64) -> Rest<'_>;
}

/// Never pauses.
#[derive(Clone, Copy, Debug)]
pub struct NeverYield;

impl Pace for NeverYield {
    fn is_due(&self) -> bool {
        false
    }

    fn rest(&self, _: u64, _: u64) -> Rest<'_> {
        Box::pin(std::future::ready(Ok(())))
    }
}

/// Call this after every small piece of work: it pauses if a pause is due.
///
/// # Errors
/// [`Stopped`], if the work was cancelled.
pub async fn yield_if_due<P: Pace + ?Sized>(pace: &P, done: usize, total: usize) -> Result<(), Stopped> {
    if !pace.is_due() {
        return Ok(());
    }
    let [done, total] = [done, total.max(done)].map(|count| u64::try_from(count).unwrap_or(u64::MAX));
    pace.rest(done, total).await
}

/// The result of work that never pauses, as with [`NeverYield`]; `None` if it did.
pub fn run_to_end<T>(work: impl Future<Output = T>) -> Option<T> {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => Some(result),
        Poll::Pending => None,
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::future::ready;

    use super::{NeverYield, Pace, Rest, Stopped, run_to_end, yield_if_due};

    /// Pauses every time, and stops after this many pauses.
    struct Eager(RefCell<Vec<(u64, u64)>>, usize);

    impl Pace for Eager {
        fn is_due(&self) -> bool {
            true
        }

        fn rest(&self, done: u64, total: u64) -> Rest<'_> {
            self.0.borrow_mut().push((done, total));
            let goes_on = self.0.borrow().len() < self.1;
            Box::pin(ready(if goes_on { Ok(()) } else { Err(Stopped) }))
        }
    }

    async fn count(to: usize, pace: &dyn Pace) -> Result<usize, Stopped> {
        for done in 0..to {
            yield_if_due(pace, done, to).await?;
        }
        Ok(to)
    }

    #[test]
    fn work_without_pauses_completes_at_once() {
        assert_eq!(run_to_end(count(1000, &NeverYield)), Some(Ok(1000)));
        assert_eq!(run_to_end(std::future::pending::<()>()), None);
    }

    #[test]
    fn each_pause_gets_the_progress_and_can_stop_the_work() {
        let eager = Eager(RefCell::default(), 3);
        assert_eq!(run_to_end(count(1000, &eager)), Some(Err(Stopped)));
        assert_eq!(*eager.0.borrow(), [(0, 1000), (1, 1000), (2, 1000)]);
        let eager = Eager(RefCell::default(), 2);
        assert_eq!(run_to_end(yield_if_due(&eager, 7, 5)), Some(Ok(())));
        assert_eq!(*eager.0.borrow(), [(7, 7)], "more than expected");
    }
}
