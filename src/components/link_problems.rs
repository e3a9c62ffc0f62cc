//! The parts of a link that were not used.

use abacus_core::calculator::share::LinkProblem;
use abacus_core::calculator::{Output, Spec};
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::text::{calculator as words, errors};

/// The notice; empty without problems. `role="status"` must exist before it has content.
pub(crate) fn link_problems(spec: &Spec, problems: &[LinkProblem], locale: Locale) -> Html {
    let line = |problem: &LinkProblem| {
        let field = match problem {
            LinkProblem::BadValue(key, ..) => spec.field(key).copied(),
            LinkProblem::BadWanted(key, ..) => spec.output(key).map(Output::wanted),
            _ => None,
        };
        html! { <li>{ errors::link_problem(field.as_ref(), problem, locale) }</li> }
    };
    html! {
        <div role="status">
            if !problems.is_empty() {
                <div class="notice">
                    <p class="notice__title">{ words::LINK_PROBLEMS.get(locale) }</p>
                    <ul>{ for problems.iter().map(line) }</ul>
                </div>
            }
        </div>
    }
}
