//! The error messages for figures that cannot be parsed, in fields and in links. Most figures can be, so the texts come
//! in a chunk. That a field is invalid is shown at once.

use abacus_core::calculator::field::{Field, FieldError};
use abacus_core::calculator::share::LinkProblem;
use abacus_core::calculator::{Inputs, Spec};
use abacus_core::text::Locale;
use yew::prelude::*;

use crate::calculator::chunks::ChunkName;
use crate::calculator::parts::Parts;
use crate::shell::chunk::Loaded;
use crate::shell::element::{Tag, tag};
use crate::shell::field_errors::field_error;
use crate::shell::link_problems::notice;
use crate::shell::words;

#[derive(Debug)]
pub struct Problems {
    of_field: fn(&Field, FieldError, Locale) -> String,
    of_link: fn(&Spec, &Inputs, &[LinkProblem], Locale) -> Html,
}

pub static PROBLEMS: Problems = Problems { of_field: field_error, of_link: notice };

/// The error message of a field; empty while the texts are loading.
pub(super) fn why(parts: &Parts<'_>, field: &Field, error: FieldError) -> AttrValue {
    match &parts.chunks.problems {
        Loaded::Here(problems) => {
            let named = parts.calculator.spec().named(field, parts.form.inputs());
            (problems.of_field)(&named, error, parts.locale()).into()
        }
        Loaded::Failed => words::NOT_LOADED.get(parts.locale()).into(),
        Loaded::Not | Loaded::Loading => AttrValue::default(),
    }
}

/// The parts of the link that were not used. `role="status"` must exist before it has content.
pub(super) fn link_problems(parts: &Parts<'_>) -> Tag {
    let problems = parts.form.problems();
    let notice = || match parts.chunks.problems.table() {
        Some(table) => (table.of_link)(parts.calculator.spec(), parts.form.inputs(), problems, parts.locale()),
        None => parts.placeholder(ChunkName::Problems, &parts.chunks.problems),
    };
    tag("div").attr("role", "status").untranslated().maybe((!problems.is_empty()).then(notice))
}
