//! Reads a JSON object field by field and keeps track of the path and of unknown fields.

use std::borrow::Cow;
use std::mem::replace;

use litemap::LiteMap;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use super::node::{Members, Node, to_object};
use crate::error::{DealError, JsonKind};
use crate::fields::{NumberSpec, is_storable};
use abacus_core::date::Date;

/// The fields of an object that have not been taken yet. A missing or `null` field has its default; the fields left at
/// the end are unknown to this version.
///
/// A name may be a path into nested objects: `next_step.date`. The rest of such an object can be taken by its own name
/// afterwards.
///
/// Thousands of records are read before their list is shown, so a taken value is copied once, into its field, and paths
/// are built only for errors.
pub(crate) struct ObjectReader<'a> {
    path: Path<'a>,
    left: Members<'a>,
}

/// The path of a value in its record: the path of the object around it, a field name, and the index of a list item. The
/// record itself has no name.
#[derive(Clone, Copy, Default)]
struct Path<'a> {
    object: Option<&'a Self>,
    name: &'a str,
    item: Option<usize>,
}

impl From<Path<'_>> for String {
    fn from(Path { object, name, item }: Path<'_>) -> Self {
        let mut path = object.map(|object| Self::from(*object)).unwrap_or_default();
        if !path.is_empty() {
            path.push('.');
        }
        path.push_str(name);
        if let Some(item) = item {
            path.push_str(&format!("[{item}]"));
        }
        path
    }
}

impl<'a> ObjectReader<'a> {
    /// The fields of a record.
    pub(crate) fn new(record: Node<'a>) -> Result<Self, DealError> {
        Self::at(Path::default(), record)
    }

    fn at(path: Path<'a>, value: Node<'a>) -> Result<Self, DealError> {
        match value {
            Node::Object(left) => Ok(Self { path, left }),
            _ if path.object.is_none() => Err(DealError::NotAnObject),
            _ => Err(DealError::WrongType { path: path.into(), expected: JsonKind::Object }),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        is_taken(&self.left)
    }

    /// Whether a field that has not been taken is this whole number.
    pub(crate) fn is_whole(&self, name: &str, number: u64) -> bool {
        self.left.iter().any(|(known, value)| *known == name && matches!(value, Node::Whole(whole) if *whole == number))
    }

    pub(crate) fn rest(self) -> Map<String, Value> {
        to_object(self.left)
    }

    pub(crate) fn text(&mut self, name: &str) -> Result<String, DealError> {
        self.optional_text(name).map(Option::unwrap_or_default)
    }

    pub(crate) fn optional_text(&mut self, name: &str) -> Result<Option<String>, DealError> {
        Ok(self.letters(name)?.map(Cow::into_owned))
    }

    /// A text, not copied.
    fn letters(&mut self, name: &str) -> Result<Option<Cow<'a, str>>, DealError> {
        match self.take(name)? {
            Node::Null => Ok(None),
            Node::Text(text) => Ok(Some(text)),
            _ => Err(self.wrong_type(name, JsonKind::Text)),
        }
    }

    pub(crate) fn flag(&mut self, name: &str) -> Result<bool, DealError> {
        match self.take(name)? {
            Node::Null => Ok(false),
            Node::Flag(flag) => Ok(flag),
            _ => Err(self.wrong_type(name, JsonKind::Flag)),
        }
    }

    pub(crate) fn whole(&mut self, name: &str) -> Result<u64, DealError> {
        Ok(self.optional_whole(name)?.unwrap_or_default())
    }

    fn optional_whole(&mut self, name: &str) -> Result<Option<u64>, DealError> {
        match self.take(name)? {
            Node::Null => Ok(None),
            Node::Whole(whole) => Ok(Some(whole)),
            _ => Err(self.wrong_type(name, JsonKind::Whole)),
        }
    }

    pub(crate) fn bounded<T>(&mut self, name: &str, bounds: [T; 2]) -> Result<Option<T>, DealError>
    where
        T: TryFrom<u64> + Into<u64> + PartialOrd + Copy,
    {
        let Some(whole) = self.optional_whole(name)? else {
            return Ok(None);
        };
        let [min, max] = bounds;
        match T::try_from(whole) {
            Ok(number) if min <= number && number <= max => Ok(Some(number)),
            _ => Err(DealError::OutOfBounds { path: self.path_of(name), whole, min: min.into(), max: max.into() }),
        }
    }

    pub(crate) fn date(&mut self, name: &str) -> Result<Option<Date>, DealError> {
        let Some(text) = self.letters(name)? else {
            return Ok(None);
        };
        let bad = |error| DealError::BadDate { path: self.path_of(name), text: text.clone().into_owned(), error };
        text.parse().map(Some).map_err(bad)
    }

    pub(crate) fn required_date(&mut self, name: &str) -> Result<Date, DealError> {
        self.date(name)?.ok_or_else(|| self.wrong_type(name, JsonKind::Text))
    }

    /// A number that a record may hold in a field of this spec.
    pub(crate) fn number(&mut self, name: &str, spec: &NumberSpec) -> Result<Option<Decimal>, DealError> {
        let Some(text) = self.letters(name)? else {
            return Ok(None);
        };
        match decimal(&text).filter(|number| is_storable(spec, *number)) {
            Some(number) => Ok(Some(number)),
            None => Err(DealError::BadAmount { path: self.path_of(name), text: text.into_owned() }),
        }
    }

