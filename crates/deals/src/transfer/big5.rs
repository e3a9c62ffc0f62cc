//! Big5, as spreadsheet programs in Taiwan and Hong Kong save a table unless it is saved as UTF-8.
//!
//! Nearly all of its bytes are valid GB18030, too, so it is detected by the characters that they would be there. In
//! Big5, the second byte of two in five characters is below 0x80, and the first byte of as many below 0xB0. In GBK,
//! those are rare characters, or kana and symbols, of which no table is full.

/// How many bytes are examined: enough to be sure, without a noticeable delay.
const SAMPLE: usize = 65_536;
/// The text is Big5 if one in this many characters has such a byte. In Big5, more than one in two has; in GBK, almost
/// none.
const ONE_IN: usize = 3;

/// Whether a text that is not UTF-8 is in Big5.
pub(super) fn is_big5(bytes: &[u8]) -> bool {
    let (mut characters, mut low, mut early) = (0_usize, 0_usize, 0_usize);
    let mut rest = bytes.get(..SAMPLE).unwrap_or(bytes);
    while let [first, after @ ..] = rest {
        let [second, later @ ..] = after else { break };
        if first.is_ascii() {
            rest = after;
            continue;
        }
        let is_low = matches!(second, 0x40..=0x7E);
        if !matches!(first, 0xA1..=0xF9) || !(is_low || matches!(second, 0xA1..=0xFE)) {
            return false;
        }
        characters = characters.saturating_add(1);
        low = low.saturating_add(is_low.into());
        early = early.saturating_add(matches!(first, 0xA4..=0xAF).into());
        rest = later;
    }
    low > 0 && early > 0 && low.saturating_add(early).saturating_mul(ONE_IN) >= characters
}

#[cfg(test)]
mod tests {
    use super::is_big5;

    #[test]
    fn a_few_characters_distinguish_big5_from_gbk() {
        // 客戶名稱,聯絡人 · 鴻海精密,分揀線 · 王小明,採購經理
        for text in [
            &b"\xAB\xC8\xA4\xE1\xA6W\xBA\xD9,\xC1p\xB5\xB8\xA4H"[..],
            b"\xC2E\xAE\xFC\xBA\xEB\xB1K,\xA4\xC0\xB4z\xBDu",
            b"\xA4\xFD\xA4p\xA9\xFA,\xB1\xC4\xC1\xCA\xB8g\xB2z",
        ] {
            assert!(is_big5(text), "{text:?}");
        }
        // 客户,商机 · 镕基,喆,堃 · 客戶,聯絡人 in GBK · カメラ,ひらがな in GBK · no two-byte characters.
        for text in [
            &b"\xBF\xCD\xBB\xA7,\xC9\xCC\xBB\xFA"[..],
            b"\xE9F\xBB\xF9,\x86\xB4,\x88\xD2",
            b"\xBF\xCD\x91\xF4,\xC2\x93\xBDj\xC8\xCB",
            b"\xA5\xAB\xA5\xE1\xA5\xE9,\xA4\xD2\xA4\xE9\xA4\xAC\xA4\xCA",
            b"a\xFF",
            b"\xFF",
            b"",
        ] {
            assert!(!is_big5(text), "{text:?}");
        }
    }
}
