//! Whatever operation fails, the deal book is then in its state before or after the action.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;

use abacus_deals::{Deal, TextField, decode, encode, fields, id_of, key};
use abacus_vault::Status;
use sales_abacus::deals::book::BookAction;

use super::disk::{Disk, Fault, Plan};
use super::tab::Tab;

/// A deal of schema 1, as the first version wrote it.
const OLD: &str = r#"{"schema":1,"id":"old","revision":2,"customer":"老客户","guide":{"name":"王芳","credible":true}}"#;

struct Scenario {
    name: &'static str,
    /// The records before the action.
    stored: Vec<(String, String)>,
    act: fn(&mut Tab),
    /// Whether the page still has the change when saving fails, so that it can be saved later.
    stays: bool,
}

fn deal(id: &str, customer: &str) -> Deal {
    Deal { customer: customer.to_owned(), revision: 3, ..Deal::new(id) }
}

fn records(deals: &[Deal]) -> Vec<(String, String)> {
    deals.iter().map(|deal| (key(&deal.id), encode(deal))).collect()
}

fn two() -> Vec<(String, String)> {
    records(&[deal("a", "华东"), deal("b", "华南")])
}

/// What another tab writes before this one saves.
fn theirs(tab: &Tab, customer: &str, title: &str) {
    let theirs = Deal { revision: 4, title: title.to_owned(), ..deal("a", customer) };
    tab.view.disk.put(&key("a"), &encode(&theirs));
}

const FILE: &str = r#"{"format":"sales-abacus","version":1,"book":"there","deals":[
    {"schema":2,"id":"a","revision":9,"customer":"另一个华东"},
    {"schema":2,"id":"n","revision":1,"customer":"华北"},
    {"schema":2,"id":"o","revision":1,"customer":"西南"}],
    "scenarios":[{"id":"s","tool":"bad-debt","name":"老客","inputs":{"loss":"700"}}]}"#;

fn scenarios() -> Vec<Scenario> {
    let scenario = |name, stored, act, stays| Scenario { name, stored, act, stays };
    vec![
        scenario(
            "an edit",
            two(),
            |tab: &mut Tab| {
                tab.type_text("a", TextField::Deal(&fields::CUSTOMER), "华东机床");
                tab.save();
            },
            true,
        ),
        scenario(
            "a new deal",
            two(),
            |tab: &mut Tab| {
                tab.dispatch(BookAction::Begin("n".to_owned(), "2026-11-21".parse().expect("a day")));
                tab.type_text("n", TextField::Deal(&fields::CUSTOMER), "新客户");
                tab.save();
            },
            true,
        ),
        scenario(
            "the first deal",
            Vec::new(),
            |tab: &mut Tab| {
                tab.dispatch(BookAction::Begin("n".to_owned(), "2026-11-21".parse().expect("a day")));
                tab.type_text("n", TextField::Deal(&fields::CUSTOMER), "新客户");
                tab.save();
            },
            true,
        ),
        scenario(
            "a deletion",
            two(),
            |tab: &mut Tab| {
                tab.dispatch(BookAction::Delete(tab.state.shown("a")));
                tab.save();
            },
            true,
        ),
        scenario(
            "changes of two tabs in different fields",
            two(),
            |tab: &mut Tab| {
                tab.type_text("a", TextField::Deal(&fields::CUSTOMER), "我们");
                theirs(tab, "华东", "他们");
                tab.save();
            },
            true,
        ),
        scenario(
            "changes of two tabs in the same field",
            two(),
            |tab: &mut Tab| {
                tab.type_text("a", TextField::Deal(&fields::CUSTOMER), "我们");
                theirs(tab, "他们", "");
                tab.save();
            },
            true,
        ),
        scenario(
            "an import",
            two(),
            |tab: &mut Tab| {
                tab.import_file(FILE.as_bytes());
            },
            false,
        ),
        scenario(
            "an undone import",
            two(),
            |tab: &mut Tab| {
                if tab.import_file(FILE.as_bytes()).1 {
                    tab.undo_import();
                }
            },
            false,
        ),
        scenario("a migration", [two(), vec![(key("old"), OLD.to_owned())]].concat(), |_: &mut Tab| {}, false),
    ]
}

