//! The 1+2+1 gate, against a brute-force oracle.

use super::*;
use Bead::{Covered, Half, Open};
use Role::{DecisionMaker, Gatekeeper, Purchaser, User};

fn beads(people: Vec<Person>) -> [Bead; 4] {
    Coverage::of(&with_people(people)).climate.map(|(_, bead)| bead)
}

#[test]
fn the_gate_needs_a_guide_two_of_four_and_a_salesperson() {
    let li = || person("Li", &[User]);
    let zhao = || person("Zhao", &[DecisionMaker]);
    let true_guide = || guide("Wang", true, true, true);
    for (guide, people, salesperson, notation, passed) in [
        (Person::default(), vec![], "", "0+0/4+0", false),
        (true_guide(), vec![li(), zhao()], "Chen", "1+2/4+1", true),
        (true_guide(), vec![li()], "Chen", "1+1/4+1", false),
        (true_guide(), vec![li(), zhao()], " \u{3000}", "1+2/4+0", false),
        (Person::default(), vec![li()], "Chen", "0+1/4+1", false),
        (guide("Wang", true, true, false), vec![li(), zhao()], "Chen", "½+2/4+1", false),
        (guide("Wang", false, true, true), vec![li()], "Chen", "½+1/4+1", false),
        (guide(" ", true, true, true), vec![li(), zhao()], "Chen", "0+2/4+1", false),
        (
            true_guide(),
            vec![li(), zhao(), person("Han", &[Purchaser]), person("Sun", &[Gatekeeper])],
            "Chen",
            "1+4/4+1",
            true,
        ),
    ] {
        let people = people.into_iter().chain([guide]).collect();
        let coverage = Coverage::of(&Deal { salesperson: salesperson.to_owned(), ..with_people(people) });
        assert_eq!((coverage.notation().as_str(), coverage.passed()), (notation, passed));
    }
}

#[test]
fn a_gate_that_rests_on_two_people_is_reported() {
    let deal = |people: Vec<Person>| Deal { salesperson: "Chen".to_owned(), ..with_people(people) };
    let guide_and = |roles: &[Role]| Person { roles: roles.to_vec(), ..guide("Wang", true, true, true) };
    let (li, zhao) = (|| person("Li", &[User]), || person("Zhao", &[DecisionMaker]));
    for (people, passed, rests_on_two) in [
        (vec![guide_and(&[Purchaser]), li()], true, true),
        (vec![guide_and(&[Purchaser]), li(), zhao()], true, false),
        (vec![guide_and(&[]), li(), zhao()], true, false),
        // Another guide makes them three.
        (vec![guide_and(&[Purchaser]), li(), guide("Han", true, true, true)], true, false),
        // The same name is the same person.
        (vec![guide_and(&[]), person("Wang", &[Purchaser]), li()], true, true),
        (vec![guide_and(&[Purchaser])], false, false),
        (vec![], false, false),
    ] {
        let deal = deal(people);
        let coverage = Coverage::of(&deal);
        assert_eq!((coverage.passed(), coverage.rests_on_two(&deal)), (passed, rests_on_two), "{:?}", deal.people);
    }
}

#[test]
fn the_best_of_several_guides_counts() {
    let wang = guide("Wang", true, false, false);
    for (second, bead, best) in [
        (guide("Li", true, true, false), Half, "Li"),
        (guide("Li", true, true, true), Covered, "Li"),
        (guide("Li", false, false, false), Half, "Wang"),
        (guide("Li", false, true, false), Half, "Wang"),
        (guide("", true, true, true), Half, "Wang"),
        (person("Li", &[User]), Half, "Wang"),
    ] {
        let deal = with_people(vec![wang.clone(), second]);
        assert_eq!((Coverage::of(&deal).guide, deal.guide().unwrap().name.as_str()), (bead, best));
    }
}

#[test]
fn spellings_of_one_name_count_as_one_person() {
    for (people, expected) in [
        (vec![person("Li", &[Purchaser, User])], [Covered, Half, Open, Open]),
        (vec![person("Li", &[Purchaser]), person(" ＬＩ　", &[User])], [Covered, Half, Open, Open]),
        (vec![person("Li", &[User]), person("Li", &[User])], [Open, Covered, Open, Open]),
        (vec![person("", &[User]), person("\u{200B}", &[Purchaser])], [Open; 4]),
        (vec![person("Li", &[])], [Open; 4]),
        // Taking roles in order would assign the purchaser to Li and leave none for Wang.
        (vec![person("Li", &[Purchaser, User]), person("Wang", &[Purchaser])], [Covered, Covered, Open, Open]),
        // The same with three people: Li must yield to Wang, and Wang to Zhao.
        (
            vec![
                person("Li", &[Purchaser, User]),
                person("Wang", &[User, Gatekeeper]),
                person("Zhao", &[Purchaser]),
                person("Zhao", &[DecisionMaker]),
            ],
            [Covered, Covered, Covered, Half],
        ),
    ] {
        assert_eq!(beads(people.clone()), expected, "{people:?}");
    }
}

/// Spellings of names, by person.
const SPELLINGS: [(&str, Option<u8>); 8] = [
    ("", None),
    ("\u{FEFF} ", None),
    ("Li", Some(0)),
    (" ｌＩ", Some(0)),
    ("王芳", Some(1)),
    ("王芳\u{200B}", Some(1)),
    ("Émile", Some(2)),
    ("ÉMILE", Some(2)),
];

/// Tries every assignment of nobody or one of the three persons to each role.
fn most_roles_covered(people: &[(usize, u8)]) -> usize {
    let plays = |who: u8, role: usize| {
        people.iter().any(|(spelling, roles)| SPELLINGS[*spelling].1 == Some(who) && roles >> role & 1 == 1)
    };
    let mut most = 0;
    for choice in 0..4_usize.pow(4) {
        let given: Vec<(usize, u8)> =
            (0..4).map(|role| (role, (choice >> (role << 1) & 3) as u8)).filter(|(_, who)| *who < 3).collect();
        let fits = given.iter().all(|(role, who)| plays(*who, *role));
        let mut persons: Vec<u8> = given.iter().map(|(_, who)| *who).collect();
        persons.sort_unstable();
        persons.dedup();
        if fits && persons.len() == given.len() {
            most = most.max(given.len());
        }
    }
    most
}

proptest! {
    #[test]
    fn coverage_equals_the_best_assignment(
        entries in prop::collection::vec((0..SPELLINGS.len(), 0_u8..16), 0..7)
    ) {
        let roles = |mask: u8| {
            Role::ALL.into_iter().enumerate().filter(move |(i, _)| mask >> i & 1 == 1).map(|(_, role)| role)
        };
        let people: Vec<Person> = entries
            .iter()
            .map(|(spelling, mask)| person(SPELLINGS[*spelling].0, &roles(*mask).collect::<Vec<_>>()))
            .collect();
        let coverage = Coverage::of(&with_people(people.clone()));
        prop_assert_eq!(coverage.covered_roles(), most_roles_covered(&entries));
        for (index, (role, bead)) in coverage.climate.into_iter().enumerate() {
            let named = entries.iter().any(|(s, mask)| SPELLINGS[*s].1.is_some() && mask >> index & 1 == 1);
            prop_assert_eq!(bead != Open, named, "{:?}", role);
        }
        let reversed = with_people(people.into_iter().rev().collect());
        prop_assert_eq!(Coverage::of(&reversed), coverage, "coverage does not depend on the order of entry");
    }
}
