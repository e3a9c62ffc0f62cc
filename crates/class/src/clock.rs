/// A stopwatch, in milliseconds of the browser's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// The time it ran before it was last stopped.
    pub before: u64,
    /// When it was last started; none while it is stopped.
    pub since: Option<u64>,
}

impl Clock {
    /// How long it has been running in total.
    pub fn elapsed(self, now: u64) -> u64 {
        self.before.saturating_add(self.since.map_or(0, |since| now.saturating_sub(since)))
    }

    /// Stops a running clock and starts a stopped one; restarts it if its time is up.
    pub(crate) fn toggled(clock: Option<Self>, time: u64, now: u64) -> Self {
        match clock.filter(|clock| clock.elapsed(now) < time) {
            Some(Self { since: None, before }) => Self { before, since: Some(now) },
            Some(running) => Self { before: running.elapsed(now), since: None },
            None => Self { before: 0, since: Some(now) },
        }
    }
}
