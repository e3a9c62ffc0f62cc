//! Days as a file for calendars (iCalendar, RFC 5545): one event a day, without times.

use abacus_core::date::Date;

/// The longest line in octets, without its end.
const LINE: usize = 75;

/// Something to do on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DayEvent {
    /// Identifies the event in every calendar; a calendar that already has it updates it.
    pub uid: String,
    /// The day.
    pub day: Date,
    /// The title in the calendar.
    pub summary: String,
    /// The details; may be empty.
    pub description: String,
}

/// The file with these events, made on this day.
pub fn calendar(events: &[DayEvent], today: Date) -> String {
    let mut file = String::new();
    let mut line = |name: &str, value: &str| fold(&mut file, &format!("{name}:{value}"));
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//Sales Abacus//Deal book//EN");
    for event in events {
        line("BEGIN", "VEVENT");
        line("UID", &escaped(&event.uid));
        line("DTSTAMP", &format!("{}T000000Z", basic(today)));
        line("DTSTART;VALUE=DATE", &basic(event.day));
        line("SUMMARY", &escaped(&event.summary));
        if !event.description.is_empty() {
            line("DESCRIPTION", &escaped(&event.description));
        }
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    file
}

/// `20261202`.
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// Escapes a value, for address books (vCard) too. Characters that neither format can show are removed.
pub(crate) fn escaped(text: &str) -> String {
    let mut value = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => value.extend(['\\', letter]),
            '\n' | '\r' => value.push_str("\\n"),
            letter if letter.is_control() && letter != '\t' => {}
            letter => value.push(letter),
        }
    }
    value
}

/// Adds a line, folded where it would be too long. A continuation line begins with a space, which counts.
pub(crate) fn fold(file: &mut String, line: &str) {
    let mut used = 0_usize;
    for letter in line.chars() {
        if used.saturating_add(letter.len_utf8()) > LINE {
            file.push_str("\r\n ");
            used = 1;
        }
        file.push(letter);
        used = used.saturating_add(letter.len_utf8());
    }
    file.push_str("\r\n");
}
