//! The usual days for a next step, as choices.

use abacus_core::closed_enum;
use abacus_core::date::{Date, Weekday};

closed_enum! {
    /// A day soon.
    pub enum Soon {
        /// The day after today.
        Tomorrow = "tomorrow" ("明天", "Tomorrow"),
        /// The first Friday after tomorrow.
        Friday = "friday" ("周五", "Friday"),
        /// The first Monday after tomorrow.
        Monday = "monday" ("周一", "Monday"),
    }
}

/// The choices with their days, the soonest first. No day is offered twice: Friday and Monday are never tomorrow.
pub fn soon(today: Date) -> Vec<(Soon, Date)> {
    let days = (1..=8).filter_map(|days| today.plus_days(days));
    let first = |day: Weekday| days.clone().skip(1).find(|date| date.weekday() == day);
    let day = |soon| match soon {
        Soon::Tomorrow => days.clone().next(),
        Soon::Friday => first(Weekday::Friday),
        Soon::Monday => first(Weekday::Monday),
    };
    let mut soon: Vec<(Soon, Date)> = Soon::ALL.into_iter().filter_map(|soon| Some((soon, day(soon)?))).collect();
    soon.sort_by_key(|(_, date)| *date);
    soon
}
