//! Two tabs, one scenario: what becomes of changes made at the same time.

use super::scenario::Scenario;

/// Both changes in one: `base` is what both began from, `ours` was changed here, `theirs` elsewhere and is stored already.
/// `None` if both gave it another name: neither is then chosen, and both have to be kept.
///
/// Values never change once kept; a version in which they do wins, being the stored one.
pub(super) fn merge(base: &Scenario, ours: &Scenario, theirs: &Scenario) -> Option<Scenario> {
    Some(Scenario {
        name: pick(&base.name, &ours.name, &theirs.name)?.clone(),
        // A place in a list is not worth a second copy.
        place: *pick(&base.place, &ours.place, &theirs.place).unwrap_or(&ours.place),
        deleted: *pick(&base.deleted, &ours.deleted, &theirs.deleted)?,
        ..theirs.clone()
    })
}

/// The side that changed; `None` if both did, and differently.
fn pick<'a, T: PartialEq>(base: &T, ours: &'a T, theirs: &'a T) -> Option<&'a T> {
    if ours == base {
        Some(theirs)
    } else if theirs == base || theirs == ours {
        Some(ours)
    } else {
        None
    }
}
