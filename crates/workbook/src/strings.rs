//! Shared strings.

use abacus_core::pace::Pace;

use crate::archive::Archive;
use crate::error::WorkbookError;
use crate::xml::Item;

pub(crate) async fn read(archive: &mut Archive<'_>, part: &str, pace: &dyn Pace) -> Result<Vec<String>, WorkbookError> {
    let mut strings = Vec::new();
    let mut words = TextBuilder::default();
    let mut xml = archive.part(part)?;
    while let Some(item) = xml.next(pace).await? {
        match item {
            Item::Open(tag) if tag.name() == "si" => words = TextBuilder::default(),
            Item::Close(tag) if tag.name() == "si" => strings.push(std::mem::take(&mut words).finish()),
            item => words.take(&item),
        }
    }
    Ok(strings)
}

/// A text under construction: runs of rich text are joined, and phonetic text is left out.
#[derive(Default)]
pub(crate) struct TextBuilder {
    text: String,
    is_open: bool,
    is_phonetic: bool,
}

impl TextBuilder {
    pub(crate) fn take(&mut self, item: &Item<'_>) {
        match item {
            Item::Open(tag) if tag.name() == "t" => self.is_open = true,
            Item::Open(tag) if tag.name() == "rPh" => self.is_phonetic = true,
            Item::Close(tag) if tag.name() == "t" => self.is_open = false,
            Item::Close(tag) if tag.name() == "rPh" => self.is_phonetic = false,
            Item::Text(piece) if self.is_open && !self.is_phonetic => self.text.push_str(piece),
            _ => {}
        }
    }

    pub(crate) fn finish(self) -> String {
        unescaped(self.text)
    }
}

/// Decodes the escapes of characters that XML cannot represent or would change: `_x000D_`.
pub(crate) fn unescaped(text: String) -> String {
    if !text.contains("_x") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        rest = match escape(after) {
            Some((letter, after)) => {
                out.push(letter);
                after
            }
            None => {
                out.push_str("_x");
                after
            }
        };
    }
    out.push_str(rest);
    out
}

/// Parses what follows an `_x`: the escaped character, and the text after the escape.
fn escape(after: &str) -> Option<(char, &str)> {
    let (digits, after) = after.split_at_checked(4)?;
    let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let code = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?;
    Some((char::from_u32(code)?, after.strip_prefix('_')?))
}

#[cfg(test)]
mod tests {
    use super::unescaped;

    #[test]
    fn escapes_are_decoded_and_lookalikes_kept() {
        for (text, expected) in [
            ("a_x000D_b", "a\rb"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x4E2D__x6587_", "中文"),
            ("max_x", "max_x"),
            ("_xD800_", "_xD800_"),
            ("_x+00D_", "_x+00D_"),
            ("_x中文", "_x中文"),
        ] {
            assert_eq!(unescaped(text.to_owned()), expected, "{text}");
        }
    }
}
