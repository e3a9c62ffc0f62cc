//! Elements by function, for what the page renders first. Each `html!` compiles to code of its own, some hundred bytes
//! per element; here an attribute is a call. The calls read from the outside in, and produce the same elements:
//!
//! ```ignore
//! tag("label").class("field__label").attr("for", key).text(label)
//! ```

use std::cell::RefCell;
use std::ptr;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText};

/// An element being built. It passes from call to call as one pointer, and nothing of it is copied into its callers:
/// that keeps the code small.
#[must_use]
pub struct Tag(Box<Draft>);

struct Draft {
    tag: VTag,
    class: Option<AttrValue>,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    children: Vec<Html>,
    /// Whether the number of children varies.
    is_list: bool,
}

#[inline(never)]
pub fn tag(name: &'static str) -> Tag {
    Tag(Box::new(Draft {
        tag: VTag::new(name),
        class: None,
        names: Vec::new(),
        values: Vec::new(),
        listeners: Vec::new(),
        children: Vec::new(),
        is_list: false,
    }))
}

impl Tag {
    #[inline(never)]
    pub fn key(mut self, key: &'static str) -> Self {
        self.0.tag.key = Some(Key::from(key));
        self
    }

    #[inline(never)]
    pub fn node(mut self, node: &NodeRef) -> Self {
        self.0.tag.node_ref = node.clone();
        self
    }

    /// CSS class names. They are written last, as the macro does.
    #[inline(never)]
    pub fn class(mut self, class: impl Into<AttrValue>) -> Self {
        self.0.class = Some(class.into());
        self
    }

    /// An attribute; omitted if the value is `None`.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: impl Into<Attr>) -> Self {
        self.put(name, value.into().0)
    }

    /// A boolean attribute.
    #[inline(never)]
    pub fn flag(self, name: &'static str, is_set: bool) -> Self {
        self.put(name, is_set.then_some(AttrValue::Static(name)))
    }

    /// Marks a text that changes. A browser that translates the page would replace it and miss the changes.
    pub fn untranslated(self) -> Self {
        self.attr("translate", "no")
    }

    #[inline(never)]
    fn put(mut self, name: &'static str, value: Option<AttrValue>) -> Self {
        self.0.names.push(name);
        self.0.values.push(value.map(AttributeOrProperty::Attribute));
        self
    }

    /// The text in a control, which is not an attribute.
    #[inline(never)]
    pub fn value(mut self, value: Option<AttrValue>) -> Self {
        self.0.tag.set_value(value);
        self
    }

    #[inline(never)]
    pub fn listener(mut self, listener: Rc<dyn Listener>) -> Self {
        self.0.listeners.push(Some(listener));
        self
    }

    /// Listens for an event; its default action can be prevented.
    #[inline(never)]
    pub fn on(self, kind: Kind, act: Callback<Event>) -> Self {
        self.listener(Rc::new(CallbackListener { kind, act }))
    }

    #[inline(never)]
    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.child(content(text))
    }

    #[inline(never)]
    pub fn child(mut self, child: impl Into<Html>) -> Self {
        self.0.children.push(child.into());
        self
    }

    /// An optional child. Its place is kept, so that the following children are matched correctly.
    #[inline(never)]
    pub fn maybe<T: Into<Html>>(self, child: Option<T>) -> Self {
        self.child(child.map(Into::into).unwrap_or_default())
    }

    /// A variable number of children.
    #[inline(never)]
    pub fn children(mut self, children: impl IntoIterator<Item = Html>) -> Self {
        self.0.children.extend(children);
        self.0.is_list = true;
        self
    }
}

/// The events that an element listens for itself. yew has a name for every event, and its generated code costs a
/// kilobyte for each.
#[derive(Clone, Copy)]
pub enum Kind {
    Click,
    Input,
    MouseDown,
    Submit,
}

struct CallbackListener {
    kind: Kind,
    act: Callback<Event>,
}

impl Listener for CallbackListener {
    fn kind(&self) -> ListenerKind {
        match self.kind {
            Kind::Click => ListenerKind::onclick,
            Kind::Input => ListenerKind::oninput,
            Kind::MouseDown => ListenerKind::onmousedown,
            Kind::Submit => ListenerKind::onsubmit,
        }
    }

    fn handle(&self, event: Event) {
        self.act.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}

pub struct Attr(Option<AttrValue>);

impl From<&'static str> for Attr {
    fn from(value: &'static str) -> Self {
        Self(Some(AttrValue::Static(value)))
    }
}

impl From<String> for Attr {
    fn from(value: String) -> Self {
        Self(Some(value.into()))
    }
}

impl From<AttrValue> for Attr {
    fn from(value: AttrValue) -> Self {
        Self(Some(value))
    }
}

impl From<Option<&'static str>> for Attr {
    fn from(value: Option<&'static str>) -> Self {
        Self(value.map(AttrValue::Static))
    }
}

impl From<Option<String>> for Attr {
    fn from(value: Option<String>) -> Self {
        Self(value.map(AttrValue::from))
    }
}

