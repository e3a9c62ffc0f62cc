//! Reading the days of a table: `2026-06-30`, `2026/6/30`, `2026年6月30日 星期二`, `20260630`, `Jun 30, 2026`, with or
//! without a time. In numeric dates the year comes first, unless only one order is possible.
//!
//! A time is dropped, because the field takes a day. A time in another zone may have been another day where the table
//! was written, so the cell is doubtful, and so is one whose day of the week does not match.

use super::cells::CellReason;
use super::folded::folded;
use abacus_core::date::{Date, DateError, Weekday};

/// The days of the week from Monday, as written after one of the prefixes, with which hardly anything else begins.
const WEEKDAYS: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
const WEEKDAY_PREFIXES: [&str; 3] = ["星期", "礼拜", "周"];
const ENGLISH_WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Parts of the day written next to a time.
const HALVES: [&str; 10] = ["上午", "下午", "凌晨", "早上", "中午", "晚上", "a.m.", "p.m.", "am", "pm"];

const GREENWICH: [&str; 3] = ["z", "utc", "gmt"];

/// The offset from UTC, in hours and minutes, of the zone in which these days count: China's.
const OWN_ZONE: (u32, u32) = (8, 0);

/// In English, from January. The first three letters are accepted, too, and so is `sept`.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The day in a cell; `None` for an empty one.
pub(super) fn day(typed: &str) -> Result<Option<Date>, CellReason> {
    let folded: String = typed.chars().map(folded).flat_map(char::to_lowercase).collect();
    let text = folded.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let (leading, text) = match weekday(text) {
        Some((weekday, rest)) => (Some(weekday), rest.trim_start_matches([' ', ',', '.'])),
        None => (None, text),
    };
    let ([year, month, day], rest) =
        numbers(text).or_else(|| with_name(text)).ok_or(CellReason::Date(DateError::NotIso))?;
    let year = i32::try_from(year).map_err(|_| CellReason::Date(DateError::NotIso))?;
    let [month, day] = [month, day].map(|number| u8::try_from(number).unwrap_or(u8::MAX));
    let date = Date::new(year, month, day).map_err(CellReason::Date)?;
    let DaySuffix { weekday, time, zone } = day_suffix(rest).ok_or(CellReason::Date(DateError::NotIso))?;
    if leading.into_iter().chain(weekday).any(|weekday| weekday != date.weekday()) {
        return Err(CellReason::Weekday);
    }
    match zone {
        // Programs write a day without a time as midnight in Greenwich.
        Some(Zone::Greenwich) if time == Some(MIDNIGHT) => Ok(Some(date)),
        Some(Zone::Greenwich | Zone::Other) => Err(CellReason::OtherZone),
        Some(Zone::Own) | None => Ok(Some(date)),
    }
}

/// Year, month and day, and what follows them.
fn numbers(text: &str) -> Option<([u32; 3], &str)> {
    let compact = digits(text).filter(|(digits, _)| digits.len() == 8);
    if let Some((digits, rest)) = compact {
        let number = |range: std::ops::Range<usize>| digits.get(range)?.parse().ok();
        return Some(([number(0..4)?, number(4..6)?, number(6..8)?], rest));
    }
    if let Some(read) = year_last(text) {
        return Some(read);
    }
    let (year, rest) = digits(text).filter(|(year, _)| year.len() == 4)?;
    let (month, rest) = digits(separator(rest, &['-', '/', '.', '年'])?).filter(|(month, _)| month.len() <= 2)?;
    let (day, rest) = digits(separator(rest, &['-', '/', '.', '月'])?).filter(|(day, _)| day.len() <= 2)?;
    let rest = rest.trim_start().strip_prefix(['日', '号']).unwrap_or(rest);
    Some(([year.parse().ok()?, month.parse().ok()?, day.parse().ok()?], rest))
}

/// `31/12/2026` and `12/31/2026`, where only one number can be the day. `3/4/2026` is ambiguous.
fn year_last(text: &str) -> Option<([u32; 3], &str)> {
    let short = |text| digits(text).filter(|(digits, _)| digits.len() <= 2);
    let signs = &['-', '/', '.'];
    let (one, rest) = short(text)?;
    let (other, rest) = short(separator(rest, signs)?)?;
    let (year, rest) = digits(separator(rest, signs)?).filter(|(year, _)| year.len() == 4)?;
    let (one, other): (u32, u32) = (one.parse().ok()?, other.parse().ok()?);
    let (month, day) = match (one <= 12, other <= 12) {
        (true, false) => (one, other),
        (false, true) => (other, one),
        (true, true) if one == other => (one, other),
        _ => return None,
    };
    Some(([year.parse().ok()?, month, day], rest))
}

