//! Reads a JSON object field by field and keeps track of the path and of unknown fields.

use litemap::LiteMap;
use std::rc::Rc;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::error::{DealError, JsonKind};
use crate::fields::{NumberSpec, is_storable};
use abacus_core::date::Date;

/// The fields of an object that have not been taken yet. A missing or `null` field has its default; the fields left at
/// the end are unknown to this version.
///
/// A name may be a path into nested objects: `next_step.date`. The rest of such an object can be taken by its own name
/// afterwards.
///
/// Paths are put together only for errors: a book of thousands is read before its list is seen.
pub(crate) struct ObjectReader {
    path: Path,
    left: Map<String, Value>,
}

/// The path of an object in its record; empty for the record itself.
#[derive(Default)]
struct Path {
    start: Rc<str>,
    /// The place in the list that is at `start`.
    item: Option<usize>,
}

impl Path {
    fn of(&self, name: &str) -> String {
        match self.item {
            None if self.start.is_empty() => name.to_owned(),
            None => format!("{}.{name}", self.start),
            Some(item) => format!("{}[{item}].{name}", self.start),
        }
    }
}

impl From<Path> for String {
    fn from(Path { start, item }: Path) -> Self {
        item.map_or_else(|| start.as_ref().into(), |item| format!("{start}[{item}]"))
    }
}

impl ObjectReader {
    /// `path` is that of the object, empty for the record itself.
    pub(crate) fn new(path: &str, value: Value) -> Result<Self, DealError> {
        Self::at(Path { start: path.into(), item: None }, value)
    }

    fn at(path: Path, value: Value) -> Result<Self, DealError> {
        match value {
            Value::Object(left) => Ok(Self { path, left }),
            _ if path.start.is_empty() => Err(DealError::NotAnObject),
            _ => Err(DealError::WrongType { path: path.into(), expected: JsonKind::Object }),
        }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.left.is_empty()
    }

    pub(crate) fn rest(self) -> Map<String, Value> {
        self.left
    }

    pub(crate) fn text(&mut self, name: &str) -> Result<String, DealError> {
        self.optional_text(name).map(Option::unwrap_or_default)
    }

