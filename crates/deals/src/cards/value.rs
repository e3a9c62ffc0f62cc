//! Values as text: quoted-printable and charset decoded, and split at semicolons.

use super::Decode;
use super::line::Property;
use crate::transfer::Encoding;

/// The encoding of a value's bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    Known(Encoding),
    /// ISO 8859-1: each byte is a letter.
    Latin1,
    /// An encoding that we do not read.
    Other,
}

impl Charset {
    /// The encoding of values that declare none: UTF-8, or GB18030 if one of them is not valid UTF-8.
    pub(super) fn of_silent<'a>(properties: impl Iterator<Item = &'a Property>) -> Self {
        let mut silent = properties.filter(|one| one.parameter("CHARSET").is_none() && !one.is_binary());
        let is_utf8 = silent.all(|one| std::str::from_utf8(&bytes(one)).is_ok());
        Self::Known(if is_utf8 { Encoding::Utf8 } else { Encoding::Gb18030 })
    }

    fn of(property: &Property, silent: Self) -> Self {
        match property.parameter("CHARSET") {
            None => silent,
            Some("UTF-8" | "UTF8") => Self::Known(Encoding::Utf8),
            Some("GBK" | "GB2312" | "GB18030" | "CP936" | "GB_2312-80" | "X-GBK") => Self::Known(Encoding::Gb18030),
            Some("ISO-8859-1" | "LATIN1") => Self::Latin1,
            Some(_) => Self::Other,
        }
    }

    fn read(self, bytes: &[u8], decode: Decode<'_>) -> Option<String> {
        match self {
            _ if bytes.is_ascii() => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
            Self::Known(Encoding::Utf8) => std::str::from_utf8(bytes).ok().map(str::to_owned),
            Self::Known(encoding) => decode(bytes, encoding),
            Self::Latin1 => Some(bytes.iter().map(|byte| char::from(*byte)).collect()),
            Self::Other => None,
        }
    }
}

/// The text of a value, still with its backslashes; `None` if it is in an encoding that cannot be read.
pub(super) fn text(property: &Property, silent: Charset, decode: Decode<'_>) -> Option<String> {
    Charset::of(property, silent).read(&bytes(property), decode)
}

fn bytes(property: &Property) -> Vec<u8> {
    if property.is_quoted_printable() { unquoted(&property.value) } else { property.value.clone() }
}

/// Decodes quoted-printable. Invalid sequences stay as they are.
fn unquoted(value: &[u8]) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut found = Vec::with_capacity(value.len());
    let mut rest = value;
    while let Some((first, after)) = rest.split_first() {
        let pair = match after {
            [high, low, ..] if *first == b'=' => digit(*high).zip(digit(*low)),
            _ => None,
        };
        match pair {
            Some((high, low)) => {
                found.push(high.wrapping_shl(4) | low);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                found.push(*first);
                rest = after;
            }
        }
    }
    found
}

/// The parts of a value between semicolons, unescaped and trimmed.
pub(super) fn parts(text: &str, is_old: bool) -> Vec<String> {
    let letters = letters(text, is_old);
    let part = |part: &[Letter]| plain(part);
    letters.split(|letter| letter.is_between).map(part).collect()
}

/// The whole value, unescaped and trimmed, with its semicolons.
pub(super) fn whole(text: &str, is_old: bool) -> String {
    plain(&letters(text, is_old))
}

struct Letter {
    letter: char,
    /// Whether it is a semicolon between two parts.
    is_between: bool,
}

fn plain(letters: &[Letter]) -> String {
    let text: String = letters.iter().map(|one| one.letter).collect();
    text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

fn letters(text: &str, is_old: bool) -> Vec<Letter> {
    let mut found = Vec::new();
    let mut rest = text.chars();
    while let Some(letter) = rest.next() {
        let escaped = match (letter, rest.clone().next()) {
            ('\\', Some(next @ ('\\' | ';' | ',' | ':'))) => Some(next),
            ('\\', Some('n' | 'N')) if !is_old => Some('\n'),
            _ => None,
        };
        if escaped.is_some() {
            let _read = rest.next();
        }
        found.push(Letter { letter: escaped.unwrap_or(letter), is_between: letter == ';' });
    }
    found
}
