//! The kind of a file, by its bytes and its name, and the encoding of its text.

use super::bad_file::{BadFile, check_size};
use super::big5::is_big5;
use super::utf16::{ByteOrder, byte_order};
use abacus_core::closed_enum;
use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};

/// How many bytes are examined between pauses.
const PIECE: usize = 262_144;

/// The files that can be imported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A file exported by this app, see [`read_export`](super::read_export).
    Export,
    /// A table as CSV, see [`Table`](super::Table).
    Table,
    /// A workbook, or another file of a spreadsheet program; its reader finds out which.
    Workbook,
}

closed_enum! {
    /// An encoding of text. The codes are the labels of the WHATWG encoding standard, which decoders take.
    pub enum Encoding {
        /// UTF-8, with or without a byte order mark.
        Utf8 = "utf-8",
        /// GB18030, which includes GBK and GB2312: written by Excel in China.
        Gb18030 = "gb18030",
        /// Big5: written by Excel in Taiwan and Hong Kong.
        Big5 = "big5",
        /// UTF-16, little-endian, with or without a byte order mark: what Excel calls Unicode text.
        Utf16Le = "utf-16le",
        /// UTF-16, big-endian.
        Utf16Be = "utf-16be",
    }
}

impl Encoding {
    /// The encoding of a text: by its byte order mark; else UTF-16 if its bytes form two-byte characters, some of them
    /// with a zero byte, as in no other encoding; else UTF-8 if the bytes are valid, which other encodings rarely are
    /// by chance; else Big5 if its bytes are far likelier in it than in GB18030; else GB18030. A text truncated within
    /// its last character is still UTF-8.
    pub fn of(bytes: &[u8]) -> Self {
        run_to_end(Self::of_with(bytes, &NeverYield)).and_then(Result::ok).unwrap_or(Self::Utf8)
    }

    async fn of_with(bytes: &[u8], pace: &dyn Pace) -> Result<Self, Stopped> {
        Ok(match bytes {
            [0xFF, 0xFE, ..] => Self::Utf16Le,
            [0xFE, 0xFF, ..] => Self::Utf16Be,
            _ if let Some(order) = byte_order(bytes) => match order {
                ByteOrder::Little => Self::Utf16Le,
                ByteOrder::Big => Self::Utf16Be,
            },
            _ => {
                let mut is_ascii = true;
                match each_piece(bytes, pace, |piece| is_ascii &= piece.is_ascii()).await? {
                    Ok(()) => Self::Utf8,
                    Err(BreaksOff(breaks_off)) => {
                        if breaks_off && !is_ascii {
                            Self::Utf8
                        } else if is_big5(bytes) {
                            Self::Big5
                        } else {
                            Self::Gb18030
                        }
                    }
                }
            }
        })
    }

    /// Whether its characters have two bytes each, of which one may be zero.
    const fn is_utf16(self) -> bool {
        matches!(self, Self::Utf16Le | Self::Utf16Be)
    }
}

/// A text is not UTF-8; the flag tells whether that is because it ends within a character.
struct BreaksOff(bool);

/// Calls `take` with one valid piece of UTF-8 after another.
async fn each_piece(
    bytes: &[u8],
    pace: &dyn Pace,
    mut take: impl FnMut(&str),
) -> Result<Result<(), BreaksOff>, Stopped> {
    let mut start = 0_usize;
    while start < bytes.len() {
        yield_if_due(pace, start, bytes.len()).await?;
        let end = start.saturating_add(PIECE).min(bytes.len());
        let piece = bytes.get(start..end).unwrap_or_default();
        let (valid, broken) = match std::str::from_utf8(piece) {
            Ok(text) => (text, None),
            Err(error) => {
                let valid = piece.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok());
                (valid.unwrap_or_default(), Some(error.error_len().is_none()))
            }
        };
        take(valid);
        match broken {
            // The piece ends within a character, not the text.
            Some(true) if end < bytes.len() => {}
            Some(breaks_off) => return Ok(Err(BreaksOff(breaks_off))),
            None => {}
        }
        start = start.saturating_add(valid.len());
    }
    Ok(Ok(()))
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

