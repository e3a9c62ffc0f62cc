//! Reads the JSON of a record as [`encode`](super::encode) writes it: without spaces, without repeated or escaped
//! names, and with numbers of digits only.
//!
//! Nearly all records are like that and can be read without copying. Any other text, valid or damaged, is left to
//! [`parse`](crate::json::parse), which alone decides what is JSON and what is wrong with a text that is not.

use std::borrow::Cow;

use serde_json::Value;

use super::node::{Members, Node};
use crate::json::{MAX_DEPTH, RESERVED};

/// The value in a text; `None` if the text is written differently.
pub(super) fn read(text: &str) -> Option<Node<'_>> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(MAX_DEPTH)?;
    (reader.at == text.len()).then_some(value)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    /// `depth` is how many more levels may follow.
    fn value(&mut self, depth: usize) -> Option<Node<'a>> {
        match self.peek()? {
            b'"' => self.text().map(Node::Text),
            b'{' => self.object(depth.checked_sub(1)?).map(Node::Object),
            b'[' => self.list(depth.checked_sub(1)?).map(Node::List),
            b'0'..=b'9' => self.whole().map(Node::Whole),
            b't' => self.word("true", Node::Flag(true)),
            b'f' => self.word("false", Node::Flag(false)),
            b'n' => self.word("null", Node::Null),
            _ => None,
        }
    }

    fn object(&mut self, depth: usize) -> Option<Members<'a>> {
        let mut members = Members::new();
        self.skip(1);
        if self.peek() == Some(b'}') {
            self.skip(1);
            return Some(members);
        }
        loop {
            let name = self.name()?;
            let place = place_of(name, &members)?;
            if name == RESERVED || self.next()? != b':' {
                return None;
            }
            members.insert(place, (name, self.value(depth)?));
            match self.next()? {
                b',' => {}
                b'}' => return Some(members),
                _ => return None,
            }
        }
    }

    fn list(&mut self, depth: usize) -> Option<Vec<Node<'a>>> {
        let mut items = Vec::new();
        self.skip(1);
        if self.peek() == Some(b']') {
            self.skip(1);
            return Some(items);
        }
        loop {
            items.push(self.value(depth)?);
            match self.next()? {
                b',' => {}
                b']' => return Some(items),
                _ => return None,
            }
        }
    }

    /// Reads digits. The caller checks the next byte and so rejects any longer number.
    fn whole(&mut self) -> Option<u64> {
        let digits = self.take_while(|byte| byte.is_ascii_digit())?;
        if digits.len() > 1 && digits.starts_with('0') { None } else { digits.parse().ok() }
    }

    fn word(&mut self, word: &str, value: Node<'a>) -> Option<Node<'a>> {
        let is_it = self.text.get(self.at..)?.starts_with(word);
        self.skip(word.len());
        is_it.then_some(value)
    }

    fn name(&mut self) -> Option<&'a str> {
        let begins = self.next()? == b'"';
        let name = self.letters()?;
        (begins && self.next()? == b'"').then_some(name)
    }

    fn text(&mut self) -> Option<Cow<'a, str>> {
        let start = self.at;
        self.skip(1);
        let letters = self.letters()?;
        let mut end = self.next()?;
        if end == b'"' {
            return Some(Cow::Borrowed(letters));
        }
        while end == b'\\' {
            self.skip(1);
            self.letters()?;
            end = self.next()?;
        }
        if end != b'"' {
            return None;
        }
        match serde_json::from_str(self.text.get(start..self.at)?) {
            Ok(Value::String(text)) => Some(Cow::Owned(text)),
            _ => None,
        }
    }

    /// The characters of a text up to a quote, an escape or a character that a text may not contain.
    fn letters(&mut self) -> Option<&'a str> {
        self.take_while(|byte| byte >= b' ' && byte != b'"' && byte != b'\\')
    }

    fn take_while(&mut self, is_wanted: impl Fn(u8) -> bool) -> Option<&'a str> {
        let left = self.text.get(self.at..)?;
        let end = left.bytes().position(|byte| !is_wanted(byte))?;
        self.skip(end);
        left.get(..end)
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek();
        self.skip(1);
        byte
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    const fn skip(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }
}

/// How far from its sorted position a name may be, which bounds the time for any text.
const REACH: usize = 64;

/// The position of a further name in sorted order; `None` if the name is already there or too far from its position.
/// Other programs write names in other orders.
fn place_of(name: &str, members: &Members<'_>) -> Option<usize> {
    let behind = members.iter().rev().take(REACH).take_while(|(known, _)| *known > name).count();
    let (before, _) = members.split_at_checked(members.len().saturating_sub(behind))?;
    let is_new = before.last().is_none_or(|(known, _)| *known != name);
    (is_new && behind < REACH).then_some(before.len())
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::demo::demo;
    use crate::encode;
    use abacus_core::date::Date;
    use abacus_core::text::Locale;

    #[test]
    fn encoded_deals_are_read() {
        let deals = Date::new(2026, 3, 2).map(|today| demo(Locale::Zh, today)).unwrap_or_default();
        assert!(deals.len() > 5);
        for text in deals.iter().map(encode) {
            assert!(read(&text).is_some(), "{text}");
        }
    }

    #[test]
    fn names_may_have_any_order_but_not_repeat() {
        assert!(read(r#"{"schema":2,"id":"d","people":[{"name":"A","id":"p1"}]}"#).is_some());
        assert!(read(r#"{"schema":2,"id":"d","schema":2}"#).is_none());
    }
}
