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

#[test]
fn a_day_on_the_wrong_side_of_today_is_questioned() {
    use fields::DateWarning::{CloseOver, NotHeldYet, NotPaidYet, StepOver, VisitOver};
    let day = |offset: i32| date(TODAY).plus_days(offset).unwrap();
    let deal = Deal {
        people: vec![Person { id: "p1".to_owned(), ..Person::default() }],
        log: vec![Contact::new("c1", day(0))],
        visits: vec![Visit::new("v1"), Visit { logged: Some("c1".to_owned()), ..Visit::new("v2") }],
        ..Deal::new("d")
    };
    let [person, contact] = ["p1", "c1"].map(str::to_owned);
    let visit = |id: &str| DateField::Visit(id.to_owned(), &fields::visit::DATE);
    let ended = Deal { end: Some(End::Lost), ..deal.clone() };
    for (deal, field, over, ahead) in [
        (&deal, DateField::Contact(contact, &fields::contact::DATE), None, Some(NotHeldYet)),
        (&deal, DateField::Deal(&fields::INVOICE_PAID), None, Some(NotPaidYet)),
        (&deal, DateField::Deal(&fields::INVOICE_DUE), None, None),
        (&deal, DateField::Deal(&fields::NEXT_DATE), Some(StepOver), None),
        (&deal, DateField::Person(person.clone(), &fields::person::NEXT_DATE), Some(StepOver), None),
        (&deal, DateField::Deal(&fields::EXPECTED_CLOSE), Some(CloseOver), None),
        (&deal, visit("v1"), Some(VisitOver), None),
        (&deal, visit("v2"), None, None),
        (&ended, DateField::Deal(&fields::NEXT_DATE), None, None),
        (&ended, DateField::Person(person, &fields::person::NEXT_DATE), None, None),
        (&ended, DateField::Deal(&fields::EXPECTED_CLOSE), None, None),
    ] {
        for (offset, warning) in [(-1, over), (0, None), (1, ahead)] {
            let mut deal = deal.clone();
            deal.apply(Edit::Date(field.clone(), Ok(Some(day(offset)))));
            assert_eq!(field.warning(&deal, day(0)), warning, "{} {offset}", field.path());
        }
    }
    let field = DateField::Deal(&fields::NEXT_DATE);
    for (typed, warning) in [("0002-03-01", None), ("0202-03-01", None), ("2020-03-01", Some(StepOver))] {
        let mut deal = deal.clone();
        deal.apply(Edit::Date(field.clone(), Ok(Some(date(typed)))));
        assert_eq!(field.warning(&deal, day(0)), warning, "{typed}: a year is typed digit by digit");
    }
}
