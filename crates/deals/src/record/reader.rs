//! Reads a JSON object field by field and keeps track of the path and of unknown fields.

use std::collections::BTreeMap;

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
pub(crate) struct ObjectReader {
    path: String,
    left: Map<String, Value>,
}

impl ObjectReader {
    /// `path` is that of the object, empty for the record itself.
    pub(crate) fn new(path: String, value: Value) -> Result<Self, DealError> {
        match value {
            Value::Object(left) => Ok(Self { path, left }),
            _ if path.is_empty() => Err(DealError::NotAnObject),
            _ => Err(DealError::WrongType { path, expected: JsonKind::Object }),
        }
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
        // A path is made only for an error: there are many fields, and thousands of records.
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
        match read(&text) {
            Some(word) => Ok(Some(word)),
            None => Err(DealError::UnknownWord { path: self.path_of(name), text }),
        }
    }

    pub(crate) fn words<T>(&mut self, name: &str, read: impl Fn(&str) -> Option<T>) -> Result<Vec<T>, DealError> {
        let items = self.items(name)?;
        let path = |index| self.path_of_item(name, index);
        let word = |(index, value)| match value {
            Value::String(text) => match read(&text) {
                Some(word) => Ok(word),
                None => Err(DealError::UnknownWord { path: path(index), text }),
            },
            _ => Err(DealError::WrongType { path: path(index), expected: JsonKind::Text }),
        };
        items.into_iter().enumerate().map(word).collect()
    }

    pub(crate) fn list<T>(
        &mut self,
        name: &str,
        read: impl Fn(Self) -> Result<T, DealError>,
    ) -> Result<Vec<T>, DealError> {
        let items = self.items(name)?.into_iter().enumerate();
        items.map(|(index, value)| read(Self::new(self.path_of_item(name, index), value)?)).collect()
    }

    pub(crate) fn optional_object(&mut self, name: &str) -> Result<Option<Self>, DealError> {
        self.take(name)?.map(|value| Self::new(self.path_of(name), value)).transpose()
    }

    /// An object; empty if missing. Then it needs no path: what is not there is no error.
    pub(crate) fn object(&mut self, name: &str) -> Result<Self, DealError> {
        match self.take(name)? {
            Some(value) => Self::new(self.path_of(name), value),
            None => Ok(Self { path: String::new(), left: Map::new() }),
        }
    }

    pub(crate) fn texts(&mut self, name: &str) -> Result<BTreeMap<String, String>, DealError> {
        let fields = self.object(name)?;
        let text = |(name, value): (String, Value)| match value {
            Value::String(text) => Ok((name, text)),
            _ => Err(DealError::WrongType { path: join(&fields.path, &name), expected: JsonKind::Text }),
        };
        fields.left.into_iter().map(text).collect()
    }

    fn items(&mut self, name: &str) -> Result<Vec<Value>, DealError> {
        match self.take(name)? {
            None => Ok(Vec::new()),
            Some(Value::Array(items)) => Ok(items),
            Some(_) => Err(self.wrong_type(name, JsonKind::List)),
        }
    }

    fn take(&mut self, name: &str) -> Result<Option<Value>, DealError> {
        let taken = take(&mut self.left, name).map_err(|end| {
            let path = self.path_of(name.get(..end).unwrap_or_default());
            DealError::WrongType { path, expected: JsonKind::Object }
        })?;
        Ok(taken.filter(|value| !value.is_null()))
    }

    fn wrong_type(&self, name: &str, expected: JsonKind) -> DealError {
        DealError::WrongType { path: self.path_of(name), expected }
    }

    fn path_of_item(&self, name: &str, index: usize) -> String {
        format!("{}[{index}]", self.path_of(name))
    }

    fn path_of(&self, name: &str) -> String {
        join(&self.path, name)
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

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
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
