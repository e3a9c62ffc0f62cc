use std::rc::Rc;

use super::any::deal::any_deal;
use super::*;
use abacus_deals::view::{Centre, MOST_AT_A_POINT, POINT, Pattern, Plot, whole_percent};

/// A deal with these scores.
fn scored(id: &str, short: u8, long: u8, worth: Option<&str>) -> Rc<Deal> {
    let mut deal = Deal { amount: worth.map(amount), ..Deal::new(id) };
    for (what, points) in [(SubScore::OrderSize, short), (SubScore::Morale, long)] {
        deal.apply(Edit::Assess(AssessmentEdit::Score(what, Score::new(points))));
    }
    Rc::new(deal)
}

fn in_currency(deal: &Deal, code: &str) -> Rc<Deal> {
    Rc::new(Deal { currency: Currency::new(code).unwrap(), ..deal.clone() })
}

fn parts(plot: &Plot) -> Vec<(&str, Option<u16>)> {
    plot.deals.iter().map(|plotted| (plotted.deal.id.as_str(), plotted.part)).collect()
}

#[test]
fn circles_are_sized_within_their_currency() {
    assert_eq!(Plot::of(&[]), Plot::default());
    let one = Plot::of(&[scored("a", 9, 9, Some("3"))]);
    assert_eq!((parts(&one), one.currencies.len()), (vec![("a", Some(10_000))], 1));
    let plot = Plot::of(&[
        scored("a", 9, 9, Some("1000000000000000")),
        scored("b", 9, 9, Some("0.000001")),
        scored("c", 9, 9, None),
        scored("d", 9, 9, Some("-5")),
        scored("e", 9, 9, Some("250000000000000")),
        in_currency(&scored("f", 9, 9, Some("7")), "EUR"),
        in_currency(&scored("g", 9, 9, Some("0")), "USD"),
        scored("h", 2, 2, Some("500000000000000")),
        Rc::new(Deal::new("i")),
    ]);
    let expected = [
        ("a", Some(10_000)),
        ("e", Some(2_500)),
        ("b", Some(0)),
        ("d", Some(0)),
        ("c", None),
        ("f", Some(10_000)),
        ("g", Some(0)),
        ("h", Some(5_000)),
    ];
    assert_eq!(parts(&plot), expected, "sorted by class, currency and amount; deals without scores are left out");
    assert_eq!(plot.currencies.iter().map(Currency::code).collect::<Vec<_>>(), ["CNY", "EUR", "USD"]);
    assert!(plot.has_unknown_amounts() && !one.has_unknown_amounts());
}

#[test]
fn the_largest_deals_of_a_point_are_drawn() {
    let many: Vec<_> = (1..=9).map(|worth| scored(&format!("d{worth}"), 3, 8, Some(&worth.to_string()))).collect();
    let plot = Plot::of(&many);
    assert_eq!((plot.drawn_at(3, 8), plot.drawn_at(8, 3)), (MOST_AT_A_POINT, 0));
    assert_eq!(plot.not_drawn(), 9 - MOST_AT_A_POINT);
    let drawn = plot.deals.iter().filter(|plotted| plotted.index.is_some());
    let drawn: Vec<_> = drawn.map(|plotted| (plotted.deal.id.as_str(), plotted.index.unwrap())).collect();
    assert_eq!(drawn, [("d9", 0), ("d8", 1), ("d7", 2), ("d6", 3), ("d5", 4), ("d4", 5)]);
}

#[test]
fn the_area_is_proportional_to_the_amount() {
    let plot = Plot::of(&[
        scored("a", 9, 9, Some("1000")),
        scored("b", 9, 9, Some("750")),
        scored("c", 9, 9, Some("500")),
        scored("d", 9, 9, Some("250")),
        scored("e", 9, 9, Some("0")),
        scored("f", 9, 9, None),
    ]);
    let radii: Vec<_> = plot.deals.iter().map(abacus_deals::view::Plotted::radius).collect();
    let [largest, .., nothing, unknown] = *radii else { panic!("{radii:?}") };
    assert!(unknown < nothing, "{radii:?}");
    assert!(largest * largest > 3 * nothing * nothing, "the areas differ visibly: {radii:?}");
    let areas: Vec<_> = radii.iter().take(5).map(|radius| radius * radius).collect();
    let steps: Vec<_> = areas.windows(2).map(|pair| pair[0] - pair[1]).collect();
    let [least, most] = [steps.iter().min(), steps.iter().max()].map(|step| *step.unwrap());
    assert!(most - least < most / 10, "{steps:?}");
}

