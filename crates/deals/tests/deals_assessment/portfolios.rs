use super::*;
use SubScore::{Morale, OrderSize};

fn of_class(class: ValueClass) -> Assessment {
    let (short, long) = match class {
        ValueClass::First => (9, 9),
        ValueClass::Second => (2, 9),
        ValueClass::Third => (9, 2),
        ValueClass::Fourth => (2, 2),
    };
    scored(&[(OrderSize, short), (Morale, long)])
}

/// This many deals of each class, and one without.
fn classes(counts: [usize; 4]) -> Portfolio {
    let deals = ValueClass::ALL.into_iter().zip(counts).flat_map(|(class, count)| vec![of_class(class); count]);
    Portfolio::of(&deals.chain([Assessment::default()]).collect::<Vec<_>>())
}

/// This many deals of each opening, and one without.
fn openings(counts: &[(Letter, usize)]) -> Portfolio {
    let deals = counts.iter().flat_map(|(letter, count)| {
        let opening = |ground| Lead::ALL.into_iter().map(move |lead| Opening { ground, lead });
        let opening = Ground::ALL.into_iter().flat_map(opening).find(|opening| opening.letter() == *letter).unwrap();
        vec![opened(opening.ground, opening.lead); *count]
    });
    Portfolio::of(&deals.chain([Assessment::default()]).collect::<Vec<_>>())
}

