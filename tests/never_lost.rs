//! That no deal is ever lost: by a store that fails, by tabs that write at the same time, by a page that goes away.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test stops at what should not be")]

#[path = "never_lost/disk.rs"]
mod disk;
#[path = "never_lost/faults.rs"]
mod faults;
#[path = "never_lost/guarded.rs"]
mod guarded;
#[path = "never_lost/model.rs"]
mod model;
#[expect(dead_code, reason = "other tests need more of it")]
mod support;
#[path = "never_lost/tab.rs"]
mod tab;
#[path = "never_lost/together.rs"]
mod together;
