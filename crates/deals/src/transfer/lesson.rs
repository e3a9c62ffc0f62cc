//! Reads a lesson of an export file, which is then validated like any stored record.

use super::unusable::Reason;
use crate::json::parse;
use abacus_class::own::{self, OwnLesson};
use abacus_vault::hash::hash;

/// A lesson that was never stored has no id. It gets one from its content, so that it is recognised when imported
/// again.
pub(super) fn read(text: &str) -> Result<OwnLesson, Reason> {
    let value = parse(text).map_err(Reason::Deal)?;
    let lesson = own::read_value(&value).map_err(Reason::Lesson)?;
    let id = if value.get("id").is_some() { lesson.id.clone() } else { hash(&own::encode(&lesson)) };
    Ok(OwnLesson { id, ..lesson })
}