#[test]
fn the_pattern_shows_how_many_beads_are_missing() {
    let pattern = |deal: &Deal| Pattern::of(&Coverage::of(deal));
    assert_eq!(pattern(&complete()), Pattern::Passed);
    assert_eq!(pattern(&Deal { salesperson: String::new(), ..complete() }), Pattern::Partly);
    let seller = Deal { salesperson: "陈晨".to_owned(), ..Deal::new("d") };
    assert_eq!(pattern(&seller), Pattern::Hardly, "three are missing");
    assert_eq!(pattern(&Deal { people: numbered(vec![person("李雷", &[Role::User])]), ..seller }), Pattern::Partly);
    assert_eq!(pattern(&Deal::new("d")), Pattern::Hardly);
}

#[test]
fn parts_are_rounded_to_whole_percentages() {
    for (some, all, percent) in [
        (0, 0, None),
        (0, 1, Some(0)),
        (1, 3, Some(33)),
        (2, 3, Some(67)),
        (1, 200, Some(1)),
        (1, 201, Some(0)),
        (usize::MAX, usize::MAX, Some(100)),
        (usize::MAX / 2, usize::MAX, Some(50)),
    ] {
        assert_eq!(whole_percent(some, all), percent, "{some} of {all}");
    }
}

proptest! {
    #[test]
    fn every_classified_deal_is_in_the_quadrant_of_its_class(deals in prop::collection::vec(any_deal(), 0..8)) {
        let deals: Vec<_> = deals.into_iter().map(Rc::new).collect();
        let plot = Plot::of(&deals);
        let classified = deals.iter().filter(|deal| deal.assessment.value_class().is_some()).count();
        prop_assert_eq!(plot.deals.len(), classified);
        for plotted in &plot.deals {
            prop_assert!((1..=10).contains(&plotted.short) && (1..=10).contains(&plotted.long));
            prop_assert_eq!(ValueClass::of(plotted.short > 5, plotted.long > 5), plotted.class);
            prop_assert_eq!(plotted.part.is_some(), plotted.deal.amount.is_some());
            prop_assert!(plotted.index.is_none_or(|place| place < plot.drawn_at(plotted.short, plotted.long)));
        }
        let turned: Vec<_> = plot.deals.iter().map(|plotted| &plotted.deal).rev().collect();
        let sizes = |plot: &Plot| plot.deals.iter().map(|plotted| plotted.part).collect::<Vec<_>>();
        prop_assert_eq!(sizes(&Plot::of(turned)), sizes(&plot), "the order of the deals does not matter");
    }

    #[test]
    fn no_two_circles_share_a_centre_and_none_leaves_its_quadrant(
        scores in prop::collection::vec((1_u8..=10, 1_u8..=10, prop::option::of(0_u32..4)), 0..40),
        crowd in prop::collection::vec(prop::option::of(0_u32..4), 0..8),
    ) {
        // Some anywhere, and many at one point.
        let crowd = crowd.into_iter().map(|worth| (5, 6, worth));
        let deals: Vec<_> = scores.into_iter().chain(crowd).enumerate().map(|(place, (short, long, worth))| {
            scored(&format!("d{place}"), short, long, worth.map(|worth| worth.to_string()).as_deref())
        }).collect();
        let centres = |plot: &Plot| {
            let centre = |plotted| Some((plot.centre(plotted)?, (plotted.deal.id.clone(), plotted.class, plotted.radius())));
            plot.deals.iter().filter_map(centre).collect::<Vec<_>>()
        };
        let plot = Plot::of(&deals);
        let placed = centres(&plot);
        prop_assert_eq!(placed.len() + plot.not_drawn(), plot.deals.len());
        for (place, (centre, (id, class, _))) in placed.iter().enumerate() {
            let Centre { short, long } = *centre;
            let is_big = |units: u32| 2 * units > 11 * POINT;
            prop_assert_eq!(ValueClass::of(is_big(short), is_big(long)), *class, "{} at {:?}", id, centre);
            prop_assert!([short, long].into_iter().all(|units| 2 * units > POINT && 2 * units < 21 * POINT));
            for (other, _) in placed.iter().skip(place + 1) {
                prop_assert!(short.abs_diff(other.short) + long.abs_diff(other.long) >= 4, "{:?} and {:?}", centre, other);
            }
        }
        let turned: Vec<_> = deals.iter().rev().collect();
        prop_assert_eq!(centres(&Plot::of(turned)), placed, "the order of the deals does not matter");
    }
}
