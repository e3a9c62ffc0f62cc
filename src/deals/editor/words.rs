//! What the page of a deal says itself; what its fields are called is with their declarations.

use abacus_core::text::{Text, text};

/// The deal itself.
pub const DEAL: Text = text("商机", "The deal");
/// While it has not ended.
pub const GOES_ON: Text = text("还在进行", "It goes on");
/// The next step.
pub const NEXT_STEP: Text = text("下一步", "Next step");
/// The notes and tags.
pub const NOTES_AND_TAGS: Text = text("备注与标签", "Notes and tags");
/// The addresses in the notes.
pub const LINKS: Text = text("备注里的网址", "Addresses in the notes");
/// Deletes the deal.
pub const DELETE: Text = text("删除这笔商机", "Delete this deal");
