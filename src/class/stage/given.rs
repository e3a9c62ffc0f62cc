//! What is given on the stage.

use std::rc::Rc;

use abacus_class::{Lesson, Run, Which};

/// The lesson that is given. Keys are read as things stand, so their listener shares it.
#[derive(Default)]
pub(super) struct Given {
    pub(super) lesson: Option<(Which, Rc<Lesson>)>,
    pub(super) run: Run,
}
