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

fn readings(portfolio: &Portfolio) -> Vec<Reading> {
    portfolio.opening_findings().into_iter().map(|finding| finding.reading).collect()
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
    for (counts, reading, count) in [
        ([0, 0, 0, 0], Reading::TooFewClassified, 0),
        ([4, 0, 0, 0], Reading::TooFewClassified, 4),
        ([5, 0, 0, 0], Reading::ReserveThin, 5),
        ([9, 1, 0, 1], Reading::ReserveThin, 9),
        ([5, 2, 2, 1], Reading::ClassesSpread, 10),
        ([6, 2, 1, 1], Reading::ReserveThin, 6),
        ([1, 3, 1, 0], Reading::Growing, 3),
        ([2, 5, 2, 1], Reading::ClassesSpread, 10),
        ([2, 6, 1, 1], Reading::Growing, 6),
        ([0, 2, 3, 0], Reading::ShortSighted, 3),
        ([1, 1, 1, 4], Reading::Training, 4),
        ([2, 2, 2, 2], Reading::ClassesSpread, 8),
    ] {
        let of = counts.iter().sum();
        assert_eq!(
            classes(counts).value_finding(PortfolioOwner::Region),
            PortfolioFinding { reading, count, of },
            "{counts:?}"
        );
    }
}

#[test]
fn many_big_deals_suit_a_seller_but_endanger_a_region() {
    let mostly_big = classes([3, 1, 1, 0]);
    let reading = |portfolio: &Portfolio, whose| portfolio.value_finding(whose).reading;
    assert_eq!(reading(&mostly_big, PortfolioOwner::Mine), Reading::LivesOnFew);
    assert_eq!(reading(&mostly_big, PortfolioOwner::Region), Reading::ReserveThin);
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
    let table: [(Counts, &[Reading]); 13] = [
        (&[(E, 4)], &[Reading::TooFewOpened]),
        (&[(G, 2), (H, 1), (E, 1), (C, 1)], &[Reading::OpeningsSpread]),
        (&[(A, 2), (D, 1), (G, 2), (E, 2)], &[Reading::HomeSlipping]),
        (&[(A, 2), (D, 1), (G, 1), (E, 2)], &[Reading::OpeningsSpread]),
        (&[(B, 3), (E, 2)], &[Reading::MostlyBehind]),
        (&[(F, 2), (I, 1), (H, 2)], &[Reading::MostlyAway]),
        (&[(G, 5)], &[Reading::NothingNew]),
        (&[(G, 4), (H, 1)], &[Reading::OpeningsSpread]),
        (&[(A, 1), (E, 3)], &[Reading::TooFewOpened]),
        (&[(A, 1), (E, 4)], &[Reading::HomeNeglected]),
        (&[(A, 1), (G, 1), (E, 3)], &[Reading::OpeningsSpread]),
        (&[(C, 6), (A, 1)], &[Reading::HomeNeglected, Reading::MostlyBehind, Reading::MostlyAway]),
        (&[(A, 5)], &[Reading::HomeNeglected, Reading::MostlyBehind, Reading::NothingNew]),
    ];
    for (counts, expected) in table {
        assert_eq!(readings(&openings(counts)), expected, "{counts:?}");
    }
    let slipping = openings(&[(A, 2), (D, 1), (G, 2), (E, 2)]).opening_findings();
    assert_eq!(
        slipping,
        [PortfolioFinding { reading: Reading::HomeSlipping, count: 3, of: 5 }],
        "counted on our own ground"
    );
}

#[test]
fn findings_state_their_facts_in_both_languages() {
    let reason = |reading, count, of, locale| PortfolioFinding { reading, count, of }.reason(locale);
    assert_eq!(reason(Reading::ShortSighted, 6, 10, Locale::En), "6 of 10 deals are class 3.");
    assert_eq!(reason(Reading::ShortSighted, 6, 10, Locale::Zh), "10 笔里有 6 笔是三类。");
    assert_eq!(reason(Reading::TooFewClassified, 0, 0, Locale::En), "No deal is classified yet.");
    assert_eq!(reason(Reading::TooFewOpened, 0, 0, Locale::Zh), "还没有商机判断开局。");
    assert_eq!(reason(Reading::TooFewClassified, 1, 1, Locale::En), "Only 1 deal is classified.");
    assert_eq!(reason(Reading::HomeNeglected, 1, 5, Locale::En), "Of 5 deals, 1 has opening A and none opening G.");
    assert_eq!(reason(Reading::HomeNeglected, 2, 5, Locale::Zh), "5 笔里，A 开局 2 笔，G 开局一笔也没有。");
    assert_eq!(reason(Reading::HomeSlipping, 3, 5, Locale::En), "On our own ground we do not lead in 3 of 5 deals.");
    for reading in Reading::ALL {
        for count in [0, 1, 5] {
            for (locale, end) in [(Locale::Zh, '。'), (Locale::En, '.')] {
                let sentence = reason(reading, count, 5, locale);
                assert!(sentence.ends_with(end), "{sentence}");
                assert!(reading.meaning().get(locale).ends_with(end), "{reading:?}");
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
