//! The usual days for a next step, as choices.

use abacus_core::closed_enum;
use abacus_core::date::{Date, Weekday};

closed_enum! {
    /// A day soon.
    pub enum DayShortcut {
        /// The day after today.
        Tomorrow = "tomorrow" ("明天", "Tomorrow"),
        /// The first Friday after tomorrow.
        Friday = "friday" ("周五", "Friday"),
        /// The first Monday after tomorrow.
        Monday = "monday" ("周一", "Monday"),
    }
}

/// The choices with their days, the soonest first. No day is offered twice: Friday and Monday are never tomorrow.
pub fn day_shortcuts(today: Date) -> Vec<(DayShortcut, Date)> {
    let days = (1..=8).filter_map(|days| today.plus_days(days));
    let first = |day: Weekday| days.clone().skip(1).find(|date| date.weekday() == day);
    let day = |shortcut| match shortcut {
        DayShortcut::Tomorrow => days.clone().next(),
        DayShortcut::Friday => first(Weekday::Friday),
        DayShortcut::Monday => first(Weekday::Monday),
    };
    let mut shortcuts: Vec<(DayShortcut, Date)> =
        DayShortcut::ALL.into_iter().filter_map(|shortcut| Some((shortcut, day(shortcut)?))).collect();
    shortcuts.sort_by_key(|(_, date)| *date);
    shortcuts
}
