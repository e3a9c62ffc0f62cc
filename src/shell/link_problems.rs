//! The parts of a link that were not used.

use abacus_core::calculator::share::LinkProblem;
use abacus_core::calculator::{Output, Spec};
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::shell::element::{classed, content, element};
use crate::shell::{field_errors, words};

/// The notice; empty without problems. `role="status"` must exist before it has content.
pub(crate) fn link_problems(spec: &Spec, problems: &[LinkProblem], locale: Locale) -> Html {
    let line = |problem: &LinkProblem| {
        let field = match problem {
            LinkProblem::BadValue(key, ..) => spec.field(key).copied(),
            LinkProblem::BadWanted(key, ..) => spec.output(key).map(Output::wanted),
            _ => None,
        };
        element("li", content(field_errors::link_problem(field.as_ref(), problem, locale)))
    };
    let notice = || {
        let title = classed("p", "notice__title", content(words::LINK_PROBLEMS.get(locale)));
        let lines = element("ul", problems.iter().map(line).collect());
        classed("div", "notice", Html::from_iter([title, lines]))
    };
    html! { <div role="status">if !problems.is_empty() { { notice() } }</div> }
}
