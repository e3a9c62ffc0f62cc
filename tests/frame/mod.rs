//! A calculator arranged by its address and its host page.

mod arrangement;
pub(crate) mod messages;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use abacus_core::calculator::Calculator;
use abacus_core::calculators::{Listing, find};
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_embed::{TooLarge, Value};
use abacus_vault::Subscription;
use sales_abacus::calculator::frame::{Frame, HOST_MESSAGING, open};
use sales_abacus::shell::chunk::Chunk;
use sales_abacus::shell::parent::{Incoming, Parent};
use yew::Callback;

use crate::support::{render_framed, render_framed_at_first};

pub(crate) const HOST: &str = "https://intranet.example";

/// A host page, which records the messages it receives.
#[derive(Default)]
pub(crate) struct Host {
    pub(crate) query: String,
    pub(crate) sent: RefCell<Vec<(Value, String)>>,
    pub(crate) theme: RefCell<Vec<(&'static str, String)>>,
    pub(crate) now: Cell<u64>,
}

impl Parent for Host {
    fn query(&self) -> String {
        self.query.clone()
    }

    fn absolute(&self, address: &str) -> String {
        format!("https://abacus.example/{}", address.trim_start_matches("../"))
    }

    fn post(&self, message: &Value, target: &str) {
        self.sent.borrow_mut().push((message.clone(), target.to_owned()));
    }

    fn on_message(&self, _: Callback<Incoming>) -> Subscription {
        Subscription::new(())
    }

    fn on_height(&self, _: Callback<u32>) -> Subscription {
        Subscription::new(())
    }

    fn is_dark(&self) -> bool {
        false
    }

    fn on_dark(&self, _: Callback<()>) -> Subscription {
        Subscription::new(())
    }

    fn paint(&self, properties: &[(&'static str, String)]) {
        *self.theme.borrow_mut() = properties.to_vec();
    }

    fn now(&self) -> u64 {
        self.now.get()
    }
}

pub(crate) fn calculator(id: &str) -> &'static dyn Calculator {
    find(id).expect("a calculator")
}

fn listing(id: &str) -> Listing {
    Listing::find(id).expect("a calculator")
}

/// The widget of a calculator at an address, in English.
pub(crate) fn widget(id: &str, query: &str, fragment: &str) -> String {
    page(Page::Embed(listing(id)), query, fragment)
}

fn page(page: Page, query: &str, fragment: &str) -> String {
    render_framed(page, Locale::En, fragment, frame_at(query))
}

/// The same before any lazy chunk has loaded.
fn widget_at_first(id: &str, query: &str, fragment: &str) -> String {
    render_framed_at_first(Page::Embed(listing(id)), Locale::En, fragment, frame_at(query))
}

fn frame_at(query: &str) -> Frame {
    let parent = Rc::new(Host { query: query.to_owned(), ..Host::default() });
    Frame { open, parent, messaging: Chunk::Here(&HOST_MESSAGING) }
}

/// A program's message, as the browser side passes it on.
pub(crate) fn message(members: &str) -> Result<Value, TooLarge> {
    fn read(json: &serde_json::Value) -> Value {
        match json {
            serde_json::Value::Null => Value::Null,
            serde_json::Value::Bool(yes) => Value::Bool(*yes),
            serde_json::Value::Number(number) => {
                number.as_u64().map_or(Value::Null, |whole| u32::try_from(whole).map_or(Value::Null, Value::Whole))
            }
            serde_json::Value::String(text) => Value::Text(text.clone()),
            serde_json::Value::Array(items) => Value::List(items.iter().map(read).collect()),
            serde_json::Value::Object(entries) => {
                Value::Map(entries.iter().map(|(key, value)| (key.clone(), read(value))).collect())
            }
        }
    }
    let text = format!(r#"{{"source":"sales-abacus","version":1,{members}}}"#);
    Ok(read(&serde_json::from_str(&text).expect("JSON")))
}
