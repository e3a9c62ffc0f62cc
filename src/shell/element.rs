//! Elements without attributes, or with a class alone. Each `html!` is code of its own; of these there are many, and they
//! are all alike.

use yew::prelude::*;
use yew::virtual_dom::VText;

pub fn element(tag: &'static str, children: Html) -> Html {
    html! { <@{tag}>{ children }</@> }
}

pub fn classed(tag: &'static str, class: &'static str, children: Html) -> Html {
    html! { <@{tag} {class}>{ children }</@> }
}

/// An element whose text changes. A browser that translates the page would replace the text, and not see it change.
pub fn changing(tag: &'static str, class: &'static str, children: Html) -> Html {
    html! { <@{tag} {class} translate="no">{ children }</@> }
}

/// A text as content.
pub fn content(text: impl Into<AttrValue>) -> Html {
    VText::new(text).into()
}

/// Names of classes, without the empty ones. yew's `classes!` keeps a set, which costs 4 KB where nothing else needs one.
pub fn class_names<const N: usize>(names: [&str; N]) -> String {
    let mut names = names.map(str::to_owned).to_vec();
    names.retain(|name| !name.is_empty());
    names.join(" ")
}
