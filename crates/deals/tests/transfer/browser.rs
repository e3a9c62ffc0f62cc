//! A small model of a browser's storage and of how the app uses it.

use std::collections::BTreeMap;

use abacus_deals::transfer::{Preview, Source, Verdict, read_export};
use abacus_deals::{BOOK_KEY, Book, Deal, decode, encode, export, id_of, key};

/// A browser's storage, with a book that has an id.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Browser {
    pub(crate) stored: BTreeMap<String, String>,
}

impl Browser {
    pub(crate) fn new(name: &str) -> Self {
        Self { stored: BTreeMap::from([(BOOK_KEY.to_owned(), name.to_owned())]) }
    }

    pub(crate) fn entries(&self) -> Vec<(String, String)> {
        self.stored.iter().map(|(key, text)| (key.clone(), text.clone())).collect()
    }

    pub(crate) fn name(&self) -> Option<&str> {
        self.stored.get(BOOK_KEY).map(String::as_str)
    }

    /// Stores a change as the app does: each write counts.
    pub(crate) fn write(&mut self, id: &str, change: impl FnOnce(&mut Deal)) {
        let mut deal = self.deal(id).unwrap_or_else(|| Deal::new(id));
        change(&mut deal);
        deal.revision += 1;
        self.stored.insert(key(id), encode(&deal));
    }

    pub(crate) fn customer(&mut self, id: &str, customer: &str) {
        self.write(id, |deal| deal.customer = customer.to_owned());
    }

    pub(crate) fn deal(&self, id: &str) -> Option<Deal> {
        decode(id, self.stored.get(&key(id))?).ok()
    }

    pub(crate) fn customers(&self) -> Vec<String> {
        let ids = self.stored.keys().filter_map(|key| id_of(key));
        let mut customers: Vec<_> = ids.filter_map(|id| self.deal(id)).map(|deal| deal.customer).collect();
        customers.sort();
        customers
    }

    pub(crate) fn export(&self) -> String {
        let mut book = Book::default();
        self.stored.iter().for_each(|(key, text)| book.read(key, text));
        export(&book, &self.entries(), "2026-11-29".parse().unwrap())
    }

    #[track_caller]
    pub(crate) fn preview(&self, file: &str) -> Preview {
        Preview::of_export(&read_export(file.as_bytes()).unwrap(), &self.entries(), self.name())
    }

    /// The import of several exports at once.
    #[track_caller]
    pub(crate) fn preview_all(&self, files: &[String]) -> Preview {
        let read: Vec<_> = files.iter().map(|file| read_export(file.as_bytes()).unwrap()).collect();
        let sources: Vec<_> = read.iter().map(Source::Export).collect();
        Preview::of_files(&sources, &self.entries(), self.name())
    }

    #[track_caller]
    pub(crate) fn import_all(&mut self, files: &[String]) {
        let preview = self.preview_all(files);
        self.carry_out(&preview);
    }

    #[track_caller]
    pub(crate) fn verdicts(&self, file: &str) -> Vec<Verdict> {
        self.preview(file).items().iter().map(|item| item.verdict).collect()
    }

    /// Commits the writes of a preview; every key must have the text they expect.
    #[track_caller]
    pub(crate) fn carry_out(&mut self, preview: &Preview) {
        for write in preview.writes() {
            assert_eq!(self.stored.get(&write.key), write.before.as_ref(), "{}", write.key);
            self.stored.insert(write.key, write.after);
        }
    }

    #[track_caller]
    pub(crate) fn import(&mut self, file: &str) {
        let preview = self.preview(file);
        self.carry_out(&preview);
    }
}
