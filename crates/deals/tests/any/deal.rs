use abacus_core::Decimal;
use abacus_core::calculator::field::Kind;
use abacus_core::date::Date;
use abacus_deals::fields::{DealField, FIELDS, exit, fab, person};
use abacus_deals::{
    Contact, ContactDays, Currency, DatedStance, Deal, Degree, End, Exits, Fab, GuideTests, Influence, Invoice,
    NeedKind, NeedOf, NextStep, Person, Quadrant, Role, Snapshot, Stage, StageHistory, Stance, Visit,
};
use proptest::prelude::*;

use super::assessment::any_assessment;
use super::contact::{any_contact, any_visit};
use super::{any_amount, any_date, any_extra, any_text, maybe};

fn any_tests() -> BoxedStrategy<GuideTests> {
    (any::<[bool; 3]>(), any_extra())
        .prop_map(|([credible, trusts_us, wants_us], extra)| GuideTests { credible, trusts_us, wants_us, extra })
        .boxed()
}

fn any_stances() -> BoxedStrategy<Vec<DatedStance>> {
    let since = (any_date(), prop::sample::select(&Stance::ALL[..]), any_extra());
    let since =
        since.prop_filter_map("a day", |(date, stance, extra)| Some(DatedStance { date: date?, stance, extra }));
    prop::collection::vec(since, 0..3).boxed()
}

fn any_person() -> BoxedStrategy<Person> {
    let texts = prop::collection::vec(any_text(), person::TEXTS.len());
    let days = prop::collection::vec(any_date(), person::DATES.len());
    let roles = prop::collection::vec(prop::sample::select(&Role::ALL[..]), 0..4);
    let kinds = prop::collection::vec(prop::sample::select(&NeedKind::ALL[..]), 0..3);
    let influence = prop::option::of(prop::sample::select(&Influence::ALL[..]));
    let stance = (prop::sample::select(&Stance::ALL[..]), any_stances());
    let rest = (prop::option::of(any_tests()), any_extra(), any_extra());
    let rhythm = prop::option::of((1..=999_u16).prop_map(|days| ContactDays::new(days).unwrap()));
    let manner = (maybe(&Degree::ALL), maybe(&Degree::ALL), maybe(&Quadrant::ALL), rhythm);
    (texts, days, roles, kinds, (influence, manner), stance, rest)
        .prop_map(
            |(texts, days, roles, need_kinds, (influence, manner), (stance, stances), (guide, of_step, extra))| {
                let (expression, emotion, quadrant, contact_days) = manner;
                let next_step = NextStep { extra: of_step, ..NextStep::default() };
                let mut person = Person {
                    roles,
                    stance,
                    stances,
                    guide,
                    need_kinds,
                    influence,
                    next_step,
                    extra,
                    expression,
                    emotion,
                    quadrant,
                    contact_days,
                    ..Person::default()
                };
                person::TEXTS.iter().zip(texts).for_each(|(field, text)| *field.value_mut(&mut person) = text);
                person::DATES.iter().zip(days).for_each(|(field, day)| *field.value_mut(&mut person) = day);
                person
            },
        )
        .boxed()
}

/// Values for all declared texts, days and numbers of a deal.
type Typed = (Vec<String>, Vec<Option<Date>>, Vec<(Option<Decimal>, Option<Decimal>)>);

fn any_typed() -> BoxedStrategy<Typed> {
    let of = |is: fn(&DealField) -> bool| FIELDS.iter().filter(|field| is(field)).count();
    let share = prop::option::of((1..=100_000_000_i64).prop_map(|units| Decimal::new(units, 8)));
    let texts = prop::collection::vec(any_text(), of(|field| matches!(field, DealField::Text(_))));
    let days = prop::collection::vec(any_date(), of(|field| matches!(field, DealField::Date(_))));
    let numbers = prop::collection::vec((any_amount(), share), of(|field| matches!(field, DealField::Number(_))));
    (texts, days, numbers).boxed()
}

/// Fills in the declared fields. Each number field takes the amount or the share, depending on its kind.
fn fill(deal: &mut Deal, (mut texts, mut days, mut numbers): Typed) {
    for field in FIELDS {
        match field {
            DealField::Text(field) => *field.value_mut(deal) = texts.pop().unwrap(),
            DealField::Date(field) => *field.value_mut(deal) = days.pop().unwrap(),
            DealField::Number(field) => {
                let (amount, share) = numbers.pop().unwrap();
                *field.value_mut(deal) = if field.limits().kind == Kind::Money { amount } else { share };
            }
            _ => {}
        }
    }
}

