use serde_json::{Map, Value};

use super::key::BOOK_KEY;
use super::record::to_value;
use crate::Book;
use crate::view::{RESOURCE_PLAN_KEY, VIEWS_KEY};
use abacus_class::own;
use abacus_core::calculator::{last, usual_figures};
use abacus_core::date::Date;
use abacus_scenarios::{self as scenarios, Scenario};
use abacus_vault::space::PREFIX;
use abacus_vault::valid_id;

/// The preferences in an export: the last part of their keys.
const PREFS: [&str; 4] = ["lang", "currency", "decimals", "salesperson"];

/// The name in an export of a preference, the user's own figures, the means plan or the saved views; `None` for any
/// other key.
fn pref(key: &str) -> Option<&str> {
    let name = key.strip_prefix(PREFIX)?;
    let is_whole = [usual_figures::KEY, RESOURCE_PLAN_KEY, VIEWS_KEY].contains(&key);
    (is_whole || PREFS.contains(&name) || key.starts_with(last::PREFIX)).then_some(name)
}

/// The export file:
/// `{"format":"sales-abacus","version":1,"day":…,"deals":[…],"scenarios":[…],"lessons":[…],"prefs":{…}}`.
///
/// The deals come from the book and include deleted ones and unsaved changes, so that the file rescues everything if
/// storage fails. The rest comes from `stored`, the keys and texts of the store: scenarios, lessons, preferences, own
/// figures and the id of the book. Unreadable records follow as `"unreadable":[{"key":…,"text":…}]` with their stored
/// text; the field is omitted if there are none. `today` tells people how old the file is; nothing else depends on it.
pub fn export(book: &Book, stored: &[(String, String)], today: Date) -> String {
    let unread = |(key, text): (&str, &str)| Value::from_iter([("key", key), ("text", text)]);
    let mut unreadable: Vec<Value> =
        book.unreadable().map(|kept| unread((kept.key.as_str(), kept.text.as_str()))).collect();
    let mut scenarios = Vec::new();
    let mut lessons = Vec::new();
    let mut prefs = Map::new();
    let mut name = None;
    for (key, text) in stored {
        if let Some(id) = scenarios::id_of(key) {
            match scenarios::decode(id, text) {
                Ok(scenario) => scenarios.push(scenario_value(&scenario)),
                Err(_) => unreadable.push(unread((key.as_str(), text.as_str()))),
            }
        } else if let Some(id) = own::id_of(key) {
            match own::decode(id, text) {
                Ok(lesson) => lessons.push(own::to_value(&lesson)),
                Err(_) => unreadable.push(unread((key.as_str(), text.as_str()))),
            }
        } else if key == BOOK_KEY {
            name = Some(text.as_str()).filter(|name| valid_id(name));
        } else if let Some(name) = pref(key) {
            prefs.insert(name.to_owned(), text.as_str().into());
        }
    }
    let mut file = Map::new();
    let mut put = |name: &str, value| file.insert(name.to_owned(), value);
    put("format", "sales-abacus".into());
    put("version", 1_u64.into());
    if let Some(name) = name {
        put("book", name.into());
    }
    put("day", today.to_string().into());
    put("deals", book.records().map(to_value).collect());
    put("scenarios", scenarios.into());
    put("lessons", lessons.into());
    put("prefs", prefs.into());
    if !unreadable.is_empty() {
        put("unreadable", unreadable.into());
    }
    Value::Object(file).to_string()
}

/// A scenario as JSON, with the fields unknown to this version next to the known ones.
fn scenario_value(scenario: &Scenario) -> Value {
    let mut object = texts(&scenario.unknown_query);
    let mut put = |name: &str, value| object.insert(name.to_owned(), value);
    put("id", scenario.id.as_str().into());
    put("revision", scenario.revision.into());
    put("deleted", scenario.deleted.into());
    put("tool", scenario.calculator.spec().id.into());
    put("name", scenario.name.as_str().into());
    put("place", scenario.place.into());
    let mut inputs = texts(&scenario.unknown_inputs);
    for field in scenario.calculator.spec().fields {
        if let Some(value) = scenario.inputs.get(field.key) {
            inputs.insert(field.key.to_owned(), field.link(value).into());
        }
    }
    put("inputs", inputs.into());
    Value::Object(object)
}

/// Parts of a link by key, still escaped.
fn texts(parts: &[String]) -> Map<String, Value> {
    let pair = |part: &String| {
        let (key, value) = part.split_once('=').unwrap_or((part, ""));
        (key.to_owned(), value.into())
    };
    parts.iter().map(pair).collect()
}
