//! What a file is, judged by its bytes and its name, and which encoding its text has.

use super::bad_file::{BadFile, check_size};
use abacus_core::closed_enum;

/// The files that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file exported from here, see [`read_export`](super::read_export).
    Export,
    /// A table as CSV, see [`Table`](super::Table).
    Table,
}

closed_enum! {
    /// An encoding of text. The codes are the names in the encoding standard of the web, by which a decoder is asked for.
    pub enum Encoding {
        /// UTF-8, with a byte order mark or without.
        Utf8 = "utf-8",
        /// GB18030, and so GBK and GB2312: what Excel in China writes.
        Gb18030 = "gb18030",
        /// UTF-16 with a byte order mark, the low byte first: what Excel calls Unicode text.
        Utf16Le = "utf-16le",
        /// UTF-16 with a byte order mark, the high byte first.
        Utf16Be = "utf-16be",
    }
}

impl Encoding {
    /// The encoding of a text: what a byte order mark says, else UTF-8 where the bytes are that, which
    /// other encodings hardly ever are by chance, else GB18030. A text that breaks off within its last
    /// letter is still UTF-8.
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

/// The text of bytes in UTF-8, without a byte order mark.
///
/// # Errors
/// [`BadFile::Truncated`] if it breaks off within a letter, [`BadFile::NotText`] if it is no such text.
pub fn utf8(bytes: &[u8]) -> Result<&str, BadFile> {
    let text = std::str::from_utf8(bytes).map_err(|error| match error.error_len() {
        Some(_) => BadFile::NotText,
        None => BadFile::Truncated,
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// What a file of this name is.
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
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let ending = name.rsplit('.').next().unwrap_or_default();
    match text.first() {
        None => Err(BadFile::Empty),
        _ if ending.eq_ignore_ascii_case("csv") || ending.eq_ignore_ascii_case("tsv") => Ok(Kind::Table),
        _ if ending.eq_ignore_ascii_case("json") => Ok(Kind::Export),
        Some(b'{' | b'[') => Ok(Kind::Export),
        Some(_) => Ok(Kind::Table),
    }
}
