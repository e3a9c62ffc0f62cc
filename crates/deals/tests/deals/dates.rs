use super::*;
use abacus_core::date::DateError::{DoesNotExist, NotIso};

#[test]
fn only_valid_iso_dates_are_read() {
    for text in ["2026-03-02", "2024-02-29", "2000-02-29", "0000-01-01", "0099-12-31", "9999-12-31"] {
        assert_eq!(date(text).to_string(), text);
    }
    for (text, error) in [
        ("2026-02-29", DoesNotExist),
        ("1900-02-29", DoesNotExist),
        ("2026-04-31", DoesNotExist),
        ("2026-13-01", DoesNotExist),
        ("2026-00-10", DoesNotExist),
        ("2026-01-00", DoesNotExist),
        ("2026-01-99", DoesNotExist),
        ("", NotIso),
        ("2026-3-2", NotIso),
        ("2026/03/02", NotIso),
        ("20260302", NotIso),
        (" 2026-03-02", NotIso),
        ("2026-03-02T00:00", NotIso),
        ("-026-03-02", NotIso),
        ("+026-03-02", NotIso),
        ("2026-+3-02", NotIso),
        ("12026-03-02", NotIso),
        ("２０２６-03-02", NotIso),
    ] {
        assert_eq!(text.parse::<Date>(), Err(error), "{text:?}");
    }
}

#[test]
fn days_are_counted_across_leap_days_and_years() {
    for (from, to, days) in [
        ("2026-03-02", "2026-03-02", 0),
        ("2026-03-02", "2026-03-03", 1),
        ("2026-03-02", "2026-03-01", -1),
        ("2024-02-28", "2024-03-01", 2),
        ("2025-12-31", "2026-12-31", 365),
        ("0000-01-01", "9999-12-31", 3_652_424),
    ] {
        assert_eq!(date(from).days_until(date(to)), days, "{from} {to}");
    }
    assert!(date("2025-12-31") < date("2026-01-01"));
    assert_eq!(Date::new(2026, 3, 2), Ok(date(TODAY)));
    assert_eq!(Date::new(10_000, 1, 1), Err(DoesNotExist));
    assert_eq!(Date::new(-1, 1, 1), Err(DoesNotExist));
}
