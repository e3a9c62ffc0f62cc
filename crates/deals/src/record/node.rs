//! The input of the record reader: a JSON tree that borrows its texts.
//!
//! Thousands of records are read before their list is shown, and a tree of [`Value`]s costs a map for each object and a
//! copy of each name and text, most of which are dropped once the field has its own.

use std::borrow::Cow;

use serde_json::{Map, Number, Value};

/// The fields of an object, each name once.
pub(crate) type Members<'a> = Vec<(&'a str, Node<'a>)>;

/// A JSON value. The texts are those of the record, or of a [`Value`].
pub(crate) enum Node<'a> {
    Null,
    Flag(bool),
    /// A whole number from 0 to 2⁶⁴ − 1 without an exponent.
    Whole(u64),
    /// Any other number, to its last digit.
    Number(&'a Number),
    Text(Cow<'a, str>),
    List(Vec<Self>),
    Object(Members<'a>),
    /// A value that a reader has taken.
    Taken,
}

impl<'a> From<&'a Value> for Node<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Flag(*flag),
            Value::Number(number) => number.as_u64().map_or(Self::Number(number), Self::Whole),
            Value::String(text) => Self::Text(Cow::Borrowed(text)),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(fields) => {
                Self::Object(fields.iter().map(|(name, value)| (name.as_str(), value.into())).collect())
            }
        }
    }
}

impl From<Node<'_>> for Value {
    fn from(node: Node<'_>) -> Self {
        match node {
            Node::Null | Node::Taken => Self::Null,
            Node::Flag(flag) => flag.into(),
            Node::Whole(number) => number.into(),
            Node::Number(number) => Self::Number(number.clone()),
            Node::Text(text) => Self::String(text.into_owned()),
            Node::List(items) => items.into_iter().map(Self::from).collect(),
            Node::Object(fields) => Self::Object(to_object(fields)),
        }
    }
}

/// The fields of an object that have not been taken. Inserted one by one, since `collect` would link sorting code.
pub(super) fn to_object(fields: Members<'_>) -> Map<String, Value> {
    let mut object = Map::new();
    for (name, value) in fields {
        if !matches!(value, Node::Taken) {
            object.insert(name.to_owned(), value.into());
        }
    }
    object
}
