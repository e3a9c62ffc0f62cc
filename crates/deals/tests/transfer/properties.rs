use abacus_class::own;
use std::collections::BTreeMap;

use abacus_deals::{NextStep, transfer::read_table};
use proptest::prelude::*;
use serde_json::{Map, Value};

use super::*;

fn any_words() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-c]{0,1}"]
}

pub(super) fn any_deal() -> impl Strategy<Value = Deal> {
    let extra = prop::collection::btree_map("x-[a-c]", any_words().prop_map(Value::String), 0..2);
    let facts = ("[a-d]", 0..4_u64, any_words(), any_words(), any::<bool>());
    (facts, prop::option::of(0..1000_i64), extra).prop_map(
        |((id, revision, customer, action, deleted), amount, extra)| Deal {
            revision,
            customer,
            amount: amount.map(Into::into),
            next_step: NextStep { action, ..NextStep::default() },
            deleted,
            extra: extra.into_iter().collect::<Map<_, _>>(),
            ..Deal::new(&id)
        },
    )
}

/// A browser with some deals, a few scenarios and lessons, and unreadable records.
pub(super) fn any_browser() -> impl Strategy<Value = Browser> {
    let scenarios = prop::collection::btree_map("[a-c]", (any_words(), 0..3_u32, 1..4_u64, any::<bool>()), 0..3);
    let broken = prop::collection::btree_map("[d-e]", any_words(), 0..2);
    let lessons = prop::collection::btree_map("[a-c]", ("[a-z%]{1,9}", 1..4_u64, any::<bool>()), 0..3);
    (prop::option::of("[p-q]"), prop::collection::vec(any_deal(), 0..5), scenarios, lessons, broken).prop_map(
        |(name, deals, scenarios, lessons, broken)| {
            let mut stored = BTreeMap::new();
            stored.extend(name.map(|name| (BOOK_KEY.to_owned(), name)));
            stored.extend(broken.into_iter().map(|(id, text)| (key(&id), text)));
            stored.extend(deals.into_iter().map(|deal| (key(&deal.id), encode(&deal))));
            for (id, (name, place, revision, deleted)) in scenarios {
                let read = scenarios::decode(&id, "clv?name=A#spend=12").unwrap();
                let made = scenarios::Scenario { name, place, revision, deleted, ..read };
                stored.insert(scenarios::key(&id), scenarios::encode(&made));
            }
            for (id, (title, revision, deleted)) in lessons {
                let read = own::decode(&id, "clv;title=A;question=B;line=C;v.spend=12;colour=red").unwrap();
                let made = own::OwnLesson { title, revision, deleted, ..read };
                stored.insert(own::key(&id), own::encode(&made));
            }
            Browser { stored }
        },
    )
}

/// The contents of a browser's deals, scenarios and lessons.
pub(super) fn contents(browser: &Browser) -> Vec<String> {
    let deal = |key: &String, text: &String| {
        let mut deal = decode(id_of(key)?, text).ok()?;
        deal.extra.remove("imported");
        deal.revision = 0;
        Some(encode(&deal))
    };
    let scenario = |key: &String, text: &String| {
        let scenario = scenarios::decode(scenarios::id_of(key)?, text).ok()?;
        Some(scenarios::encode(&scenarios::Scenario { revision: 0, ..scenario }))
    };
    let lesson = |key: &String, text: &String| {
        let lesson = own::decode(own::id_of(key)?, text).ok()?;
        Some(own::encode(&own::OwnLesson { revision: 0, ..lesson }))
    };
    let content = |(key, text)| deal(key, text).or_else(|| scenario(key, text)).or_else(|| lesson(key, text));
    browser.stored.iter().filter_map(content).collect()
}

proptest! {
    #[test]
    fn a_second_import_changes_nothing(mut here in any_browser(), there in any_browser(), turns in prop::collection::vec(0..4_usize, 12)) {
        let text = there.export();
        let mut preview = here.preview(&text);
        turns.iter().enumerate().for_each(|(index, turn)| preview.choose(index, ImportChoice::ALL[*turn]));
        for (conflict, turn) in (0..preview.conflicts().len()).zip(turns) {
            let possible = preview.resolutions(conflict);
            preview.resolve(conflict, possible[turn % possible.len()]);
        }
        here.carry_out(&preview);
        // Records that were left out are offered again; imported ones are not.
        let again = here.preview(&text);
        for (index, item) in again.items().iter().enumerate() {
            if preview.choices()[index] != ImportChoice::Leave {
                prop_assert_eq!(again.choices()[index], ImportChoice::Leave, "{:?}", item);
            }
        }
        here.import(&text);
        let before = here.clone();
        here.import(&text);
        prop_assert_eq!(here, before);
    }

    #[test]
    fn an_export_is_imported_unchanged(there in any_browser()) {
        for name in ["p", "z"] {
            let mut here = Browser::new(name);
            here.import(&there.export());
            prop_assert_eq!(contents(&here), contents(&there));
        }
    }

    #[test]
    fn by_default_only_a_descendant_replaces_a_record(mut here in any_browser(), there in any_browser()) {
        let before = here.clone();
        let preview = here.preview(&there.export());
        here.carry_out(&preview);
        for (key, text) in &before.stored {
            let newer = |item: &&abacus_deals::transfer::Item| item.verdict == Verdict::FileNewer;
            let replaced = preview.items().iter().filter(newer).filter_map(|item| item.here.as_ref()).any(|here| {
                let id = here.id();
                [abacus_deals::key(id), scenarios::key(id), own::key(id)].contains(key)
            });
            prop_assert!(replaced || here.stored.get(key) == Some(text), "{}", key);
        }
    }

    #[test]
    fn any_bytes_are_a_file_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..200), text in any::<String>()) {
        let _read = read_export(&bytes);
        let _read = (read_export(text.as_bytes()), read_table(&text));
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(there in any_browser(), cut in any::<prop::sample::Index>(), length in 0..40_usize, doubled in any::<bool>()) {
        let text: Vec<char> = there.export().chars().collect();
        let at = cut.index(text.len());
        let end = (at + length).min(text.len());
        let broken: String = if doubled {
            text[..end].iter().chain(&text[at..]).collect()
        } else {
            text[..at].iter().chain(&text[end..]).collect()
        };
        if let Ok(export) = read_export(broken.as_bytes()) {
            let mut here = Browser::new("here");
            here.carry_out(&Preview::of_export(&export, &[], None));
        }
    }
}
