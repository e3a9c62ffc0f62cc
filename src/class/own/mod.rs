//! Lessons of one's own: making one of a calculator's values, keeping it, and passing it on as a link or a file.

mod form;
mod list;
mod view;
mod words;

use abacus_class::own::{Own, decode, key, lesson, read_link};
use abacus_class::{Lesson, Which, lessons};
use abacus_core::calculator::Calculator;
use abacus_vault::Store;

pub use crate::class::own::view::OwnProps;
pub(super) use crate::class::own::view::OwnView;

/// A lesson that an address names, before its calculator is there.
pub(super) enum Named {
    Ours(&'static Lesson),
    Own(Box<Own>),
}

impl Named {
    /// None where there is no such lesson, or where it cannot be read.
    pub(super) fn find(which: &Which, store: &dyn Store) -> Option<Self> {
        Some(match which {
            Which::Given(name) => Self::Ours(lessons::find(name)?),
            Which::Own(id) => Self::Own(Box::new(decode(id, &store.read(&key(id)).ok()??).ok()?)),
            Which::Linked(text) => Self::Own(Box::new(read_link(text).ok()?)),
        })
    }

    /// The calculator that its steps follow from, if they do.
    pub(super) const fn needs(&self) -> Option<&'static str> {
        match self {
            Self::Ours(_) => None,
            Self::Own(own) => Some(own.calculator.id),
        }
    }

    /// The lesson, once that calculator is there.
    pub(super) fn lesson(&self, find: impl Fn(&str) -> Option<&'static dyn Calculator>) -> Option<Lesson> {
        match self {
            Self::Ours(lesson) => Some(Lesson::clone(lesson)),
            Self::Own(own) => Some(lesson(own, find(own.calculator.id)?)),
        }
    }
}
