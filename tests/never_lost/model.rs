//! Tabs that do anything at any time, and still no committed edit is lost.
//!
//! Every edit writes a word that is there once and nowhere else. A word is committed when the app has said that it is
//! saved. It is superseded by a word that was typed over it by someone who saw it. In the end, for every committed word
//! it itself or one that superseded it is in a stored record.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use abacus_deals::fields;
use abacus_deals::{Deal, TextField, decode, encode, id_of, key};
use abacus_vault::Problem;
use abacus_vault::Status;
use proptest::prelude::*;
use sales_abacus::deals::book::BookAction;

use super::disk::{Disk, Fault};
use super::tab::Tab;

/// How many steps a case has on average: a hundred thousand steps in all of them.
const STEPS: usize = 100;
const CASES: u32 = 1_000;

/// One step. Numbers choose among what there is.
#[derive(Clone, Copy, Debug)]
enum Step {
    /// Somebody types into a field of a deal.
    Type { tab: u8, deal: u8, field: u8 },
    /// Somebody begins a deal.
    Begin { tab: u8 },
    /// Somebody deletes a deal, or brings it back.
    Delete { tab: u8, deal: u8, back: bool },
    /// The timer of a tab says that it is time to save.
    Save { tab: u8 },
    /// The page goes away after so many operations of saving, and is opened again.
    Crash { tab: u8, after: u8 },
    /// The same while importing.
    CrashImporting { tab: u8, after: u8 },
    /// One tab saves right before an operation of another one's saving: there are no locks everywhere. In both,
    /// somebody may type on before they hear of it.
    Race { tab: u8, other: u8, at: u8, typing: Option<(u8, u8)> },
    /// A page is loaded anew: it saves as it leaves.
    Reload { tab: u8 },
    /// Another tab, until there are four; then one is closed.
    Open { tab: u8 },
    /// A tab hears of what others did.
    Hear { tab: u8 },
    /// A tab is frozen, or thaws.
    Freeze { tab: u8 },
    /// A file of a colleague's is imported.
    Import { tab: u8, deal: u8 },
    /// The last import is taken back.
    TakeBack { tab: u8 },
    /// There is little room, or enough again.
    Room { units: u16 },
    /// A clock jumps by up to ten years.
    Clock { tab: u8, days: i16 },
    /// An operation of a tab fails.
    Fail { tab: u8, fault: u8, after: u8 },
    /// A record as the first version of the app wrote it comes to be there.
    Older,
    /// A newer version of the app writes a deal in its own format, or the user goes back from that.
    Newer { deal: u8 },
}

fn any_step() -> impl Strategy<Value = Step> {
    let (tab, deal) = (0..4_u8, any::<u8>());
    prop_oneof![
        12 => (tab.clone(), deal, any::<u8>()).prop_map(|(tab, deal, field)| Step::Type { tab, deal, field }),
        2 => tab.clone().prop_map(|tab| Step::Begin { tab }),
        2 => (tab.clone(), deal, any::<bool>()).prop_map(|(tab, deal, back)| Step::Delete { tab, deal, back }),
        8 => tab.clone().prop_map(|tab| Step::Save { tab }),
        2 => (tab.clone(), 0..12_u8).prop_map(|(tab, after)| Step::Crash { tab, after }),
        1 => (tab.clone(), 0..40_u8).prop_map(|(tab, after)| Step::CrashImporting { tab, after }),
        2 => (tab.clone(), tab.clone(), 1..10_u8, any::<Option<(u8, u8)>>())
            .prop_map(|(tab, other, at, typing)| Step::Race { tab, other, at, typing }),
        2 => tab.clone().prop_map(|tab| Step::Reload { tab }),
        1 => tab.clone().prop_map(|tab| Step::Open { tab }),
        5 => tab.clone().prop_map(|tab| Step::Hear { tab }),
        2 => tab.clone().prop_map(|tab| Step::Freeze { tab }),
        1 => (tab.clone(), deal).prop_map(|(tab, deal)| Step::Import { tab, deal }),
        1 => tab.clone().prop_map(|tab| Step::TakeBack { tab }),
        1 => any::<u16>().prop_map(|units| Step::Room { units }),
        1 => (tab.clone(), -3650..3650_i16).prop_map(|(tab, days)| Step::Clock { tab, days }),
        2 => (tab, any::<u8>(), 0..12_u8).prop_map(|(tab, fault, after)| Step::Fail { tab, fault, after }),
        1 => Just(Step::Older),
        1 => deal.prop_map(|deal| Step::Newer { deal }),
    ]
}

