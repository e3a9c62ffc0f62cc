//! The fields of a deal, each declared once: its key, its words, where its value is kept, and where it appears.
//!
//! Everything else follows from the declarations: the record, the form, the search, the columns of tables, the
//! comparison of two versions, the form on paper. A further text of a deal is a member of [`Deal`](crate::Deal),
//! a declaration and a line of [`FIELDS`] in `deal.rs`, and its row in `docs/FORMATS.md`; the tests say what is
//! missing.

mod at;
pub mod contact;
mod deal;
mod deal_field;
mod declare;
mod invoice;
pub mod person;
mod record;
mod typing;
pub mod visit;

use std::fmt;

use rust_decimal::Decimal;

use super::currency::Currency;
use super::stage::{End, Stage};
pub use abacus_core::calculator::field::Field as NumberSpec;
use abacus_core::date::Date;
use abacus_core::text::Text;

pub use self::at::{At, DateField, NumberField, TextField};
pub use self::deal::{
    AMOUNT, CURRENCY, CUSTOMER, END, EXPECTED_CLOSE, FIELDS, LOST_REASON, NEXT_ACTION, NEXT_DATE, NOTES, SALESPERSON,
    STAGE, TAGS, TITLE,
};
pub use self::deal_field::{DealField, in_section};
pub use self::invoice::{INVOICE_AMOUNT, INVOICE_DUE, INVOICE_MARGIN, INVOICE_NUMBER, INVOICE_PAID, INVOICE_RATE};
pub(crate) use self::record::{read_all, read_dates, read_texts, write_all, write_dates, write_texts};
pub(crate) use self::typing::is_storable;
pub use self::typing::{number_edits, number_error};

/// The declaration of a field that a thing of type `O` has: a deal, a person, a visit.
pub struct Field<O: 'static, T: Value> {
    /// Its name and its words, and where it appears.
    pub about: About,
    limits: T::Limits,
    get: fn(&O) -> &T,
    place: fn(&mut O) -> &mut T,
}

/// What a declaration says about a field of any kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    /// The path in the record, below whatever has the field: `customer`, `next_step.action`. It is also the public
    /// name of the input and the key in [`Deal::unread`](crate::Deal::unread), so it never changes.
    pub key: &'static str,
    /// What the form calls it.
    pub label: Text,
    /// One sentence of help.
    pub hint: Option<Text>,
    /// The part of the form it is in; none for what the form does not ask.
    pub section: Option<Section>,
    /// Whether its input is narrow, so that two stand side by side.
    pub half: bool,
    /// Whether the search looks at it.
    pub searched: bool,
    /// Whether it is on the tracking form on paper.
    pub printed: bool,
    /// Its column in tables.
    pub column: Option<ColumnName>,
}

/// A part of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// The deal itself.
    Deal,
    /// Below the steps, once the deal is lost.
    Lost,
    /// What happens next.
    NextStep,
    /// Collecting the money.
    Invoice,
    /// Notes and tags.
    Notes,
}

/// What a column of a table is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnName {
    /// The stable name.
    pub code: &'static str,
    /// Its name in the table that is written.
    pub label: Text,
    /// What others call it, each in small letters and in one piece; spaces between them.
    pub synonyms: &'static str,
}

/// A kind of value that fields hold; a closed list on purpose.
pub trait Value: Sized + 'static {
    /// What a declaration says about fields of this kind alone.
    type Limits: Copy + Send + Sync + 'static;
}

/// How much text a field is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// How many characters. More are kept all the same.
    pub longest: usize,
    /// Whether there may be several lines.
    pub is_long: bool,
}

impl Value for String {
    type Limits = Room;
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
    #[must_use]
    pub fn get<'a>(&self, owner: &'a O) -> &'a T {
        (self.get)(owner)
    }

    /// Where the value is kept.
    pub fn value_mut<'a>(&self, owner: &'a mut O) -> &'a mut T {
        (self.place)(owner)
    }

    /// What the declaration says about this kind of field alone.
    #[must_use]
    pub const fn limits(&self) -> T::Limits {
        self.limits
    }
}

/// Of one kind of thing, no two fields have one key.
impl<O, T: Value> PartialEq for Field<O, T> {
    fn eq(&self, other: &Self) -> bool {
        self.about.key == other.about.key
    }
}

impl<O, T: Value> Eq for Field<O, T> {}

impl<O, T: Value> fmt::Debug for Field<O, T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.about.key)
    }
}
