//! Counts visits: a first-time visitor may never come again, and is not asked to install anything.

/// The key of the stored count.
pub const KEY: &str = "sales-abacus:visits";

/// Stored once the user no longer wants to be asked.
pub const ENOUGH: &str = "enough";

/// Pages opened within this time, in minutes, are one visit.
const PAUSE: u32 = 30;

/// The visits so far, and the text to store: `<visits> <minute of the last page>`. `None` after [`ENOUGH`].
pub fn count(stored: Option<&str>, minute: u32) -> Option<(u32, String)> {
    let stored = stored.unwrap_or_default();
    if stored == ENOUGH {
        return None;
    }
    let before = stored.split_once(' ').and_then(|(visits, last)| Some((visits.parse().ok()?, last.parse().ok()?)));
    let (visits, last): (u32, u32) = before.unwrap_or((0, 0));
    let is_new = visits == 0 || minute.abs_diff(last) > PAUSE;
    let visits = visits.saturating_add(u32::from(is_new));
    Some((visits, format!("{visits} {minute}")))
}
