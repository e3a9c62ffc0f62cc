//! The lesson on the stage.

use std::rc::Rc;

use abacus_class::{Lesson, Run, Which};

/// The lesson being given. Shared with the key listener, which needs its current state.
#[derive(Default)]
pub(super) struct Given {
    pub(super) lesson: Option<(Which, Rc<Lesson>)>,
    pub(super) run: Run,
}
