//! Sorts names in the order of a language, using the browser: pinyin for Chinese, 2 before 10.

use abacus_core::text::Locale;
use js_sys::Intl::Collator;
use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// The separator between two names in transit: a name is a single line.
const BETWEEN: char = '\n';

/// The rank of each name; by code points if the browser cannot sort. All names cross the boundary as one text each way,
/// and are compared in the browser.
pub(super) fn ranks(names: &[&str], locale: Locale) -> Vec<usize> {
    let lines: Vec<String> = names.iter().map(|name| name.replace(BETWEEN, " ")).collect();
    let Ok(sorted) = sorted(&lines.join("\n"), locale) else { return (0..names.len()).collect() };
    let mut places: Vec<(&str, usize)> = sorted.split(BETWEEN).zip(0..).collect();
    places.sort_unstable();
    let place = |line: &String| {
        let first = places.partition_point(|(known, _)| *known < line.as_str());
        places.get(first).map_or(first, |(_, place)| *place)
    };
    lines.iter().map(place).collect()
}

fn sorted(lines: &str, locale: Locale) -> Result<String, JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"numeric".into(), &JsValue::TRUE)?;
    let compare = Collator::new(&Array::of1(&locale.tag().into()), &options).compare();
    let names = JsString::from(lines).split("\n");
    // The browser's own sort and comparison, so that no call crosses the boundary for each pair.
    let sort: Function = Reflect::get(&names, &"sort".into())?.dyn_into()?;
    sort.call1(&names, &compare)?;
    Ok(names.join("\n").into())
}