impl From<Tag> for Html {
    #[inline(never)]
    fn from(tag: Tag) -> Self {
        let Draft { mut tag, class, mut names, mut values, listeners, mut children, is_list } = *tag.0;
        if let Some(class) = class {
            names.push("class");
            values.push(Some(AttributeOrProperty::Attribute(class)));
        }
        if !names.is_empty() {
            tag.set_attributes(Attributes::Dynamic { keys: shared(&names), values: values.into() });
        }
        if !listeners.is_empty() {
            tag.set_listeners(listeners.into());
        }
        if let Some(inside) = tag.children_mut() {
            *inside = match children.len() {
                1 if !is_list => children.remove(0),
                _ => VList::with_children(children, None).into(),
            };
        }
        tag.into()
    }
}

thread_local! {
    /// The attribute name lists used so far.
    static LISTS: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// An interned, static list of these names. yew needs one, and compares the pointer to detect that two elements have
/// the same attributes. There are as many lists as places in the code that create elements.
fn shared(names: &[&'static str]) -> &'static [&'static str] {
    let is_same =
        |list: &[&str]| list.len() == names.len() && list.iter().zip(names).all(|(one, other)| ptr::eq(*one, *other));
    LISTS.with_borrow_mut(|lists| match lists.iter().find(|list| is_same(list)) {
        Some(list) => list,
        None => {
            let list: &'static [&'static str] = Vec::leak(names.to_vec());
            lists.push(list);
            list
        }
    })
}

pub fn element(name: &'static str, children: Html) -> Html {
    tag(name).child(children).into()
}

pub fn classed(name: &'static str, class: &'static str, children: Html) -> Html {
    tag(name).class(class).child(children).into()
}

/// An element whose text changes.
pub fn changing(name: &'static str, class: &'static str, children: Html) -> Html {
    tag(name).class(class).untranslated().child(children).into()
}

pub fn content(text: impl Into<AttrValue>) -> Html {
    VText::new(text).into()
}

/// Joins class names without the empty ones. yew's `classes!` keeps a set, which costs 4 KB where nothing else needs
/// one.
#[inline(never)]
pub fn class_names(names: &[&str]) -> String {
    let mut names = names.to_vec();
    names.retain(|name| !name.is_empty());
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The element's HTML, as rendered without a browser.
    fn rendered(html: Html) -> String {
        #[derive(PartialEq, Properties)]
        struct Props {
            html: Html,
        }

        #[component]
        fn Shown(props: &Props) -> Html {
            props.html.clone()
        }

        let renderer = yew::LocalServerRenderer::<Shown>::with_props(Props { html }).hydratable(false);
        pollster::block_on(renderer.render())
    }

    #[test]
    fn elements_equal_those_of_the_macro() {
        let (id, none) = (AttrValue::from("x".to_owned()), None::<&'static str>);
        let made = tag("div").key("k").class("a").child(
            tag("label")
                .class("b")
                .attr("for", id.clone())
                .attr("title", none)
                .flag("hidden", true)
                .flag("inert", false)
                .text("A & B"),
        );
        let input = tag("input").attr("id", id.clone()).value(Some("1".into()));
        let made = made.child(input).maybe(None::<Tag>).children([content("1"), element("i", content("2"))]);
        let expected = html! {
            <div key="k" class="a">
                <label class="b" for={id.clone()} title={none} hidden=true inert=false>{ "A & B" }</label>
                <input {id} value="1" />
                if none.is_some() { { "never" } }
                { for [html! { "1" }, html! { <i>{ "2" }</i> }] }
            </div>
        };
        assert_eq!(rendered(made.into()), rendered(expected));
    }

    #[test]
    fn elements_created_in_one_place_share_their_name_list() {
        let made = |title: Option<&'static str>| Html::from(tag("p").class("a").attr("title", title));
        let keys = |html: &Html| match html {
            Html::VTag(tag) => match &tag.attributes {
                Attributes::Dynamic { keys, .. } => *keys,
                _ => &[],
            },
            _ => &[],
        };
        let (one, other) = (made(Some("1")), made(None));
        assert_eq!(keys(&one), ["title", "class"]);
        assert!(ptr::eq(keys(&one), keys(&other)));
        assert!(!ptr::eq(keys(&one), keys(&tag("p").class("a").into())));
    }

    #[test]
    fn an_absent_child_keeps_its_place() {
        let children = |tag: Tag| match Html::from(tag) {
            Html::VTag(tag) => match tag.children() {
                Some(Html::VList(list)) => list.len(),
                _ => 0,
            },
            _ => 0,
        };
        assert_eq!(children(tag("p").text("1").maybe(None::<Tag>).text("2")), 3);
        assert_eq!(children(tag("ul").children([element("li", Html::default())])), 1, "a list stays a list");
    }

    #[test]
    fn class_names_skips_empty_names() {
        assert_eq!(class_names(&["a", "", "b"]), "a b");
    }
}
