//! A day of the calendar, without a clock: the caller passes in today's date.

use std::fmt;
use std::str::FromStr;

/// A day of the Gregorian calendar in the years 0000 to 9999, written `YYYY-MM-DD` (ISO 8601).
///
/// ```
/// use abacus_core::date::{Date, DateError};
///
/// let day: Date = "2026-11-30".parse().unwrap();
/// assert_eq!(day.plus_months(3).to_string(), "2027-02-28");
/// assert_eq!(day.days_until(Date::new(2026, 12, 2).unwrap()), 2);
/// assert_eq!("2026-2-3".parse::<Date>(), Err(DateError::NotIso));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(time::Date);

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weekday {
    /// The first day of the week (ISO 8601).
    Monday,
    /// The second.
    Tuesday,
    /// The third.
    Wednesday,
    /// The fourth.
    Thursday,
    /// The fifth.
    Friday,
    /// The sixth.
    Saturday,
    /// The last.
    Sunday,
}

impl Weekday {
    /// All seven, from Monday.
    pub const ALL: [Self; 7] =
        [Self::Monday, Self::Tuesday, Self::Wednesday, Self::Thursday, Self::Friday, Self::Saturday, Self::Sunday];
}

/// Why a text is not a [`Date`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateError {
    /// The text does not have the shape `YYYY-MM-DD`.
    NotIso,
    /// The shape is right, but the calendar has no such day, as in `2026-02-30`.
    DoesNotExist,
}

impl Date {
    /// 1970-01-01, for a device whose clock gives no valid date.
    pub const EPOCH: Self = Self(time::OffsetDateTime::UNIX_EPOCH.date());

    /// 9999-12-31.
    pub const LAST: Self = Self(time::Date::MAX);

    /// The day with this year, month (1–12) and day of the month (1–31).
    ///
    /// # Errors
    /// [`DateError::DoesNotExist`] if the calendar has no such day or the year is not in 0 to 9999.
    pub fn new(year: i32, month: u8, day: u8) -> Result<Self, DateError> {
        if !(0..=9999).contains(&year) {
            return Err(DateError::DoesNotExist);
        }
        time::Month::try_from(month)
            .and_then(|month| time::Date::from_calendar_date(year, month, day))
            .map(Self)
            .map_err(|_| DateError::DoesNotExist)
    }

    /// The day this many days later, or earlier if negative; `None` outside the years 0000 to 9999.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        let day = self.0.checked_add(time::Duration::days(days.into()))?;
        (0..=9999).contains(&day.year()).then_some(Self(day))
    }

    /// Days from this day to `other`; negative if `other` comes first.
    pub const fn days_until(self, other: Self) -> i32 {
        // Four-digit years span fewer than four million days, far within `i32`.
        other.0.to_julian_day().saturating_sub(self.0.to_julian_day())
    }

    /// Its day of the week.
    pub const fn weekday(self) -> Weekday {
        match self.0.weekday() {
            time::Weekday::Monday => Weekday::Monday,
            time::Weekday::Tuesday => Weekday::Tuesday,
            time::Weekday::Wednesday => Weekday::Wednesday,
            time::Weekday::Thursday => Weekday::Thursday,
            time::Weekday::Friday => Weekday::Friday,
            time::Weekday::Saturday => Weekday::Saturday,
            time::Weekday::Sunday => Weekday::Sunday,
        }
    }

    /// Its year, month (1–12) and day of the month.
    pub fn parts(self) -> (i32, u8, u8) {
        let (year, month, day) = self.0.to_calendar_date();
        (year, month.into(), day)
    }

    /// The same day of the month this many months later. A shorter month gives its last day; beyond the end of the
    /// calendar it is [`Date::LAST`].
    #[must_use]
    pub fn plus_months(self, months: u8) -> Self {
        let (year, month, day) = self.0.to_calendar_date();
        let count = u8::from(month).saturating_sub(1).saturating_add(months % 12);
        let years = i32::from(months / 12).saturating_add(i32::from(count / 12));
        let (year, month) = (year.saturating_add(years), month.nth_next(months));
        Self::new(year, month.into(), day.min(month.length(year))).unwrap_or(Self(time::Date::MAX))
    }
}

impl FromStr for Date {
    type Err = DateError;

    /// Parses exactly `YYYY-MM-DD`: no spaces, no signs, no missing zeros.
    fn from_str(text: &str) -> Result<Self, DateError> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else {
            return Err(DateError::NotIso);
        };
        let year = number(&[y1, y2, y3, y4]).ok_or(DateError::NotIso)?;
        let month = number(&[m1, m2]).ok_or(DateError::NotIso)?;
        let day = number(&[d1, d2]).ok_or(DateError::NotIso)?;
        let two_digits = |n| u8::try_from(n).map_err(|_| DateError::NotIso);
        Self::new(year, two_digits(month)?, two_digits(day)?)
    }
}

fn number(digits: &[u8]) -> Option<i32> {
    digits.iter().try_fold(0_i32, |number, digit| {
        let digit = char::from(*digit).to_digit(10)?;
        number.checked_mul(10)?.checked_add_unsigned(digit)
    })
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.parts();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}
