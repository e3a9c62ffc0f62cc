//! Days as a calendar file.

use abacus_deals::{DayEvent, calendar};

fn event(summary: &str) -> DayEvent {
    let day = "2026-12-02".parse().unwrap();
    DayEvent { uid: "k-step@sales-abacus".to_owned(), day, summary: summary.to_owned(), description: String::new() }
}

#[test]
fn a_day_is_an_event_without_times() {
    let file = calendar(&[event("跟进")], "2026-11-28".parse().unwrap());
    let expected = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Sales Abacus//Deal book//EN\r\nBEGIN:VEVENT\r\n\
                    UID:k-step@sales-abacus\r\nDTSTAMP:20261128T000000Z\r\nDTSTART;VALUE=DATE:20261202\r\n\
                    SUMMARY:跟进\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    assert_eq!(file, expected);
}

#[test]
fn lines_are_folded_by_octets_and_never_inside_a_letter() {
    for summary in ["长".repeat(100), "a".repeat(200), format!("a{}", "😀".repeat(40)), "é,;\\\n".repeat(60)] {
        let file = calendar(&[event(&summary)], "2026-11-28".parse().unwrap());
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        let whole = file.replace("\r\n ", "");
        let value = whole.split("\r\n").find_map(|line| line.strip_prefix("SUMMARY:")).unwrap();
        let mut letters = value.chars();
        let mut read = String::new();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' => read.extend(letters.next().map(|next| if next == 'n' { '\n' } else { next })),
                letter => read.push(letter),
            }
        }
        assert_eq!(read, summary);
    }
}

#[test]
fn control_characters_are_left_out_or_escaped() {
    let file = calendar(&[event("a\u{0}b\r\nEND:VEVENT")], "2026-11-28".parse().unwrap());
    assert!(file.contains("SUMMARY:ab\\nEND:VEVENT\r\n"), "{file}");
    assert_eq!(file.matches("\r\nEND:VEVENT\r\n").count(), 1);
}