/// `Mar 5, 2026`, `5 March 2026`, `5-Mar-2026`, `2026 Mar 5`: the name makes clear which number is the day.
fn with_name(text: &str) -> Option<([u32; 3], &str)> {
    let (first, rest) = part(text)?;
    let (second, rest) = part(rest)?;
    let (third, rest) = part(rest)?;
    let date = match (first, second, third) {
        (Part::Month(month), Part::Short(day), Part::Year(year))
        | (Part::Short(day), Part::Month(month), Part::Year(year))
        | (Part::Year(year), Part::Month(month), Part::Short(day)) => [year, month, day],
        _ => return None,
    };
    Some((date, rest))
}

/// A part of a day with the name of the month.
enum Part {
    Month(u32),
    /// A number of one or two digits, such as `5th`.
    Short(u32),
    Year(u32),
}

/// The part that a text begins with, and what follows it.
fn part(text: &str) -> Option<(Part, &str)> {
    let text = text.trim_start_matches([' ', ',', '-', '/', '.']);
    if let Some((digits, rest)) = digits(text) {
        let number = digits.parse().ok()?;
        return match digits.len() {
            1 | 2 => {
                let ordinal = ["st", "nd", "rd", "th"].into_iter().find_map(|ending| rest.strip_prefix(ending));
                Some((Part::Short(number), ordinal.filter(|rest| ends_word(rest)).unwrap_or(rest)))
            }
            4 => Some((Part::Year(number), rest)),
            _ => None,
        };
    }
    let end = text.find(|letter: char| !letter.is_ascii_lowercase()).unwrap_or(text.len());
    let (name, rest) = text.split_at_checked(end)?;
    let is_meant =
        |month: &str| month == name || month.get(..3) == Some(name) || (name, month) == ("sept", "september");
    let index = MONTHS.into_iter().position(is_meant)?;
    Some((Part::Month(u32::try_from(index).ok()?.saturating_add(1)), rest))
}

/// The digits that a text begins with, at least one, and what follows them.
fn digits(text: &str) -> Option<(&str, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).filter(|(digits, _)| !digits.is_empty())
}

/// What follows one of these separators, with or without spaces around it.
fn separator<'a>(text: &'a str, separators: &[char]) -> Option<&'a str> {
    text.trim_start().strip_prefix(separators).map(str::trim_start)
}

/// What is written after a day.
#[derive(Default)]
struct DaySuffix {
    weekday: Option<Weekday>,
    /// Hour, minute and whether anything is smaller than a minute.
    time: Option<(u32, u32, bool)>,
    zone: Option<Zone>,
}

const MIDNIGHT: (u32, u32, bool) = (0, 0, false);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Zone {
    /// Its days are those of the book.
    Own,
    /// The day may be another one here.
    Greenwich,
    Other,
}

/// Reads a time, its zone and the day of the week, each at most once; `None` if there is anything else.
fn day_suffix(text: &str) -> Option<DaySuffix> {
    let mut found = DaySuffix::default();
    // More digits than a day has: it is something else.
    let mut rest = match text.chars().next() {
        Some(next) if next.is_ascii_digit() => return None,
        _ => text,
    };
    loop {
        rest = rest.trim_start_matches([' ', ',', '(', ')']);
        if rest.is_empty() {
            return Some(found);
        }
        rest = if let Some((weekday, rest)) = weekday(rest).filter(|_| found.weekday.is_none()) {
            found.weekday = Some(weekday);
            rest
        } else if let Some((time, rest)) = time(rest.strip_prefix('t').unwrap_or(rest)).filter(|_| found.time.is_none())
        {
            found.time = Some(time);
            rest
        } else {
            let (zone, rest) = zone(rest).filter(|_| found.time.is_some() && found.zone.is_none())?;
            found.zone = Some(zone);
            rest
        };
    }
}

