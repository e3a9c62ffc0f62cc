use std::borrow::Cow;

use rust_decimal::Decimal;

use super::{Field, FieldMeta, FieldRef};
use crate::currency;
use crate::deal::Deal;
use crate::stage;
use crate::tags::show_tags;
use abacus_core::date;

/// A field of a deal. Texts, days and numbers share one input per kind; the others have their own components.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DealField {
    /// Takes any text.
    Text(&'static Field<Deal, String>),
    /// Takes a day.
    Date(&'static Field<Deal, Option<date::Date>>),
    /// Takes a number.
    Number(&'static Field<Deal, Option<Decimal>>),
    /// The stage of the deal.
    Stage(&'static Field<Deal, stage::Stage>),
    /// How it ended.
    End(&'static Field<Deal, Option<stage::End>>),
    /// The currency of its amounts.
    Currency(&'static Field<Deal, currency::Currency>),
    /// Its tags.
    Tags(&'static Field<Deal, Vec<String>>),
}

impl DealField {
    /// The declaration.
    pub const fn meta(self) -> &'static FieldMeta {
        match self {
            Self::Text(field) => &field.meta,
            Self::Date(field) => &field.meta,
            Self::Number(field) => &field.meta,
            Self::Stage(field) => &field.meta,
            Self::End(field) => &field.meta,
            Self::Currency(field) => &field.meta,
            Self::Tags(field) => &field.meta,
        }
    }

    /// The value as it would be typed: unreadable text unchanged, words by their codes.
    pub fn typed(self, deal: &Deal) -> Cow<'_, str> {
        match self {
            Self::Text(field) => Cow::Borrowed(field.get(deal)),
            Self::Date(field) => Cow::Owned(FieldRef::Deal(field).show(deal)),
            Self::Number(field) => Cow::Owned(FieldRef::Deal(field).show(deal)),
            Self::Stage(field) => Cow::Borrowed(field.get(deal).code()),
            Self::End(field) => Cow::Borrowed(field.get(deal).map_or("", stage::End::code)),
            Self::Currency(field) => Cow::Borrowed(field.get(deal).code()),
            Self::Tags(field) => Cow::Owned(show_tags(field.get(deal))),
        }
    }

    /// Copies the value, and any unread text, to another deal.
    pub(super) fn copy(self, from: &Deal, to: &mut Deal) {
        match self {
            Self::Text(field) => field.value_mut(to).clone_from(field.get(from)),
            Self::Date(field) => *field.value_mut(to) = *field.get(from),
            Self::Number(field) => *field.value_mut(to) = *field.get(from),
            Self::Stage(field) => *field.value_mut(to) = *field.get(from),
            Self::End(field) => *field.value_mut(to) = *field.get(from),
            Self::Currency(field) => *field.value_mut(to) = *field.get(from),
            Self::Tags(field) => field.value_mut(to).clone_from(field.get(from)),
        }
        let key = self.meta().key;
        if let Some(text) = from.unread.get(key) {
            to.unread.insert(key.to_owned(), text.clone());
        }
    }
}
