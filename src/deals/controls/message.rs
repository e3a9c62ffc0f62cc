//! A status message that takes the focus, because the button that caused it is often gone.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::deals::controls::notice::{NoticeButton, StatusBar};
use crate::shell::event::focus;
use crate::shell::words as common;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatusMessage {
    pub text: AttrValue,
    /// A link to the next step: address and label.
    pub link: Option<(AttrValue, &'static str)>,
}

#[derive(PartialEq, Properties)]
pub struct MessageProps {
    pub message: Option<StatusMessage>,
    pub locale: Locale,
    pub on_dismiss: Callback<MouseEvent>,
}

/// Always rendered, because `role="status"` must be on the page before its text.
#[component]
pub fn Message(props: &MessageProps) -> Html {
    let node = use_node_ref();
    use_effect_with((props.message.clone(), node.clone()), |(message, node)| {
        if message.is_some() {
            focus(node);
        }
    });
    let bar = props.message.as_ref().map(|StatusMessage { text, link }| {
        let link = link.as_ref().map(|(address, label)| NoticeButton::link(label, address.clone()));
        let dismiss = NoticeButton::new(common::DISMISS.get(props.locale), &props.on_dismiss).quiet();
        let buttons: Vec<NoticeButton> = link.into_iter().chain([dismiss]).collect();
        html! { <StatusBar {text} class="message" sentence={node} {buttons} /> }
    });
    html! { <div role="status" translate="no">{ bar }</div> }
}
