//! The tags and texts of a part.

use std::io::{BufReader, ErrorKind, Read};

use abacus_core::pace::{Pace, yield_if_due};
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use quick_xml::{Error, Reader};

use crate::budget::Budget;
use crate::error::WorkbookError;

/// The number of tags and texts between two calls of `yield_if_due`.
const BETWEEN_BEATS: u32 = 64;

pub(crate) struct Xml<'a, R> {
    reader: Reader<BufReader<R>>,
    buffer: Vec<u8>,
    budget: &'a Budget<'a>,
    since_beat: u32,
}

/// An item of a part. An empty element opens and closes.
pub(crate) enum Item<'a> {
    Open(Tag<'a>),
    Close(End<'a>),
    /// A piece of a text: there may be several in a row.
    Text(String),
}

/// An opening tag.
pub(crate) struct Tag<'a>(BytesStart<'a>);

/// A closing tag.
pub(crate) struct End<'a>(BytesEnd<'a>);

impl End<'_> {
    /// The name without its prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }
}

impl Tag<'_> {
    /// The name without its prefix.
    pub(crate) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute, by its name without a prefix.
    pub(crate) fn get(&self, name: &str) -> Result<Option<String>, WorkbookError> {
        for attribute in self.0.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| WorkbookError::Broken)?;
            if attribute.key.local_name().into_inner() == name {
                let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|_| WorkbookError::Broken)?;
                return Ok(Some(value.into_owned()));
            }
        }
        Ok(None)
    }

    /// Whether a boolean attribute is true.
    pub(crate) fn is(&self, name: &str) -> Result<bool, WorkbookError> {
        Ok(self.get(name)?.is_some_and(|value| value == "1" || value.eq_ignore_ascii_case("true")))
    }
}

impl<'a, R: Read> Xml<'a, R> {
    pub(crate) fn new(part: BufReader<R>, budget: &'a Budget<'a>) -> Self {
        let mut reader = Reader::from_reader(part);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), budget, since_beat: 0 }
    }

    /// The next item; `None` at the end of the part.
    pub(crate) async fn next(&mut self, pace: &dyn Pace) -> Result<Option<Item<'_>>, WorkbookError> {
        self.since_beat = self.since_beat.saturating_add(1);
        if self.since_beat > BETWEEN_BEATS {
            self.since_beat = 0;
            let (done, total) = self.budget.progress();
            yield_if_due(pace, done, total).await?;
        }
        self.read()
    }

    fn read(&mut self) -> Result<Option<Item<'_>>, WorkbookError> {
        self.buffer.clear();
        let event = self.reader.read_event_into(&mut self.buffer).map_err(|error| match error {
            Error::Io(error) if error.kind() == ErrorKind::FileTooLarge => WorkbookError::UnpacksTooLarge,
            Error::Io(error) if error.kind() == ErrorKind::QuotaExceeded => WorkbookError::TextTooLarge,
            _ => WorkbookError::Broken,
        })?;
        self.budget.complete();
        Ok(Some(match event {
            Event::Start(tag) | Event::Empty(tag) => Item::Open(Tag(tag)),
            Event::End(tag) => Item::Close(End(tag)),
            Event::Text(text) => Item::Text(text.xml10_content().into_owned()),
            Event::CData(text) => Item::Text(text.xml10_content().into_owned()),
            Event::GeneralRef(reference) => {
                let known = || resolve_predefined_entity(&reference).map(str::to_owned);
                let letter = reference.resolve_char_ref().map_err(|_| WorkbookError::Broken)?;
                Item::Text(letter.map(String::from).or_else(known).ok_or(WorkbookError::Broken)?)
            }
            Event::Eof => return Ok(None),
            // It could declare entities; no spreadsheet program writes one.
            Event::DocType(_) => return Err(WorkbookError::Broken),
            // Skipped events count as an empty text, which changes nothing.
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => Item::Text(String::new()),
        }))
    }

    /// Takes this many bytes from the budget for copies, beside the bytes of the part.
    pub(crate) fn take(&self, bytes: usize) -> Result<(), WorkbookError> {
        self.budget.take(bytes)
    }
}
