//! The parts of a record, each read and written by one pair of functions.

use serde_json::{Map, Value};

use super::super::field::NumberField;
use super::super::fields::Fields;
use super::super::guide::GuideTests;
use super::super::invoice::Invoice;
use super::super::next_step::NextStep;
use super::super::people::{Influence, NeedKind, Person, Role, Stance, StanceSince};
use super::super::snapshot::Snapshot;
use super::super::unreadable::Unreadable;
use super::put_list;
use super::write::{put, put_object, put_some, put_text, put_texts};

type Object = Map<String, Value>;

pub(super) fn read_person(mut fields: Fields) -> Result<Person, Unreadable> {
    Ok(Person {
        id: fields.text("id")?,
        roles: fields.words("roles", Role::from_code)?,
        name: fields.text("name")?,
        title: fields.text("title")?,
        department: fields.text("department")?,
        stance: fields.word("stance", Stance::from_code)?.unwrap_or_default(),
        stances: fields.list("stances", read_stance)?,
        guide: fields.optional_object("guide")?.map(read_guide).transpose()?,
        business_need: fields.text("business_need")?,
        need_kinds: fields.words("need_kinds", NeedKind::from_code)?,
        personal_need: fields.text("personal_need")?,
        influence: fields.word("influence", Influence::from_code)?,
        next_step: read_next_step(fields.object("next_step")?)?,
        extra: fields.rest(),
    })
}

pub(super) fn write_person(person: &Person) -> Object {
    let mut object = person.extra.clone();
    put(&mut object, "id", person.id.as_str());
    put_texts(&mut object, "roles", person.roles.iter().map(|role| role.code()));
    put_text(&mut object, "name", &person.name);
    put_text(&mut object, "title", &person.title);
    put_text(&mut object, "department", &person.department);
    put(&mut object, "stance", person.stance.code());
    put_list(&mut object, "stances", &person.stances, write_stance);
    if let Some(tests) = &person.guide {
        put(&mut object, "guide", write_guide(tests));
    }
    put_text(&mut object, "business_need", &person.business_need);
    put_texts(&mut object, "need_kinds", person.need_kinds.iter().map(|kind| kind.code()));
    put_text(&mut object, "personal_need", &person.personal_need);
    put_some(&mut object, "influence", person.influence.map(Influence::code));
    put_object(&mut object, "next_step", write_next_step(&person.next_step));
    object
}

fn read_stance(mut fields: Fields) -> Result<StanceSince, Unreadable> {
    Ok(StanceSince {
        date: fields.required_date("date")?,
        stance: fields.word("stance", Stance::from_code)?.unwrap_or_default(),
        extra: fields.rest(),
    })
}

fn write_stance(since: &StanceSince) -> Object {
    let mut object = since.extra.clone();
    put(&mut object, "date", since.date.to_string());
    put(&mut object, "stance", since.stance.code());
    object
}

fn read_guide(mut fields: Fields) -> Result<GuideTests, Unreadable> {
    Ok(GuideTests {
        credible: fields.flag("credible")?,
        trusts_us: fields.flag("trusts_us")?,
        wants_us: fields.flag("wants_us")?,
        extra: fields.rest(),
    })
}

fn write_guide(tests: &GuideTests) -> Object {
    let mut object = tests.extra.clone();
    put(&mut object, "credible", tests.credible);
    put(&mut object, "trusts_us", tests.trusts_us);
    put(&mut object, "wants_us", tests.wants_us);
    object
}

pub(super) fn read_next_step(mut fields: Fields) -> Result<NextStep, Unreadable> {
    Ok(NextStep { action: fields.text("action")?, date: fields.date("date")?, extra: fields.rest() })
}

pub(super) fn write_next_step(step: &NextStep) -> Object {
    if step.is_empty() {
        return Object::new();
    }
    let mut object = step.extra.clone();
    put_text(&mut object, "action", &step.action);
    put_some(&mut object, "date", step.date);
    object
}

pub(super) fn read_invoice(mut fields: Fields) -> Result<Invoice, Unreadable> {
    Ok(Invoice {
        number: fields.text("number")?,
        amount: fields.number("amount", NumberField::InvoiceAmount)?,
        due: fields.date("due")?,
        paid: fields.date("paid")?,
        margin: fields.number("margin", NumberField::InvoiceMargin)?,
        rate: fields.number("rate", NumberField::InvoiceRate)?,
        extra: fields.rest(),
    })
}

pub(super) fn write_invoice(invoice: &Invoice) -> Object {
    let mut object = invoice.extra.clone();
    put_text(&mut object, "number", &invoice.number);
    put_some(&mut object, "amount", invoice.amount);
    put_some(&mut object, "due", invoice.due);
    put_some(&mut object, "paid", invoice.paid);
    put_some(&mut object, "margin", invoice.margin);
    put_some(&mut object, "rate", invoice.rate);
    object
}

pub(super) fn read_snapshot(mut fields: Fields) -> Result<Snapshot, Unreadable> {
    Ok(Snapshot {
        id: fields.text("id")?,
        date: fields.date("date")?,
        tool: fields.text("tool")?,
        inputs: fields.text("inputs")?,
        results: fields.texts("results")?.into_iter().collect(),
        extra: fields.rest(),
    })
}

pub(super) fn write_snapshot(snapshot: &Snapshot) -> Object {
    let mut object = snapshot.extra.clone();
    put(&mut object, "id", snapshot.id.as_str());
    put_some(&mut object, "date", snapshot.date);
    put(&mut object, "tool", snapshot.tool.as_str());
    put_text(&mut object, "inputs", &snapshot.inputs);
    let results = snapshot.results.iter().map(|(key, value)| (key.clone(), value.as_str().into())).collect();
    put_object(&mut object, "results", results);
    object
}