fn weekday(text: &str) -> Option<(Weekday, &str)> {
    let chinese = WEEKDAY_PREFIXES.into_iter().find_map(|prefix| text.strip_prefix(prefix));
    let plain = chinese.unwrap_or(text);
    let named = |names: [&'static str; 7]| {
        Weekday::ALL.into_iter().zip(names).find_map(|(weekday, name)| Some((weekday, plain.strip_prefix(name)?)))
    };
    let heaven = || Some((Weekday::Sunday, plain.strip_prefix('天')?));
    if chinese.is_some() {
        return named(WEEKDAYS).or_else(heaven);
    }
    // "(二)", as Japanese and some Chinese programs write it.
    let alone = named(WEEKDAYS).filter(|(_, rest)| rest.starts_with(')'));
    let short = || named(ENGLISH_WEEKDAYS.map(|name| name.get(..3).unwrap_or(name)));
    alone.or_else(|| named(ENGLISH_WEEKDAYS)).or_else(short).filter(|(_, rest)| ends_word(rest))
}

/// Whether a word ends here.
fn ends_word(rest: &str) -> bool {
    !rest.starts_with(|letter: char| letter.is_alphanumeric())
}

/// `14:30`, `9:05:00.5`, `下午2点30分`, `2:30 pm`.
fn time(text: &str) -> Option<((u32, u32, bool), &str)> {
    let half = |text: &str| HALVES.into_iter().find(|half| text.starts_with(half)).map(str::len);
    let text = text.get(half(text).unwrap_or_default()..)?.trim_start();
    let number = |text: &'_ str, most: u32| {
        let (digits, rest) = digits(text).filter(|(digits, _)| digits.len() <= 2)?;
        let number = digits.parse::<u32>().ok().filter(|number| *number <= most)?;
        Some((number, text.len().saturating_sub(rest.len())))
    };
    let part = |text: &str, marks: &[char], most: u32| {
        let rest = text.strip_prefix(marks)?;
        let (number, length) = number(rest, most)?;
        Some((number, text.len().saturating_sub(rest.len()).saturating_add(length)))
    };
    let (hour, length) = number(text, 24)?;
    let rest = text.get(length..)?;
    let (minute, length) = match part(rest, &[':', '时', '点'], 59) {
        Some(minute) => minute,
        None => (0, rest.strip_prefix(['时', '点']).map(|after| rest.len().saturating_sub(after.len()))?),
    };
    let rest = rest.get(length..)?;
    let rest = rest.strip_prefix('分').unwrap_or(rest);
    let (second, rest) = match part(rest, &[':'], 60) {
        Some((second, length)) => (second, rest.get(length..)?),
        None => match digits(rest).filter(|(digits, after)| digits.len() <= 2 && after.starts_with('秒')) {
            Some((digits, after)) => (digits.parse().ok()?, after),
            None => (0, rest),
        },
    };
    let rest = rest.strip_prefix('秒').unwrap_or(rest);
    let (fraction, rest) = match rest.strip_prefix(['.', ',']).and_then(digits) {
        Some((fraction, rest)) => (fraction.bytes().any(|digit| digit != b'0'), rest),
        None => (false, rest),
    };
    // The end of a day is 24:00, and nothing later.
    if hour == 24 && (minute, second, fraction) != (0, 0, false) {
        return None;
    }
    let after = rest.trim_start();
    let rest = half(after).and_then(|length| after.get(length..)).filter(|rest| ends_word(rest)).unwrap_or(rest);
    Some(((hour, minute, second > 0 || fraction), rest))
}

/// `z`, `utc`, `+08:00`, `+0800`, `+8`.
fn zone(text: &str) -> Option<(Zone, &str)> {
    if let Some(rest) = GREENWICH.into_iter().find_map(|name| text.strip_prefix(name)) {
        return match zone(rest) {
            Some((zone, rest)) => Some((zone, rest)),
            None => Some((Zone::Greenwich, rest)).filter(|(_, rest)| ends_word(rest)),
        };
    }
    let (hours, rest) = digits(text.strip_prefix(['+', '-'])?).filter(|(hours, _)| hours.len() <= 4)?;
    let (minutes, rest) = rest.strip_prefix(':').and_then(digits).unwrap_or(("", rest));
    // `+0800` and `+8`.
    let (hours, minutes) =
        if hours.len() > 2 { hours.split_at_checked(hours.len().saturating_sub(2))? } else { (hours, minutes) };
    let number = |digits: &str| if digits.is_empty() { Some(0) } else { digits.parse::<u32>().ok() };
    let zone = match (number(hours)?, number(minutes)?) {
        (0, 0) => Zone::Greenwich,
        ahead if ahead == OWN_ZONE && text.starts_with('+') => Zone::Own,
        _ => Zone::Other,
    };
    Some((zone, rest)).filter(|(_, rest)| ends_word(rest))
}
