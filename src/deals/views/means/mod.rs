//! Where our means go: the plan, which is written here, and the meetings of the last months beside it.

mod actual;
mod cell;
mod page;
mod plan;
mod state;
mod words;

pub(super) use self::page::MeansView;
