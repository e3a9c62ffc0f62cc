//! The model's tabs with their shared disk, and the edits that must not be lost.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use abacus_deals::{Deal, TextField, decode, encode, fields, id_of, key};
use abacus_vault::{Problem, Status, StoreError};
use sales_abacus::deals::book::BookAction;

use super::disk::{Disk, Fault};
use super::model::Step;
use super::tab::Tab;

/// A tab, and whether it is frozen.
pub(super) struct OpenTab {
    pub(super) tab: Tab,
    pub(super) frozen: bool,
}

/// The tabs, and the edits reported as saved.
pub(super) struct Simulation {
    pub(super) disk: Rc<Disk>,
    ids: Rc<Cell<u32>>,
    pub(super) tabs: Vec<Rc<RefCell<OpenTab>>>,
    words: u32,
    committed: BTreeSet<String>,
    /// The words typed over each word.
    superseded_by: BTreeMap<String, BTreeSet<String>>,
    /// The deal that a newer version has written: its key, and the record before.
    pub(super) newer: Option<(String, String)>,
    /// Whether an import was ever undone or interrupted.
    pub(super) has_undone_import: bool,
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts.filter(|part| part.starts_with("w0")).map(str::to_owned)
}

/// The fields that are edited.
fn field(number: u8, deal: &Deal) -> TextField {
    let person = || deal.people.first().map(|person| TextField::Person(person.id.clone(), &fields::person::NAME));
    match number % 4 {
        0 => TextField::Deal(&fields::CUSTOMER),
        1 => TextField::Deal(&fields::TITLE),
        2 => TextField::Deal(&fields::NOTES),
        _ => person().unwrap_or(TextField::Deal(&fields::NEXT_ACTION)),
    }
}

impl Simulation {
    pub(super) fn new() -> Self {
        let (disk, ids) = (Rc::new(Disk::default()), Rc::new(Cell::new(0)));
        for id in ["a", "b"] {
            let mut deal = Deal { revision: 1, ..Deal::new(id) };
            deal.apply(abacus_deals::Edit::AddPerson(Box::new(abacus_deals::Person::as_guide())));
            disk.put(&key(id), &encode(&deal));
        }
        let mut simulation = Self {
            disk,
            ids,
            tabs: Vec::new(),
            words: 0,
            committed: BTreeSet::new(),
            superseded_by: BTreeMap::new(),
            newer: None,
            has_undone_import: false,
        };
        simulation.open();
        simulation.open();
        simulation
    }

    fn open(&mut self) {
        let tab = Tab::open(&self.disk, &self.ids);
        self.tabs.push(Rc::new(RefCell::new(OpenTab { tab, frozen: false })));
    }

    /// A tab that is not frozen.
    fn tab(&self, number: u8) -> Option<Rc<RefCell<OpenTab>>> {
        let tab = self.tabs.get(usize::from(number) % self.tabs.len())?;
        (!tab.borrow().frozen).then(|| tab.clone())
    }

    fn word(&mut self) -> String {
        self.words += 1;
        format!("w0{}x", self.words)
    }

    /// Records what a tab reported as saved.
    fn note(&mut self, written: &[Deal]) {
        self.committed.extend(written.iter().flat_map(|deal| words(&encode(deal)).collect::<Vec<_>>()));
    }

    fn save(&mut self, open: &Rc<RefCell<OpenTab>>) {
        let before = open.borrow().tab.state.is_read_only().then(|| self.disk.records.borrow().clone());
        let actions = open.borrow_mut().tab.save();
        self.note(&actions);
        if let Some(before) = before {
            assert_eq!(before, *self.disk.records.borrow(), "a read-only book was written");
        }
    }

    /// Opens the tab again, as after a crash or a reload.
    fn reopen(&mut self, open: &Rc<RefCell<OpenTab>>) {
        self.disk.disconnect(open.borrow().tab.view.tab);
        let tab = Tab::open(&self.disk, &self.ids);
        *open.borrow_mut() = OpenTab { tab, frozen: false };
    }

