//! The lesson and the step that an address opens.

use std::fmt;

/// The fragment of the class's address: `earned&step=3`, `own=1f2e&step=1`, `lesson=…&step=1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The lesson.
    pub lesson: LessonRef,
    /// The step, counted from 0; the address counts from 1.
    pub step: usize,
}

/// Where a lesson comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LessonRef {
    /// One of [`LESSONS`](crate::lessons::LESSONS), by its name.
    BuiltIn(String),
    /// The user's own, by the id of its record.
    Own(String),
    /// One contained in the address itself, as written by [`own::link`](crate::own::link).
    Linked(String),
}

impl Address {
    /// Parses a fragment, with or without its `#`; none if it names no lesson. The lesson named may not exist.
    pub fn read(fragment: &str) -> Option<Self> {
        let mut parts = fragment.trim_start_matches('#').split('&');
        let first = parts.next().filter(|first| !first.is_empty())?;
        let lesson = match first.split_once('=') {
            None => LessonRef::BuiltIn(first.to_owned()),
            Some(("own", id)) => LessonRef::Own(id.to_owned()),
            Some(("lesson", text)) => LessonRef::Linked(text.to_owned()),
            Some(_) => return None,
        };
        let step = parts.find_map(|part| part.strip_prefix("step=")?.parse::<usize>().ok());
        Some(Self { lesson, step: step.unwrap_or(1).saturating_sub(1) })
    }
}

impl fmt::Display for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.lesson {
            LessonRef::BuiltIn(name) => formatter.write_str(name),
            LessonRef::Own(id) => write!(formatter, "own={id}"),
            LessonRef::Linked(text) => write!(formatter, "lesson={text}"),
        }?;
        write!(formatter, "&step={}", self.step.saturating_add(1))
    }
}