    pub(crate) fn optional_text(&mut self, name: &str) -> Result<Option<String>, DealError> {
        match self.take(name)? {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong_type(name, JsonKind::Text)),
        }
    }

    pub(crate) fn flag(&mut self, name: &str) -> Result<bool, DealError> {
        match self.take(name)? {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(flag),
            Some(_) => Err(self.wrong_type(name, JsonKind::Flag)),
        }
    }

    pub(crate) fn whole(&mut self, name: &str) -> Result<u64, DealError> {
        match self.take(name)? {
            None => Ok(0),
            Some(value) => value.as_u64().ok_or_else(|| self.wrong_type(name, JsonKind::Whole)),
        }
    }

    pub(crate) fn bounded<T>(&mut self, name: &str, bounds: [T; 2]) -> Result<Option<T>, DealError>
    where
        T: TryFrom<u64> + Into<u64> + PartialOrd + Copy,
    {
        let Some(value) = self.take(name)? else {
            return Ok(None);
        };
        let whole = value.as_u64().ok_or_else(|| self.wrong_type(name, JsonKind::Whole))?;
        let [min, max] = bounds;
        match T::try_from(whole) {
            Ok(number) if min <= number && number <= max => Ok(Some(number)),
            _ => Err(DealError::OutOfBounds { path: self.path_of(name), whole, min: min.into(), max: max.into() }),
        }
    }

    pub(crate) fn date(&mut self, name: &str) -> Result<Option<Date>, DealError> {
        let Some(text) = self.optional_text(name)? else {
            return Ok(None);
        };
        text.parse().map(Some).map_err(|error| DealError::BadDate { path: self.path_of(name), text, error })
    }

    pub(crate) fn required_date(&mut self, name: &str) -> Result<Date, DealError> {
        self.date(name)?.ok_or_else(|| self.wrong_type(name, JsonKind::Text))
    }

    /// A number that a record may hold in a field of this spec.
    pub(crate) fn number(&mut self, name: &str, spec: &NumberSpec) -> Result<Option<Decimal>, DealError> {
        let Some(text) = self.optional_text(name)? else {
            return Ok(None);
        };
        match decimal(&text).filter(|number| is_storable(spec, *number)) {
            Some(number) => Ok(Some(number)),
            None => Err(DealError::BadAmount { path: self.path_of(name), text }),
        }
    }

    /// A word of a closed set.
    pub(crate) fn word<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Option<T>, DealError> {
        let Some(text) = self.optional_text(name)? else {
            return Ok(None);
        };
        read(&text).map(Some).ok_or_else(|| DealError::UnknownWord { path: self.path_of(name), text })
    }

    pub(crate) fn words<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, DealError> {
        let word = |(path, value): (Path, Value)| match value {
            Value::String(text) => read(&text).ok_or_else(|| DealError::UnknownWord { path: path.into(), text }),
            _ => Err(DealError::WrongType { path: path.into(), expected: JsonKind::Text }),
        };
        self.items(name)?.map(word).collect()
    }

    pub(crate) fn list<T>(
        &mut self,
        name: &str,
        read: impl Fn(Self) -> Result<T, DealError>,
    ) -> Result<Vec<T>, DealError> {
        self.items(name)?.map(|(path, value)| read(Self::at(path, value)?)).collect()
    }

    pub(crate) fn optional_object(&mut self, name: &str) -> Result<Option<Self>, DealError> {
        self.take(name)?.map(|value| Self::new(&self.path_of(name), value)).transpose()
    }

    /// An object; empty if missing.
    pub(crate) fn object(&mut self, name: &str) -> Result<Self, DealError> {
        let nothing = || Self { path: Path::default(), left: Map::new() };
        Ok(self.optional_object(name)?.unwrap_or_else(nothing))
    }

    pub(crate) fn texts(&mut self, name: &str) -> Result<LiteMap<String, String>, DealError> {
        let fields = self.object(name)?;
        let text = |(name, value): (String, Value)| match value {
            Value::String(text) => Ok((name, text)),
            _ => Err(DealError::WrongType { path: fields.path.of(&name), expected: JsonKind::Text }),
        };
        fields.left.into_iter().map(text).collect()
    }

    /// The items of a list, each with its path.
    fn items(&mut self, name: &str) -> Result<impl Iterator<Item = (Path, Value)> + use<>, DealError> {
        let items = match self.take(name)? {
            None => Vec::new(),
            Some(Value::Array(items)) => items,
            Some(_) => return Err(self.wrong_type(name, JsonKind::List)),
        };
        let start: Rc<str> = if items.is_empty() { Rc::default() } else { self.path_of(name).into() };
        let numbered = items.into_iter().enumerate();
        Ok(numbered.map(move |(index, item)| (Path { start: start.clone(), item: Some(index) }, item)))
    }

    fn take(&mut self, name: &str) -> Result<Option<Value>, DealError> {
        // As soon as everything is taken, what else a record might hold costs nothing.
        if self.left.is_empty() {
            return Ok(None);
        }
        let taken = take(&mut self.left, name).map_err(|end| {
            let path = self.path_of(name.get(..end).unwrap_or_default());
            DealError::WrongType { path, expected: JsonKind::Object }
        })?;
        Ok(taken.filter(|value| !value.is_null()))
    }

    fn wrong_type(&self, name: &str, expected: JsonKind) -> DealError {
        DealError::WrongType { path: self.path_of(name), expected }
    }

    fn path_of(&self, name: &str) -> String {
        self.path.of(name)
    }
}

/// Takes the value at a path and removes objects that become empty. If the path leads through something other than an
/// object, the error is the number of bytes of the path up to there.
pub(crate) fn take(object: &mut Map<String, Value>, path: &str) -> Result<Option<Value>, usize> {
    let Some((name, rest)) = path.split_once('.') else { return Ok(object.remove(path)) };
    match object.get_mut(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::Object(within)) => {
            let begins = name.len().saturating_add(1);
            let taken = take(within, rest).map_err(|end| end.saturating_add(begins))?;
            if within.is_empty() {
                object.remove(name);
            }
            Ok(taken)
        }
        Some(_) => Err(name.len()),
    }
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
