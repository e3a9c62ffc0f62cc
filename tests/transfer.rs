//! Deals as files: how a file is inspected, imported and undone, and the files page.

mod inspect;
mod page;

use std::rc::Rc;

use abacus_deals::transfer::Encoding;
use abacus_deals::{Deal, encode, key};
use abacus_vault::journal::Write;
use sales_abacus::shell::inbox::{Inbox, Picked};
use sales_abacus::shell::ports::Ports;
use yew::Callback;

use crate::faulty_store::FaultyStore;
use crate::support::{self, FixedHost, NoOutbox};

/// An inbox that decodes the one GB18030 word in these tests.
struct Gb18030Inbox;

impl Inbox for Gb18030Inbox {
    fn pick(&self, _: Callback<Picked>) {}

    fn decode(&self, bytes: &[u8], encoding: Encoding) -> Option<String> {
        assert_eq!(encoding, Encoding::Gb18030, "UTF-8 is decoded without the browser");
        let text = bytes.strip_prefix(b"\xBF\xCD\xBB\xA7").map(|rest| [b"\xE5\xAE\xA2\xE6\x88\xB7", rest].concat())?;
        String::from_utf8(text).ok()
    }
}

fn ports(store: Rc<FaultyStore>) -> Ports {
    let host = Rc::new(FixedHost::at(""));
    Ports { store, host, outbox: Rc::new(NoOutbox), inbox: Rc::new(Gb18030Inbox) }
}

fn deal(id: &str, customer: &str, revision: u64) -> Deal {
    Deal { customer: customer.to_owned(), revision, ..Deal::new(id) }
}

fn holding(deals: &[Deal]) -> Rc<FaultyStore> {
    let store = FaultyStore::default();
    store.memory.records.borrow_mut().extend(deals.iter().map(|deal| (key(&deal.id), encode(deal))));
    Rc::new(store)
}

fn stored(store: &FaultyStore, id: &str) -> Option<String> {
    store.memory.records.borrow().get(&key(id)).cloned()
}

fn write(id: &str, before: Option<&Deal>, after: &Deal) -> Write {
    Write { key: key(id), before: before.map(encode), after: encode(after) }
}

fn picked(name: &str, bytes: &[u8]) -> Picked {
    Picked { name: name.to_owned(), bytes: Ok(bytes.to_vec()) }
}
