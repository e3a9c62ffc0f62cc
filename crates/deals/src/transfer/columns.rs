//! The columns of a table of deals, and the mapping of other tables to them.

use std::fmt;

use super::folded::folded;
use super::header_unit::HeaderUnit;
use crate::fields::{CUSTOMER, ColumnName, DealField, FIELDS, NOTES};
use abacus_core::text::Text;

/// A column of a table of deals.
#[derive(Clone, Copy)]
pub struct Column {
    field: DealField,
    name: &'static ColumnName,
}

impl Column {
    /// Every column, in the order of the tables we write.
    pub fn all() -> impl Iterator<Item = Self> {
        FIELDS.iter().filter_map(|field| Self::of(*field))
    }

    /// The column of a field, if it has one.
    pub fn of(field: DealField) -> Option<Self> {
        Some(Self { field, name: field.meta().column.as_ref()? })
    }

    /// The field it shows.
    pub const fn field(self) -> DealField {
        self.field
    }

    /// The stable name.
    pub const fn code(self) -> &'static str {
        self.name.code
    }

    /// The column with this stable name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|column| column.code() == code)
    }

    /// Its header in tables we write.
    pub const fn label(self) -> Text {
        self.name.label
    }

    /// Every name that is recognised: its headers, its stable name, and synonyms.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let ColumnName { code, label, synonyms } = *self.name;
        [label.zh, label.en, code].into_iter().chain(synonyms.split_whitespace())
    }

    /// Whether several columns of a table may be mapped to this one.
    pub(super) fn is_notes(self) -> bool {
        self.field == DealField::Text(&NOTES)
    }

    /// Whether a header names one of our columns.
    pub(super) fn is_known(header: &str) -> bool {
        Self::from_header(header).is_some()
    }

    /// The column with this name or synonym.
    fn from_header(name: &str) -> Option<Self> {
        let name = normalized(name.split(['(', '（', '[', '【', '/', '／', ':', '：']).next().unwrap_or_default());
        Self::all().find(|column| {
            let ColumnName { code, label, synonyms } = *column.name;
            [label.zh, label.en, code].iter().any(|known| normalized(known) == name)
                || synonyms.split_whitespace().any(|synonym| synonym == name)
        })
    }
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
    }
}

impl Eq for Column {}

impl fmt::Debug for Column {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.code())
    }
}

/// A name in lower case, in simplified characters, and without spaces, hyphens and underscores.
fn normalized(name: &str) -> String {
    let letters = name.chars().map(folded).filter(|letter| letter.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}

/// The mapping of a table's columns to ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapping {
    columns: Vec<Option<Column>>,
    units: Vec<HeaderUnit>,
}

impl Mapping {
    /// The mapping suggested by the header. Of two columns with the same meaning, the first is taken.
    pub fn suggested(header: &[String]) -> Self {
        let mut columns: Vec<Option<Column>> = Vec::new();
        for name in header {
            let column = Column::from_header(name).filter(|column| !columns.contains(&Some(*column)));
            columns.push(column);
        }
        Self { columns, units: header.iter().map(|name| HeaderUnit::of(name)).collect() }
    }

    /// Our column for each column of the table; `None` if it is left out.
    pub fn columns(&self) -> &[Option<Column>] {
        &self.columns
    }

    /// Whether a column is mapped to the customer. Without one, a row is hardly a deal.
    #[must_use]
    pub fn has_customer(&self) -> bool {
        self.columns.iter().flatten().any(|column| column.field == DealField::Text(&CUSTOMER))
    }

    /// Whether every column is left out.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.columns.iter().all(Option::is_none)
    }

    /// Maps a column of the table. Another column with the same mapping is then left out, except for notes.
    pub fn set(&mut self, index: usize, column: Option<Column>) {
        if index >= self.columns.len() {
            return;
        }
        for (place, known) in self.columns.iter_mut().enumerate() {
            if place == index {
                *known = column;
            } else if *known == column && !column.is_some_and(Column::is_notes) {
                *known = None;
            }
        }
    }

    /// Applies the unit of a title to all amounts whose header states none.
    pub(super) fn inherit(&mut self, title: &HeaderUnit) {
        self.units.iter_mut().for_each(|unit| unit.inherit(title));
    }

    /// The index of the table's column that is mapped to this one.
    pub(super) fn index_of(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|known| *known == Some(column))
    }

    /// The unit that the header of a column states.
    pub(super) fn unit(&self, index: usize) -> Option<&HeaderUnit> {
        self.units.get(index)
    }
}
