//! The fields of a person.

use super::Field;
use super::declare::{date, text};
use crate::people::Person;
use abacus_core::date::Date;

/// Every text of a person.
pub static TEXTS: &[&Field<Person, String>] =
    &[&NAME, &TITLE, &DEPARTMENT, &PHONE, &EMAIL, &BUSINESS_NEED, &PERSONAL_NEED, &NEXT_ACTION, &NOTE];

/// Every day of a person.
pub static DATES: &[&Field<Person, Option<Date>>] = &[&NEXT_DATE];

/// The name.
pub static NAME: Field<Person, String> =
    text::<Person>("name", "姓名", "Name", |person| &person.name, |person| &mut person.name).searched();

/// The job title.
pub static TITLE: Field<Person, String> =
    text::<Person>("title", "职务", "Job title", |person| &person.title, |person| &mut person.title).searched();

/// The department.
pub static DEPARTMENT: Field<Person, String> =
    text::<Person>("department", "部门", "Department", |person| &person.department, |person| &mut person.department)
        .searched();

/// A number to call.
pub static PHONE: Field<Person, String> =
    text::<Person>("phone", "电话", "Phone", |person| &person.phone, |person| &mut person.phone).searched();

/// An address to write to.
pub static EMAIL: Field<Person, String> =
    text::<Person>("email", "邮箱", "E-mail", |person| &person.email, |person| &mut person.email).searched();

/// What the business is to gain.
pub static BUSINESS_NEED: Field<Person, String> = text::<Person>(
    "business_need",
    "业务需求",
    "Business need",
    |person| &person.business_need,
    |person| &mut person.business_need,
)
.long(1000)
.hint("说得出口、量得出来的，例如：停机时间减半。", "Can be said aloud and measured, such as: half the downtime.")
.searched();

/// What is in it for the person.
pub static PERSONAL_NEED: Field<Person, String> = text::<Person>(
    "personal_need",
    "个人需求",
    "Personal need",
    |person| &person.personal_need,
    |person| &mut person.personal_need,
)
.long(1000)
.hint("往往不说出口的：成了，对这个人有什么好处。", "Often unsaid: what success brings to this person.")
.searched();

/// What we do next about this person.
pub static NEXT_ACTION: Field<Person, String> = text::<Person>(
    "next_step.action",
    "对这个人，下一步做什么",
    "Next step with this person",
    |person| &person.next_step.action,
    |person| &mut person.next_step.action,
)
.searched();

/// When that is due.
pub static NEXT_DATE: Field<Person, Option<Date>> = date::<Person>(
    "next_step.date",
    "哪天",
    "When",
    |person| &person.next_step.date,
    |person| &mut person.next_step.date,
);

/// Whatever else is worth knowing.
pub static NOTE: Field<Person, String> =
    text::<Person>("note", "备注", "Note", |person| &person.note, |person| &mut person.note).long(5000).searched();
