//! The place in the deal book, its focus, and what survives a change of id.

use std::rc::Rc;

use abacus_deals::view::{BookLocation, Query, Scope, View};
use sales_abacus::deals::route::{DealRoute, Focus, RouteAction};
use yew::Reducible;

fn after(fragment: &str, steps: &[RouteAction]) -> Rc<DealRoute> {
    steps.iter().fold(Rc::new(DealRoute::begin(fragment)), |route, step| route.reduce(step.clone()))
}

fn follow(fragment: &str) -> RouteAction {
    RouteAction::Follow(fragment.to_owned())
}

#[test]
fn each_change_of_place_is_a_new_visit() {
    let open = after("", &[follow("a")]);
    assert_eq!((open.open(), &open.focus, open.visit), (Some("a"), &Focus::Start, 1));
    let back = after("", &[follow("a"), follow("")]);
    assert_eq!((back.open(), &back.focus, back.visit), (None, &Focus::Row("a".into()), 2));
    assert_eq!(after("", &[follow("a"), follow("a")]), open, "the same address changes nothing");
    let deleted = after("a", &[RouteAction::Back(Focus::Undo)]);
    assert_eq!((deleted.open(), &deleted.focus), (None, &Focus::Undo));
}

#[test]
fn changing_the_scope_of_a_view_replaces_the_address() {
    let part = after("view=funnel", &[follow("view=funnel&month=2026-11")]);
    assert_eq!((&part.focus, part.visit), (&Focus::Unmoved, 1));
    assert_eq!(after("view=funnel", &[follow("view=today")]).focus, Focus::Start);
}

#[test]
fn another_id_for_the_open_deal_is_the_same_visit() {
    let renamed = after("", &[follow("a"), RouteAction::Rename("b".into())]);
    assert_eq!((renamed.open(), &renamed.focus, renamed.visit), (Some("b"), &Focus::Start, 1));
    let other = after("", &[follow("a"), RouteAction::Rename("b".into()), follow("a")]);
    assert_eq!((other.open(), other.visit), (Some("a"), 2), "the other version is a new visit");
}

#[test]
fn naming_an_unfinished_meeting_is_the_same_visit() {
    let open = after("", &[follow("log=a&from=deal"), RouteAction::SetEntry("e".into())]);
    let told =
        after("", &[follow("log=a&from=deal"), RouteAction::SetEntry("e".into()), follow("log=a&entry=e&from=deal")]);
    assert_eq!((&told, told.visit), (&open, 1), "the browser may report late what the page has written");
    let other = after("", &[follow("log=a&from=deal"), RouteAction::SetEntry("e".into()), follow("log=a&from=deal")]);
    assert_eq!(other.visit, 2, "another meeting");
    assert_eq!(after("a", &[RouteAction::SetEntry("e".into())]), after("a", &[]), "a deal has no entry to log");
}

#[test]
fn back_from_a_deal_returns_to_the_previous_place() {
    let asked = Query { search: "acme".to_owned(), ..Query::default() };
    let open = after("", &[RouteAction::SetQuery(asked.clone()), follow("a")]);
    assert_eq!(open.back, BookLocation::List(asked.clone()));
    let back = after("", &[RouteAction::SetQuery(asked.clone()), follow("a"), RouteAction::Back(Focus::Undo)]);
    assert_eq!((&back.location, &back.focus), (&BookLocation::List(asked.clone()), &Focus::Undo));
    let typing = after("", &[RouteAction::SetQuery(asked)]);
    assert_eq!(typing.visit, 0, "another query is the same place");
    assert_eq!(after("view=today", &[follow("a")]).back, BookLocation::View(View::Today, Scope::default()));
    assert_eq!(after("a", &[]).back, BookLocation::List(Query::default()));
}
