//! Links with a goal to solve for.

use abacus_core::Decimal;
use abacus_core::calculator::Calculator;
use abacus_core::calculator::share::{LinkProblem, Reader, decode, encode};
use abacus_core::calculator::solve::{Root, Solution, solve};
use abacus_core::calculators::find;

fn bad_debt() -> &'static dyn Calculator {
    find("bad-debt").unwrap()
}

#[test]
fn a_link_with_a_goal_contains_what_solving_needs() {
    let spec = bad_debt().spec();
    let asked = decode(spec, "#solve=margin&extra_sales=10000&loss=700&margin=0.03");
    let goal = asked.goal.as_ref().unwrap();
    assert_eq!((goal.unknown.key, goal.output.key, goal.wanted), ("margin", "extra_sales", 10_000.into()));
    let solution = solve(bad_debt(), &asked.inputs, goal);
    assert!(matches!(&solution, Solution::One(root) if root.value == "0.07".parse().unwrap()), "{solution:?}");
    let link = encode(spec, &asked.inputs, Some((goal, &solution)), Reader::Colleague);
    assert_eq!(
        link, "extra_sales=10000&loss=700&solve=margin",
        "a single answer is found again without a starting value"
    );
    assert_eq!(decode(spec, &link).goal, asked.goal);

    let root = Root { value: "0.03".parse().unwrap(), reached: Decimal::from(23_333) };
    for several in [Solution::Unchanged(root), Solution::Several(vec![root], root), Solution::None(None, None)] {
        let link = encode(spec, &asked.inputs, Some((goal, &several)), Reader::Colleague);
        assert_eq!(link, "extra_sales=10000&loss=700&margin=0.03&solve=margin", "{several:?}");
    }
    let shown = encode(spec, &asked.inputs, Some((goal, &solution)), Reader::Customer);
    assert!(!shown.contains("solve") && !shown.contains("margin"), "hidden from a customer: {shown}");
}

#[test]
fn a_wanted_result_needs_an_input_to_solve_for() {
    let spec = bad_debt().spec();
    let unknown = |key: &str| vec![LinkProblem::UnknownKey(key.to_owned())];
    let idle = decode(spec, "extra_sales=5");
    assert_eq!((idle.goal, idle.problems), (None, unknown("extra_sales")));
    let two = decode(spec, "solve=margin&extra_sales=10000&multiple=3");
    assert_eq!((two.goal.map(|goal| goal.output.key), two.problems), (Some("extra_sales"), unknown("multiple")));
    for (link, problem) in [
        ("solve=margin", LinkProblem::BadGoal("margin".to_owned())),
        ("solve=nobody&extra_sales=5", LinkProblem::BadGoal("nobody".to_owned())),
    ] {
        let linked = decode(spec, link);
        assert_eq!((linked.goal, linked.problems), (None, vec![problem]), "{link}");
    }
}
