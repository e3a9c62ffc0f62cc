//! The fields of an entry of the contact log.

use super::Field;
use super::declare::{date, text};
use crate::contact::Contact;
use abacus_core::date::Date;

/// Every text field of a meeting.
pub static TEXTS: &[&Field<Contact, String>] = &[&ACTION_WORDS, &NOTE];

/// Every day field of a meeting.
pub static DATES: &[&Field<Contact, Option<Date>>] = &[&DATE];

/// When it took place.
pub static DATE: Field<Contact, Option<Date>> =
    date::<Contact>("date", "日期", "Date", |contact| &contact.date, |contact| &mut contact.date);

/// What the customer agreed to do.
pub static ACTION_WORDS: Field<Contact, String> = text::<Contact>(
    "action_words",
    "谁、哪天、做什么",
    "Who, when, what",
    |contact| &contact.action_words,
    |contact| &mut contact.action_words,
)
.long(1000)
.hint(
    "写客户要做的事，例如：下周二厂长来看演示。",
    "Something the customer does, such as: the plant manager attends a demonstration on Tuesday.",
)
.searched();

/// Anything else.
pub static NOTE: Field<Contact, String> =
    text::<Contact>("note", "备注", "Note", |contact| &contact.note, |contact| &mut contact.note).long(5000).searched();
