//! Which senders are accepted, the rate limit, and the origins to which a frame may send.

use abacus_core::calculator::Spec;

use crate::command::{Command, Present, Refusal, Request, is_for, is_ours, read};
use crate::message::Kind;
use crate::problem::{Code, Problem};
use crate::value::{TooLarge, Value};

/// The maximum number of messages per second.
pub const MAX_PER_SECOND: u32 = 60;
const SECOND_MS: u64 = 1_000;
/// Any origin, in `postMessage`.
pub const ANYONE: &str = "*";

/// The sender of a message.
#[derive(Clone, Copy, Debug)]
pub struct Sender<'a> {
    /// Whether its window is the parent of this one.
    pub is_parent: bool,
    /// The origin, as reported by the browser.
    pub origin: &'a str,
    /// When it arrived, in milliseconds of a monotonic clock.
    pub at: u64,
}

/// The outcome of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum GateDecision {
    /// It is for another recipient, or its sender is not accepted. There is no answer.
    Ignored,
    /// It is dropped; a host that has not been told yet gets the problem.
    Dropped(Option<Problem>),
    /// It is invalid.
    Refused(Refusal),
    /// It is to be executed.
    Accepted(Request),
}

/// Accepts messages from one origin, which the first `hello` from the parent pins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gate {
    tool: &'static str,
    id: Option<String>,
    host: Option<String>,
    pinned: Option<String>,
    /// When the current one-second window started, and the number of messages in it.
    second: u64,
    count: u32,
    has_reported: bool,
}

impl Gate {
    /// A gate for this calculator and instance, which accepts only `host` if there is one.
    pub const fn new(tool: &'static str, id: Option<String>, host: Option<String>) -> Self {
        Self { tool, id, host, pinned: None, second: 0, count: 0, has_reported: false }
    }

    /// The outcome of a message, which either was read within its budget or was too large.
    pub fn receive(
        &mut self,
        sender: Sender<'_>,
        message: Result<&Value, TooLarge>,
        spec: &'static Spec,
        present: &Present,
    ) -> GateDecision {
        if !sender.is_parent || !self.is_accepted(sender.origin) {
            return GateDecision::Ignored;
        }
        let is_pinned = self.pinned.is_some();
        match message {
            Ok(message) if !is_ours(message) || !is_for(message, self.tool, self.id.as_deref()) => {
                GateDecision::Ignored
            }
            // It was not read to its end, so it is unknown whether it was for this frame. Before `hello` there is no
            // answer.
            Err(TooLarge) if !is_pinned => GateDecision::Ignored,
            Err(TooLarge) => self.dropped(),
            Ok(_) if !self.is_within_rate(sender.at) => self.dropped(),
            Ok(message) => match read(message, spec, present) {
                Ok(request) => {
                    if request.command == Command::Hello {
                        self.pinned = Some(sender.origin.to_owned());
                    } else if !is_pinned {
                        return GateDecision::Ignored;
                    }
                    GateDecision::Accepted(request)
                }
                Err(_) if !is_pinned => GateDecision::Ignored,
                Err(refusal) => GateDecision::Refused(refusal),
            },
        }
    }

    /// The origin to which a message may be sent; none if it may not be sent. Before `hello`, only messages without
    /// values may be sent.
    pub fn target(&self, kind: Kind) -> Option<&str> {
        match (&self.pinned, kind) {
            (Some(pinned), _) => Some(pinned),
            (None, Kind::Ready | Kind::Resize | Kind::Failed) => Some(ANYONE),
            (None, Kind::Change | Kind::Problem | Kind::Reply) => None,
        }
    }

    /// Whether a host may receive values.
    pub const fn is_open(&self) -> bool {
        self.pinned.is_some()
    }

    /// Sandboxed pages and files have the origin `null`, which identifies no one.
    fn is_accepted(&self, origin: &str) -> bool {
        let pinned = self.pinned.as_deref().or(self.host.as_deref());
        origin != "null" && pinned.is_none_or(|pinned| pinned == origin)
    }

    fn is_within_rate(&mut self, at: u64) -> bool {
        if at.saturating_sub(self.second) >= SECOND_MS {
            (self.second, self.count) = (at, 0);
        }
        self.count = self.count.saturating_add(1);
        self.count <= MAX_PER_SECOND
    }

    fn dropped(&mut self) -> GateDecision {
        let problem = (!self.has_reported && self.is_open()).then(|| Problem::new("", Code::TooLarge));
        self.has_reported |= problem.is_some();
        GateDecision::Dropped(problem)
    }
}
