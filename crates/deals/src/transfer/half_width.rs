//! Converts full-width forms to ordinary ones.

pub(super) fn half_width(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character).saturating_sub(0xFEE0)).unwrap_or(character),
        '\u{3000}' => ' ',
        _ => character,
    }
}
