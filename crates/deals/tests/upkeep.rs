use abacus_core::date::Date;
use abacus_deals::fields;
use abacus_deals::upkeep::{Backup, KEEP_DAYS, REMIND_CHANGES, Trash};
use abacus_deals::{Deal, Edit, TextField};
use proptest::prelude::*;

fn day(number: i32) -> Date {
    "2026-03-01".parse::<Date>().unwrap().plus_days(number).unwrap()
}

fn backed_up(number: i32) -> Backup {
    let mut backup = Backup::default();
    backup.record_backup(day(number));
    backup
}

fn changed(number: i32, changes: u64) -> Backup {
    let mut backup = Backup::default();
    backup.count(changes, day(number));
    backup
}

#[test]
fn a_backup_is_due_seven_days_after_the_first_change() {
    let backup = changed(0, 1);
    assert_eq!((backup.is_due(day(6)), backup.is_due(day(7))), (false, true));
    let mut again = backed_up(0);
    again.count(1, day(3));
    assert_eq!((again.is_due(day(6)), again.is_due(day(7))), (false, true), "from the backup, not from the change");
    assert_eq!((again.last(), again.changes()), (Some(day(0)), 1));
}

#[test]
fn a_backup_is_due_after_twenty_changes() {
    let mut backup = backed_up(0);
    backup.count(REMIND_CHANGES - 1, day(1));
    assert!(!backup.is_due(day(1)));
    backup.count(1, day(1));
    assert!(backup.is_due(day(1)));
    backup.record_backup(day(1));
    assert_eq!((backup.is_due(day(1)), backup.changes()), (false, 0));
}

#[test]
fn an_unchanged_book_needs_no_backup() {
    assert!(!backed_up(0).is_due(day(400)));
}

#[test]
fn an_unknown_backup_state_is_due() {
    let mut backup = Backup::default();
    assert!(backup.is_due(day(0)));
    backup.snooze(day(0));
    assert_eq!((backup.is_due(day(6)), backup.is_due(day(7))), (false, true));
}

#[test]
fn a_snoozed_reminder_returns_after_7_days_or_20_changes() {
    let mut backup = changed(0, 25);
    backup.snooze(day(10));
    assert_eq!((backup.is_due(day(16)), backup.is_due(day(17))), (false, true));
    backup.count(REMIND_CHANGES - 1, day(11));
    assert!(!backup.is_due(day(11)));
    backup.count(1, day(11));
    assert!(backup.is_due(day(11)));
}

#[test]
fn a_future_day_counts_as_today() {
    for number in [1, 3_650] {
        let mut backup = backed_up(number);
        backup.count(1, day(number));
        assert!(!backup.is_due(day(0)), "a wrong clock causes no reminder");
        backup.count(1, day(0));
        assert_eq!(backup.last(), Some(day(0)));
        assert_eq!((backup.is_due(day(6)), backup.is_due(day(7))), (false, true), "the seven days start again");
    }
    let mut off = changed(3_650, 1);
    off.snooze(day(3_650));
    off.snooze(day(0));
    assert_eq!((off.is_due(day(6)), off.is_due(day(7))), (false, true));
}

