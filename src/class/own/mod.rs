//! The user's own lessons: creating one from a calculator's values, keeping it, and sharing it as a link or a file.

mod draft;
mod form;
mod list;
mod view;
mod words;

use abacus_class::own::{OwnError, OwnLesson, decode, key, lesson, read_link};
use abacus_class::{Lesson, LessonRef, lessons};
use abacus_core::calculator::Calculator;
use abacus_vault::{Store, StoreError};
use yew::AttrValue;

pub use crate::class::own::view::OwnProps;
pub(super) use crate::class::own::view::OwnView;

/// The purpose of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditorMode {
    /// A new lesson from a calculator and its values, as given in the address.
    New(AttrValue),
    /// Editing the kept lesson with this id.
    Change(AttrValue),
    /// Keeping a lesson from a link, as given in the address.
    Linked(AttrValue),
}

impl EditorMode {
    /// A unique key.
    pub(super) fn key(&self) -> String {
        match self {
            Self::New(values) => format!("new {values}"),
            Self::Change(id) => format!("change {id}"),
            Self::Linked(lesson) => format!("linked {lesson}"),
        }
    }
}

/// A lesson named in an address, before its calculator has loaded.
pub(super) enum FoundLesson {
    Ours(&'static Lesson),
    Own(Box<OwnLesson>),
}

/// Why a lesson named in an address is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LessonError {
    /// No lesson has this name, or it was deleted.
    Unknown,
    /// There is no calculator with the name it refers to.
    UnknownCalculator,
    /// It cannot be parsed. A stored record stays as it is.
    Unreadable(OwnError),
    /// The store cannot be read.
    Store(StoreError),
}

impl FoundLesson {
    pub(super) fn find(lesson_ref: &LessonRef, store: &dyn Store) -> Result<Self, LessonError> {
        let own = match lesson_ref {
            LessonRef::BuiltIn(name) => return lessons::find(name).map(Self::Ours).ok_or(LessonError::Unknown),
            LessonRef::Own(id) => {
                let record = store.read(&key(id)).map_err(LessonError::Store)?.ok_or(LessonError::Unknown)?;
                decode(id, &record)
            }
            LessonRef::Linked(text) => read_link(text),
        };
        let own = own.map_err(LessonError::Unreadable)?;
        if own.deleted { Err(LessonError::Unknown) } else { Ok(Self::Own(Box::new(own))) }
    }

    /// The calculator that its steps depend on, if any.
    pub(super) const fn needs(&self) -> Option<&'static str> {
        match self {
            Self::Ours(_) => None,
            Self::Own(own) => Some(own.calculator.id),
        }
    }

    /// The lesson, once that calculator has loaded.
    pub(super) fn lesson(&self, find: impl Fn(&str) -> Option<&'static dyn Calculator>) -> Option<Lesson> {
        match self {
            Self::Ours(lesson) => Some(Lesson::clone(lesson)),
            Self::Own(own) => Some(lesson(own, find(own.calculator.id)?)),
        }
    }
}
