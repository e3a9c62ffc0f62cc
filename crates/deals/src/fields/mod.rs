//! The fields of a deal, each declared once: its key, its words, where its value is kept, and where it appears.
//!
//! Record, form, search, table columns, comparison and printed form are derived from the declarations. A new text field
//! needs a member of [`Deal`](crate::Deal), a declaration, a line in [`FIELDS`] in `deal.rs` and a row in
//! `docs/FORMATS.md`; the tests report what is missing.

pub mod contact;
mod date_warning;
mod deal;
mod deal_field;
mod declare;
pub mod exit;
pub mod fab;
mod field_ref;
mod invoice;
pub mod person;
mod section;
pub mod tas;
mod typing;
pub mod visit;

use std::fmt;

use rust_decimal::Decimal;

use super::currency::Currency;
use super::stage::{End, Stage};
pub use abacus_core::calculator::field::Field as NumberSpec;
use abacus_core::date::Date;
use abacus_core::text::Text;

pub use self::date_warning::DateWarning;
pub use self::deal::{
    AMOUNT, CURRENCY, CUSTOMER, END, EXPECTED_CLOSE, FIELDS, LOST_REASON, NEXT_ACTION, NEXT_DATE, NOTES, SALESPERSON,
    STAGE, TAGS, TARGET, TITLE,
};
pub use self::deal_field::DealField;
pub use self::field_ref::{DateField, FieldRef, NumberField, TextField};
pub use self::invoice::{
    INVOICE_AMOUNT, INVOICE_DUE, INVOICE_MARGIN, INVOICE_NUMBER, INVOICE_PAID, INVOICE_PAYER, INVOICE_RATE,
};
pub use self::section::in_section;
pub(crate) use self::typing::is_storable;
pub use self::typing::{number_error, stored_limits};

/// The declaration of a field whose owner is of type `O`: a deal, a person, a visit.
pub struct Field<O: 'static, T: Value> {
    /// Its name, its words, and where it appears.
    pub meta: FieldMeta,
    limits: T::Limits,
    get: fn(&O) -> &T,
    place: fn(&mut O) -> &mut T,
}

/// The part of a declaration that is the same for all kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldMeta {
    /// The path in the record, relative to the owner: `customer`, `next_step.action`. It is also the public name of the
    /// input and the key in [`Deal::unread`](crate::Deal::unread), so it must never change.
    pub key: &'static str,
    /// The label in the form.
    pub label: Text,
    /// One sentence of help.
    pub hint: Option<Text>,
    /// The section of the form; `None` if the form does not have it.
    pub section: Option<Section>,
    /// Whether its input is narrow, so that two fit side by side.
    pub half: bool,
    /// Whether the search includes it.
    pub searched: bool,
    /// Whether the printed tracking form includes it.
    pub printed: bool,
    /// Its column in tables.
    pub column: Option<ColumnName>,
}

/// A section of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The deal itself.
    Deal,
    /// Below the stages, once the deal is lost.
    Lost,
    /// What happens next.
    NextStep,
    /// Collecting the money.
    Invoice,
    /// Notes and tags.
    Notes,
}

/// The names of a table column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnName {
    /// The stable name.
    pub code: &'static str,
    /// The header in tables we write.
    pub label: Text,
    /// Names used by others, separated by spaces, each in lower case and without spaces.
    pub synonyms: &'static str,
}

/// A kind of value that a field can have. Not meant to be implemented elsewhere.
pub trait Value: Sized + 'static {
    /// The limits declared for this kind of field.
    type Limits: Copy + Send + Sync + 'static;
}

/// How much text a field is meant to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextLimits {
    /// How many characters. Longer texts are kept, too.
    pub max_chars: usize,
    /// Whether there may be several lines.
    pub is_multiline: bool,
}

impl Value for String {
    type Limits = TextLimits;
}

impl Value for Option<Date> {
    type Limits = ();
}

impl Value for Option<Decimal> {
    type Limits = &'static NumberSpec;
}

impl Value for Stage {
    type Limits = ();
}

impl Value for Option<End> {
    type Limits = ();
}

impl Value for Currency {
    type Limits = ();
}

impl Value for Vec<String> {
    type Limits = ();
}

impl<O, T: Value> Field<O, T> {
    /// The value.
    pub fn get<'a>(&self, owner: &'a O) -> &'a T {
        (self.get)(owner)
    }

    /// The value, to be changed.
    pub fn value_mut<'a>(&self, owner: &'a mut O) -> &'a mut T {
        (self.place)(owner)
    }

    /// The limits declared for this kind of field.
    pub const fn limits(&self) -> T::Limits {
        self.limits
    }
}

/// Keys are unique per owner type.
impl<O, T: Value> PartialEq for Field<O, T> {
    fn eq(&self, other: &Self) -> bool {
        self.meta.key == other.meta.key
    }
}

impl<O, T: Value> Eq for Field<O, T> {}

impl<O, T: Value> fmt::Debug for Field<O, T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.meta.key)
    }
}
