//! A select that shows the option marked as selected, whatever the user has picked before.

use yew::prelude::*;

use crate::shell::event::show_selected;

#[derive(PartialEq, Properties)]
pub struct SelectProps {
    pub class: Classes,
    #[prop_or_default]
    pub id: Option<AttrValue>,
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// Its accessible name, if it has no label.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    #[prop_or_default]
    pub translate: Option<AttrValue>,
    pub onchange: Callback<Event>,
    pub children: Html,
}

#[component]
pub fn Select(props: &SelectProps) -> Html {
    let SelectProps { class, id, name, label, translate, onchange, children } = props;
    let node = use_node_ref();
    use_effect({
        let node = node.clone();
        move || show_selected(&node)
    });
    html! {
        <select class={class.clone()} ref={node} {id} {name} aria-label={label} {translate} {onchange}>{ children.clone() }</select>
    }
}
