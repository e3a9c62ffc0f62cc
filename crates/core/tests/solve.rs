//! Solving for an input, verified by computing forward.

use crate::oracle::cases;

use abacus_core::Decimal;
use abacus_core::calculator::solve::{Goal, Root, Solution, rearranged, results_of, solve};
use abacus_core::calculator::{Calculator, Inputs, Output};
use abacus_core::calculators::{CATALOG, find};
use abacus_core::number::format::{number, round};
use cases::Rng;

type Tool = &'static dyn Calculator;

fn forward(tool: Tool, inputs: &Inputs, output: &Output) -> Option<Decimal> {
    let evaluations = tool.evaluate(inputs);
    evaluations.into_iter().find(|evaluation| evaluation.output == output)?.value.ok()
}

fn roots(solution: &Solution) -> Vec<Root> {
    match solution {
        Solution::One(root) | Solution::Unchanged(root) => vec![*root],
        Solution::Range(from, to, taken) => vec![*from, *taken, *to],
        Solution::Several(roots, taken) => {
            assert!(roots.contains(taken), "{solution:?}");
            roots.clone()
        }
        Solution::OutOfRange(_) | Solution::None(..) => vec![],
    }
}

fn question(rng: &mut Rng) -> (Tool, Inputs, Goal) {
    let tool = rng.pick(CATALOG);
    let inputs = cases::case(tool, rng);
    let pick = |rng: &mut Rng, many: usize| rng.below(u32::try_from(many).unwrap()) as usize;
    let spec = tool.spec();
    let unknown = &spec.fields[pick(rng, spec.fields.len())];
    let output = &spec.outputs[pick(rng, spec.outputs.len())];
    (tool, inputs, Goal { unknown, output, wanted: Decimal::ZERO })
}

/// Checks that the field allows every answer and that each gives the stated result.
fn assert_solution(tool: Tool, inputs: &Inputs, goal: &Goal, solution: &Solution) {
    let mut inputs = inputs.clone();
    for root in roots(solution) {
        inputs.set(goal.unknown, root.value).unwrap();
        assert_eq!(forward(tool, &inputs, goal.output), Some(root.reached), "{goal:?} {solution:?}");
    }
    assert!(roots(solution).is_sorted_by_key(|root| root.value), "{goal:?} {solution:?}");
}

/// Checks that the input a result came from is an answer.
fn find_again(tool: Tool, inputs: &Inputs, goal: &Goal) {
    let Some(reached) = forward(tool, inputs, goal.output) else { return };
    let places = goal.output.places();
    for wanted in [reached, round(reached, places)] {
        let goal = Goal { wanted, ..*goal };
        let solution = solve(tool, inputs, &goal);
        assert_solution(tool, inputs, &goal, &solution);
        let found = roots(&solution);
        let reads = found.iter().all(|root| round(root.reached, places) == round(wanted, places));
        let place = || format!("{} {} → {} = {wanted}\n{inputs:?}", tool.spec().id, goal.unknown.key, goal.output.key);
        assert!(!found.is_empty() && reads, "{solution:?}\n{}", place());
        let before = inputs.get(goal.unknown.key).unwrap();
        let taken = solution.root().unwrap();
        assert_eq!(taken.value, before, "a current value that is an answer is kept: {solution:?}\n{}", place());
    }
}

#[test]
fn solving_finds_the_input_of_a_result() {
    for number in 0..cases::how_many(100_000) / 50 {
        let (tool, inputs, goal) = question(&mut Rng::new(number));
        find_again(tool, &inputs, &goal);
    }
}

#[test]
fn solving_finds_the_input_of_a_large_result() {
    for number in 0..cases::how_many(100_000) / 50 {
        let mut rng = Rng::new(number);
        let (tool, _, goal) = question(&mut rng);
        find_again(tool, &cases::large(tool, &mut rng), &goal);
    }
}

