//! The class: a list of lessons, and the stage for giving one. The list is in the main file; the user's own lessons and
//! paper, the stage with its presenter's window, and the demo deal are chunks.

mod absent;
mod calculators;
mod chunks;
pub mod deal;
pub mod extras;
mod link;
mod list;
mod own;
mod paper;
mod route;
pub mod stage;
mod view;
mod words;

pub use crate::class::chunks::{Chunks, Source};
pub use crate::class::view::{ClassView, ClassViewProps};
