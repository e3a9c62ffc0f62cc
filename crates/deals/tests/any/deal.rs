//! Deals with everything that can be in them.

use abacus_core::Decimal;
use abacus_deals::{
    Contact, Currency, Deal, End, GuideTests, Influence, Invoice, NeedKind, NextStep, Person, Role, Snapshot, Stage,
    Stance, StanceSince, Visit,
};
use proptest::prelude::*;

use super::assessment::any_assessment;
use super::contact::{any_contact, any_visit};
use super::{any_amount, any_date, any_extra, any_text};

fn any_step() -> BoxedStrategy<NextStep> {
    (any_text(), any_date(), any_extra()).prop_map(|(action, date, extra)| NextStep { action, date, extra }).boxed()
}

fn any_tests() -> BoxedStrategy<GuideTests> {
    (any::<[bool; 3]>(), any_extra())
        .prop_map(|([credible, trusts_us, wants_us], extra)| GuideTests { credible, trusts_us, wants_us, extra })
        .boxed()
}

fn any_stances() -> BoxedStrategy<Vec<StanceSince>> {
    let since = (any_date(), prop::sample::select(&Stance::ALL[..]), any_extra());
    let since =
        since.prop_filter_map("a day", |(date, stance, extra)| Some(StanceSince { date: date?, stance, extra }));
    prop::collection::vec(since, 0..3).boxed()
}

fn any_person() -> BoxedStrategy<Person> {
    let texts = prop::array::uniform5(any_text());
    let roles = prop::collection::vec(prop::sample::select(&Role::ALL[..]), 0..4);
    let kinds = prop::collection::vec(prop::sample::select(&NeedKind::ALL[..]), 0..3);
    let influence = prop::option::of(prop::sample::select(&Influence::ALL[..]));
    let stance = (prop::sample::select(&Stance::ALL[..]), any_stances());
    let rest = (prop::option::of(any_tests()), any_step(), any_extra());
    (texts, roles, kinds, influence, stance, rest)
        .prop_map(|(texts, roles, need_kinds, influence, (stance, stances), (guide, next_step, extra))| {
            let [name, title, department, business_need, personal_need] = texts;
            Person {
                id: String::new(),
                roles,
                name,
                title,
                department,
                stance,
                stances,
                guide,
                business_need,
                need_kinds,
                personal_need,
                influence,
                next_step,
                extra,
            }
        })
        .boxed()
}

fn any_invoice() -> BoxedStrategy<Invoice> {
    let share = || prop::option::of((1..=100_000_000_i64).prop_map(|units| Decimal::new(units, 8)));
    (any_text(), any_amount(), any_date(), any_date(), share(), share(), any_extra())
        .prop_map(|(number, amount, due, paid, margin, rate, extra)| Invoice {
            number,
            amount,
            due,
            paid,
            margin,
            rate,
            extra,
        })
        .boxed()
}

fn any_snapshot() -> BoxedStrategy<Snapshot> {
    let results = prop::collection::btree_map(any_text(), any_text(), 0..3);
    (any_date(), any_text(), any_text(), results, any_extra())
        .prop_map(|(date, tool, inputs, results, extra)| Snapshot {
            id: String::new(),
            date,
            tool,
            inputs,
            results: results.into_iter().collect(),
            extra,
        })
        .boxed()
}

pub(crate) fn any_deal() -> BoxedStrategy<Deal> {
    let copy_of = prop::option::of(any_text());
    let facts = (any::<u64>(), any_amount(), any_date(), (any::<bool>(), copy_of), "[A-Z]{3}");
    let texts = prop::array::uniform5(any_text());
    let course = (prop::sample::select(&Stage::ALL[..]), prop::option::of(prop::sample::select(&End::ALL[..])));
    let tags = prop::collection::vec(any_text(), 0..3);
    let people = prop::collection::vec(any_person(), 0..4);
    let money = (any_invoice(), prop::collection::vec(any_snapshot(), 0..3));
    let met = (prop::collection::vec(any_contact(), 0..3), prop::collection::vec(any_visit(), 0..2));
    let texts_by_name = || prop::collection::btree_map(any_text(), any_text(), 0..3);
    let rest = (any_assessment(), texts_by_name(), texts_by_name(), any_extra());
    (facts, texts, course, tags, people, any_step(), (money, met), rest)
        .prop_map(
            |(facts, texts, (stage, end), tags, people, next_step, ((invoice, snapshots), (log, visits)), rest)| {
                let (revision, amount, expected_close, (deleted, copy_of), currency) = facts;
                let [customer, title, salesperson, lost_reason, notes] = texts;
                let (assessment, set_aside, unread, extra) = rest;
                Deal {
                    id: "d".to_owned(),
                    revision,
                    customer,
                    title,
                    amount,
                    currency: Currency::new(&currency).unwrap(),
                    expected_close,
                    salesperson,
                    stage,
                    end,
                    lost_reason,
                    tags,
                    notes,
                    people: numbered("p", people, |person, id| Person { id, ..person }),
                    next_step,
                    assessment,
                    log: numbered("c", log, |contact, id| Contact { id, ..contact }),
                    visits: numbered("v", visits, |visit, id| Visit { id, ..visit }),
                    invoice,
                    snapshots: numbered("n", snapshots, |snapshot, id| Snapshot { id, ..snapshot }),
                    set_aside,
                    deleted,
                    copy_of,
                    unread,
                    extra,
                }
            },
        )
        .boxed()
}

/// With the ids that reading gives to what has none.
fn numbered<T>(prefix: &str, items: Vec<T>, name: impl Fn(T, String) -> T) -> Vec<T> {
    (1..).zip(items).map(|(number, item)| name(item, format!("{prefix}{number}"))).collect()
}
