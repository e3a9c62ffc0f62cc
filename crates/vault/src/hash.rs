//! Hashes of contents: the same content always has the same hash.

const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
const LENGTH: u32 = 20;

/// 100 bits of the text's FNV-1a hash in 20 letters and digits, valid as an id. Collisions do not happen by chance.
/// Forging one achieves no more than that a record is not imported.
#[must_use]
pub fn hash(text: &str) -> String {
    const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let bits = text.bytes().fold(BASIS, |bits, byte| (bits ^ u128::from(byte)).wrapping_mul(PRIME));
    let letter = |position: u32| {
        let index = bits.checked_shr(position.saturating_mul(5)).unwrap_or_default() & 31;
        usize::try_from(index).ok().and_then(|index| LETTERS.get(index)).map_or('a', |letter| char::from(*letter))
    };
    (0..LENGTH).map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::hash;

    /// The reference values of 128-bit FNV-1a, lowest five bits first.
    #[test]
    fn hashes_never_change() {
        for (text, name) in [
            ("", "nmrljrvobbofgbfa35b4"),
            ("a", "elcvehboljerxxsr2y3s"),
            ("foobar", "yy3ie56svjd6w7sm4j6e"),
            ("客户", "t36qvwnoodr2w7sm4zbp"),
        ] {
            assert_eq!(hash(text), name, "{text}");
        }
    }
}