#[test]
fn every_goal_gets_a_verified_solution() {
    for number in 0..cases::how_many(100_000) / 100 {
        let mut rng = Rng::new(!number);
        let (tool, inputs, goal) = question(&mut rng);
        let any = cases::anything(goal.unknown, &mut rng);
        let most = rng.pick(&[Decimal::ZERO, Decimal::NEGATIVE_ONE, Decimal::MAX, Decimal::MIN, Decimal::new(1, 28)]);
        for wanted in [any, -any, any * Decimal::new(1, 6), most] {
            let goal = Goal { wanted, ..goal };
            assert_solution(tool, &inputs, &goal, &solve(tool, &inputs, &goal));
        }
    }
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

/// The solution of `id?key=value&…` for the unknown, the result and its wanted value, in short form.
fn answer(id: &str, given: &[(&str, &str)], unknown: &str, output: &str, wanted: &str) -> String {
    let tool = find(id).unwrap();
    let spec = tool.spec();
    let mut inputs = Inputs::defaults(spec);
    for (key, value) in given {
        inputs.set(spec.field(key).unwrap(), decimal(value)).unwrap();
    }
    let goal =
        Goal { unknown: spec.field(unknown).unwrap(), output: spec.output(output).unwrap(), wanted: decimal(wanted) };
    let solution = solve(tool, &inputs, &goal);
    assert_solution(tool, &inputs, &goal, &solution);
    let shown = |root: &Root| {
        let result = number(root.reached, goal.output.precision);
        format!("{} gives {result}", goal.unknown.show(root.value))
    };
    match &solution {
        Solution::One(root) | Solution::Unchanged(root) => shown(root),
        Solution::Range(from, to, taken) => {
            format!("{} to {}: {}", goal.unknown.show(from.value), goal.unknown.show(to.value), shown(taken))
        }
        Solution::Several(roots, _) => format!("{:?}", roots.iter().map(shown).collect::<Vec<_>>()),
        Solution::OutOfRange(value) => format!("would be {value}"),
        Solution::None(below, above) => {
            let or_none = |root: &Option<Root>| root.as_ref().map_or_else(|| "nothing".to_owned(), shown);
            format!("none: {} and {}", or_none(below), or_none(above))
        }
    }
}

#[test]
fn solutions_equal_those_worked_by_hand() {
    // A loss of 500 costs 10,000 of sales at 5 %.
    assert_eq!(answer("bad-debt", &[], "margin", "extra_sales", "10000"), "5 gives 10,000");
    assert_eq!(answer("bad-debt", &[], "loss", "extra_sales", "-1"), "would be -0.02");
    assert_eq!(answer("bad-debt", &[], "margin", "extra_sales", "400"), "would be 1.25");
    // No margin makes a loss cost nothing; without a loss, every margin does.
    assert_eq!(answer("bad-debt", &[], "margin", "extra_sales", "0"), "none: nothing and 100 gives 500");
    let nothing = [("loss", "0")];
    assert_eq!(answer("bad-debt", &nothing, "margin", "extra_sales", "0"), "0.000001 to 100: 2 gives 0");
    assert_eq!(answer("bad-debt", &nothing, "margin", "extra_sales", "5"), "none: 0.000001 gives 0 and nothing");
    // 500 × (1 − x) + 50 = 100.
    assert_eq!(answer("bad-debt", &[("deductible", "50")], "insured", "uncovered", "100"), "90 gives 100");

    // 1,872 a year.
    assert_eq!(answer("clv", &[], "years", "value", "37440"), "20 gives 37,440");
    assert_eq!(answer("clv", &[], "years", "value", "40000"), "none: 21 gives 39,312 and 22 gives 41,184");
    assert_eq!(answer("clv", &[], "years", "value", "200000"), "none: 100 gives 187,200 and nothing");
    assert_eq!(answer("clv", &[], "margin", "value", "16848"), "30 gives 16,848");
    let churn = [("margin", "0.3"), ("retention", "0.9")];
    assert_eq!(answer("clv", &churn, "discount", "value", "3081.30"), "10 gives 3,081.3");
    let interest = [("margin", "0.3"), ("discount", "0.1")];
    assert_eq!(answer("clv", &interest, "retention", "value", "3081.30"), "90 gives 3,081.3");
    assert_eq!(answer("clv", &interest, "years", "value", "561.6"), "1 gives 561.6");

    // 101 to 120 visits are 6 on each of 20 days; 26 to 30 prospects of 4 visits each.
    assert_eq!(answer("activity", &[], "deals", "per_day", "6"), "8.333334 to 10: 10 gives 6");
    assert_eq!(answer("activity", &[], "days", "per_day", "6"), "20 to 23.999999: 20 gives 6");
    // From a value outside the range, a round value inside it.
    assert_eq!(answer("activity", &[("days", "30")], "days", "per_day", "6"), "20 to 23.999999: 23 gives 6");
    assert_eq!(answer("activity", &[("deals", "1")], "deals", "per_day", "6"), "8.333334 to 10: 9 gives 6");
    assert_eq!(
        answer("activity", &[("days", "1")], "deals", "per_day", "7"),
        "none: 0.333333 gives 4 and 0.333334 gives 8"
    );
    assert_eq!(answer("activity", &[], "deals", "per_day", "0"), "0 gives 0");

    // 10,000 × 10 % − 10,000 × 5 % × days ÷ 365 is 0 after two years.
    assert_eq!(answer("receivables", &[], "days", "profit_left", "0"), "730 gives 0");
    assert_eq!(answer("receivables", &[], "days", "profit_left", "-250"), "912.5 gives -250");
    // The share does not depend on the amount.
    assert_eq!(answer("receivables", &[], "invoice", "eaten", "0.5"), "none: 0.000001 gives 0.12 and nothing");
    // Half off, half a year sooner, is 100 % twice a year.
    assert_eq!(answer("early-payment", &[("days_sooner", "182.5")], "discount", "yearly_cost", "2"), "50 gives 2");
    assert_eq!(answer("loss-to-visits", &[], "loss", "deals", "5"), "400.000001 to 500: 500 gives 5");

    // If the margin equals the interest of one day, the rate to break even is 0 and its inverse has a pole, which is
    // not an answer.
    let one = ["amount", "margin", "rate", "days", "default"].map(|key| (key, "1"));
    assert_eq!(answer("credit-decision", &one, "margin", "one_in", "1"), "99.776461 to 100: 100 gives 1");
    // Above a rate of 100 % there is no such answer, although it would be shown as 1, too.
    let short =
        [("amount", "75000"), ("margin", "0.350086"), ("days", "1"), ("default", "0.02"), ("recovered", "0.65")];
    assert_eq!(answer("credit-decision", &short, "margin", "one_in", "1"), "34.83957 to 35.013698: 35.0086 gives 1");
}

#[test]
fn only_dependent_results_can_be_solved_for() {
    let wanted_of = |id: &str, unknown: &str| {
        let tool = find(id).unwrap();
        let results = results_of(tool, tool.spec().field(unknown).unwrap());
        results.map(|output| output.key).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(wanted_of("receivables", "invoice"), "interest profit profit_left eaten");
    assert_eq!(wanted_of("bad-debt", "loss"), "extra_sales multiple after_cover after_deductible uncovered");
    assert_eq!(wanted_of("clv", "acquisition"), "value");
    for tool in CATALOG {
        for field in tool.spec().fields.iter().filter(|field| !field.affects_wording_only) {
            assert!(results_of(*tool, field).next().is_some(), "{} {}", tool.spec().id, field.key);
        }
    }
}

#[test]
fn a_formula_is_rearranged_if_the_input_occurs_once() {
    let may_be = |id: &str, unknown: &str, output: &str| {
        let tool = find(id).unwrap();
        let (unknown, output) = (tool.spec().field(unknown).unwrap(), tool.spec().output(output).unwrap());
        let goal = Goal { unknown, output, wanted: Decimal::ONE };
        rearranged(tool, &Inputs::defaults(tool.spec()), &goal).is_some()
    };
    assert!(may_be("bad-debt", "margin", "extra_sales"));
    // A margin of 100 %, which is also the maximum, is left out of the formula, but not when solving for it.
    assert!(may_be("clv", "margin", "value") && may_be("clv", "acquisition", "value"));
    assert!(!may_be("clv", "retention", "value") && !may_be("activity", "deals", "per_day"));
    assert!(!may_be("early-payment", "discount", "yearly_cost"));
}

#[test]
fn a_current_answer_is_kept_otherwise_the_nearest_is_taken() {
    let tool = find("bad-debt").unwrap();
    let asked = |link: &str| {
        let linked = abacus_core::calculator::share::decode(tool.spec(), link);
        solve(tool, &linked.inputs, &linked.goal.unwrap())
    };
    let decimal = |text: &str| text.parse::<Decimal>().unwrap();
    // 699.9999 is nearer, but 700 already reads as the wanted result.
    let stays = asked("solve=loss&extra_sales=23333.33&loss=700&margin=0.03");
    assert!(matches!(stays, Solution::Unchanged(root) if root.value == decimal("700")), "{stays:?}");
    // A margin of eight decimals can give 50 or 100 million, and nothing between them.
    let nearest = asked("solve=margin&extra_sales=60000000&loss=1");
    let expected = Root { value: decimal("0.00000002"), reached: decimal("50000000") };
    assert_eq!(nearest, Solution::One(expected));
    // The same in a calculator with other results that are rounded up.
    let same = answer("loss-to-visits", &[("loss", "1")], "margin", "extra_sales", "60000000");
    assert_eq!(same, "0.000002 gives 50,000,000");
    // No margin is below the minimum, so 166 million has no neighbour there.
    let least = answer("bad-debt", &[("loss", "1")], "margin", "extra_sales", "166666666.67");
    assert_eq!(least, "none: 0.000001 gives 100,000,000 and nothing");
    // Formulas that cannot be rearranged are searched: adjacent values give 3,649,635 and 3,650,000.04.
    let searched = answer("early-payment", &[("days_sooner", "1")], "discount", "yearly_cost", "3649700");
    assert_eq!(searched, "99.99 gives 3,649,635");
}

#[test]
fn results_without_certain_decimals_do_not_end_the_search() {
    // One in fifty amounts this large has no certain cents. It is not an answer, but the answer may be behind it.
    let given = [
        ("visits", "16"),
        ("weeks", "31.8"),
        ("years", "95"),
        ("discount", "0.000793"),
        ("timing", "2"),
        ("acquisition", "5621138067326.6"),
    ];
    for wanted in ["802490009894382269.6146644347", "802490009894382269.61"] {
        let found = answer("clv", &given, "spend", "value", wanted);
        assert_eq!(found, "17,242,244,584,103.74 gives 802,490,009,894,382,269.61");
    }
    // An input that occurs twice is always searched for.
    let given =
        [("spend", "1000000000000000"), ("visits", "50200000.061874"), ("weeks", "0.999999"), ("discount", "1")];
    let found = answer("clv", &given, "retention", "endless_later", "21763393095453617786562.90");
    assert_eq!(found, "60.484664 gives 21,763,393,095,453,617,786,562.9");
    // Nor does a number of prospects that may be one whole number or the next.
    let given = [("deals", "880000834.689853"), ("visits", "453738409.623467")];
    let found = answer("activity", &given, "prospects", "total_visits", "356745741250037126293193248");
    assert_eq!(found, "893,449,826.30238 gives 356,745,741,250,037,126,293,193,248");
}

#[test]
fn the_nearest_results_named_are_certain_ones() {
    let given = [
        ("loss", "66627475800000.219059"),
        ("margin", "1"),
        ("deal_size", "30"),
        ("prospects", "49370172.2844"),
        ("days", "44800.1636"),
    ];
    // Nothing is certain at 437,592.320001 visits.
    assert_eq!(
        answer("loss-to-visits", &given, "visits", "per_day", "1070993511166089266032"),
        "none: 437,592.32 gives 1,070,993,511,166,089,260,242 and 437,592.320002 gives 1,070,993,511,170,984,197,663"
    );
    // At this magnitude, only amounts of few digits have a certain result.
    let given = [("visits", "1000000000"), ("weeks", "999999999.999999"), ("years", "7")];
    assert_eq!(
        answer("clv", &given, "spend", "value", "10000000000000000000000000000"),
        "none: 1,000,000,000 gives 6,999,999,999,999,993,000,000,000,000 and \
            2,000,000,000 gives 13,999,999,999,999,986,000,000,000,000"
    );
}
