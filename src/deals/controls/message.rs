//! What has just been done, in words that take the focus, because what was pressed is often gone.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::components::event::focus;
use crate::deals::controls::notice::{Bar, NoticeButton};
use crate::text::common;

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    pub text: AttrValue,
    /// Where to go on: an address and what it is called.
    pub link: Option<(AttrValue, &'static str)>,
}

#[derive(PartialEq, Properties)]
pub struct MessageProps {
    pub said: Option<Said>,
    pub locale: Locale,
    pub on_dismiss: Callback<MouseEvent>,
}

/// The message. `role="status"` must be there before it has something to say.
#[component]
pub fn Message(props: &MessageProps) -> Html {
    let node = use_node_ref();
    use_effect_with((props.said.clone(), node.clone()), |(said, node)| {
        if said.is_some() {
            focus(node);
        }
    });
    let bar = props.said.as_ref().map(|Said { text, link }| {
        let link = link.as_ref().map(|(address, label)| NoticeButton::link(label, address.clone()));
        let dismiss = NoticeButton::new(common::DISMISS.get(props.locale), &props.on_dismiss).quiet();
        let buttons: Vec<NoticeButton> = link.into_iter().chain([dismiss]).collect();
        html! { <Bar {text} class="message" sentence={node} {buttons} /> }
    });
    html! { <div role="status">{ bar }</div> }
}