/// A tab, and whether it is frozen.
struct Open {
    tab: Tab,
    frozen: bool,
}

/// What happens, and what was promised.
struct World {
    disk: Rc<Disk>,
    ids: Rc<Cell<u32>>,
    tabs: Vec<Rc<RefCell<Open>>>,
    words: u32,
    committed: BTreeSet<String>,
    /// The words typed over each word.
    over: BTreeMap<String, BTreeSet<String>>,
    /// What a newer version has made of a deal: its key, and the record as it was.
    newer: Option<(String, String)>,
    /// Whether an import was ever taken back.
    took_back: bool,
}

fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|letter: char| !letter.is_ascii_alphanumeric());
    parts.filter(|part| part.starts_with("w0")).map(str::to_owned)
}

/// The fields that are typed into.
fn field(number: u8, deal: &Deal) -> TextField {
    let person = || deal.people.first().map(|person| TextField::Person(person.id.clone(), &fields::person::NAME));
    match number % 4 {
        0 => TextField::Deal(&fields::CUSTOMER),
        1 => TextField::Deal(&fields::TITLE),
        2 => TextField::Deal(&fields::NOTES),
        _ => person().unwrap_or(TextField::Deal(&fields::NEXT_ACTION)),
    }
}

impl World {
    fn new() -> Self {
        let (disk, ids) = (Rc::new(Disk::default()), Rc::new(Cell::new(0)));
        for id in ["a", "b"] {
            let mut deal = Deal { revision: 1, ..Deal::new(id) };
            deal.apply(abacus_deals::Edit::AddPerson(abacus_deals::Person::as_guide()));
            disk.put(&key(id), &encode(&deal));
        }
        let mut world = Self {
            disk,
            ids,
            tabs: Vec::new(),
            words: 0,
            committed: BTreeSet::new(),
            over: BTreeMap::new(),
            newer: None,
            took_back: false,
        };
        world.open();
        world.open();
        world
    }

    fn open(&mut self) {
        let tab = Tab::open(&self.disk, &self.ids);
        self.tabs.push(Rc::new(RefCell::new(Open { tab, frozen: false })));
    }

    /// A tab that is not frozen.
    fn tab(&self, number: u8) -> Option<Rc<RefCell<Open>>> {
        let tab = self.tabs.get(usize::from(number) % self.tabs.len())?;
        (!tab.borrow().frozen).then(|| tab.clone())
    }

    fn word(&mut self) -> String {
        self.words += 1;
        format!("w0{}x", self.words)
    }

    /// Notes what a tab said to be saved.
    fn note(&mut self, written: &[Deal]) {
        self.committed.extend(written.iter().flat_map(|deal| words(&encode(deal)).collect::<Vec<_>>()));
    }

    fn save(&mut self, open: &Rc<RefCell<Open>>) {
        let before = open.borrow().tab.state.is_read_only().then(|| self.disk.records.borrow().clone());
        let actions = open.borrow_mut().tab.saves();
        self.note(&actions);
        if let Some(before) = before {
            assert_eq!(before, *self.disk.records.borrow(), "a book that is read-only was written to");
        }
    }

    /// The tab is there again, as after a crash or a reload.
    fn anew(&mut self, open: &Rc<RefCell<Open>>) {
        self.disk.disconnect(open.borrow().tab.view.tab);
        let tab = Tab::open(&self.disk, &self.ids);
        *open.borrow_mut() = Open { tab, frozen: false };
    }

