//! The title of a calculator, and the question it answers.

use yew::prelude::*;

use crate::calculator::parts::Parts;
use crate::shell::element::{changing, classed, content, element};

pub(super) fn title(parts: &Parts<'_>) -> Html {
    let spec = parts.calculator.spec();
    let title = element("h1", content(spec.title.get(parts.locale())));
    let purpose = changing("p", "lead", content(parts.wording().purpose.get(parts.locale())));
    classed("header", "calculator__header", Html::from_iter([title, purpose]))
}
