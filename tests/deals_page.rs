//! The deal book: its pages as they first render, and how its state is kept.

#![allow(clippy::expect_used, clippy::panic, reason = "a test stops at what should not be")]

#[path = "support/faulty_store.rs"]
mod faulty_store;
#[path = "deals_page/pages.rs"]
mod pages;
#[path = "deals_page/route.rs"]
mod route;
#[path = "deals_page/saving.rs"]
mod saving;
mod support;

use abacus_core::deals::{Deal, Edit, GuideEdit, GuideTest, PersonEdit, Role, Stance, encode, key};
use support::MemoryStore;

/// A deal that lacks nothing, due the day after the support's today.
fn complete(id: &str) -> Deal {
    let mut deal = Deal { revision: 1, ..Deal::new(id) };
    for edit in [
        Edit::Customer("华东机床".to_owned()),
        Edit::Title("五轴加工中心".to_owned()),
        Edit::Amount(Ok(Some(1_200_000.into()))),
        Edit::ExpectedClose(Ok(Some("2026-12-31".parse().expect("a date")))),
        Edit::Salesperson("陈晨".to_owned()),
        Edit::Guide(GuideEdit::Name("王芳".to_owned())),
        Edit::Guide(GuideEdit::Test(GuideTest::Credible, true)),
        Edit::Guide(GuideEdit::Test(GuideTest::TrustsUs, true)),
        Edit::Guide(GuideEdit::Test(GuideTest::WantsUs, true)),
        Edit::Person(Role::User, PersonEdit::Name("李雷".to_owned())),
        Edit::Person(Role::User, PersonEdit::Stance(Stance::Supports)),
        Edit::Person(Role::DecisionMaker, PersonEdit::Name("赵敏".to_owned())),
        Edit::NextAction("现场演示".to_owned()),
        Edit::NextDate(Ok(Some("2026-11-22".parse().expect("a date")))),
    ] {
        deal.apply(edit);
    }
    deal
}

/// A store that holds these deals.
fn holding(deals: &[Deal]) -> MemoryStore {
    let store = MemoryStore::default();
    store.records.borrow_mut().extend(deals.iter().map(|deal| (key(&deal.id), encode(deal))));
    store
}
