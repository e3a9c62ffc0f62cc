//! When a field counts as filled in, and when two names are the same person.

/// A normal form in which all spellings of a name are equal: full-width letters become ASCII, case is ignored, spaces
/// are trimmed and collapsed, invisible characters are removed.
pub(super) fn name_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    let mut is_apart = false;
    for c in name.chars().map(to_half_width) {
        if c.is_whitespace() {
            is_apart = !key.is_empty();
        } else if !is_invisible(c) {
            if std::mem::take(&mut is_apart) {
                key.push(' ');
            }
            if c.is_ascii() {
                key.push(c.to_ascii_lowercase());
            } else {
                key.extend(c.to_lowercase());
            }
        }
    }
    key
}

/// Whether the text has no visible characters.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(|c| c.is_whitespace() || is_invisible(c))
}

/// The first characters of a name, as an abbreviation where space is short. A Chinese character takes 3 units of
/// `width_left`, a letter 2. Empty for a blank name.
pub fn abbreviate(name: &str, mut width_left: u32) -> String {
    let visible = name.chars().map(to_half_width).filter(|c| !is_invisible(*c));
    let fits = |c: &char| {
        // A combining mark or variation selector takes no room.
        let width = match u32::from(*c) {
            0x300..=0x36F | 0xFE00..=0xFE0F => 0,
            ..0x2E80 => 2,
            _ => 3,
        };
        let left = width_left.checked_sub(width);
        width_left = left.unwrap_or_default();
        left.is_some()
    };
    visible.skip_while(|c| c.is_whitespace()).take_while(fits).collect::<String>().trim_end().to_owned()
}

/// Converts full-width ASCII (U+FF01 to U+FF5E) to ASCII. The ideographic space already counts as white space.
fn to_half_width(c: char) -> char {
    match c {
        '！'..='～' => u32::from(c).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(c),
        other => other,
    }
}

/// Control characters, and the zero-width and direction marks that come with pasted text.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use super::{abbreviate, is_blank, name_key};

    #[test]
    fn spellings_of_one_name_share_a_key() {
        for (a, b) in
            [("Li Lei", "  li  LEI "), ("Ｌｉ　Ｌｅｉ", "li lei"), ("王芳", "\u{200B}王芳\u{3000}"), ("ÉMILE", "émile")]
        {
            assert_eq!(name_key(a), name_key(b));
        }
        assert_ne!(name_key("王芳"), name_key("王方"));
        assert_ne!(name_key("Li Lei"), name_key("LiLei"));
    }

    #[test]
    fn invisible_text_is_blank() {
        for text in ["", " ", "\u{3000}", "\t\n", "\u{200B}\u{FEFF}", "\0"] {
            assert!(is_blank(text), "{text:?}");
            assert_eq!(name_key(text), "", "{text:?}");
        }
        assert!(!is_blank("?"));
    }

    #[test]
    fn a_sign_is_the_beginning_of_a_name() {
        for (name, expected) in [
            ("华东机床", ["华东", "华", "华"]),
            ("Acme Ltd", ["Acm", "Ac", "A"]),
            ("A 公司", ["A", "A", "A"]),
            (" \u{200B}ＡＢＣ", ["ABC", "AB", "A"]),
            ("É\u{301}mile", ["É\u{301}mi", "É\u{301}m", "É\u{301}"]),
            ("王", ["王", "王", "王"]),
            ("\u{3000}", ["", "", ""]),
            ("", ["", "", ""]),
        ] {
            assert_eq!([6, 4, 3].map(|width_left| abbreviate(name, width_left)), expected, "{name:?}");
        }
    }
}
