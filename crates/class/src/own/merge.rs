//! Merging changes made to one lesson in two tabs.

use abacus_vault::merge::changed;

use super::OwnLesson;

/// The lesson with the changes of both sides: `base` is the common ancestor, `ours` was changed here, `theirs` was
/// changed elsewhere and is already stored. None if both changed the same part differently: then both are kept.
pub(super) fn merge(base: &OwnLesson, ours: &OwnLesson, theirs: &OwnLesson) -> Option<OwnLesson> {
    Some(OwnLesson {
        title: changed(&base.title, &ours.title, &theirs.title)?.clone(),
        question: changed(&base.question, &ours.question, &theirs.question)?.clone(),
        lines: changed(&base.lines, &ours.lines, &theirs.lines)?.clone(),
        values: changed(&base.values, &ours.values, &theirs.values)?.clone(),
        moves: changed(&base.moves, &ours.moves, &theirs.moves)?.clone(),
        steps: changed(&base.steps, &ours.steps, &theirs.steps)?.clone(),
        deleted: *changed(&base.deleted, &ours.deleted, &theirs.deleted)?,
        ..theirs.clone()
    })
}