    fn type_text(&mut self, open: &Rc<RefCell<OpenTab>>, number: u8, into: u8) {
        let mut open = open.borrow_mut();
        let ids: Vec<String> = open.tab.state.book().records().map(|deal| deal.id.clone()).collect();
        let Some(deal) = ids.get(usize::from(number) % ids.len().max(1)).and_then(|id| open.tab.state.deal(id)) else {
            return;
        };
        let (id, field) = (deal.id.clone(), field(into, deal));
        let before: Vec<String> = words(field.read(deal)).collect();
        let word = self.word();
        open.tab.type_text(&id, field.clone(), &word);
        let is_typed = open.tab.state.deal(&id).is_some_and(|deal| field.read(deal) == word);
        // A read-only book accepts no edit.
        for before in before.into_iter().filter(|_| is_typed) {
            self.superseded_by.entry(before).or_default().insert(word.clone());
        }
    }

    /// A colleague's file: a deal with an id that is in the book, and a new one.
    fn file(&mut self, number: u8) -> String {
        let ids: Vec<String> =
            self.disk.records.borrow().keys().filter_map(|key| id_of(key)).map(str::to_owned).collect();
        let known = ids.get(usize::from(number) % ids.len().max(1)).cloned().unwrap_or_default();
        let (one, other, new) = (self.word(), self.word(), self.words);
        format!(
            r#"{{"format":"sales-abacus","version":1,"book":"there","deals":[
                {{"schema":2,"id":"{known}","revision":1,"customer":"{one}"}},
                {{"schema":2,"id":"new-{new}","revision":1,"customer":"{other}"}}]}}"#
        )
    }

    pub(super) fn apply(&mut self, step: Step) {
        match step {
            Step::Type { tab, deal, field } => {
                if let Some(open) = self.tab(tab) {
                    self.type_text(&open, deal, field);
                }
            }
            Step::Begin { tab } => {
                if let Some(open) = self.tab(tab) {
                    let (id, word) = (format!("begun-{}", self.words), self.word());
                    let tab = &mut open.borrow_mut().tab;
                    tab.dispatch(BookAction::Begin(id.clone(), "2026-11-21".parse().expect("a day")));
                    tab.type_text(&id, TextField::Deal(&fields::CUSTOMER), &word);
                }
            }
            Step::Delete { tab, deal, back } => {
                if let Some(open) = self.tab(tab) {
                    let tab = &mut open.borrow_mut().tab;
                    let ids: Vec<String> = tab.state.book().records().map(|deal| deal.id.clone()).collect();
                    if let Some(id) = ids.get(usize::from(deal) % ids.len().max(1)) {
                        tab.dispatch(if back {
                            BookAction::Undelete(id.clone())
                        } else {
                            BookAction::Delete(tab.state.shown(id))
                        });
                    }
                }
            }
            Step::Save { tab } => {
                if let Some(open) = self.tab(tab) {
                    self.save(&open);
                }
            }
            Step::Crash { tab, after } => {
                if let Some(open) = self.tab(tab) {
                    open.borrow().tab.view.fail(Fault::Denied, after, u32::MAX);
                    self.save(&open);
                    self.reopen(&open);
                }
            }
            Step::CrashImporting { tab, after } => {
                self.has_undone_import = true;
                if let Some(open) = self.tab(tab).filter(|open| !open.borrow().tab.state.is_read_only()) {
                    let file = self.file(after);
                    open.borrow().tab.view.fail(Fault::Denied, after, u32::MAX);
                    let (actions, imported) = open.borrow_mut().tab.import_file(file.as_bytes());
                    self.note(&actions);
                    if imported {
                        self.committed.extend(words(&file));
                    }
                    self.reopen(&open);
                }
            }
            Step::Race { tab, other, at, typing } => {
                if let (Some(one), Some(other)) = (self.tab(tab), self.tab(other)) {
                    self.race(&one, &other, at, typing);
                }
            }
            Step::Reload { tab } => {
                if let Some(open) = self.tab(tab) {
                    self.save(&open);
                    self.reopen(&open);
                }
            }
            Step::Open { .. } if self.tabs.len() < 4 => self.open(),
            Step::Open { tab } => {
                let open = self.tabs.remove(usize::from(tab) % self.tabs.len());
                self.disk.disconnect(open.borrow().tab.view.tab);
            }
            Step::Follow { tab } => {
                if let Some(open) = self.tab(tab) {
                    open.borrow_mut().tab.follow();
                }
            }
            Step::Freeze { tab } => {
                let open = self.tabs[usize::from(tab) % self.tabs.len()].clone();
                let mut open = open.borrow_mut();
                if open.frozen {
                    self.disk.reconnect(open.tab.view.tab);
                    open.tab.refresh();
                } else {
                    self.disk.disconnect(open.tab.view.tab);
                }
                open.frozen = !open.frozen;
            }
            Step::Import { tab, deal } => {
                if let Some(open) = self.tab(tab).filter(|open| !open.borrow().tab.state.is_read_only()) {
                    let file = self.file(deal);
                    let (actions, imported) = open.borrow_mut().tab.import_file(file.as_bytes());
                    self.note(&actions);
                    let open = open.borrow();
                    if let Some(done) = open.tab.import.done().filter(|_| imported) {
                        let written = done.journal.entries.iter().filter_map(|entry| self.disk.get(&entry.key));
                        self.committed.extend(written.flat_map(|text| words(&text).collect::<Vec<_>>()));
                    }
                }
            }
            Step::UndoImport { tab } => {
                self.has_undone_import = true;
                if let Some(open) = self.tab(tab).filter(|open| !open.borrow().tab.state.is_read_only()) {
                    let actions = open.borrow_mut().tab.save();
                    self.note(&actions);
                    // The undo is meant to remove what only the import wrote.
                    let journal = open.borrow().tab.import.on_offer().map(|done| done.journal.clone());
                    let keys = journal.iter().flat_map(|journal| &journal.entries).map(|entry| entry.key.clone());
                    let gone: BTreeSet<String> = keys
                        .filter_map(|key| self.disk.get(&key))
                        .flat_map(|text| words(&text).collect::<Vec<_>>())
                        .collect();
                    let (actions, undone_import) = open.borrow_mut().tab.undo_import();
                    self.note(&actions);
                    self.committed.retain(|word| !gone.contains(word));
                    // Records changed since are kept.
                    if undone_import.is_none_or(|undone_import| undone_import.left == 0) {
                        let there = self.stored_words();
                        self.committed.extend(gone.into_iter().filter(|word| there.contains(word)));
                    }
                }
            }
            Step::Room { units } => self.disk.room.set((units % 2 == 0).then(|| 1_000 + usize::from(units))),
            Step::Clock { tab, days } => {
                if let Some(open) = self.tab(tab) {
                    let today = &open.borrow().tab.host.today;
                    today.set(today.get().plus_days(i32::from(days)).unwrap_or_else(|| today.get()));
                }
            }
            Step::Fail { tab, fault, after } => {
                if let Some(open) = self.tab(tab) {
                    open.borrow().tab.view.fail(Fault::ALL[usize::from(fault) % Fault::ALL.len()], after, 1);
                }
            }
            Step::Older => {
                let (word, number) = (self.word(), self.words);
                let text = format!(r#"{{"schema":1,"id":"old-{number}","revision":1,"customer":"{word}"}}"#);
                self.disk.put(&key(&format!("old-{number}")), &text);
                self.committed.insert(word);
            }
            Step::Newer { deal } => self.newer(deal),
        }
    }

    fn race(&mut self, one: &Rc<RefCell<OpenTab>>, other: &Rc<RefCell<OpenTab>>, at: u8, typing: Option<(u8, u8)>) {
        // Without locks, a newer version that writes as well can overwrite a record for good.
        if Rc::ptr_eq(one, other) || self.newer.is_some() {
            return;
        }
        let written = Rc::new(RefCell::new(Vec::new()));
        let interruption = {
            let (other, written) = (other.clone(), written.clone());
            Box::new(move || written.borrow_mut().extend(other.borrow_mut().tab.save()))
        };
        let view = one.borrow().tab.view.clone();
        *view.then.borrow_mut() = Some((view.operations.get() + u32::from(at), interruption));
        self.save(one);
        *view.then.borrow_mut() = None;
        let written = written.take();
        self.note(&written);
        for open in [one, other] {
            typing.into_iter().for_each(|(deal, field)| self.type_text(open, deal, field));
        }
        // Both follow the change before either saves again, which is a quarter of a second later. A read fault at that
        // very moment, without locks, is not covered.
        for open in [one, other] {
            open.borrow().tab.view.plan.set(None);
            open.borrow_mut().tab.follow();
        }
        for open in [one, other] {
            self.save(open);
            self.withdraw(open);
        }
    }

    /// A tab whose saved edit was overwritten reports it as unsaved if there is no room to store it again.
    fn withdraw(&mut self, open: &Rc<RefCell<OpenTab>>) {
        let state = &open.borrow().tab.state;
        if state.status() == Status::NotSaved(Problem::Store(StoreError::Full)) {
            let unsaved = state.book().unsaved().filter_map(|id| state.book().get(id));
            let withdrawn: BTreeSet<String> =
                unsaved.flat_map(|deal| words(&encode(deal)).collect::<Vec<_>>()).collect();
            let stored = self.stored_words();
            self.committed.retain(|word| stored.contains(word) || !withdrawn.contains(word));
        }
    }

    fn newer(&mut self, number: u8) {
        if let Some((key, text)) = self.newer.take() {
            self.disk.put(&key, &text);
            return;
        }
        let keys: Vec<String> = self.disk.records.borrow().keys().filter(|key| id_of(key).is_some()).cloned().collect();
        let Some(key) = keys.get(usize::from(number) % keys.len().max(1)) else { return };
        let text = self.disk.get(key).unwrap_or_default();
        if id_of(key).is_some_and(|id| decode(id, &text).is_ok()) {
            self.disk.put(
                key,
                &text.replacen("\"schema\":2", "\"schema\":99", 1).replacen("\"schema\":1", "\"schema\":99", 1),
            );
            self.newer = Some((key.clone(), text));
        }
    }

    fn stored_words(&self) -> BTreeSet<String> {
        let records = self.disk.records.borrow();
        let deals = records.iter().filter(|(key, _)| id_of(key).is_some());
        deals.flat_map(|(_, text)| words(text).collect::<Vec<_>>()).collect()
    }

    pub(super) fn stored(&self) -> BTreeMap<String, Deal> {
        let records = self.disk.records.borrow();
        let deals = records.iter().filter_map(|(key, text)| decode(id_of(key)?, text).ok());
        deals.map(|deal| (deal.id.clone(), deal)).collect()
    }

    /// Every fault ends, and every tab is resumed.
    pub(super) fn recover(&mut self) {
        if let Some((key, text)) = self.newer.take() {
            self.disk.put(&key, &text);
        }
        self.disk.room.set(None);
        for _ in 0..3 {
            for open in self.tabs.clone() {
                {
                    let mut open = open.borrow_mut();
                    open.frozen = false;
                    open.tab.view.plan.set(None);
                    self.disk.reconnect(open.tab.view.tab);
                    open.tab.follow();
                    open.tab.refresh();
                }
                self.save(&open);
            }
        }
    }

    /// Whether a word, or one that superseded it, is stored.
    fn is_kept(&self, word: &str, stored: &BTreeSet<String>) -> bool {
        stored.contains(word)
            || self.superseded_by.get(word).into_iter().flatten().any(|over| self.is_kept(over, stored))
    }

    pub(super) fn lost(&self) -> Vec<String> {
        let stored = self.stored_words();
        self.committed.iter().filter(|word| !self.is_kept(word, &stored)).cloned().collect()
    }
}
