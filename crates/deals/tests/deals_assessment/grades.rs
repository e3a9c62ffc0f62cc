//! Grade and rhythm, compared with the table of the document.

use super::*;

const TABLE: &str = include_str!("../../../../tests/data/grades.csv");

fn proposed(need: Need, close: Option<&str>) -> Option<Grade> {
    Grade::proposed(need, close.map(date), date(TODAY))
}

#[test]
fn grades_months_and_default_rhythms_match_the_table() {
    let table = rows(TABLE);
    assert_eq!(table.len(), Grade::ALL.len());
    for (row, grade) in table.iter().zip(Grade::ALL) {
        let [letter, need, months, days] = row.as_slice().as_array().unwrap();
        assert_eq!(grade.code(), letter);
        assert_eq!(grade.closes_within_months().map(|months| months.to_string()).unwrap_or_default(), *months);
        assert_eq!(grade.contact_days().days().to_string(), *days);
        let close = grade.closes_within_months().map(|months| date(TODAY).plus_months(months));
        for word in Need::ALL.into_iter().filter(|word| need.starts_with(word.code())) {
            assert_eq!(Grade::proposed(word, close, date(TODAY)), Some(grade), "{row:?}");
        }
    }
}

#[test]
fn the_months_until_the_close_grade_a_clear_need() {
    for (close, grade) in [
        ("2026-03-02", Grade::A),
        ("2026-04-02", Grade::A),
        ("2026-04-03", Grade::B),
        ("2026-06-02", Grade::B),
        ("2026-06-03", Grade::C),
        ("2026-09-02", Grade::C),
        ("2026-09-03", Grade::D),
        ("9999-12-31", Grade::D),
        ("2026-03-01", Grade::A),
        ("0000-01-01", Grade::A),
    ] {
        assert_eq!(proposed(Need::Clear, Some(close)), Some(grade), "{close}");
    }
}

#[test]
fn a_clear_need_without_a_date_proposes_nothing() {
    assert_eq!(proposed(Need::Clear, None), None);
}

#[test]
fn latent_and_no_need_are_graded_regardless_of_date() {
    for close in [None, Some("2026-03-03"), Some("2030-01-01")] {
        assert_eq!(proposed(Need::Latent, close), Some(Grade::D));
        assert_eq!(proposed(Need::None, close), Some(Grade::E));
    }
}

#[test]
fn no_chance_of_a_deal_is_grade_e_however_clear_the_need() {
    let of = |chance, need| {
        let assessment = Assessment { chance, need, ..Assessment::default() };
        assessment.graded(Some(date("2026-03-03")), date(TODAY)).proposed
    };
    for need in [None, Some(Need::Clear), Some(Need::Latent), Some(Need::None)] {
        assert_eq!(of(Some(Chance::None), need), Some(Grade::E), "{need:?}");
        assert_eq!(of(Some(Chance::Open), need), of(None, need), "{need:?}");
    }
}

#[test]
fn adding_a_month_clamps_to_the_last_day() {
    for (day, months, later) in [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-03-31", 6, "2026-09-30"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-12-31", 12, "2027-12-31"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-05-05", 0, "2026-05-05"),
        ("2026-05-05", 255, "2047-08-05"),
        ("9999-11-30", 1, "9999-12-30"),
        ("9999-12-01", 1, "9999-12-31"),
    ] {
        assert_eq!(date(day).plus_months(months), date(later), "{day} + {months}");
    }
}

#[test]
fn a_manual_grade_wins_and_the_proposal_is_still_shown() {
    let mut assessment = assessed([AssessmentEdit::Need(Some(Need::Latent))]);
    let graded = |assessment: &Assessment| assessment.graded(None, date(TODAY));
    assert_eq!(graded(&assessment), Graded { proposed: Some(Grade::D), set: None });
    assert_eq!(graded(&assessment).grade(), Some(Grade::D));
    assert_eq!(graded(&assessment).differing_proposal(), None);

    assessment.apply(AssessmentEdit::Grade(Some(Grade::B)));
    assert_eq!(graded(&assessment).grade(), Some(Grade::B));
    assert_eq!(graded(&assessment).differing_proposal(), Some(Grade::D));

    assessment.apply(AssessmentEdit::Grade(Some(Grade::D)));
    assert_eq!(graded(&assessment).differing_proposal(), None, "the same grade");
    assessment.apply(AssessmentEdit::Grade(None));
    assert_eq!(graded(&assessment), Graded { proposed: Some(Grade::D), set: None });
}

#[test]
fn a_manual_rhythm_overrides_the_grade() {
    let rhythm = |assessment: &Assessment| assessment.rhythm(None, date(TODAY)).map(ContactDays::days);
    let mut assessment = Assessment::default();
    assert_eq!(rhythm(&assessment), None, "without a grade there is no rhythm");
    assessment.apply(AssessmentEdit::Need(Some(Need::Latent)));
    assert_eq!(rhythm(&assessment), Some(30));
    assessment.apply(AssessmentEdit::Grade(Some(Grade::A)));
    assert_eq!(rhythm(&assessment), Some(1));
    assessment.apply(AssessmentEdit::ContactDays(ContactDays::new(3)));
    assert_eq!(rhythm(&assessment), Some(3));
    assessment.apply(AssessmentEdit::ContactDays(None));
    assert_eq!(rhythm(&assessment), Some(1));
    assert_eq!((ContactDays::new(0), ContactDays::new(1000)), (None, None));
}

proptest! {
    #[test]
    fn a_later_close_never_proposes_a_nearer_grade(year in 2000..2100_i32, month in 1..=12_u8, day in 1..=28_u8, months in 0..24_u8) {
        let today = Date::new(year, month, day).unwrap();
        let close = today.plus_months(months);
        let grade = Grade::proposed(Need::Clear, Some(close), today).unwrap();
        let later = Grade::proposed(Need::Clear, Some(close.plus_months(1)), today).unwrap();
        prop_assert!(grade <= later);
        let expected = match months { 0..=1 => Grade::A, 2..=3 => Grade::B, 4..=6 => Grade::C, _ => Grade::D };
        prop_assert_eq!(grade, expected);
    }

    #[test]
    fn adding_months_one_by_one_equals_adding_them_at_once(year in 0..9900_i32, month in 1..=12_u8, day in 1..=28_u8, months in 0..=255_u8) {
        let start = Date::new(year, month, day).unwrap();
        let one_by_one = (0..months).fold(start, |date, _| date.plus_months(1));
        prop_assert_eq!(start.plus_months(months), one_by_one);
    }
}