/// The same in pieces.
///
/// # Errors
/// The same, and [`BadFile::Stopped`].
pub async fn utf8_with(bytes: &[u8], pace: &dyn Pace) -> Result<String, BadFile> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut text = String::with_capacity(bytes.len());
    match each_piece(bytes, pace, |piece| text.push_str(piece)).await? {
        Ok(()) => Ok(text),
        Err(BreaksOff(true)) => Err(BadFile::Truncated),
        Err(BreaksOff(false)) => Err(BadFile::NotText),
    }
}

/// The kind of a file, by its name and bytes.
///
/// # Errors
/// [`BadFile::Empty`], [`BadFile::TooLarge`], [`BadFile::NotText`].
pub fn kind(name: &str, bytes: &[u8]) -> Result<Kind, BadFile> {
    run_to_end(kind_with(name, bytes, &NeverYield)).unwrap_or(Err(BadFile::Stopped)).map(|(kind, _)| kind)
}

/// The kind of a file and the encoding of its text, in pieces. For a workbook, the encoding is meaningless.
///
/// # Errors
/// The same, and [`BadFile::Stopped`].
pub async fn kind_with(name: &str, bytes: &[u8], pace: &dyn Pace) -> Result<(Kind, Encoding), BadFile> {
    check_size(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    let is_archive = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06");
    if is_archive || bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Ok((Kind::Workbook, Encoding::Utf8));
    }
    if is_cards(bytes) {
        return Err(BadFile::ContactCards);
    }
    let encoding = Encoding::of_with(bytes, pace).await?;
    for (index, piece) in bytes.chunks(PIECE).enumerate().filter(|_| !encoding.is_utf16()) {
        yield_if_due(pace, index.saturating_mul(PIECE), bytes.len()).await?;
        if piece.contains(&0) {
            return Err(BadFile::NotText);
        }
    }
    let ending = name.rsplit('.').next().unwrap_or_default();
    let kind = match first_letter(bytes, encoding) {
        None => return Err(BadFile::Empty),
        _ if ending.eq_ignore_ascii_case("csv") || ending.eq_ignore_ascii_case("tsv") => Kind::Table,
        _ if ending.eq_ignore_ascii_case("json") => Kind::Export,
        Some(b'{' | b'[') => Kind::Export,
        Some(_) => Kind::Table,
    };
    Ok((kind, encoding))
}

/// Whether a file contains contact cards, by its first line, whatever its name.
pub fn is_cards(bytes: &[u8]) -> bool {
    const FIRST: &[u8] = b"BEGIN:VCARD";
    let marked = after_utf16_mark(bytes);
    let rest = marked.or_else(|| bytes.strip_prefix(b"\xEF\xBB\xBF")).unwrap_or(bytes);
    // In UTF-16, the bytes that are not zero.
    let wide = marked.is_some() || matches!(bytes, [0, ..] | [_, 0, ..]);
    let letters = rest.iter().filter(|byte| !wide || **byte != 0);
    let mut letters = letters.skip_while(|byte| byte.is_ascii_whitespace());
    FIRST.iter().all(|letter| letters.next().is_some_and(|next| next.eq_ignore_ascii_case(letter)))
}

/// What follows the byte order mark of UTF-16; `None` without one.
fn after_utf16_mark(bytes: &[u8]) -> Option<&[u8]> {
    bytes.strip_prefix(b"\xFF\xFE").or_else(|| bytes.strip_prefix(b"\xFE\xFF"))
}

/// The first character that is not white space; some other byte if it is not ASCII.
fn first_letter(bytes: &[u8], encoding: Encoding) -> Option<u8> {
    let unit = |pair: &[u8], is_little: bool| match (pair, is_little) {
        ([letter, 0], true) | ([0, letter], false) => *letter,
        _ => u8::MAX,
    };
    let wide = |is_little: bool| {
        let pairs = after_utf16_mark(bytes).unwrap_or(bytes).chunks(2);
        pairs.map(move |pair| unit(pair, is_little)).find(|letter| !letter.is_ascii_whitespace())
    };
    match encoding {
        Encoding::Utf16Le => wide(true),
        Encoding::Utf16Be => wide(false),
        Encoding::Utf8 | Encoding::Gb18030 | Encoding::Big5 => {
            bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start().first().copied()
        }
    }
}
