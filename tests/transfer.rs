//! Deals as files: inspecting, importing and undoing, and the files page.

mod bidi_isolation;
mod inspect;
mod page;
mod workbook;

use std::rc::Rc;

use abacus_deals::transfer::Encoding;
use abacus_deals::{Deal, encode, key};
use abacus_vault::journal::Write;
use sales_abacus::shell::inbox::{Decoder, Inbox, PickedFile};
use sales_abacus::shell::ports::Ports;
use yew::Callback;
use yew::events::DragEvent;

use crate::faulty_store::FaultyStore;
use crate::support::{self, FixedHost, NoOutbox};

/// An inbox that decodes UTF-16, and the one GB18030 word in these tests.
struct DecodingInbox;

impl Inbox for DecodingInbox {
    fn pick(&self, _: Callback<PickedFile>) {}

    fn pick_card(&self, _: Callback<PickedFile>) {}

    fn pick_several(&self, _: Callback<Vec<PickedFile>>) {}

    fn take_dropped(&self, _: &DragEvent, _: Callback<Vec<PickedFile>>) {}

    fn decoder(&self, encoding: Encoding) -> Option<Box<dyn Decoder>> {
        Some(Box::new(WholeDecoder(encoding)))
    }
}

/// Decodes complete input.
struct WholeDecoder(Encoding);

impl Decoder for WholeDecoder {
    fn decode(&mut self, bytes: &[u8], is_last: bool) -> Option<String> {
        assert!(is_last, "the files of these tests are short");
        let wide = |read: fn([u8; 2]) -> u16| {
            let units: Vec<u16> = bytes.chunks(2).map(|pair| read([pair[0], pair[1]])).collect();
            // Like a browser's, it leaves out the byte order mark.
            String::from_utf16(&units).ok().map(|text| text.trim_start_matches('\u{feff}').to_owned())
        };
        match self.0 {
            Encoding::Utf8 => unreachable!("UTF-8 is decoded without the browser"),
            Encoding::Utf16Le => wide(u16::from_le_bytes),
            Encoding::Utf16Be => wide(u16::from_be_bytes),
            Encoding::Gb18030 | Encoding::Big5 => {
                let big5 = self.0 == Encoding::Big5;
                let word = if big5 { &b"\xAB\xC8\xA4\xE1\xA6W\xBA\xD9"[..] } else { b"\xBF\xCD\xBB\xA7" };
                let at = bytes.windows(word.len()).position(|window| window == word)?;
                let [before, after] = [&bytes[..at], &bytes[at + word.len()..]];
                String::from_utf8([before, "客户".as_bytes(), after].concat()).ok()
            }
        }
    }
}

fn ports(store: Rc<FaultyStore>) -> Ports {
    let host = Rc::new(FixedHost::at(""));
    Ports { store, host, outbox: Rc::new(NoOutbox), inbox: Rc::new(DecodingInbox) }
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

fn picked(name: &str, bytes: &[u8]) -> Vec<PickedFile> {
    vec![PickedFile { name: name.to_owned(), bytes: Ok(bytes.to_vec()) }]
}