    fn types(&mut self, open: &Rc<RefCell<Open>>, number: u8, into: u8) {
        let mut open = open.borrow_mut();
        let ids: Vec<String> = open.tab.state.book().records().map(|deal| deal.id.clone()).collect();
        let Some(deal) = ids.get(usize::from(number) % ids.len().max(1)).and_then(|id| open.tab.state.deal(id)) else {
            return;
        };
        let (id, field) = (deal.id.clone(), field(into, deal));
        let before: Vec<String> = words(field.read(deal)).collect();
        let word = self.word();
        open.tab.types(&id, field.clone(), &word);
        let is_typed = open.tab.state.deal(&id).is_some_and(|deal| field.read(deal) == word);
        // A book that is read-only takes nothing.
        for before in before.into_iter().filter(|_| is_typed) {
            self.over.entry(before).or_default().insert(word.clone());
        }
    }

    /// A colleague's file: a deal under an id that is in the book, and a new one.
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

    fn take(&mut self, step: Step) {
        match step {
            Step::Type { tab, deal, field } => {
                if let Some(open) = self.tab(tab) {
                    self.types(&open, deal, field);
                }
            }
            Step::Begin { tab } => {
                if let Some(open) = self.tab(tab) {
                    let (id, word) = (format!("begun-{}", self.words), self.word());
                    let tab = &mut open.borrow_mut().tab;
                    tab.does(BookAction::Begin(id.clone()));
                    tab.types(&id, TextField::Deal(&fields::CUSTOMER), &word);
                }
            }
            Step::Delete { tab, deal, back } => {
                if let Some(open) = self.tab(tab) {
                    let tab = &mut open.borrow_mut().tab;
                    let ids: Vec<String> = tab.state.book().records().map(|deal| deal.id.clone()).collect();
                    if let Some(id) = ids.get(usize::from(deal) % ids.len().max(1)) {
                        tab.does(if back { BookAction::Undelete(id.clone()) } else { BookAction::Delete(id.clone()) });
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
                    self.anew(&open);
                }
            }
            Step::CrashImporting { tab, after } => {
                self.took_back = true;
                if let Some(open) = self.tab(tab).filter(|open| !open.borrow().tab.state.is_read_only()) {
                    let file = self.file(after);
                    open.borrow().tab.view.fail(Fault::Denied, after, u32::MAX);
                    let (actions, imported) = open.borrow_mut().tab.imports(file.as_bytes());
                    self.note(&actions);
                    if imported {
                        self.committed.extend(words(&file));
                    }
                    self.anew(&open);
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
                    self.anew(&open);
                }
            }
            Step::Open { .. } if self.tabs.len() < 4 => self.open(),
            Step::Open { tab } => {
                let open = self.tabs.remove(usize::from(tab) % self.tabs.len());
                self.disk.disconnect(open.borrow().tab.view.tab);
            }
            Step::Hear { tab } => {
                if let Some(open) = self.tab(tab) {
                    open.borrow_mut().tab.hears();
                }
            }
            Step::Freeze { tab } => {
                let open = self.tabs[usize::from(tab) % self.tabs.len()].clone();
                let mut open = open.borrow_mut();
                if open.frozen {
                    self.disk.reconnect(open.tab.view.tab);
                    open.tab.comes_back();
                } else {
                    self.disk.disconnect(open.tab.view.tab);
                }
                open.frozen = !open.frozen;
            }
            Step::Import { tab, deal } => {
                if let Some(open) = self.tab(tab).filter(|open| !open.borrow().tab.state.is_read_only()) {
                    let file = self.file(deal);
                    let (actions, imported) = open.borrow_mut().tab.imports(file.as_bytes());
                    self.note(&actions);
                    let open = open.borrow();
                    if let Some(done) = open.tab.import.done().filter(|_| imported) {
                        let written = done.journal.entries.iter().filter_map(|entry| self.disk.get(&entry.key));
                        self.committed.extend(written.flat_map(|text| words(&text).collect::<Vec<_>>()));
                    }
                }
            }
            Step::TakeBack { tab } => {
                self.took_back = true;
                if let Some(open) = self.tab(tab).filter(|open| !open.borrow().tab.state.is_read_only()) {
                    let actions = open.borrow_mut().tab.saves();
                    self.note(&actions);
                    // What is in those records only because of the import is wanted gone.
                    let journal = open.borrow().tab.import.on_offer().map(|done| done.journal.clone());
                    let keys = journal.iter().flat_map(|journal| &journal.entries).map(|entry| entry.key.clone());
                    let gone: BTreeSet<String> = keys
                        .filter_map(|key| self.disk.get(&key))
                        .flat_map(|text| words(&text).collect::<Vec<_>>())
                        .collect();
                    let (actions, undone_import) = open.borrow_mut().tab.takes_back();
                    self.note(&actions);
                    self.committed.retain(|word| !gone.contains(word));
                    // What was changed since stays.
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

    fn race(&mut self, one: &Rc<RefCell<Open>>, other: &Rc<RefCell<Open>>, at: u8, typing: Option<(u8, u8)>) {
        // Where there are no locks and a newer version writes as well, what was overwritten cannot be put right.
        if Rc::ptr_eq(one, other) || self.newer.is_some() {
            return;
        }
        let said = Rc::new(RefCell::new(Vec::new()));
        let interruption = {
            let (other, said) = (other.clone(), said.clone());
            Box::new(move || said.borrow_mut().extend(other.borrow_mut().tab.saves()))
        };
        let view = one.borrow().tab.view.clone();
        *view.then.borrow_mut() = Some((view.operations.get() + u32::from(at), interruption));
        self.save(one);
        *view.then.borrow_mut() = None;
        let said = said.take();
        self.note(&said);
        for open in [one, other] {
            typing.into_iter().for_each(|(deal, field)| self.types(open, deal, field));
        }
        // Both hear of it before either saves again, which is a quarter of a second later. That nothing can be read just
        // then, without locks, is the one thing too many.
        for open in [one, other] {
            open.borrow().tab.view.plan.set(None);
            open.borrow_mut().tab.hears();
        }
        for open in [one, other] {
            self.save(open);
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

    fn stored(&self) -> BTreeMap<String, Deal> {
        let records = self.disk.records.borrow();
        let deals = records.iter().filter_map(|(key, text)| decode(id_of(key)?, text).ok());
        deals.map(|deal| (deal.id.clone(), deal)).collect()
    }

    /// Everything works again, and everybody comes back.
    fn settle(&mut self) {
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
                    open.tab.hears();
                    open.tab.comes_back();
                }
                self.save(&open);
            }
        }
    }

    /// Whether a word, or one that superseded it, is stored.
    fn is_there(&self, word: &str, stored: &BTreeSet<String>) -> bool {
        stored.contains(word) || self.over.get(word).into_iter().flatten().any(|over| self.is_there(over, stored))
    }

    fn lost(&self) -> Vec<String> {
        let stored = self.stored_words();
        self.committed.iter().filter(|word| !self.is_there(word, &stored)).cloned().collect()
    }
}

fn config() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(CASES);
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 20_000, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_committed_edit_is_lost(steps in prop::collection::vec(any_step(), 1..2 * STEPS)) {
        let mut world = World::new();
        for step in steps {
            let before = world.newer.is_some().then(|| world.disk.records.borrow().clone());
            world.take(step);
            // A deal of a newer version makes the book read-only to whoever knows of it.
            if let (Some(before), Some((key, _))) = (before, &world.newer) {
                prop_assert_eq!(before.get(key).cloned(), world.disk.get(key), "{:?} wrote over what a newer version wrote", step);
            }
        }
        world.settle();
        prop_assert_eq!(world.lost(), Vec::<String>::new());
        let stored: BTreeMap<String, Deal> = world.stored();
        for open in &world.tabs {
            let tab = &open.borrow().tab;
            // A tab that heard too late why records are gone misses them, says so, and keeps them on the page.
            let missed: BTreeSet<&str> = tab.state.book().missing().collect();
            let status = if missed.is_empty() { Status::Saved } else { Status::NotSaved(Problem::Cleared) };
            prop_assert!(missed.is_empty() || world.took_back, "{:?} are missed, and nobody took them", missed);
            prop_assert_eq!(tab.state.status(), status);
            let deals = tab.state.book().records().filter(|deal| !missed.contains(deal.id.as_str()));
            let shown: BTreeMap<String, Deal> = deals.map(|deal| (deal.id.clone(), deal.clone())).collect();
            prop_assert_eq!(&shown, &stored, "what is shown is what is stored");
        }
    }
}
