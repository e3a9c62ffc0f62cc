//! The lesson on the stage.

use std::rc::Rc;

use abacus_class::{Lesson, LessonRef, Run};

/// The lesson being given. Shared with the key listener, which needs its current state.
#[derive(Default)]
pub(super) struct LiveLesson {
    pub(super) lesson: Option<(LessonRef, Rc<Lesson>)>,
    pub(super) run: Run,
}
