//! The nine openings, compared with the table of the document.

use super::*;

const TABLE: &str = include_str!("../../../../tests/data/openings.csv");

fn all() -> impl Iterator<Item = Opening> {
    Ground::ALL.into_iter().flat_map(|ground| Lead::ALL.map(|lead| Opening { ground, lead }))
}

#[test]
fn every_opening_matches_the_table() {
    let table = rows(TABLE);
    assert_eq!(table.len(), 9);
    for row in table {
        let [ground, lead, letter, kind, mirror, _play] = row.as_slice().as_array().unwrap();
        let opening = all().find(|one| one.ground.code() == ground && one.lead.code() == lead).unwrap();
        assert_eq!(opening.letter().code(), letter);
        assert_eq!(opening.letter().kind().code(), kind, "{letter}");
        assert_eq!(opening.mirror().letter().code(), mirror, "{letter}");
    }
}

#[test]
fn each_opening_has_its_own_letter() {
    let mut letters: Vec<_> = all().map(Opening::letter).collect();
    letters.sort_unstable();
    assert_eq!(letters, Letter::ALL);
}

#[test]
fn the_rival_sees_our_mirror_as_their_mirror() {
    for opening in all() {
        assert_eq!(opening.mirror().mirror(), opening);
        assert_eq!(
            opening.mirror().letter().kind(),
            opening.letter().kind(),
            "a normal opening is normal for both sides"
        );
    }
}

#[test]
fn the_rival_plays_their_own_opening() {
    let leading_at_home = Opening { ground: Ground::Ours, lead: Lead::We };
    assert_eq!(
        leading_at_home.rival_play().en,
        "The rival will slow the purchase down and wait for a gap; if none comes, they only take part."
    );
    assert_eq!(
        leading_at_home.mirror().letter().play().en,
        "Slow the purchase down and wait for a gap; if none comes, take part only to be on record."
    );
}

#[test]
fn our_play_and_the_rivals_differ_in_both_languages() {
    for locale in Locale::ALL {
        let ours = all().map(|opening| opening.letter().play().get(locale));
        let mut texts: Vec<_> = ours.chain(all().map(|opening| opening.rival_play().get(locale))).collect();
        let count = texts.len();
        texts.sort_unstable();
        texts.dedup();
        assert_eq!((texts.len(), count), (18, 18));
    }
    for opening in all() {
        assert!(opening.rival_play().zh.contains("对手") && opening.rival_play().en.contains("rival"));
    }
}

#[test]
fn an_opening_needs_both_ground_and_lead() {
    assert_eq!(Assessment::default().opening(), None);
    assert_eq!(assessed([AssessmentEdit::Ground(Some(Ground::Ours))]).opening(), None);
    assert_eq!(assessed([AssessmentEdit::Lead(Some(Lead::They))]).opening(), None);
    let mut assessment = opened(Ground::Ours, Lead::They);
    assert_eq!(assessment.opening().map(Opening::letter), Some(Letter::A));
    assessment.apply(AssessmentEdit::Ground(None));
    assert_eq!(assessment.opening(), None);
}

#[test]
fn three_kinds_have_five_two_and_two_openings() {
    let count = |kind| Letter::ALL.into_iter().filter(|letter| letter.kind() == kind).count();
    assert_eq!(OpeningKind::ALL.map(count), [5, 2, 2]);
}
