//! A lesson as text: `bad-debt;title=…;question=…;line=…;move=margin,0.06;v.loss=700`, for its record and for links.
//! Escaped characters become letters, digits and `%`, so the text can be used in a fragment as it is.

use abacus_core::calculators::Listing;
use abacus_vault::valid_id;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use rust_decimal::Decimal;

use super::steps::{DEFAULT_STEPS, from_text, to_text};
use super::{MAX_ADDRESS, MAX_CHARACTERS, MAX_LINES, OwnError, OwnLesson};

/// The version of this format. It is the default of records that state none.
const SCHEMA: &str = "1";
/// The characters written as `%XX`: all but letters, digits and these four.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');
/// The maximum number of bytes that are parsed. The longest text that is written is shorter.
const MAX_BYTES: usize = 16_384;
/// The maximum number of values, and the maximum bytes of the key and the value of one.
const MAX_VALUES: usize = 32;
const MAX_VALUE: usize = 64;

/// The text to store under [`key`](super::key).
pub fn encode(own: &OwnLesson) -> String {
    let mut parts = shared(own);
    parts.push(format!("revision={}", own.revision));
    if own.deleted {
        parts.push("deleted=1".to_owned());
    }
    parts.extend_from_slice(&own.unknown);
    parts.join(";")
}

/// The address that opens the lesson on any device: `page` and its fragment. None if it is longer than
/// [`MAX_ADDRESS`].
pub fn link(own: &OwnLesson, page: &str) -> Option<String> {
    let address = format!("{page}#lesson={}&step=1", shared(own).join(";"));
    (address.len() <= MAX_ADDRESS).then_some(address)
}

/// Parses the lesson in a link, the content of [`LessonRef::Linked`](crate::LessonRef::Linked).
///
/// # Errors
/// Why it cannot be parsed.
pub fn read_link(text: &str) -> Result<OwnLesson, OwnError> {
    read("", text)
}

/// Parses a record.
///
/// # Errors
/// Why it cannot be parsed. The record must then be left unchanged.
pub fn decode(id: &str, text: &str) -> Result<OwnLesson, OwnError> {
    if valid_id(id) { read(id, text) } else { Err(OwnError::BadId) }
}

/// The parts that a record and a link have in common.
fn shared(own: &OwnLesson) -> Vec<String> {
    let mut parts = vec![own.calculator.id.to_owned()];
    let mut put = |key: &str, value: &str| parts.push(part(key, value));
    put("title", &own.title);
    put("question", &own.question);
    own.lines.iter().for_each(|line| put("line", line));
    if let Some((input, to)) = &own.moves {
        put(&format!("move.{input}"), &to.normalize().to_string());
    }
    if own.steps != DEFAULT_STEPS {
        put("steps", &to_text(&own.steps));
    }
    own.values.iter().for_each(|(key, value)| put(&format!("v.{key}"), value));
    parts
}

/// A part of the text, with its value escaped.
pub(super) fn part(key: &str, value: &str) -> String {
    format!("{key}={}", utf8_percent_encode(value, ESCAPED))
}

/// The only parser: everything from a link, a file or the store is validated here.
fn read(id: &str, text: &str) -> Result<OwnLesson, OwnError> {
    if text.len() > MAX_BYTES {
        return Err(OwnError::TooLong);
    }
    let mut parts = text.split(';').filter(|part| !part.is_empty());
    let tool = parts.next().unwrap_or_default();
    let parts: Vec<_> = parts.map(|part| (part, part.split_once('=').unwrap_or((part, "")))).collect();
    // Checked first, because a newer format may change the meaning of everything else.
    if let Some((_, (_, newer))) = parts.iter().find(|(_, (key, value))| *key == "schema" && *value != SCHEMA) {
        return Err(OwnError::NewerSchema((*newer).to_owned()));
    }
    let calculator = Listing::find(tool).ok_or_else(|| OwnError::UnknownCalculator(tool.to_owned()))?;
    let mut own = OwnLesson {
        id: id.to_owned(),
        revision: 0,
        deleted: false,
        calculator,
        title: String::new(),
        question: String::new(),
        lines: Vec::new(),
        values: Vec::new(),
        moves: None,
        steps: DEFAULT_STEPS.to_vec(),
        unknown: Vec::new(),
    };
    let mut seen: Vec<&str> = Vec::new();
    for (raw, (key, value)) in parts {
        let bad = || OwnError::BadPart(key.to_owned());
        if key != "line" {
            if seen.contains(&key) {
                return Err(bad());
            }
            seen.push(key);
        }
        let words = || unescape(value).filter(|text| is_short(text)).ok_or_else(bad);
        match key {
            "schema" => {}
            "title" => own.title = words()?,
            "question" => own.question = words()?,
            "line" if own.lines.len() < MAX_LINES => own.lines.push(words()?),
            "line" => return Err(bad()),
            "steps" => own.steps = from_text(value).ok_or_else(bad)?,
            "revision" => own.revision = value.parse().map_err(|_| bad())?,
            "deleted" => own.deleted = value.parse::<u8>().map_err(|_| bad())? > 0,
            _ => match key.split_once('.') {
                Some(("v", input)) if own.values.len() < MAX_VALUES => {
                    let value = unescape(value).filter(|value| is_value(value)).ok_or_else(bad)?;
                    let input = is_key(input).then(|| input.to_owned()).ok_or_else(bad)?;
                    own.values.push((input, value));
                }
                Some(("move", input)) if own.moves.is_none() && is_key(input) => {
                    own.moves =
                        Some((input.to_owned(), Decimal::from_str_exact(value).map_err(|_| bad())?.normalize()));
                }
                Some(("v" | "move", _)) => return Err(bad()),
                _ if RESERVED.contains(&key) || !is_plain(raw) => return Err(bad()),
                _ => own.unknown.push(format!("{key}={value}")),
            },
        }
    }
    if own.title.trim().is_empty() || own.question.trim().is_empty() {
        return Err(OwnError::Incomplete);
    }
    Ok(own)
}

/// Keys that have another form in a file, where an unknown part of the same name could not be told apart.
const RESERVED: [&str; 5] = ["id", "tool", "lines", "move", "inputs"];

/// Whether it can be used in the text of a record without escaping.
pub(super) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b';')
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= MAX_CHARACTERS && !text.chars().any(char::is_control)
}

/// Whether it could be the key of an input.
fn is_key(key: &str) -> bool {
    let is_letter = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_');
    (1..=MAX_VALUE).contains(&key.len()) && key.bytes().all(is_letter)
}

/// Whether it could be a value in a link: a plain number or a name.
fn is_value(value: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    (1..=MAX_VALUE).contains(&value.len()) && value.bytes().all(is_plain)
}

/// Unlike in links to calculators, invalid text is rejected: it could not be written back unchanged.
fn unescape(text: &str) -> Option<String> {
    percent_decode_str(text).decode_utf8().ok().map(std::borrow::Cow::into_owned)
}
