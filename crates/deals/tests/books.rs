//! Generated books with every kind of content: exported, wiped and imported again, they are complete. 500 of them, or
//! as many as `PROPTEST_CASES` states; `cargo xtask soak` runs 10,000.

use crate::any;
use crate::transfer::browser;

use std::collections::BTreeMap;
use std::env;

use abacus_deals::transfer::{Verdict, read_export};
use abacus_deals::{self as deals, BOOK_KEY, Deal, decode, encode};
use abacus_scenarios::{self as scenarios, Scenario};
use any::any_text;
use any::deal::any_deal;
use any::scenario::any_scenario;
use browser::Browser;
use proptest::prelude::*;
use proptest::test_runner::Config;
use serde_json::json;

fn books() -> Config {
    let usual = Config::default();
    Config { cases: if env::var("PROPTEST_CASES").is_ok() { usual.cases } else { 100 }, ..usual }
}

/// A deal as stored: written at least once and perhaps imported.
fn any_stored_deal() -> impl Strategy<Value = Deal> {
    let mark = json!({ "id": "elsewhere", "book": "theirs", "revision": 3, "print": "p" });
    (any_deal(), prop::bool::weighted(0.2)).prop_map(move |(mut deal, imported)| {
        deal.revision = deal.revision.max(1);
        if imported {
            deal.extra.insert("imported".to_owned(), mark.clone());
        }
        deal
    })
}

/// Deals, tombstones, scenarios and unreadable records, in a book with or without an id.
fn any_book() -> impl Strategy<Value = Browser> {
    let id = "[a-z0-9-]{1,32}";
    let deals = prop::collection::btree_map(id, any_stored_deal(), 0..4);
    let scenarios = prop::collection::btree_map(id, any_scenario(), 0..4);
    let broken = prop::collection::btree_map("_[a-z]{1,3}", any_text(), 0..2);
    (prop::option::of("[a-z0-9-]{1,32}"), deals, scenarios, broken).prop_map(|(name, deals, scenarios, broken)| {
        let mut stored = BTreeMap::new();
        stored.extend(name.map(|name| (BOOK_KEY.to_owned(), name)));
        let deal = |(id, deal): (String, Deal)| (deals::key(&id), encode(&Deal { id, ..deal }));
        let scenario = |(id, it): (String, Scenario)| (scenarios::key(&id), scenarios::encode(&Scenario { id, ..it }));
        stored.extend(deals.into_iter().map(deal));
        stored.extend(scenarios.into_iter().map(scenario));
        stored.extend(broken.into_iter().map(|(id, text)| (deals::key(&id), text)));
        Browser { stored }
    })
}

/// The readable records, without the origin of imported deals.
fn records(browser: &Browser) -> BTreeMap<String, String> {
    let record = |key: &str, text: &str| match (deals::id_of(key), scenarios::id_of(key)) {
        (Some(id), _) => decode(id, text).ok().map(|mut deal| {
            deal.extra.remove("imported");
            encode(&deal)
        }),
        (None, Some(id)) => scenarios::decode(id, text).ok().map(|scenario| scenarios::encode(&scenario)),
        (None, None) => None,
    };
    browser.stored.iter().filter_map(|(key, text)| Some((key.clone(), record(key, text)?))).collect()
}

proptest! {
    #![proptest_config(books())]

    #[test]
    fn a_wiped_book_is_restored_by_import(before in any_book(), other in "[0-9]{32}") {
        let file = before.export();
        let unreadable = before.stored.keys().filter(|key| key.starts_with(&deals::key("_"))).count();
        prop_assert_eq!(read_export(file.as_bytes()).unwrap().unusable.len(), unreadable, "all reported");
        for name in [before.name(), Some(other.as_str()), None] {
            let mut after = Browser { stored: name.map(|name| (BOOK_KEY.to_owned(), name.to_owned())).into_iter().collect() };
            after.import(&file);
            prop_assert_eq!(records(&after), records(&before), "in the book {:?}", name);
            if name.is_some() && name == before.name() {
                let kept = |key: &String| before.stored.get(key) == after.stored.get(key);
                prop_assert!(after.stored.keys().all(kept), "byte for byte");
            }

            let imported = after.clone();
            let verdicts = after.verdicts(&file);
            prop_assert!(verdicts.iter().all(|verdict| *verdict == Verdict::Identical), "{:?}", verdicts);
            after.import(&file);
            prop_assert_eq!(&after, &imported, "the file again");
            after.import(&imported.export());
            prop_assert_eq!(&after, &imported, "our own export");
        }
    }
}
