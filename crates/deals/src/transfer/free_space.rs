//! Whether the store has room for an import: for its records, and for the journal that can undo them.

use abacus_core::pace::{Pace, Stopped, yield_if_due};
use abacus_vault::journal::{Cause, Write};
use abacus_vault::space::{CEILING, RESERVE_KEY, RESERVE_UNITS, units};

/// The size of a journal entry without the key and the previous text: names, punctuation, and the hash.
const ENTRY: usize = 42;
const BEFORE: usize = 12;

/// By how many units the store grows with a write and its journal entry; negative if it shrinks.
pub(super) fn growth(write: &Write) -> isize {
    let before = write.before.as_deref();
    // In the journal, quotation marks and backslashes are escaped.
    let escaped = |text: &str| text.bytes().filter(|byte| matches!(byte, b'"' | b'\\')).count();
    let kept = before.map_or(0, |text| units("", text).saturating_add(escaped(text)).saturating_add(BEFORE));
    let entry = ENTRY.saturating_add(write.key.len()).saturating_add(kept);
    let replaced = before.map_or(0, |text| units(&write.key, text));
    let signed = |units: usize| isize::try_from(units).unwrap_or(isize::MAX);
    signed(units(&write.key, &write.after).saturating_add(entry)).saturating_sub(signed(replaced))
}

/// How many units are left for an import in a store with these records. The journal of the last import is replaced by
/// the new one; the reserve for the last edit stays.
pub(super) async fn free_units(stored: &[(String, String)], pace: &dyn Pace) -> Result<usize, Stopped> {
    let (journal, mut used) = (Cause::Import.key(), RESERVE_UNITS);
    for (key, text) in stored {
        yield_if_due(pace, 0, 0).await?;
        if *key != journal && key != RESERVE_KEY {
            used = used.saturating_add(units(key, text));
        }
    }
    Ok(CEILING.saturating_sub(used))
}
