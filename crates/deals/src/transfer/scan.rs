//! Splits a JSON text into its parts without parsing them, so that one bad record in a file does not affect the others
//! and deep nesting uses no stack. The callers parse the parts.

/// Why a text could not be split.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ScanError {
    /// It ends before all brackets are closed.
    UnexpectedEnd,
    /// An unexpected byte at this offset.
    UnexpectedByte(usize),
}

/// The members of an object, in order: the names, still quoted, and the values.
pub(super) fn members(text: &str) -> Result<Vec<(&str, &str)>, ScanError> {
    let mut scanner = Scanner { text, at: 0 };
    let mut members = Vec::new();
    scanner.list(b'{', b'}', |scanner| {
        let name = scanner.string()?;
        scanner.skip_space();
        scanner.expect(b':')?;
        scanner.skip_space();
        members.push((name, scanner.value()?));
        Ok(())
    })?;
    Ok(members)
}

pub(super) fn items(text: &str) -> Result<Vec<&str>, ScanError> {
    let mut scanner = Scanner { text, at: 0 };
    let mut items = Vec::new();
    scanner.list(b'[', b']', |scanner| {
        items.push(scanner.value()?);
        Ok(())
    })?;
    Ok(items)
}

struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
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

    /// The whole text as a bracketed list of parts separated by commas.
    fn list(
        &mut self,
        open: u8,
        close: u8,
        mut part: impl FnMut(&mut Self) -> Result<(), ScanError>,
    ) -> Result<(), ScanError> {
        self.skip_space();
        self.expect(open)?;
        self.skip_space();
        if self.peek() == Some(close) {
            self.step();
        } else {
            loop {
                self.skip_space();
                part(self)?;
                self.skip_space();
                if self.peek() != Some(b',') {
                    self.expect(close)?;
                    break;
                }
                self.step();
            }
        }
        self.skip_space();
        if self.peek().is_none() { Ok(()) } else { Err(ScanError::UnexpectedByte(self.at)) }
    }

    /// A quoted string.
    fn string(&mut self) -> Result<&'a str, ScanError> {
        let start = self.at;
        self.expect(b'"')?;
        loop {
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
    fn value(&mut self) -> Result<&'a str, ScanError> {
        let (start, mut depth) = (self.at, 0_usize);
        loop {
            match self.peek().ok_or(ScanError::UnexpectedEnd)? {
                b'"' => {
                    self.string()?;
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
