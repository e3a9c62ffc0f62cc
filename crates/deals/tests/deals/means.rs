use super::any::any_text;
use super::any::deal::any_deal;
use super::views::{held, rows};
use super::*;
use abacus_deals::view::{
    Meetings, NotAPercent, RESOURCE_PLAN_KEY, Resource, ResourceFinding, ResourcePlan, Rows, Scope, read_percent,
};
use abacus_deals::{Front, Level, Position};

/// A deal in this position with meetings this many days ago.
fn met(id: &str, position: Option<Position>, days: &[i32]) -> Deal {
    let today = date(TODAY);
    let log = (1..).zip(days).map(|(number, days)| held(&format!("c{number}"), today.plus_days(-days).unwrap()));
    let mut deal = Deal { log: log.collect(), ..Deal::new(id) };
    let levels = Level::ALL.into_iter().flat_map(|potential| Level::ALL.map(|share| (potential, share)));
    let found = position.and_then(|position| {
        levels.into_iter().find(|(potential, share)| Position::of(*potential, *share) == position)
    });
    if let Some((potential, share)) = found {
        deal.apply(Edit::Assess(AssessmentEdit::BuyingPotential(Some(potential))));
        deal.apply(Edit::Assess(AssessmentEdit::Share(Some(share))));
    }
    assert_eq!(deal.assessment.position(), position);
    deal
}

/// This many meetings of today for attack, defence and maintenance, and with customers to give up.
fn meetings(counts: [usize; 4]) -> Meetings {
    let positions = [Position::Acquire, Position::Retain, Position::Maintain, Position::GiveUp];
    let deals: Vec<Deal> = (0..)
        .zip(positions.into_iter().zip(counts))
        .map(|(number, (position, count))| met(&format!("d{number}"), Some(position), &vec![0; count]))
        .collect();
    Meetings::of(&rows(&deals), &Scope::default(), date(TODAY))
}

fn time(parts: [u8; 3]) -> ResourcePlan {
    let mut plan = ResourcePlan::default();
    Front::ALL.into_iter().zip(parts).for_each(|(front, part)| plan.set(Resource::Time, front, Some(part)));
    plan
}

#[test]
fn meetings_of_ninety_days_count_by_the_position_of_their_deal() {
    assert_eq!(Meetings::of(&Rows::default(), &Scope::default(), date(TODAY)), Meetings::default());
    let begun = Contact { date: Some(date(TODAY)), ..Contact::default() };
    let deals = [
        met("a", Some(Position::Acquire), &[0, 89, 90, 400, -1]),
        met("b", Some(Position::Harass), &[1]),
        Deal { end: Some(End::Lost), ..met("c", Some(Position::Retain), &[5, 5]) },
        met("d", Some(Position::Maintain), &[]),
        met("e", Some(Position::GiveUp), &[7]),
        met("f", None, &[1, 2, 3]),
        Deal { log: vec![begun], ..met("g", Some(Position::Acquire), &[]) },
        Deal { deleted: true, ..met("h", Some(Position::Acquire), &[1]) },
        Deal { salesperson: "王芳".to_owned(), ..met("i", Some(Position::Retain), &[1]) },
    ];
    let all = Meetings::of(&rows(&deals), &Scope::default(), date(TODAY));
    assert_eq!(Front::ALL.map(|front| all.on(front)), [3, 3, 0]);
    assert_eq!((all.given_up, all.unplaced, all.placed()), (1, 3, 7));
    assert_eq!(Front::ALL.map(|front| all.percent(front)), [Some(43), Some(43), Some(0)]);
    let wang = Scope { salesperson: "王芳".to_owned(), ..Scope::default() };
    assert_eq!(Meetings::of(&rows(&deals), &wang, date(TODAY)).placed(), 1);
    assert_eq!(Meetings::default().percent(Front::Attack), None);
}

#[test]
fn every_position_but_giving_up_belongs_to_a_front() {
    let fronts = Position::ALL.map(|position| (position, position.front()));
    for (position, front) in fronts {
        let expected = match position {
            Position::Acquire | Position::Harass => Some(Front::Attack),
            Position::Retain => Some(Front::Defence),
            Position::Maintain => Some(Front::Maintenance),
            Position::GiveUp => None,
        };
        assert_eq!(front, expected, "{position:?}");
    }
}

#[test]
fn a_difference_of_ten_points_is_reported() {
    use Front::{Attack, Defence};
    let off = |front, planned, actual| ResourceFinding::OffPlan { front, planned, actual };
    let found = |counts, plan: [u8; 3]| meetings(counts).findings(&time(plan));
    assert_eq!(found([50, 30, 20, 0], [50, 30, 20]), []);
    assert_eq!(found([51, 29, 20, 0], [60, 20, 20]), [], "nine points");
    assert_eq!(found([50, 30, 20, 0], [60, 20, 20]), [off(Attack, 60, 50), off(Defence, 20, 30)], "ten points");
    assert_eq!(found([0, 1, 0, 0], [100, 0, 0]), [off(Attack, 100, 0), off(Defence, 0, 100)]);
    assert_eq!(found([0; 4], [100, 0, 0]), [], "nothing is reported without a meeting");
    assert_eq!(meetings([9, 0, 0, 0]).findings(&ResourcePlan::default()), [], "nor without a plan");
    assert_eq!(found([9, 0, 0, 0], [0, 50, 40]), [], "nor with an incomplete plan");
}

