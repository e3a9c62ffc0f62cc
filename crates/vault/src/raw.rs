//! An export of raw records, unparsed and unchanged, for when storage fails or holds unreadable records.

/// The file `{"format":"sales-abacus-raw","version":1,"entries":{"<key>":"<text>"}}`, which `src/start/rescue.js` also offers
/// after a panic. It is written by hand: two levels of strings do not justify a JSON library in the calculators'
/// bundle.
#[must_use]
pub fn raw_file(entries: &[(String, String)]) -> String {
    let entries: Vec<_> = entries.iter().map(|(key, text)| format!("{}:{}", quote(key), quote(text))).collect();
    format!("{{\"format\":\"sales-abacus-raw\",\"version\":1,\"entries\":{{{}}}}}", entries.join(","))
}

fn quote(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => quoted.extend(['\\', character]),
            '\0'..='\u{1f}' => quoted.push_str(&format!("\\u{:04x}", u32::from(character))),
            _ => quoted.push(character),
        }
    }
    quoted.push('"');
    quoted
}
