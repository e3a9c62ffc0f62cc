//! Records as a file, unread and unchanged, when storage fails or holds what cannot be read.

/// The file `{"format":"sales-abacus-raw","version":1,"entries":{"<key>":"<text>"}}`, as the page
/// that is left when the app has stopped offers it too. Written by hand: two levels of texts are
/// not worth a JSON library on a phone.
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
