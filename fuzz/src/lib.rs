//! Shared by the targets that import: a small store of records, and the invariants of every import into it.

use std::collections::BTreeMap;

use abacus_deals::transfer::{Preview, Verdict};
use abacus_deals::{BOOK_KEY, Book, decode, encode, export, id_of, key};
use abacus_scenarios as scenarios;

/// Keys and texts, as stored by a browser.
#[derive(Clone, Debug, PartialEq)]
pub struct Stored(BTreeMap<String, String>);

impl Stored {
    /// A book with a name and one record of each kind: a deal, an imported deal, a tombstone, an unreadable record, a
    /// scenario.
    #[must_use]
    pub fn small() -> Self {
        let entries = [
            (BOOK_KEY.to_owned(), "mine".to_owned()),
            (key("a"), r#"{"schema":2,"id":"a","revision":2,"customer":"A","amount":"5","x":1.0}"#.to_owned()),
            (
                key("b"),
                r#"{"schema":2,"id":"b","revision":1,"customer":"B","imported":{"id":"c","book":"theirs","revision":3,"print":"p"}}"#
                    .to_owned(),
            ),
            (key("d"), r#"{"schema":2,"id":"d","revision":4,"deleted":true}"#.to_owned()),
            (key("e"), "{".to_owned()),
            (scenarios::key("s"), "clv?name=S&place=0&revision=2#spend=12".to_owned()),
        ];
        Self(entries.into())
    }

    #[must_use]
    pub fn entries(&self) -> Vec<(String, String)> {
        self.0.clone().into_iter().collect()
    }

    #[must_use]
    pub fn name(&self) -> Option<&str> {
        self.0.get(BOOK_KEY).map(String::as_str)
    }

    /// The export file.
    #[must_use]
    pub fn export(&self) -> String {
        let mut book = Book::default();
        self.0.iter().for_each(|(key, text)| book.read(key, text));
        export(&book, &self.entries(), "2026-11-29".parse().expect("a day"))
    }

    /// Carries out the writes of a preview.
    ///
    /// # Panics
    /// If the store is not what the preview saw; if a write has a foreign key or does not round-trip; or if it replaces
    /// something that is not known to be older.
    pub fn carry_out(&mut self, preview: &Preview) {
        let writes = preview.writes();
        assert_eq!(writes.len(), preview.write_count());
        let newer = preview.items().iter().filter(|item| item.verdict == Verdict::FileNewer);
        let may_go: Vec<&str> = newer.filter_map(|item| item.here.as_ref()).map(|here| here.id()).collect();
        let mut written = BTreeMap::new();
        for write in writes {
            assert_eq!(self.0.get(&write.key), write.before.as_ref(), "{}", write.key);
            if let Some(id) = id_of(&write.key) {
                let deal = decode(id, &write.after).unwrap_or_else(|error| panic!("{error:?}: {}", write.after));
                assert_eq!((encode(&deal), deal.revision > 0), (write.after.clone(), true));
                assert!(write.before.is_none() || may_go.contains(&id), "{}", write.key);
            } else if let Some(id) = scenarios::id_of(&write.key) {
                let scenario = scenarios::decode(id, &write.after);
                let scenario = scenario.unwrap_or_else(|error| panic!("{error:?}: {}", write.after));
                assert_eq!(scenarios::encode(&scenario), write.after);
                assert!(write.before.is_none() || may_go.contains(&id), "{}", write.key);
            } else {
                panic!("{}", write.key);
            }
            assert_eq!(written.insert(write.key, write.after), None, "two writes to one key");
        }
        self.0.extend(written);
    }
}