/// The deals without their revisions. Generated ids are treated as equal.
fn contents(disk: &Rc<Disk>) -> Vec<String> {
    let mut contents: Vec<_> = disk
        .records
        .borrow()
        .iter()
        .filter_map(|(key, text)| {
            let id = id_of(key)?;
            let made_up = if id.starts_with("fresh") { "fresh" } else { id };
            Some(match decode(id, text) {
                Ok(deal) => encode(&Deal { id: made_up.to_owned(), revision: 0, ..deal }),
                Err(_) => format!("unreadable {key} {text}"),
            })
        })
        .collect();
    contents.sort();
    contents
}

struct Run {
    disk: Rc<Disk>,
    tab: Tab,
    ids: Rc<Cell<u32>>,
}

fn run(scenario: &Scenario, plan: Option<Plan>) -> Run {
    let (disk, ids) = (Rc::new(Disk::default()), Rc::new(Cell::new(0)));
    disk.records.borrow_mut().extend(scenario.stored.iter().cloned());
    let view = disk.open();
    view.plan.set(plan);
    let mut tab = Tab::new(view, &ids);
    tab.start();
    (scenario.act)(&mut tab);
    Run { disk, tab, ids }
}

/// The deals after a restart in a working browser.
fn after_restart(run: &Run) -> Vec<String> {
    let copy = Rc::new(Disk::default());
    *copy.records.borrow_mut() = run.disk.records.borrow().clone();
    let _again = Tab::open(&copy, &run.ids);
    contents(&copy)
}

/// The allowed books: before and after each action.
fn expected(scenario: &Scenario) -> Vec<Vec<String>> {
    let before = Scenario { act: |_| {}, stored: scenario.stored.clone(), ..*scenario };
    let mut books = vec![contents(&run(&before, None).disk), contents(&run(scenario, None).disk)];
    match scenario.name {
        // The other tab's change must be present in any case.
        "changes of two tabs in different fields" => {
            books.push(contents(&run(&Scenario { act: |tab| theirs(tab, "华东", "他们"), ..before }, None).disk));
        }
        "changes of two tabs in the same field" => {
            books.push(contents(&run(&Scenario { act: |tab| theirs(tab, "他们", ""), ..before }, None).disk));
        }
        "an undone import" => {
            let imported = |tab: &mut Tab| {
                tab.import_file(FILE.as_bytes());
            };
            books.push(contents(&run(&Scenario { act: imported, ..before }, None).disk));
        }
        "a migration" => {
            let disk = Rc::new(Disk::default());
            disk.records.borrow_mut().extend(scenario.stored.iter().cloned());
            books.push(contents(&disk));
        }
        _ => {}
    }
    books
}

#[test]
fn any_fault_leaves_the_state_before_or_after_the_action() {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for scenario in scenarios() {
        let whole = run(&scenario, None);
        let (operations, after, books) = (whole.tab.view.operations.get(), contents(&whole.disk), expected(&scenario));
        assert!(operations > 2, "{}", scenario.name);
        for fault in Fault::ALL {
            for from in 1..=operations {
                for count in [1, u32::MAX] {
                    let plan = Plan { fault, from, count };
                    let mut failed = run(&scenario, Some(plan));
                    let name = scenario.name;
                    *seen.entry(name).or_default() += 1;
                    let found = after_restart(&failed);
                    assert!(books.contains(&found), "{name}: {plan:?}: {found:#?}");
                    if failed.tab.state.status() == Status::Saved && scenario.stays && has_change(&failed.tab) {
                        assert_eq!(found, after, "{name}: {plan:?}: reported as saved");
                    }

                    // The same tab, once the browser works again.
                    failed.tab.view.plan.set(None);
                    failed.tab.save_all();
                    assert_eq!(failed.tab.state.status(), Status::Saved, "{name}: {plan:?}");
                    if scenario.stays && has_change(&failed.tab) {
                        assert_eq!(contents(&failed.disk), after, "{name}: {plan:?}: saved later");
                    }
                }
            }
        }
    }
    let least = seen.values().min().copied().unwrap_or_default();
    assert!(seen.len() == 9 && least > 100, "{seen:?}");
}

/// Whether the tab has the change. It has not if it could not load the deal.
fn has_change(tab: &Tab) -> bool {
    let deals = || tab.state.book().records();
    deals().any(|deal| deal.deleted || ["华东机床", "新客户", "我们"].contains(&deal.customer.as_str()))
}
