//! Moving the focus to where the user's attention belongs.

use yew::prelude::*;

use crate::shell::event::{focus, reveal};

/// A reference for an element that takes the focus each time `wanted` becomes true.
#[hook]
pub fn use_focus(wanted: bool) -> NodeRef {
    let node = use_node_ref();
    use_effect_with((wanted, node.clone()), |(wanted, node)| {
        if *wanted {
            focus(node);
        }
    });
    node
}

/// A reference for an element that is unfolded and takes the focus when it appears.
#[hook]
pub fn use_reveal() -> NodeRef {
    let node = use_node_ref();
    use_effect_with(node.clone(), reveal);
    node
}
