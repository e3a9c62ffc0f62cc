//! What was last written here, until the outcome is known.

use std::rc::Rc;

use crate::record::{Record, same_content};

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct LastWrite<R> {
    pub(crate) base: Option<Rc<R>>,
    pub(crate) wrote: Rc<R>,
}

impl<R: Record> LastWrite<R> {
    /// Whether `theirs` was written without having seen our write: otherwise ours would be its base and its revision
    /// the next one.
    pub(crate) fn is_overwritten_by(&self, theirs: &R) -> bool {
        theirs.revision() <= self.wrote.revision() && !same_content(&*self.wrote, theirs)
    }
}
