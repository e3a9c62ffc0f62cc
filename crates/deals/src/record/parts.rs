//! Reading and writing the parts of a record, one pair of functions each.

use serde_json::{Map, Value};

use super::super::assessment::ContactDays;
use super::super::error::DealError;
use super::super::exits::Exits;
use super::super::fab::{Fab, NeedOf};
use super::super::fields::{exit, fab, person};
use super::super::guide::GuideTests;
use super::super::people::{DatedStance, Influence, NeedKind, Person, Role, Stance};
use super::super::snapshot::Snapshot;
use super::super::stage::Stage;
use super::super::stage_history::StageHistory;
use super::super::style::Degree;
use super::super::visit::Quadrant;
use super::fields::{read_dates, read_texts, write_dates, write_texts};
use super::reader::ObjectReader;
use super::write::{put, put_list, put_object, put_some, put_text, put_texts, texts};

type Object = Map<String, Value>;

pub(super) fn read_person(mut record: ObjectReader<'_>) -> Result<Person, DealError> {
    let mut person = Person::default();
    read_texts(person::TEXTS, &mut person, &mut record)?;
    let mut person = Person {
        id: record.text("id")?,
        roles: record.words("roles", Role::from_code)?,
        stance: record.word("stance", Stance::from_code)?.unwrap_or_default(),
        stances: record.list("stances", read_stance)?,
        guide: record.optional_object("guide")?.map(read_guide).transpose()?,
        need_kinds: record.words("need_kinds", NeedKind::from_code)?,
        influence: record.word("influence", Influence::from_code)?,
        expression: record.word("expression", Degree::from_code)?,
        emotion: record.word("emotion", Degree::from_code)?,
        quadrant: record.word("quadrant", Quadrant::from_code)?,
        contact_days: record.bounded("contact_days", ContactDays::BOUNDS)?.and_then(ContactDays::new),
        ..person
    };
    read_dates(person::DATES, &mut person, &mut record)?;
    person.next_step.extra = record.object("next_step")?.rest();
    person.extra = record.rest();
    Ok(person)
}

pub(super) fn write_person(person: &Person) -> Object {
    let mut object = person.extra.clone();
    put(&mut object, "id", person.id.as_str());
    put_texts(&mut object, "roles", person.roles.iter().map(|role| role.code()));
    put(&mut object, "stance", person.stance.code());
    put_list(&mut object, "stances", &person.stances, write_stance);
    if let Some(tests) = &person.guide {
        put(&mut object, "guide", write_guide(tests));
    }
    put_texts(&mut object, "need_kinds", person.need_kinds.iter().map(|kind| kind.code()));
    put_some(&mut object, "influence", person.influence.map(Influence::code));
    put_some(&mut object, "expression", person.expression.map(Degree::code));
    put_some(&mut object, "emotion", person.emotion.map(Degree::code));
    put_some(&mut object, "quadrant", person.quadrant.map(Quadrant::code));
    if let Some(days) = person.contact_days {
        put(&mut object, "contact_days", days.days());
    }
    put_object(&mut object, "next_step", person.next_step.extra.clone());
    write_texts(person::TEXTS, person, &mut object);
    write_dates(person::DATES, person, &mut object);
    object
}

pub(super) fn read_exits(mut record: ObjectReader<'_>) -> Result<Exits, DealError> {
    let mut exits = Exits::default();
    read_texts(exit::TEXTS, &mut exits, &mut record)?;
    exits.extra = record.rest();
    Ok(exits)
}

pub(super) fn write_exits(exits: &Exits) -> Object {
    let mut object = exits.extra.clone();
    write_texts(exit::TEXTS, exits, &mut object);
    object
}

pub(super) fn read_fab(mut record: ObjectReader<'_>) -> Result<Fab, DealError> {
    let mut row = Fab {
        id: record.text("id")?,
        person: record.optional_text("person")?,
        need: record.word("need", NeedOf::from_code)?,
        ..Fab::default()
    };
    read_texts(fab::TEXTS, &mut row, &mut record)?;
    row.extra = record.rest();
    Ok(row)
}

pub(super) fn write_fab(row: &Fab) -> Object {
    let mut object = row.extra.clone();
    put(&mut object, "id", row.id.as_str());
    put_some(&mut object, "person", row.person.as_ref());
    put_some(&mut object, "need", row.need.map(NeedOf::code));
    write_texts(fab::TEXTS, row, &mut object);
    object
}

fn read_stance(mut fields: ObjectReader<'_>) -> Result<DatedStance, DealError> {
    Ok(DatedStance {
        date: fields.required_date("date")?,
        stance: fields.word("stance", Stance::from_code)?.unwrap_or_default(),
        extra: fields.rest(),
    })
}

fn write_stance(since: &DatedStance) -> Object {
    let mut object = since.extra.clone();
    put(&mut object, "date", since.date.to_string());
    put(&mut object, "stance", since.stance.code());
    object
}

fn read_guide(mut fields: ObjectReader<'_>) -> Result<GuideTests, DealError> {
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

/// The field for the day on which a deal ended, next to those named by the codes of the stages.
const ENDED: &str = "ended";

pub(super) fn read_reached(mut fields: ObjectReader<'_>) -> Result<StageHistory, DealError> {
    let mut reached = StageHistory { ended: fields.date(ENDED)?, ..StageHistory::default() };
    for stage in Stage::ALL {
        if let Some(day) = fields.date(stage.code())? {
            reached.stages.insert(stage, day);
        }
    }
    reached.extra = fields.rest();
    Ok(reached)
}

pub(super) fn write_reached(reached: &StageHistory) -> Object {
    let mut object = reached.extra.clone();
    reached.stages.iter().for_each(|(stage, day)| put_some(&mut object, stage.code(), Some(*day)));
    put_some(&mut object, ENDED, reached.ended);
    object
}

pub(super) fn read_snapshot(mut fields: ObjectReader<'_>) -> Result<Snapshot, DealError> {
    Ok(Snapshot {
        id: fields.text("id")?,
        date: fields.date("date")?,
        tool: fields.text("tool")?,
        inputs: fields.text("inputs")?,
        results: fields.texts("results")?,
        extra: fields.rest(),
    })
}

pub(super) fn write_snapshot(snapshot: &Snapshot) -> Object {
    let mut object = snapshot.extra.clone();
    put(&mut object, "id", snapshot.id.as_str());
    put_some(&mut object, "date", snapshot.date);
    put(&mut object, "tool", snapshot.tool.as_str());
    put_text(&mut object, "inputs", &snapshot.inputs);
    put_object(&mut object, "results", texts(&snapshot.results));
    object
}
