//! The chunks of a calculator's page.

use crate::calculator::detail::Detail;
use crate::calculator::extras::Extras;
use crate::calculator::problems::Problems;
use crate::calculator::solve::Solve;
use crate::calculator::working::Working;
use crate::shell::chunk::{Chunk, Loaded};
use crate::shell::offline::Status;

/// Where each chunk comes from.
#[derive(Clone, PartialEq)]
pub struct Chunks {
    pub working: Chunk<&'static Working>,
    pub problems: Chunk<&'static Problems>,
    pub solve: Chunk<&'static Solve>,
    pub detail: Chunk<&'static Detail>,
    pub extras: Chunk<Extras>,
    pub offline: Chunk<Status>,
}

/// What is there of the chunks that the calculator itself draws.
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

/// The name of a chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChunkName {
    Working,
    Problems,
    Solve,
    Detail,
    Extras,
}

impl ChunkName {
    /// The name of its place on the page.
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
