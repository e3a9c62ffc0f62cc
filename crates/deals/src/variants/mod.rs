//! Simplified and traditional forms of a character. The table is that of OpenCC 1.4.2 (`TSCharacters.txt`, Apache-2.0),
//! for the characters below U+10000: each group is a simplified form followed by its traditional ones.

/// A function that returns the other forms of a character.
pub type Variants = fn(char) -> String;

const TABLE: &str = include_str!("table.txt");

/// The other forms of a character: the traditional ones of a simplified one, the simplified ones of a traditional one.
/// It may be both: 后 is the simplified form of 後, and of itself; 苧 is the simplified form of 薴, and the traditional
/// one of 苎.
#[must_use]
pub fn variants(c: char) -> String {
    let groups = TABLE.split_whitespace().filter(|group| group.contains(c));
    groups.flat_map(str::chars).filter(|other| *other != c).collect()
}

/// Whether a text has a character that might have other forms.
#[must_use]
pub fn may_vary(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3400}'..='\u{9FFF}'))
}

#[cfg(test)]
mod tests {
    use super::{TABLE, may_vary, variants};

    #[test]
    fn each_form_leads_to_the_others() {
        for (one, others) in [
            ('户', "戶"),
            ('戶', "户"),
            ('国', "國"),
            ('后', "後"),
            ('里', "裏裡"),
            ('裡', "里裏"),
            ('客', ""),
            ('a', ""),
        ] {
            assert_eq!(variants(one), others, "{one}");
        }
        for group in TABLE.split_whitespace() {
            for one in group.chars() {
                let others = variants(one);
                assert!(group.chars().all(|other| other == one || others.contains(other)), "{one} in {group}");
            }
        }
    }

    #[test]
    fn the_table_has_every_character_that_may_vary() {
        assert!(
            TABLE
                .split_whitespace()
                .all(|group| group.chars().count() > 1 && group.chars().all(|c| may_vary(c.encode_utf8(&mut [0; 4]))))
        );
        assert!(!may_vary("Müller 4 ＡＢ"));
    }
}
