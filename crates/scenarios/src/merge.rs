//! Merging changes made to one scenario in two tabs.

use abacus_vault::merge::changed;

use super::scenario::Scenario;

/// The scenario with the changes of both sides: `base` is what both began from, `ours` was changed here, `theirs` was
/// changed elsewhere and is already stored. `None` if both renamed it differently: then both have to be kept.
///
/// Values never change once stored. If a version changed them anyway, the stored one wins.
pub(super) fn merge(base: &Scenario, ours: &Scenario, theirs: &Scenario) -> Option<Scenario> {
    Some(Scenario {
        name: changed(&base.name, &ours.name, &theirs.name)?.clone(),
        // A different place in the list is not worth a second version.
        place: *changed(&base.place, &ours.place, &theirs.place).unwrap_or(&ours.place),
        deleted: *changed(&base.deleted, &ours.deleted, &theirs.deleted)?,
        ..theirs.clone()
    })
}
