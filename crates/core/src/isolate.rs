//! Names that people wrote, embedded in our sentences: the writing direction of a name must not affect the text around
//! it.
//!
//! On a page, a name in an element of its own is in a `<bdi>`. In a string (an accessible name, a title, a line that is
//! read aloud) use [`isolated`] instead. Copied or exported text has neither: other programs show the marks, or search
//! for the name as it was written.

use std::fmt;

const FIRST_STRONG_ISOLATE: char = '\u{2068}';
const POP_DIRECTIONAL_ISOLATE: char = '\u{2069}';

/// A name, with isolating marks if it needs them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Isolated<'a>(&'a str);

/// Isolates a name in a sentence that is shown or read aloud. Both our languages are written left to right, so a
/// left-to-right name needs no marks and gets none.
pub const fn isolated(name: &str) -> Isolated<'_> {
    Isolated(name)
}

impl fmt::Display for Isolated<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.contains(turns) {
            write!(formatter, "{FIRST_STRONG_ISOLATE}{}{POP_DIRECTIONAL_ISOLATE}", self.0)
        } else {
            formatter.write_str(self.0)
        }
    }
}

/// Whether a character is written right to left, or changes the direction of others.
const fn turns(one: char) -> bool {
    matches!(one,
        '\u{590}'..='\u{8ff}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}

#[cfg(test)]
mod tests {
    use super::isolated;

    #[test]
    fn only_right_to_left_names_are_marked() {
        for name in ["", "李雷", "Zoë O’Neil", "한국", "Ольга", "1 + 2", "\u{feff}a"] {
            assert_eq!(isolated(name).to_string(), name);
        }
        for name in ["دانة", "דנה", "A דנה", "\u{202e}abc", "ﷺ", "𞤀"] {
            assert_eq!(isolated(name).to_string(), format!("\u{2068}{name}\u{2069}"));
        }
    }
}