#[test]
fn over_a_tenth_spent_on_customers_to_give_up_is_reported() {
    let found = |counts| meetings(counts).findings(&ResourcePlan::default());
    assert_eq!(found([9, 0, 0, 1]), [], "a tenth");
    assert_eq!(found([17, 0, 0, 2]), [ResourceFinding::GivenUp { count: 2, of: 19 }]);
    assert_eq!(found([0, 0, 0, 1]), [ResourceFinding::GivenUp { count: 1, of: 1 }]);
}

#[test]
fn a_plan_is_complete_if_its_parts_add_up_to_a_hundred() {
    let mut plan = time([60, 30, 10]);
    assert_eq!((plan.sum(Resource::Time), plan.is_whole(Resource::Time)), (Some(100), true));
    assert_eq!((plan.sum(Resource::Money), plan.is_whole(Resource::Money)), (None, false));
    plan.set(Resource::Time, Front::Defence, None);
    assert_eq!((plan.sum(Resource::Time), plan.is_whole(Resource::Time)), (Some(70), false));
    plan.set(Resource::Time, Front::Attack, Some(90));
    assert!(!plan.is_whole(Resource::Time), "the sum is a hundred, but a part is not planned");
    plan.set(Resource::Time, Front::Defence, Some(255));
    assert_eq!(plan.get(Resource::Time, Front::Defence), Some(100));
}

#[test]
fn a_typed_percentage_is_parsed() {
    for (typed, read) in [
        ("", Ok(None)),
        (" \u{3000}", Ok(None)),
        ("0", Ok(Some(0))),
        ("100", Ok(Some(100))),
        ("６０％", Ok(Some(60))),
        (" 7 % ", Ok(Some(7))),
        ("7.0", Ok(Some(7))),
    ] {
        assert_eq!(read_percent(typed), read, "{typed:?}");
    }
    for wrong in ["101", "-1", "7.5", "60/40", "¥5", "1k", "a", "99999999999999999999999999999999999"] {
        assert_eq!(read_percent(wrong), Err(NotAPercent), "{wrong:?}");
    }
}

#[test]
fn a_stored_plan_keeps_unknown_parts() {
    let text =
        "time.attack=60&time.attack=50&time.defence=030&space.attack=5&people.money=1&money.defence=101&x&=&time";
    let mut plan = ResourcePlan::read(text);
    assert_eq!(plan.get(Resource::Time, Front::Attack), Some(60), "the first of two counts");
    assert_eq!(plan.get(Resource::Time, Front::Defence), None);
    plan.set(Resource::People, Front::Maintenance, Some(10));
    assert_eq!(
        plan.write(),
        "time.attack=60&people.maintenance=10&time.defence=030&space.attack=5&people.money=1&money.defence=101&x&=&time"
    );
    assert!(ResourcePlan::is_readable("?&money.attack=0"));
    for text in ["", "x", "time.attack=", "time.attack=-1", "time.attack=+1", "time.attack=101"] {
        assert!(!ResourcePlan::is_readable(text), "{text:?}");
        assert_eq!(ResourcePlan::read(text).sum(Resource::Time), None, "{text:?}");
    }
}

#[test]
fn the_plan_is_exported_as_it_is_stored() {
    let stored = [(RESOURCE_PLAN_KEY.to_owned(), "time.attack=60&x=1".to_owned())];
    let file: Value = serde_json::from_str(&export(&Book::default(), &stored, date(TODAY))).unwrap();
    assert_eq!(file["prefs"]["means"], json!("time.attack=60&x=1"));
}

proptest! {
    #[test]
    fn a_plan_round_trips_through_its_text(parts in prop::collection::vec(prop::option::of(0..=100_u8), 9)) {
        let mut plan = ResourcePlan::default();
        let cells = Resource::ALL.into_iter().flat_map(|means| Front::ALL.map(|front| (means, front)));
        cells.zip(&parts).for_each(|((means, front), part)| plan.set(means, front, *part));
        prop_assert_eq!(ResourcePlan::read(&plan.write()), plan);
    }

    #[test]
    fn a_plan_read_from_any_text_round_trips(text in any_text()) {
        let plan = ResourcePlan::read(&text);
        prop_assert_eq!(ResourcePlan::read(&plan.write()), plan);
        let _typed = read_percent(&text);
    }

    #[test]
    fn no_meeting_is_counted_twice(deals in prop::collection::vec(any_deal(), 0..6)) {
        let named = (0..).zip(deals).map(|(number, deal)| Deal { id: format!("d{number}"), ..deal });
        let deals: Vec<Deal> = named.collect();
        let found = Meetings::of(&rows(&deals), &Scope::default(), date(TODAY));
        let all: usize = deals.iter().filter(|deal| !deal.deleted).map(|deal| deal.log.len()).sum();
        prop_assert!(found.placed().saturating_add(found.unplaced) <= all);
        for finding in found.findings(&time([34, 33, 33])) {
            match finding {
                ResourceFinding::OffPlan { planned, actual, .. } => prop_assert!(planned.abs_diff(actual) >= 10 && actual <= 100),
                ResourceFinding::GivenUp { count, of } => prop_assert!(count <= of && of == found.placed()),
            }
        }
    }
}
