//! Days and times, which a workbook stores as a number of days.

use abacus_core::Decimal;
use abacus_core::date::Date;
use abacus_core::number::decimal::Arithmetic;

use crate::format::FormatKind;
use crate::number;

const DAY: i64 = 86_400;

/// 29 February 1900, a day that did not exist but that Excel counts, as Lotus did.
const NO_DAY: i64 = 60;

/// A count of days as text: `2026-06-30`, `2026-06-30 09:30`, `09:30`, or the hours and minutes of a duration. `None`
/// if it is not such a count, for example negative.
pub(crate) fn text(stored: &str, kind: FormatKind, has_1904: bool) -> Option<String> {
    let days: Decimal = number::plain(stored, 0)?.parse().ok()?;
    let seconds = days.times(DAY.into())?.round();
    // Rounded to the second, as displayed; 26 digits would not be a day in any calendar.
    let seconds = i64::try_from(seconds).ok().filter(|seconds| *seconds >= 0)?;
    if kind == FormatKind::Duration {
        return Some(clock(seconds, 1));
    }
    let (day, second) = (seconds.checked_div(DAY)?, seconds.checked_rem(DAY)?);
    if kind == FormatKind::Time && day == 0 {
        return Some(clock(second, 2));
    }
    let day = self::day(day, has_1904)?;
    Some(if second == 0 { day } else { format!("{day} {}", clock(second, 2)) })
}

/// `9:30`, with the seconds unless they are zero, and at least `width` digits for the hour.
fn clock(seconds: i64, width: usize) -> String {
    let part = |unit: i64| seconds.checked_div(unit).unwrap_or_default();
    let (hours, minutes, rest) = (part(3600), part(60) % 60, seconds % 60);
    let time = format!("{hours:0width$}:{minutes:02}");
    if rest == 0 { time } else { format!("{time}:{rest:02}") }
}

fn day(count: i64, has_1904: bool) -> Option<String> {
    let since = |year, month, day, count: i64| {
        let count = i32::try_from(count).ok()?;
        Some(Date::new(year, month, day).ok()?.plus_days(count)?.to_string())
    };
    match count {
        _ if has_1904 => since(1904, 1, 1, count),
        // Excel shows these as days, but they do not exist: parsing the text as a date will fail.
        0 => Some("1900-01-00".to_owned()),
        NO_DAY => Some("1900-02-29".to_owned()),
        1..NO_DAY => since(1899, 12, 31, count),
        _ => since(1899, 12, 30, count),
    }
}

#[cfg(test)]
mod tests {
    use super::text;
    use crate::format::FormatKind::{Day, Duration, Time};

    #[test]
    fn day_counts_are_read_as_days_and_times() {
        for (stored, kind, expected) in [
            ("46203", Day, Some("2026-06-30")),
            ("46203.0", Day, Some("2026-06-30")),
            ("46203.395833333336", Day, Some("2026-06-30 09:30")),
            ("46203.999999999", Day, Some("2026-07-01")),
            ("46203.5000115741", Day, Some("2026-06-30 12:00:01")),
            ("1", Day, Some("1900-01-01")),
            ("59", Day, Some("1900-02-28")),
            ("60", Day, Some("1900-02-29")),
            ("61", Day, Some("1900-03-01")),
            ("0", Day, Some("1900-01-00")),
            ("2958465", Day, Some("9999-12-31")),
            ("2958466", Day, None),
            ("-1", Day, None),
            ("0.395833333333333", Time, Some("09:30")),
            ("46203.395833333336", Time, Some("2026-06-30 09:30")),
            ("1.5", Duration, Some("36:00")),
            ("0.0625", Duration, Some("1:30")),
            ("1E+30", Day, None),
            ("x", Day, None),
        ] {
            assert_eq!(text(stored, kind, false).as_deref(), expected, "{stored}");
        }
        for (stored, expected) in [("0", "1904-01-01"), ("44741", "2026-06-30"), ("60", "1904-03-01")] {
            assert_eq!(text(stored, Day, true).as_deref(), Some(expected), "{stored} from 1904");
        }
    }
}