#[test]
fn the_backup_record_round_trips_with_unknown_fields() {
    let mut backup = Backup::read(r#"{"changes":3,"from":"2026-03-01","tomorrow":{"a":[1.50]}}"#);
    backup.set_asked();
    backup.snooze(day(2));
    let text = r#"{"asked":true,"changes":3,"from":"2026-03-01","later":{"changes":3,"day":"2026-03-03"},"tomorrow":{"a":[1.50]}}"#;
    assert_eq!(backup.write(), text);
    assert_eq!(Backup::read(text), backup);
    assert!(backup.is_asked());
}

#[test]
fn unreadable_backup_fields_take_their_defaults() {
    for text in
        ["", "?", "[]", "null", "42", "{", r#"{"last":"2026-02-30","changes":-1,"from":7,"later":[],"asked":1}"#]
    {
        let backup = Backup::read(text);
        assert_eq!((backup.last(), backup.changes(), backup.is_asked()), (None, 0, false), "{text}");
        assert!(backup.is_due(day(0)), "{text}");
    }
    assert!(Backup::read(r#"{"later":{"changes":2}}"#).is_due(day(0)));
}

fn gone(id: &str, revision: u64) -> Deal {
    Deal { revision, deleted: true, ..Deal::new(id) }
}

fn due(trash: &Trash) -> Vec<(&str, u64)> {
    trash.due().collect()
}

/// Opens a book with these deals on this many consecutive days.
fn opened(trash: &mut Trash, deals: &[Deal], days: std::ops::Range<i32>) {
    for number in days {
        trash.opened(day(number));
        trash.follow(deals.iter());
    }
}

#[test]
fn a_deleted_deal_stays_for_thirty_days_of_use() {
    let deals = [gone("a", 2), Deal::new("here")];
    let mut trash = Trash::default();
    opened(&mut trash, &deals, 0..30);
    assert_eq!((due(&trash), trash.days_left("a")), (vec![], 1));
    opened(&mut trash, &deals, 30..31);
    assert_eq!((due(&trash), trash.days_left("a")), (vec![("a", 2)], 0));
    assert_eq!(trash.days_left("unknown"), KEEP_DAYS);
}

#[test]
fn a_day_counts_once_however_often_the_book_is_opened() {
    let deals = [gone("a", 1)];
    let mut trash = Trash::default();
    for _ in 0..100 {
        opened(&mut trash, &deals, 0..1);
    }
    assert_eq!(trash.days_left("a"), KEEP_DAYS);
}

#[test]
fn restoring_or_changing_a_deal_restarts_its_count() {
    let mut trash = Trash::default();
    opened(&mut trash, &[gone("a", 1)], 0..40);
    assert_eq!(due(&trash), [("a", 1)]);
    trash.follow([Deal { deleted: false, ..gone("a", 2) }].iter());
    assert_eq!(due(&trash), []);
    trash.follow([gone("a", 3)].iter());
    assert_eq!((due(&trash), trash.days_left("a")), (vec![], KEEP_DAYS));

    opened(&mut trash, &[gone("a", 3)], 40..80);
    let mut written_again = gone("a", 4);
    written_again.apply(Edit::Text(TextField::Deal(&fields::NOTES), "?".to_owned()));
    trash.follow([written_again].iter());
    assert_eq!(due(&trash), []);
}

#[test]
fn a_lost_count_keeps_deleted_deals_longer() {
    let mut trash = Trash::read(r#"{"days":2,"deals":{"a":[1,50]}}"#);
    opened(&mut trash, &[gone("a", 1)], 0..40);
    assert_eq!((due(&trash), trash.days_left("a")), (vec![], KEEP_DAYS));
}

#[test]
fn the_trash_record_round_trips() {
    let mut trash = Trash::read(r#"{"tomorrow":1e400}"#);
    opened(&mut trash, &[gone("a", 7)], 0..3);
    let text = r#"{"days":3,"deals":{"a":[7,1]},"last":"2026-03-03","tomorrow":1e+400}"#;
    assert_eq!(trash.write(), text);
    assert_eq!(Trash::read(text), trash);
    for text in ["", "[]", "null", "42", "{", r#"{"days":"x","last":5,"deals":{"a":[1],"b":7,"c":[1,-2]}}"#] {
        assert_eq!(Trash::read(text), Trash::default(), "{text}");
    }
}

proptest! {
    #[test]
    fn no_clock_empties_the_trash_before_thirty_openings(
        days in proptest::collection::vec(-3_650..3_650_i32, 0..60)
    ) {
        let deals = [gone("a", 1)];
        let mut trash = Trash::default();
        for (openings, number) in days.iter().enumerate() {
            opened(&mut trash, &deals, *number..number + 1);
            let text = trash.write();
            trash = Trash::read(&text);
            prop_assert!(due(&trash).is_empty() || openings >= 30, "after {openings} openings");
        }
    }

    #[test]
    fn no_clock_delays_a_reminder_beyond_seven_days(
        jumps in proptest::collection::vec((-3_650..3_650_i32, 0..4_u8), 0..12)
    ) {
        let mut backup = Backup::default();
        for (number, what) in jumps {
            match what {
                0 => backup.record_backup(day(number)),
                1 => backup.snooze(day(number)),
                _ => backup.count(1, day(number)),
            }
        }
        backup.count(1, day(0));
        prop_assert!(backup.is_due(day(7)));
    }

    #[test]
    fn records_read_from_any_text_round_trip(text in ".*") {
        let (backup, trash) = (Backup::read(&text), Trash::read(&text));
        prop_assert_eq!(Backup::read(&backup.write()), backup);
        prop_assert_eq!(Trash::read(&trash.write()), trash);
    }
}
