//! UTF-16 without a byte order mark, as some programs save "Unicode" text.
//!
//! A comma, a line end or a digit has a zero byte there, which no text in another encoding has. The order of the bytes
//! is the one that makes usual letters: in the wrong order, hardly any table has only letters in use.

/// How many bytes are examined.
const SAMPLE: usize = 65_536;
/// One letter in this many may be unusual in tables.
const ONE_IN: usize = 20;

/// Which byte of a letter comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ByteOrder {
    Little,
    Big,
}

/// The order of the bytes of a text in UTF-16; `None` if it is something else.
pub(super) fn byte_order(bytes: &[u8]) -> Option<ByteOrder> {
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    if !sample.contains(&0) {
        return None;
    }
    let orders = [(ByteOrder::Little, u16::from_le_bytes as fn([u8; 2]) -> u16), (ByteOrder::Big, u16::from_be_bytes)];
    let read = orders.map(|(order, unit)| {
        let units = || sample.as_chunks().0.iter().map(|pair| unit(*pair));
        let (count, usual) = (units().count(), units().filter(|unit| is_usual(*unit)).count());
        let is_text = count > 0 && count.saturating_sub(usual).saturating_mul(ONE_IN) <= count;
        let ascii = units().filter(|unit| *unit < 0x80).count();
        (is_text.then_some((usual, ascii)), order)
    });
    let (score, order) = read.into_iter().max_by_key(|(score, _)| *score)?;
    score.map(|_| order)
}

/// Whether a letter is usual in tables, or half of a surrogate pair.
const fn is_usual(unit: u16) -> bool {
    matches!(
        unit,
        0x09 | 0x0A | 0x0D
            | 0x20..=0x7E
            | 0xA0..=0x24F
            | 0x2000..=0x206F
            | 0x20A0..=0x20BF
            | 0x2190..=0x21FF
            | 0x3000..=0x30FF
            | 0x3400..=0x9FFF
            | 0xAC00..=0xDFFF
            | 0xFF00..=0xFFEF
    )
}

#[cfg(test)]
mod tests {
    use super::{ByteOrder, byte_order};

    #[test]
    fn utf_16_without_a_mark_is_detected_with_its_order() {
        for text in [
            "客户,商机,金额\r\n华东,一期,1200\r\n",
            "customer,amount\nA,5\n",
            "客\n",
            "一\n一\n一",
            "customer\tgrößte\n北京市第一机床厂\t€5",
        ] {
            let units = || text.encode_utf16();
            let little: Vec<u8> = units().flat_map(u16::to_le_bytes).collect();
            let big: Vec<u8> = units().flat_map(u16::to_be_bytes).collect();
            assert_eq!(byte_order(&little), Some(ByteOrder::Little), "{text}");
            assert_eq!(byte_order(&big), Some(ByteOrder::Big), "{text}");
            assert_eq!(byte_order(text.as_bytes()), None, "{text}");
        }
    }

    #[test]
    fn other_bytes_are_not_utf_16() {
        for bytes in [&b""[..], b"\0", b"a\0\0\0b\0\0\0", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x02\0", b"abc,d\0ef,gh"] {
            assert_eq!(byte_order(bytes), None, "{bytes:?}");
        }
    }
}
