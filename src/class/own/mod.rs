//! Lessons of one's own: making one of a calculator's values, keeping it, and passing it on as a link or a file.

mod draft;
mod form;
mod list;
mod view;
mod words;

use abacus_class::own::{Own, OwnError, decode, key, lesson, read_link};
use abacus_class::{Lesson, Which, lessons};
use abacus_core::calculator::Calculator;
use abacus_vault::{Store, StoreError};
use yew::AttrValue;

pub use crate::class::own::view::OwnProps;
pub(super) use crate::class::own::view::OwnView;

/// What the form is opened for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Making {
    /// A lesson of a calculator and its values, as the address has them.
    New(AttrValue),
    /// A change of the kept lesson with this id.
    Change(AttrValue),
    /// A lesson that came by a link, as the address has it, is kept.
    Linked(AttrValue),
}

impl Making {
    /// What tells it from another.
    pub(super) fn key(&self) -> String {
        match self {
            Self::New(values) => format!("new {values}"),
            Self::Change(id) => format!("change {id}"),
            Self::Linked(lesson) => format!("linked {lesson}"),
        }
    }
}

/// A lesson that an address names, before its calculator is there.
pub(super) enum Named {
    Ours(&'static Lesson),
    Own(Box<Own>),
}

/// Why a lesson that an address names is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Absent {
    /// No lesson has this name, or it was deleted.
    Unknown,
    /// No calculator has the name of the one that it is to be about.
    UnknownCalculator,
    /// It cannot be read. A record stays as it is.
    Unreadable(OwnError),
    /// The store cannot be read.
    Store(StoreError),
}

impl Named {
    pub(super) fn find(which: &Which, store: &dyn Store) -> Result<Self, Absent> {
        let own = match which {
            Which::Given(name) => return lessons::find(name).map(Self::Ours).ok_or(Absent::Unknown),
            Which::Own(id) => {
                let record = store.read(&key(id)).map_err(Absent::Store)?.ok_or(Absent::Unknown)?;
                decode(id, &record)
            }
            Which::Linked(text) => read_link(text),
        };
        let own = own.map_err(Absent::Unreadable)?;
        if own.deleted { Err(Absent::Unknown) } else { Ok(Self::Own(Box::new(own))) }
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
