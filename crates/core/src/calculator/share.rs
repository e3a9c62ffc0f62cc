//! Values in the fragment of an address: `#loss=700&margin=0.03`. When solving backwards, the fragment names the input
//! to solve for and the wanted result: `#extra_sales=10000&solve=margin`. If that leaves more than one answer, the link
//! also contains the value of the input, so that it opens with the same figures everywhere.
//!
//! Keys are sorted and defaults left out. Unknown or unreadable parts are reported, and the rest still applies. The
//! fragment is never sent to a server.

use percent_encoding::percent_decode_str;
use rust_decimal::Decimal;

use crate::calculator::field::{Field, FieldError, Kind};
use crate::calculator::solve::{Goal, Solution};
use crate::calculator::{Inputs, Output, Spec};

/// The content of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Linked {
    /// The inputs: the link's values if they are readable, defaults otherwise.
    pub inputs: Inputs,
    /// What to solve for, if the link says so.
    pub goal: Option<Goal>,
    /// Parts of the link that were not used, in their order.
    pub problems: Vec<LinkProblem>,
}

/// A part of a link that was not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// The calculator has no such input.
    UnknownKey(String),
    /// The same input occurs twice; the first value counts.
    Repeated(&'static str),
    /// The value is rejected: the input, the value as written in the link, and why.
    BadValue(&'static str, String, FieldError),
    /// `solve` names no input that can be solved for, or the link has no wanted result.
    BadGoal(String),
    /// The wanted result is rejected: the result, the value as written in the link, and why.
    BadWanted(&'static str, String, FieldError),
}

/// The key that names the input to solve for.
const SOLVE: &str = "solve";

/// Who a link is for, which decides what it may contain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// A colleague: all values.
    Colleague,
    /// A customer: no confidential values, and no goal.
    Customer,
}

/// The fragment for these inputs, without `#`; empty if all have their defaults. A goal comes with
/// its solution, which decides whether the link needs the value of the unknown.
///
/// ```
/// use abacus_core::calculator::share::{Reader, decode, encode};
/// use abacus_core::calculators::find;
///
/// let spec = find("bad-debt").unwrap().spec();
/// let linked = decode(spec, "#margin=3%&loss=700");
/// assert_eq!(encode(spec, &linked.inputs, None, Reader::Colleague), "loss=700&margin=0.03");
/// assert_eq!(encode(spec, &linked.inputs, None, Reader::Customer), "loss=700");
/// ```
pub fn encode(spec: &Spec, inputs: &Inputs, goal: Option<(&Goal, &Solution)>, reader: Reader) -> String {
    let goal = goal.filter(|_| reader == Reader::Colleague);
    let mut parts: Vec<String> = Vec::new();
    // With a handful of fields, inserting in place is less code than sorting afterwards.
    let mut add = |part: String| parts.insert(parts.partition_point(|known| *known < part), part);
    for field in spec.fields {
        let is_told = (reader == Reader::Colleague || !field.confidential)
            && goal.is_none_or(|(goal, solution)| goal.unknown != field || !matches!(solution, Solution::One(_)));
        if let Some(value) = inputs.get(field.key).filter(|value| is_told && *value != field.default) {
            add(format!("{}={}", field.key, field.link(value)));
        }
    }
    if let Some((goal, _)) = goal {
        add(format!("{SOLVE}={}", goal.unknown.key));
        add(format!("{}={}", goal.output.key, goal.wanted.normalize()));
    }
    parts.join("&")
}

/// Parses a fragment, with or without its `#`. It never fails: unusable parts are in [`Linked::problems`].
///
/// ```
/// use abacus_core::calculator::share::{LinkProblem, decode};
/// use abacus_core::calculators::find;
///
/// let linked = decode(find("bad-debt").unwrap().spec(), "#loss=700&colour=red");
/// assert_eq!(linked.inputs.get("loss"), Some(700.into()));
/// assert_eq!(linked.problems, [LinkProblem::UnknownKey("colour".to_owned())]);
/// ```
pub fn decode(spec: &Spec, fragment: &str) -> Linked {
    let mut linked = Linked { inputs: Inputs::defaults(spec), goal: None, problems: Vec::new() };
    let mut seen: Vec<&str> = Vec::new();
    let (mut unknown, mut wanted) = (None::<String>, None::<(&'static Output, String)>);
    let parts = fragment.trim_start_matches('#').split('&').filter(|part| !part.is_empty());
    let parts: Vec<_> = parts.map(|part| part.split_once('=').unwrap_or((part, ""))).collect();
    let solves = parts.iter().any(|(key, _)| *key == SOLVE);
    for (key, value) in parts {
        let (key, value) = (unescape(key), unescape(value));
        if key == SOLVE && unknown.is_none() {
            unknown = Some(value);
            continue;
        }
        if let Some(output) = spec.output(&key).filter(|_| solves && wanted.is_none()) {
            wanted = Some((output, value));
            continue;
        }
        let Some(field) = spec.field(&key) else {
            linked.problems.push(LinkProblem::UnknownKey(key));
            continue;
        };
        if seen.contains(&field.key) {
            linked.problems.push(LinkProblem::Repeated(field.key));
            continue;
        }
        seen.push(field.key);
        let read: Result<Decimal, FieldError> = field.parse_link(&value);
        if let Err(error) = read.and_then(|number| linked.inputs.set(field, number)) {
            linked.problems.push(LinkProblem::BadValue(field.key, value, error));
        }
    }
    if let Some(unknown) = unknown {
        match goal(spec, &unknown, wanted) {
            Ok(goal) => linked.goal = Some(goal),
            Err(problem) => linked.problems.push(problem),
        }
    }
    linked
}

fn goal(spec: &Spec, unknown: &str, wanted: Option<(&'static Output, String)>) -> Result<Goal, LinkProblem> {
    let can_be_unknown = |field: &&'static Field| !matches!(field.kind, Kind::Choice(_));
    match (spec.field(unknown).filter(can_be_unknown), wanted) {
        (Some(unknown), Some((output, value))) => match output.wanted().parse_link(&value) {
            Ok(wanted) => Ok(Goal { unknown, output, wanted }),
            Err(error) => Err(LinkProblem::BadWanted(output.key, value, error)),
        },
        _ => Err(LinkProblem::BadGoal(unknown.to_owned())),
    }
}

fn unescape(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
