//! Splits a JSON text into its parts without parsing them, so that one bad record in a file does not affect the others
//! and deep nesting uses no stack. The callers parse the parts.

use abacus_core::pace::{NeverYield, Pace, Stopped, run_to_end, yield_if_due};

/// How many bytes are scanned between pauses.
const BETWEEN_BEATS: usize = 16_384;

/// Why a text could not be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScanError {
    /// More parts than are wanted.
    TooMany,
    /// Splitting was stopped.
    Stopped,
    /// It ends before all brackets are closed.
    UnexpectedEnd,
    /// An unexpected byte at this offset.
    UnexpectedByte(usize),
}

impl From<Stopped> for ScanError {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// The members of an object, in order: the names, still quoted, and the values.
pub(super) fn members(text: &str) -> Result<Vec<(&str, &str)>, ScanError> {
    run_to_end(members_with(text, &NeverYield)).unwrap_or(Err(ScanError::Stopped))
}

/// The same in pieces.
pub(super) async fn members_with<'a>(text: &'a str, pace: &dyn Pace) -> Result<Vec<(&'a str, &'a str)>, ScanError> {
    let mut scanner = Scanner { text, at: 0, next_beat: BETWEEN_BEATS, pace };
    let mut members = Vec::new();
    scanner.open(b'{')?;
    while scanner.goes_on(b'}', members.is_empty())? {
        let name = scanner.string().await?;
        scanner.skip_space();
        scanner.expect(b':')?;
        scanner.skip_space();
        members.push((name, scanner.value().await?));
    }
    scanner.end()?;
    Ok(members)
}

/// The items of a list, or an error if there are more than `most`.
pub(super) async fn items_with<'a>(text: &'a str, most: usize, pace: &dyn Pace) -> Result<Vec<&'a str>, ScanError> {
    let mut scanner = Scanner { text, at: 0, next_beat: BETWEEN_BEATS, pace };
    let mut items = Vec::new();
    scanner.open(b'[')?;
    while scanner.goes_on(b']', items.is_empty())? {
        if items.len() >= most {
            return Err(ScanError::TooMany);
        }
        items.push(scanner.value().await?);
    }
    scanner.end()?;
    Ok(items)
}

struct Scanner<'a, 'b> {
    text: &'a str,
    at: usize,
    next_beat: usize,
    pace: &'b dyn Pace,
}

impl<'a> Scanner<'a, '_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self) {
        self.at = self.at.saturating_add(1);
    }

    /// The text from `start`. Scanning stops only at single-byte characters.
    fn slice_from(&self, start: usize) -> Result<&'a str, ScanError> {
        self.text.get(start..self.at).ok_or(ScanError::UnexpectedByte(start))
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.step();
        }
    }

    fn expect(&mut self, wanted: u8) -> Result<(), ScanError> {
        match self.peek() {
            Some(byte) if byte == wanted => {
                self.step();
                Ok(())
            }
            Some(_) => Err(ScanError::UnexpectedByte(self.at)),
            None => Err(ScanError::UnexpectedEnd),
        }
    }

    /// Expects the bracket before a list of parts.
    fn open(&mut self, bracket: u8) -> Result<(), ScanError> {
        self.skip_space();
        self.expect(bracket)
    }

    /// Whether there is a further part before the closing bracket. Moves to that part, or behind the bracket.
    fn goes_on(&mut self, close: u8, is_first: bool) -> Result<bool, ScanError> {
        self.skip_space();
        if self.peek() == Some(b',') && !is_first {
            self.step();
            self.skip_space();
            return Ok(true);
        }
        if self.peek() == Some(close) || !is_first {
            self.expect(close)?;
            return Ok(false);
        }
        Ok(true)
    }

    /// Expects nothing but white space after the closing bracket.
    fn end(&mut self) -> Result<(), ScanError> {
        self.skip_space();
        if self.peek().is_none() { Ok(()) } else { Err(ScanError::UnexpectedByte(self.at)) }
    }

    async fn yield_if_due(&mut self) -> Result<(), ScanError> {
        if self.at >= self.next_beat {
            self.next_beat = self.at.saturating_add(BETWEEN_BEATS);
            yield_if_due(self.pace, self.at, self.text.len()).await?;
        }
        Ok(())
    }

    /// A quoted string.
    async fn string(&mut self) -> Result<&'a str, ScanError> {
        let start = self.at;
        self.expect(b'"')?;
        loop {
            self.yield_if_due().await?;
            match self.peek().ok_or(ScanError::UnexpectedEnd)? {
                b'"' => break,
                b'\\' => self.step(),
                _ => {}
            }
            self.step();
        }
        self.step();
        self.slice_from(start)
    }

    /// One value, up to its closing bracket. A value is always followed by something, since it is part of a whole.
    async fn value(&mut self) -> Result<&'a str, ScanError> {
        let (start, mut depth) = (self.at, 0_usize);
        loop {
            self.yield_if_due().await?;
            match self.peek().ok_or(ScanError::UnexpectedEnd)? {
                b'"' => {
                    self.string().await?;
                    if depth == 0 {
                        break;
                    }
                }
                b'{' | b'[' => {
                    depth = depth.saturating_add(1);
                    self.step();
                }
                b'}' | b']' if depth > 0 => {
                    depth = depth.saturating_sub(1);
                    self.step();
                    if depth == 0 {
                        break;
                    }
                }
                b'}' | b']' | b',' | b':' | b' ' | b'\t' | b'\r' | b'\n' if depth == 0 => break,
                _ => self.step(),
            }
        }
        if self.at == start { Err(ScanError::UnexpectedByte(start)) } else { self.slice_from(start) }
    }
}
