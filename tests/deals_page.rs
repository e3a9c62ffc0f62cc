//! The deal book: the first render of its pages, and saving its state.

mod assessment;
mod declared_fields;
pub mod directions;
mod means;
mod meetings;
mod missing_records;
mod pages;
mod printouts;
mod route;
mod saving;
mod scopes;
mod steps;
mod today;
mod upkeep;

use abacus_deals::{
    DateField, Deal, Edit, GuideTests, NumberField, Person, Role, Stance, TextField, encode, fields, key,
};

use crate::support::MemoryStore;
use crate::{faulty_store, support};

/// A deal without gaps, whose next step is due on the day after `FixedHost`'s today.
fn complete(id: &str) -> Deal {
    let mut deal = Deal { revision: 1, ..Deal::new(id) };
    let text = |field, typed: &str| Edit::Text(field, typed.to_owned());
    let person =
        |name: &str, roles: &[Role]| Person { name: name.to_owned(), roles: roles.to_vec(), ..Person::default() };
    let tests = GuideTests { credible: true, trusts_us: true, wants_us: true, ..GuideTests::default() };
    for edit in [
        text(TextField::Deal(&fields::CUSTOMER), "华东机床"),
        text(TextField::Deal(&fields::TITLE), "五轴加工中心"),
        Edit::Number(NumberField::Deal(&fields::AMOUNT), Ok(Some(1_200_000.into()))),
        Edit::Date(DateField::Deal(&fields::EXPECTED_CLOSE), Ok(Some("2026-12-31".parse().expect("a date")))),
        text(TextField::Deal(&fields::SALESPERSON), "陈晨"),
        Edit::AddPerson(Box::new(Person { guide: Some(tests), ..person("王芳", &[]) })),
        Edit::AddPerson(Box::new(Person { stance: Stance::Supports, ..person("李雷", &[Role::User]) })),
        Edit::AddPerson(Box::new(person("赵敏", &[Role::DecisionMaker]))),
        text(TextField::Deal(&fields::NEXT_ACTION), "现场演示"),
        Edit::Date(DateField::Deal(&fields::NEXT_DATE), Ok(Some("2026-11-22".parse().expect("a date")))),
    ] {
        deal.apply(edit);
    }
    deal
}

fn holding(deals: &[Deal]) -> MemoryStore {
    let store = MemoryStore::default();
    store.records.borrow_mut().extend(deals.iter().map(|deal| (key(&deal.id), encode(deal))));
    store
}