fn any_reached() -> BoxedStrategy<StageHistory> {
    let day = || any_date().prop_filter_map("a day", |day| day);
    let stages = prop::collection::btree_map(prop::sample::select(&Stage::ALL[..]), day(), 0..4);
    (stages, any_date(), any_extra())
        .prop_map(|(stages, ended, extra)| StageHistory { stages: stages.into_iter().collect(), ended, extra })
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

fn any_exits() -> BoxedStrategy<Exits> {
    (prop::collection::vec(any_text(), exit::TEXTS.len()), any_extra())
        .prop_map(|(texts, extra)| {
            let mut exits = Exits { extra, ..Exits::default() };
            exit::TEXTS.iter().zip(texts).for_each(|(field, text)| *field.value_mut(&mut exits) = text);
            exits
        })
        .boxed()
}

fn any_fab() -> BoxedStrategy<Fab> {
    let texts = prop::collection::vec(any_text(), fab::TEXTS.len());
    (texts, prop::option::of(any_text()), prop::option::of(prop::sample::select(&NeedOf::ALL[..])), any_extra())
        .prop_map(|(texts, person, need, extra)| {
            let mut row = Fab { person, need, extra, ..Fab::default() };
            fab::TEXTS.iter().zip(texts).for_each(|(field, text)| *field.value_mut(&mut row) = text);
            row
        })
        .boxed()
}

pub(crate) fn any_deal() -> BoxedStrategy<Deal> {
    let copy_of = prop::option::of(any_text());
    let facts = (any::<u64>(), any::<bool>(), copy_of, "[A-Z]{3}");
    let course =
        (prop::sample::select(&Stage::ALL[..]), prop::option::of(prop::sample::select(&End::ALL[..])), any_reached());
    let tags = prop::collection::vec(any_text(), 0..3);
    let people = prop::collection::vec(any_person(), 0..4);
    let snapshots = prop::collection::vec(any_snapshot(), 0..3);
    let met = (prop::collection::vec(any_contact(), 0..3), prop::collection::vec(any_visit(), 0..2));
    let claims = (any_exits(), prop::collection::vec(any_fab(), 0..3));
    let texts_by_name = || prop::collection::btree_map(any_text(), any_text(), 0..3);
    let extra = (any_extra(), any_extra(), any_extra());
    let rest = (any_assessment(), claims, texts_by_name(), texts_by_name(), extra);
    (any_typed(), facts, course, tags, people, (snapshots, met), rest)
        .prop_map(|(typed, facts, (stage, end, reached), tags, people, (snapshots, (log, visits)), rest)| {
            let (revision, deleted, copy_of, currency) = facts;
            let (assessment, (exits, fab), set_aside, unread, (extra, of_step, of_invoice)) = rest;
            let mut deal = Deal {
                revision,
                currency: Currency::new(&currency).unwrap(),
                stage,
                end,
                reached,
                tags,
                people: numbered("p", people, |person, id| Person { id, ..person }),
                next_step: NextStep { extra: of_step, ..NextStep::default() },
                assessment,
                exits,
                fab: numbered("f", fab, |row, id| Fab { id, ..row }),
                log: numbered("c", log, |contact, id| Contact { id, ..contact }),
                visits: numbered("v", visits, |visit, id| Visit { id, ..visit }),
                invoice: Invoice { extra: of_invoice, ..Invoice::default() },
                snapshots: numbered("n", snapshots, |snapshot, id| Snapshot { id, ..snapshot }),
                set_aside: set_aside.into_iter().collect(),
                deleted,
                copy_of,
                unread: unread.into_iter().collect(),
                extra,
                ..Deal::new("d")
            };
            fill(&mut deal, typed);
            deal
        })
        .boxed()
}

/// Assigns the ids that decoding assigns to items without one.
fn numbered<T>(prefix: &str, items: Vec<T>, name: impl Fn(T, String) -> T) -> Vec<T> {
    (1..).zip(items).map(|(number, item)| name(item, format!("{prefix}{number}"))).collect()
}
