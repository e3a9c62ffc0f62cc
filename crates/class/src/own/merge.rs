//! Merging changes made to one lesson in two tabs.

use super::Own;

/// The lesson with the changes of both sides: `base` is what both began from, `ours` was changed here, `theirs` was
/// changed elsewhere and is already stored. None if both changed the same part differently: then both are kept.
pub(super) fn merge(base: &Own, ours: &Own, theirs: &Own) -> Option<Own> {
    Some(Own {
        title: pick(&base.title, &ours.title, &theirs.title)?.clone(),
        question: pick(&base.question, &ours.question, &theirs.question)?.clone(),
        lines: pick(&base.lines, &ours.lines, &theirs.lines)?.clone(),
        values: pick(&base.values, &ours.values, &theirs.values)?.clone(),
        moves: pick(&base.moves, &ours.moves, &theirs.moves)?.clone(),
        deleted: *pick(&base.deleted, &ours.deleted, &theirs.deleted)?,
        ..theirs.clone()
    })
}

/// The changed side; none if both changed differently.
fn pick<'a, T: PartialEq>(base: &T, ours: &'a T, theirs: &'a T) -> Option<&'a T> {
    if ours == base {
        Some(theirs)
    } else if theirs == base || theirs == ours {
        Some(ours)
    } else {
        None
    }
}
