//! The parts of a link that were not used.

use abacus_core::calculator::share::LinkProblem;
use abacus_core::calculator::{Inputs, Output, Spec};
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::shell::element::{classed, content, element, tag};
use crate::shell::{field_errors, words};

/// The maximum number of parts listed; the others are counted.
const MAX: usize = 10;

/// The maximum length of a line.
const LONGEST: usize = 200;

/// The message about them; empty if there are none. `role="status"` must exist before it has content.
pub(crate) fn link_problems(spec: &Spec, inputs: &Inputs, problems: &[LinkProblem], locale: Locale) -> Html {
    let notice = || notice(spec, inputs, problems, locale);
    tag("div").attr("role", "status").untranslated().maybe((!problems.is_empty()).then(notice)).into()
}

/// The notice alone. Its labels match those of the form beside it.
pub(crate) fn notice(spec: &Spec, inputs: &Inputs, problems: &[LinkProblem], locale: Locale) -> Html {
    let line = |problem: &LinkProblem| {
        let field = match problem {
            LinkProblem::BadValue(key, ..) => spec.field(key).map(|field| spec.named(field, inputs)),
            LinkProblem::BadWanted(key, ..) => spec.output(key).map(Output::wanted),
            _ => None,
        };
        let line = field_errors::link_problem(field.as_ref(), problem, locale);
        // A link may contain anything, at any length.
        let shown =
            if line.chars().count() > LONGEST { line.chars().take(LONGEST).chain(['…']).collect() } else { line };
        element("li", content(shown))
    };
    let title = classed("p", "notice__title", content(words::LINK_PROBLEMS.get(locale)));
    let rest = problems.len().saturating_sub(MAX);
    let more = (rest > 0).then(|| element("li", content(words::more_problems(rest, locale))));
    let lines = element("ul", problems.iter().take(MAX).map(line).chain(more).collect());
    classed("div", "notice", Html::from_iter([title, lines]))
}
