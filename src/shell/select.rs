//! A list that opens and shows what counts. Once the user has picked from one, a browser goes by the pick and no longer by
//! what its options say is selected.

use yew::prelude::*;

use crate::shell::event::select_value;

#[derive(PartialEq, Properties)]
pub struct SelectProps {
    /// The value of the option that counts.
    pub value: AttrValue,
    pub class: Classes,
    #[prop_or_default]
    pub id: Option<AttrValue>,
    #[prop_or_default]
    pub name: Option<AttrValue>,
    /// Its accessible name, where no label has it.
    #[prop_or_default]
    pub label: Option<AttrValue>,
    #[prop_or_default]
    pub translate: Option<AttrValue>,
    pub onchange: Callback<Event>,
    pub children: Html,
}

#[component]
pub fn Select(props: &SelectProps) -> Html {
    let SelectProps { value, class, id, name, label, translate, onchange, children } = props;
    let node = use_node_ref();
    use_effect({
        let (node, value) = (node.clone(), value.clone());
        move || select_value(&node, &value)
    });
    html! {
        <select class={class.clone()} ref={node} {id} {name} aria-label={label} {translate} {onchange}>{ children.clone() }</select>
    }
}