fn kinds(portfolio: &Portfolio) -> Vec<FindingKind> {
    portfolio.opening_findings().into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn deals_are_counted_by_class_and_by_opening() {
    let portfolio = classes([1, 2, 3, 4]);
    assert_eq!(ValueClass::ALL.map(|class| portfolio.in_class(class)), [1, 2, 3, 4]);
    assert_eq!((portfolio.classified(), portfolio.opened()), (10, 0));
    let portfolio = openings(&[(Letter::A, 2), (Letter::I, 1)]);
    assert_eq!(portfolio.in_opening(Opening { ground: Ground::Ours, lead: Lead::They }), 2);
    assert_eq!(portfolio.in_opening(Opening { ground: Ground::Neutral, lead: Lead::Even }), 0);
    assert_eq!((portfolio.classified(), portfolio.opened()), (0, 3));
}

#[test]
fn too_many_deals_in_one_class_are_a_finding() {
    for (counts, kind, count) in [
        ([0, 0, 0, 0], FindingKind::TooFewClassified, 0),
        ([4, 0, 0, 0], FindingKind::TooFewClassified, 4),
        ([5, 0, 0, 0], FindingKind::ReserveThin, 5),
        ([9, 1, 0, 1], FindingKind::ReserveThin, 9),
        ([5, 2, 2, 1], FindingKind::ClassesSpread, 10),
        ([6, 2, 1, 1], FindingKind::ReserveThin, 6),
        ([1, 3, 1, 0], FindingKind::Growing, 3),
        ([2, 5, 2, 1], FindingKind::ClassesSpread, 10),
        ([2, 6, 1, 1], FindingKind::Growing, 6),
        ([0, 2, 3, 0], FindingKind::ShortSighted, 3),
        ([1, 1, 1, 4], FindingKind::Training, 4),
        ([2, 2, 2, 2], FindingKind::ClassesSpread, 8),
    ] {
        let of = counts.iter().sum();
        assert_eq!(
            classes(counts).value_finding(PortfolioOwner::Region),
            PortfolioFinding { kind, count, of },
            "{counts:?}"
        );
    }
}

#[test]
fn many_big_deals_suit_a_seller_but_endanger_a_region() {
    let mostly_big = classes([3, 1, 1, 0]);
    let kind = |portfolio: &Portfolio, whose| portfolio.value_finding(whose).kind;
    assert_eq!(kind(&mostly_big, PortfolioOwner::Mine), FindingKind::LivesOnFew);
    assert_eq!(kind(&mostly_big, PortfolioOwner::Region), FindingKind::ReserveThin);
    for counts in [[0, 0, 0, 0], [2, 2, 2, 2], [1, 4, 0, 0], [1, 0, 4, 0], [0, 0, 1, 4]] {
        let portfolio = classes(counts);
        assert_eq!(
            portfolio.value_finding(PortfolioOwner::Mine),
            portfolio.value_finding(PortfolioOwner::Region),
            "{counts:?}"
        );
    }
}

#[test]
fn openings_are_summarised_by_ground_and_lead() {
    use Letter::{A, B, C, D, E, F, G, H, I};
    type Counts = &'static [(Letter, usize)];
    let table: [(Counts, &[FindingKind]); 13] = [
        (&[(E, 4)], &[FindingKind::TooFewOpened]),
        (&[(G, 2), (H, 1), (E, 1), (C, 1)], &[FindingKind::OpeningsSpread]),
        (&[(A, 2), (D, 1), (G, 2), (E, 2)], &[FindingKind::HomeSlipping]),
        (&[(A, 2), (D, 1), (G, 1), (E, 2)], &[FindingKind::OpeningsSpread]),
        (&[(B, 3), (E, 2)], &[FindingKind::MostlyBehind]),
        (&[(F, 2), (I, 1), (H, 2)], &[FindingKind::MostlyAway]),
        (&[(G, 5)], &[FindingKind::NothingNew]),
        (&[(G, 4), (H, 1)], &[FindingKind::OpeningsSpread]),
        (&[(A, 1), (E, 3)], &[FindingKind::TooFewOpened]),
        (&[(A, 1), (E, 4)], &[FindingKind::HomeNeglected]),
        (&[(A, 1), (G, 1), (E, 3)], &[FindingKind::OpeningsSpread]),
        (&[(C, 6), (A, 1)], &[FindingKind::HomeNeglected, FindingKind::MostlyBehind, FindingKind::MostlyAway]),
        (&[(A, 5)], &[FindingKind::HomeNeglected, FindingKind::MostlyBehind, FindingKind::NothingNew]),
    ];
    for (counts, expected) in table {
        assert_eq!(kinds(&openings(counts)), expected, "{counts:?}");
    }
    let slipping = openings(&[(A, 2), (D, 1), (G, 2), (E, 2)]).opening_findings();
    assert_eq!(
        slipping,
        [PortfolioFinding { kind: FindingKind::HomeSlipping, count: 3, of: 5 }],
        "counted on our own ground"
    );
}

#[test]
fn findings_state_their_facts_in_both_languages() {
    let reason = |kind, count, of, locale| PortfolioFinding { kind, count, of }.reason(locale);
    assert_eq!(reason(FindingKind::ShortSighted, 6, 10, Locale::En), "6 of 10 deals are class 3.");
    assert_eq!(reason(FindingKind::ShortSighted, 6, 10, Locale::Zh), "10 笔里有 6 笔是三类。");
    assert_eq!(reason(FindingKind::TooFewClassified, 0, 0, Locale::En), "No deal is classified yet.");
    assert_eq!(reason(FindingKind::TooFewOpened, 0, 0, Locale::Zh), "还没有商机判断开局。");
    assert_eq!(reason(FindingKind::TooFewClassified, 1, 1, Locale::En), "Only 1 deal is classified.");
    assert_eq!(reason(FindingKind::HomeNeglected, 1, 5, Locale::En), "Of 5 deals, 1 has opening A and none opening G.");
    assert_eq!(reason(FindingKind::HomeNeglected, 2, 5, Locale::Zh), "5 笔里，A 开局 2 笔，G 开局一笔也没有。");
    assert_eq!(
        reason(FindingKind::HomeSlipping, 3, 5, Locale::En),
        "On our own ground we do not lead in 3 of 5 deals."
    );
    for kind in FindingKind::ALL {
        for count in [0, 1, 5] {
            for (locale, end) in [(Locale::Zh, '。'), (Locale::En, '.')] {
                let sentence = reason(kind, count, 5, locale);
                assert!(sentence.ends_with(end), "{sentence}");
                assert!(kind.meaning().get(locale).ends_with(end), "{kind:?}");
            }
        }
    }
}

#[test]
fn only_two_openings_ask_for_their_cause() {
    let counts = Letter::ALL.map(|letter| letter.causes().len());
    assert_eq!(counts, [3, 0, 0, 5, 0, 0, 0, 0, 0], "A and D");
}

proptest! {
    #[test]
    fn every_deal_is_counted_once(deals in prop::collection::vec(any_assessment(), 0..40)) {
        let portfolio = Portfolio::of(&deals);
        let classified = deals.iter().filter(|deal| deal.value_class().is_some()).count();
        let with_opening = deals.iter().filter(|deal| deal.opening().is_some()).count();
        prop_assert_eq!(portfolio.classified(), classified);
        prop_assert_eq!(ValueClass::ALL.map(|class| portfolio.in_class(class)).into_iter().sum::<usize>(), classified);
        prop_assert_eq!(portfolio.opened(), with_opening);
        for finding in portfolio.opening_findings().into_iter().chain(PortfolioOwner::ALL.map(|whose| portfolio.value_finding(whose))) {
            prop_assert!(finding.count <= finding.of && finding.of <= deals.len());
        }
    }

    #[test]
    fn the_order_of_the_deals_does_not_matter(deals in prop::collection::vec(any_assessment(), 0..12)) {
        prop_assert_eq!(Portfolio::of(&deals), Portfolio::of(deals.iter().rev()));
    }
}