    /// A word of a closed set.
    pub(crate) fn word<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, DealError> {
        let Some(text) = self.letters(name)? else {
            return Ok(None);
        };
        match read(&text) {
            Some(word) => Ok(Some(word)),
            None => Err(DealError::UnknownWord { path: self.path_of(name), text: text.into_owned() }),
        }
    }

    pub(crate) fn words<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, DealError> {
        let word = |(path, value): (Path<'_>, Node<'_>)| match value {
            Node::Text(text) => match read(&text) {
                Some(word) => Ok(word),
                None => Err(DealError::UnknownWord { path: path.into(), text: text.into_owned() }),
            },
            _ => Err(DealError::WrongType { path: path.into(), expected: JsonKind::Text }),
        };
        self.items(name)?.map(word).collect()
    }

    pub(crate) fn list<T>(
        &mut self,
        name: &str,
        read: impl Fn(ObjectReader<'_>) -> Result<T, DealError>,
    ) -> Result<Vec<T>, DealError> {
        self.items(name)?.map(|(path, value)| read(ObjectReader::at(path, value)?)).collect()
    }

    pub(crate) fn optional_object<'b>(&'b mut self, name: &'b str) -> Result<Option<ObjectReader<'b>>, DealError> {
        match self.take(name)? {
            Node::Null => Ok(None),
            value => ObjectReader::at(self.path_to(name), value).map(Some),
        }
    }

    /// An object; empty if missing.
    pub(crate) fn object<'b>(&'b mut self, name: &'b str) -> Result<ObjectReader<'b>, DealError> {
        let nothing = || ObjectReader { path: Path::default(), left: Members::new() };
        Ok(self.optional_object(name)?.unwrap_or_else(nothing))
    }

    pub(crate) fn texts(&mut self, name: &str) -> Result<LiteMap<String, String>, DealError> {
        let ObjectReader { path, left } = self.object(name)?;
        let text = |(name, value): (&str, Node<'_>)| match value {
            Node::Text(text) => Ok((name.to_owned(), text.into_owned())),
            _ => Err(DealError::WrongType { path: path.to(name).into(), expected: JsonKind::Text }),
        };
        let mut texts = LiteMap::new();
        for field in left {
            let (name, text) = text(field)?;
            texts.insert(name, text);
        }
        Ok(texts)
    }

    /// The items of a list, each with its path.
    fn items<'b>(&'b mut self, name: &'b str) -> Result<impl Iterator<Item = (Path<'b>, Node<'a>)>, DealError> {
        let items = match self.take(name)? {
            Node::Null => Vec::new(),
            Node::List(items) => items,
            _ => return Err(self.wrong_type(name, JsonKind::List)),
        };
        let list = self.path_to(name);
        Ok(items.into_iter().enumerate().map(move |(place, item)| (Path { item: Some(place), ..list }, item)))
    }

    /// The value of a field; `null` if it is missing.
    fn take(&mut self, name: &str) -> Result<Node<'a>, DealError> {
        // Fast path for a missing object.
        if self.left.is_empty() {
            return Ok(Node::Null);
        }
        take(&mut self.left, name).map_err(|end| self.wrong_type(name.get(..end).unwrap_or_default(), JsonKind::Object))
    }

    fn wrong_type(&self, name: &str, expected: JsonKind) -> DealError {
        DealError::WrongType { path: self.path_of(name), expected }
    }

    fn path_of(&self, name: &str) -> String {
        self.path_to(name).into()
    }

    const fn path_to<'b>(&'b self, name: &'b str) -> Path<'b> {
        self.path.to(name)
    }
}

impl Path<'_> {
    const fn to<'b>(&'b self, name: &'b str) -> Path<'b> {
        Path { object: Some(self), name, item: None }
    }
}

/// Removes and returns the value at a path, along with any object that this leaves empty. Returns `null` if there is no
/// value. If part of the path leads to something other than an object, the error is the length of that part in bytes.
fn take<'a>(object: &mut Members<'a>, path: &str) -> Result<Node<'a>, usize> {
    let Some((name, value)) = object.iter_mut().find(|(name, _)| begins_with(path, name)) else {
        return Ok(Node::Null);
    };
    let begins = name.len().saturating_add(1);
    match (value, path.get(begins..)) {
        (Node::Taken, _) | (Node::Null, Some(_)) => Ok(Node::Null),
        (value, None) => Ok(replace(value, Node::Taken)),
        (value, Some(rest)) => {
            let Node::Object(within) = value else { return Err(name.len()) };
            let taken = take(within, rest).map_err(|end| end.saturating_add(begins))?;
            if is_taken(within) {
                *value = Node::Taken;
            }
            Ok(taken)
        }
    }
}

/// Whether a name is the first segment of a path. Most names are not paths and most fields are missing, so the lengths
/// are compared first.
fn begins_with(path: &str, name: &str) -> bool {
    let ends = path.as_bytes().get(name.len()).map_or(path.len() == name.len(), |byte| *byte == b'.');
    ends && path.starts_with(name) && !name.bytes().any(|byte| byte == b'.')
}

fn is_taken(object: &Members<'_>) -> bool {
    object.iter().all(|(_, value)| matches!(value, Node::Taken))
}

/// Digits with an optional sign and fraction; no exponent, no grouping, no spaces.
fn decimal(text: &str) -> Option<Decimal> {
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let plain = match unsigned.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(unsigned),
    };
    plain.then(|| Decimal::from_str_exact(text).ok()).flatten()
}
