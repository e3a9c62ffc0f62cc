//! What has just been done, in words that take the focus, because what was pressed is often gone.

use abacus_core::text::Locale;
use yew::prelude::*;

use crate::components::event::focus;
use crate::text::common;

/// What is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: AttrValue,
    /// Where to go on: an address and what it is called.
    pub link: Option<(AttrValue, &'static str)>,
}

/// What the message needs.
#[derive(PartialEq, Properties)]
pub struct MessageProps {
    /// What is said, if anything.
    pub said: Option<Said>,
    /// The language.
    pub locale: Locale,
    /// The user has read it.
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
    html! {
        <div role="status">
            if let Some(Said { text, link }) = &props.said {
                <div class="undo message">
                    <p class="undo__text" tabindex="-1" ref={node}>{ text }</p>
                    <div class="undo__choices">
                        if let Some((href, label)) = link {
                            <a class="button" {href}>{ *label }</a>
                        }
                        <button type="button" class="button button--quiet" onclick={&props.on_dismiss}>
                            { common::DISMISS.get(props.locale) }
                        </button>
                    </div>
                </div>
            }
        </div>
    }
}
