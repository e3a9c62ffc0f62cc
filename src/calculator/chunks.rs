//! The chunks of a calculator's page.

use std::future::Future;
use std::pin::Pin;

use yew::html::Scope;

use crate::calculator::detail::Detail;
use crate::calculator::extras::Extras;
use crate::calculator::problems::Problems;
use crate::calculator::solve::Solve;
use crate::calculator::view::{CalculatorView, Message};
use crate::calculator::working::Working;
use crate::shell::chunk::{Chunk, Loaded, NotLoaded};
use crate::shell::offline::Status;

#[derive(Clone, PartialEq)]
pub struct Chunks {
    pub working: Chunk<&'static Working>,
    pub problems: Chunk<&'static Problems>,
    pub solve: Chunk<&'static Solve>,
    pub detail: Chunk<&'static Detail>,
    pub extras: Chunk<Extras>,
    pub offline: Chunk<Status>,
}

/// The loaded state of the chunks that the calculator itself renders.
pub(super) struct LoadedChunks {
    pub(super) working: Loaded<&'static Working>,
    pub(super) problems: Loaded<&'static Problems>,
    pub(super) solve: Loaded<&'static Solve>,
    pub(super) detail: Loaded<&'static Detail>,
    pub(super) extras: Loaded<Extras>,
}

impl LoadedChunks {
    pub(super) fn at_first(chunks: &Chunks) -> Self {
        Self {
            working: chunks.working.at_first(),
            problems: chunks.problems.at_first(),
            solve: chunks.solve.at_first(),
            detail: chunks.detail.at_first(),
            extras: chunks.extras.at_first(),
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChunkName {
    Working,
    Problems,
    Solve,
    Detail,
    Extras,
}

impl ChunkName {
    /// The name of its container on the page.
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Working => "working",
            Self::Problems => "problems",
            Self::Solve => "solve",
            Self::Detail => "detail",
            Self::Extras => "extras",
        }
    }
}

/// Starts loading a chunk unless it is loaded or loading. Returns whether it starts.
pub(super) fn begin<T: 'static>(
    link: &Scope<CalculatorView>,
    chunk: &mut Loaded<T>,
    from: &Chunk<T>,
    arrived: fn(Result<T, NotLoaded>) -> Message,
) -> bool {
    let loading = chunk.begin(from);
    let begins = loading.is_some();
    loading.into_iter().for_each(|loading| send(link, Box::pin(async move { arrived(loading.await) })));
    begins
}

/// Sends a message when the future resolves. Boxed, so that all chunks share one future type: each type would add code
/// of its own.
fn send(link: &Scope<CalculatorView>, message: Pin<Box<dyn Future<Output = Message>>>) {
    link.send_future(message);
}
