//! The working of a result, line by line, as the page shows it.

use abacus_core::calculator::share;
use abacus_core::calculator::working::workings;
use abacus_core::calculators::find;
use abacus_core::number::expr::{Expr, Operator};

/// A formula in one line, with binary operations in brackets and steps by name.
fn written(formula: &Expr) -> String {
    match formula {
        Expr::Input(key) | Expr::Step(key, _) => (*key).to_owned(),
        Expr::Constant(value, _) => value.to_string(),
        Expr::Ceil(inner) => format!("⌈{}⌉", written(inner)),
        Expr::Geometric(ratio, terms) => format!("Σ({}, {})", written(ratio), written(terms)),
        Expr::Binary(operator, left, right) => {
            let sign = match operator {
                Operator::Add => "+",
                Operator::Subtract => "−",
                Operator::Multiply => "×",
                Operator::Divide => "÷",
                Operator::Power => "^",
            };
            format!("({} {sign} {})", written(left), written(right))
        }
    }
}

/// The working of a calculator for the inputs of a link, one string per line.
fn lines(id: &str, link: &str) -> Vec<String> {
    let tool = find(id).unwrap_or_else(|| panic!("{id}"));
    let linked = share::decode(tool.spec(), link);
    assert_eq!(linked.problems, []);
    let workings = workings(tool, &linked.inputs);
    workings.iter().map(|line| format!("{:?} {} = {}", line.part, line.output.key, written(&line.formula))).collect()
}

#[track_caller]
fn worked(id: &str, link: &str, expected: &[&str]) {
    assert_eq!(lines(id, link), expected, "{id}?{link}");
}

#[test]
fn the_slides_example_is_worked_out_as_on_the_slide() {
    worked("bad-debt", "", &["Slide extra_sales = (loss ÷ margin)", "Slide multiple = (extra_sales ÷ loss)"]);
    worked(
        "receivables",
        "",
        &[
            "Slide days_to_zero = ((margin × 365) ÷ rate)",
            "Slide months = ((margin × 12) ÷ rate)",
            "Detail interest = (((invoice × rate) × days) ÷ 365)",
            "Detail profit = (invoice × margin)",
            "Detail profit_left = (profit − interest)",
            "Detail eaten = (interest ÷ profit)",
        ],
    );
    worked(
        "loss-to-visits",
        "",
        &[
            "Slide extra_sales = (loss ÷ margin)",
            "Slide deals = ⌈(extra_sales ÷ deal_size)⌉",
            "Slide total_prospects = ⌈(deals × prospects)⌉",
            "Slide total_visits = ⌈(total_prospects × visits)⌉",
            "Slide per_day = ⌈(total_visits ÷ days)⌉",
        ],
    );
    // With all steps removed, the headline is the slide's last step, and results equal to it have no line.
    worked(
        "clv",
        "",
        &[
            "Slide weekly = (spend × visits)",
            "Slide yearly = (weekly × weeks)",
            "Slide revenue = (yearly × years)",
            "Slide value = revenue",
            "Detail endless_start = (yearly × (1 ÷ 0))",
            "Detail stay = (1 ÷ 0)",
        ],
    );
}

#[test]
fn the_headline_precedes_only_its_dependents() {
    worked(
        "bad-debt",
        "insured=0.9&premium=10&deductible=3",
        &[
            "Slide after_cover = (loss × (1 − insured))",
            "Slide after_deductible = (after_cover + deductible)",
            "Slide uncovered = (after_deductible + premium)",
            "Slide extra_sales = (uncovered ÷ margin)",
            "Slide multiple = (extra_sales ÷ loss)",
        ],
    );
    worked(
        "clv",
        "retention=0.9",
        &[
            "Slide weekly = (spend × visits)",
            "Slide yearly = (weekly × weeks)",
            "Slide revenue = (yearly × years)",
            "Slide retained = (yearly × Σ(retention, years))",
            "Slide value = retained",
            "Detail endless_start = (yearly × (1 ÷ (1 − retention)))",
            "Detail endless_later = (yearly × (retention ÷ (1 − retention)))",
            "Detail stay = (1 ÷ (1 − retention))",
        ],
    );
    worked(
        "clv",
        "retention=0.9&margin=0.3&discount=0.1&acquisition=100&timing=end",
        &[
            "Slide weekly = (spend × visits)",
            "Slide yearly = (weekly × weeks)",
            "Slide revenue = (yearly × years)",
            "Slide discounted = (((yearly × margin) × Σ((retention ÷ (1 + discount)), years)) ÷ ((1 + discount) ^ (timing ÷ 2)))",
            "Slide value = (discounted − acquisition)",
            "Detail gross = (revenue × margin)",
            "Detail retained = ((yearly × margin) × Σ(retention, years))",
            "Detail endless_start = ((yearly × margin) × ((1 + discount) ÷ ((1 + discount) − retention)))",
            "Detail endless_later = ((yearly × margin) × (retention ÷ ((1 + discount) − retention)))",
            "Detail endless_end = ((yearly × margin) × (1 ÷ ((1 + discount) − retention)))",
            "Detail stay = (1 ÷ (1 − retention))",
        ],
    );
}
