//! The kind of a file, by its bytes and its name, and the encoding of its text.

use super::bad_file::{BadFile, check_size};
use abacus_core::closed_enum;

/// The files that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file exported by this app, see [`read_export`](super::read_export).
    Export,
    /// A table as CSV, see [`Table`](super::Table).
    Table,
}

closed_enum! {
    /// An encoding of text. The codes are the labels of the WHATWG encoding standard, which decoders take.
    pub enum Encoding {
        /// UTF-8, with or without a byte order mark.
        Utf8 = "utf-8",
        /// GB18030, which includes GBK and GB2312: written by Excel in China.
        Gb18030 = "gb18030",
        /// UTF-16 with a byte order mark, little-endian: what Excel calls Unicode text.
        Utf16Le = "utf-16le",
        /// UTF-16 with a byte order mark, big-endian.
        Utf16Be = "utf-16be",
    }
}

impl Encoding {
    /// The encoding of a text: by its byte order mark; else UTF-8 if the bytes are valid, which other encodings rarely
    /// are by chance; else GB18030. A text truncated within its last character is still UTF-8.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        match bytes {
            [0xFF, 0xFE, ..] => Self::Utf16Le,
            [0xFE, 0xFF, ..] => Self::Utf16Be,
            _ => match std::str::from_utf8(bytes) {
                Ok(_) => Self::Utf8,
                Err(error) => {
                    let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
                    let breaks_off = error.error_len().is_none() && !before.is_ascii();
                    if breaks_off { Self::Utf8 } else { Self::Gb18030 }
                }
            },
        }
    }
}

/// Decodes UTF-8 and strips a byte order mark.
///
/// # Errors
/// [`BadFile::Truncated`] if it ends within a character, [`BadFile::NotText`] if it is not UTF-8.
pub fn utf8(bytes: &[u8]) -> Result<&str, BadFile> {
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        Some(_) => BadFile::NotText,
        None => BadFile::Truncated,
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// The kind of a file, by its name and bytes.
///
/// # Errors
/// [`BadFile::Empty`], [`BadFile::TooLarge`], [`BadFile::Workbook`], [`BadFile::NotText`].
pub fn kind(name: &str, bytes: &[u8]) -> Result<Kind, BadFile> {
    check_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(BadFile::Workbook);
    }
    let is_wide = matches!(Encoding::of(bytes), Encoding::Utf16Le | Encoding::Utf16Be);
    if !is_wide && bytes.contains(&0) {
        return Err(BadFile::NotText);
    }
    let ending = name.rsplit('.').next().unwrap_or_default();
    match first_letter(bytes) {
        None => Err(BadFile::Empty),
        _ if ending.eq_ignore_ascii_case("csv") || ending.eq_ignore_ascii_case("tsv") => Ok(Kind::Table),
        _ if ending.eq_ignore_ascii_case("json") => Ok(Kind::Export),
        Some(b'{' | b'[') => Ok(Kind::Export),
        Some(_) => Ok(Kind::Table),
    }
}

/// The first letter that is no space; some other byte for one that is not ASCII.
fn first_letter(bytes: &[u8]) -> Option<u8> {
    let unit = |pair: &[u8], is_little: bool| match (pair, is_little) {
        ([letter, 0], true) | ([0, letter], false) => *letter,
        _ => u8::MAX,
    };
    let wide = |is_little: bool| {
        let pairs = bytes.get(2..).unwrap_or_default().chunks(2);
        pairs.map(move |pair| unit(pair, is_little)).find(|letter| !letter.is_ascii_whitespace())
    };
    match Encoding::of(bytes) {
        Encoding::Utf16Le => wide(true),
        Encoding::Utf16Be => wide(false),
        Encoding::Utf8 | Encoding::Gb18030 => {
            bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start().first().copied()
        }
    }
}
