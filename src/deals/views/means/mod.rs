//! Where our means go: the plan, which is edited here, and the meetings of the last months for comparison.

mod actual;
mod cell;
mod page;
mod plan;
mod state;
mod words;

pub(super) use self::page::MeansView;
