//! How long ago a day was.

use abacus_core::date::Date;

/// Whole days from `date` to `today`; `None` if `date` is in the future.
pub(super) fn days_since(date: Date, today: Date) -> Option<u32> {
    u32::try_from(date.days_until(today)).ok()
}
