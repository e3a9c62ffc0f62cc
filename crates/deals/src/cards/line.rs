//! The lines of a vCard file, unfolded and split into name, parameters and value.

/// One unfolded line, its value still as bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Property {
    /// In capital letters, without a group. Empty if the line is not a property.
    pub(super) name: String,
    /// Names and values in capital letters. A value without a name, as in version 2.1, is a `TYPE`.
    pub(super) parameters: Vec<(String, String)>,
    pub(super) value: Vec<u8>,
    /// Whether a line before it declared version 2.1.
    pub(super) is_old: bool,
}

impl Property {
    fn of(line: &[u8], is_old: bool) -> Self {
        let Some((head, value)) = split(line) else {
            return Self { name: String::new(), parameters: Vec::new(), value: line.to_vec(), is_old };
        };
        let head = String::from_utf8_lossy(head).to_uppercase();
        let mut pieces = pieces(&head).into_iter();
        let name = pieces.next().unwrap_or_default();
        // `item1.TEL`: the group only links related properties.
        let name = name.rsplit('.').next().unwrap_or_default().trim().to_owned();
        let parameter = |piece: String| match piece.split_once('=') {
            Some((name, value)) => (name.trim().to_owned(), value.trim().trim_matches('"').to_owned()),
            None => ("TYPE".to_owned(), piece.trim().to_owned()),
        };
        Self { name, parameters: pieces.map(parameter).collect(), value: value.to_vec(), is_old }
    }

    /// Whether any parameter has this value: version 2.1 omits the names.
    pub(super) fn says(&self, what: &str) -> bool {
        self.parameters.iter().any(|(_, value)| value.split(',').any(|one| one.trim() == what))
    }

    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        self.parameters.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(super) fn is_quoted_printable(&self) -> bool {
        self.says("QUOTED-PRINTABLE") || self.parameter("ENCODING") == Some("Q")
    }

    /// Whether the value is binary, such as a photo.
    pub(super) fn is_binary(&self) -> bool {
        self.says("BASE64") || self.parameter("ENCODING") == Some("B")
    }
}

/// All lines of a file.
pub(super) fn properties(bytes: &[u8]) -> Vec<Property> {
    let mut reader = Reader { found: Vec::new(), open: None, is_old: false };
    // Files of very old phones end lines with a carriage return alone.
    let end = if bytes.contains(&b'\n') { b'\n' } else { b'\r' };
    bytes.split(|byte| *byte == end).for_each(|line| reader.take(line.strip_suffix(b"\r").unwrap_or(line)));
    reader.close();
    reader.found
}

struct Reader {
    found: Vec<Property>,
    open: Option<Open>,
    is_old: bool,
}

/// A line that may continue.
struct Open {
    property: Property,
    /// Whether the next line continues this one, even without a leading space.
    goes_on: bool,
}

impl Reader {
    fn take(&mut self, line: &[u8]) {
        let is_old = self.is_old;
        if let Some(open) = &mut self.open {
            let is_binary = open.property.is_binary();
            let is_text = !is_binary && !open.property.is_quoted_printable();
            let rest = match line {
                _ if open.goes_on => Some(line),
                // Version 2.1 folds before a space that belongs to the value; the others insert one.
                [b' ' | b'\t', ..] if is_old && is_text => Some(line),
                [b' ' | b'\t', rest @ ..] => Some(rest),
                [] => None,
                // Some phones break photos without a leading space.
                _ if is_binary && !line.contains(&b':') => Some(line),
                _ => None,
            };
            if let Some(rest) = rest {
                // Photos are not kept.
                if !is_binary {
                    open.property.value.extend_from_slice(rest);
                }
                open.note_break();
                return;
            }
        }
        self.close();
        if !line.trim_ascii().is_empty() {
            let mut open = Open { property: Property::of(line, self.is_old), goes_on: false };
            open.note_break();
            self.open = Some(open);
        }
    }

    fn close(&mut self) {
        let Some(Open { property, .. }) = self.open.take() else { return };
        match &*property.name {
            "BEGIN" => self.is_old = false,
            "VERSION" => self.is_old = property.value.trim_ascii() == b"2.1",
            _ => {}
        }
        self.found.push(property);
    }
}

impl Open {
    /// In quoted-printable, a line that ends with `=` continues on the next.
    fn note_break(&mut self) {
        self.goes_on =
            self.property.is_quoted_printable() && self.property.value.pop_if(|last| *last == b'=').is_some();
    }
}

/// Splits a line at its first colon outside quotes, or else at its first colon.
fn split(line: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut is_quoted = false;
    let colon = line.iter().position(|byte| {
        is_quoted ^= *byte == b'"';
        *byte == b':' && !is_quoted
    });
    let (head, rest) = line.split_at_checked(colon.or_else(|| line.iter().position(|byte| *byte == b':'))?)?;
    Some((head, rest.get(1..).unwrap_or_default()))
}

/// Splits the head of a line at its semicolons outside quotes.
fn pieces(head: &str) -> Vec<String> {
    let mut is_quoted = false;
    let at = |letter: char| {
        is_quoted ^= letter == '"';
        letter == ';' && !is_quoted
    };
    head.split(at).map(str::to_owned).collect()
}
