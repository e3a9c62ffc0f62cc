//! Reading and writing declared fields in a record, in one loop per owner. Empty values are omitted.

use serde_json::{Map, Value};

use super::reader::ObjectReader;
use super::write::{put, put_some, put_text, put_texts};
use crate::currency::Currency;
use crate::deal::Deal;
use crate::error::DealError;
use crate::fields::{DealField, FIELDS, Field};
use crate::stage::{End, Stage};
use abacus_core::date::Date;

pub(super) fn read_all(deal: &mut Deal, record: &mut ObjectReader<'_>) -> Result<(), DealError> {
    for field in FIELDS {
        let key = field.meta().key;
        match field {
            DealField::Text(field) => *field.value_mut(deal) = record.text(key)?,
            DealField::Date(field) => *field.value_mut(deal) = record.date(key)?,
            DealField::Number(field) => *field.value_mut(deal) = record.number(key, field.limits())?,
            DealField::Stage(field) => *field.value_mut(deal) = record.word(key, Stage::from_code)?.unwrap_or_default(),
            DealField::End(field) => *field.value_mut(deal) = record.word(key, End::from_code)?,
            DealField::Currency(field) => *field.value_mut(deal) = record.word(key, Currency::new)?.unwrap_or_default(),
            DealField::Tags(field) => *field.value_mut(deal) = record.words(key, |tag| Some(tag.to_owned()))?,
        }
    }
    Ok(())
}

pub(super) fn write_all(deal: &Deal, record: &mut Map<String, Value>) {
    for field in FIELDS {
        let key = field.meta().key;
        match field {
            DealField::Text(field) => put_text(record, key, field.get(deal)),
            DealField::Date(field) => put_some(record, key, *field.get(deal)),
            DealField::Number(field) => put_some(record, key, *field.get(deal)),
            DealField::Stage(field) => put(record, key, field.get(deal).code()),
            DealField::End(field) => put_some(record, key, field.get(deal).map(End::code)),
            DealField::Currency(field) => put(record, key, field.get(deal).code()),
            DealField::Tags(field) => put_texts(record, key, field.get(deal).iter().map(String::as_str)),
        }
    }
}

pub(super) fn read_texts<O>(
    fields: &[&Field<O, String>],
    owner: &mut O,
    record: &mut ObjectReader<'_>,
) -> Result<(), DealError> {
    fields.iter().try_for_each(|field| {
        *field.value_mut(owner) = record.text(field.meta.key)?;
        Ok(())
    })
}

pub(super) fn read_dates<O>(
    fields: &[&Field<O, Option<Date>>],
    owner: &mut O,
    record: &mut ObjectReader<'_>,
) -> Result<(), DealError> {
    fields.iter().try_for_each(|field| {
        *field.value_mut(owner) = record.date(field.meta.key)?;
        Ok(())
    })
}

pub(super) fn write_texts<O>(fields: &[&Field<O, String>], owner: &O, record: &mut Map<String, Value>) {
    fields.iter().for_each(|field| put_text(record, field.meta.key, field.get(owner)));
}

pub(super) fn write_dates<O>(fields: &[&Field<O, Option<Date>>], owner: &O, record: &mut Map<String, Value>) {
    fields.iter().for_each(|field| put_some(record, field.meta.key, *field.get(owner)));
}
