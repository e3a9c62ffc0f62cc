//! Sentences with buttons for the possible actions. A [`StatusBar`] reports what has just happened, a [`Notice`] what
//! needs attention.

use yew::prelude::*;

/// A button, or a link that looks like one.
#[derive(Clone, PartialEq)]
pub struct NoticeButton {
    label: AttrValue,
    target: Target,
    is_quiet: bool,
    node: NodeRef,
}

#[derive(Clone, PartialEq)]
enum Target {
    Action(Callback<MouseEvent>),
    Address(AttrValue),
}

impl NoticeButton {
    pub fn new(label: &'static str, on_click: &Callback<MouseEvent>) -> Self {
        Self {
            label: label.into(),
            target: Target::Action(on_click.clone()),
            is_quiet: false,
            node: NodeRef::default(),
        }
    }

    pub fn link(label: &'static str, address: impl Into<AttrValue>) -> Self {
        Self { label: label.into(), target: Target::Address(address.into()), is_quiet: false, node: NodeRef::default() }
    }

    #[must_use]
    pub fn quiet(self) -> Self {
        Self { is_quiet: true, ..self }
    }

    /// With a reference to its element, so that the button can take the focus.
    #[must_use]
    pub fn with_node(self, node: &NodeRef) -> Self {
        Self { node: node.clone(), ..self }
    }

    fn render(&self) -> Html {
        let Self { label, target, is_quiet, node } = self;
        let class = if *is_quiet { "button button--quiet" } else { "button" };
        match target {
            Target::Action(onclick) => html! { <button type="button" {class} ref={node} {onclick}>{ label }</button> },
            Target::Address(href) => html! { <a {class} {href}>{ label }</a> },
        }
    }
}

#[derive(PartialEq, Properties)]
pub struct StatusBarProps {
    pub text: AttrValue,
    #[prop_or_default]
    pub class: Option<&'static str>,
    /// A reference to the sentence, if it takes the focus.
    #[prop_or_default]
    pub sentence: Option<NodeRef>,
    pub buttons: Vec<NoticeButton>,
}

/// Goes inside an element with `role="status"`, which must be on the page before its text.
#[component]
pub fn StatusBar(props: &StatusBarProps) -> Html {
    let StatusBarProps { text, class, sentence, buttons } = props;
    let tabindex = sentence.is_some().then_some("-1");
    html! {
        <div class={classes!("undo", *class)}>
            <p class="undo__text" {tabindex} ref={sentence.clone().unwrap_or_default()}>{ text }</p>
            <div class="undo__choices">{ for buttons.iter().map(NoticeButton::render) }</div>
        </div>
    }
}

#[derive(PartialEq, Properties)]
pub struct NoticeProps {
    /// The id of the title, which labels a notice that is not urgent.
    #[prop_or_default]
    pub id: Option<&'static str>,
    #[prop_or_default]
    pub class: Option<&'static str>,
    pub title: AttrValue,
    #[prop_or_default]
    pub text: Vec<AttrValue>,
    pub buttons: Vec<NoticeButton>,
}

#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    let NoticeProps { id, class, title, text, buttons } = props;
    let content = html! {
        <>
            <p class="notice__title" id={*id}>{ title }</p>
            { for text.iter().map(|text| html! { <p>{ text }</p> }) }
            <p class="deal-actions">{ for buttons.iter().map(NoticeButton::render) }</p>
        </>
    };
    let class = classes!("notice", *class);
    match id {
        Some(id) => html! { <aside {class} aria-labelledby={*id}>{ content }</aside> },
        None => html! { <div {class}>{ content }</div> },
    }
}
