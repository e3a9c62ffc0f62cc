//! Cell references.

/// The column index and the row number of a reference: `B7`, `$B$7`.
pub(crate) fn parse_reference(reference: &str) -> Option<(usize, usize)> {
    let reference = reference.trim_start_matches('$');
    let end = reference.find(|letter: char| !letter.is_ascii_alphabetic())?;
    let (letters, number) = reference.split_at_checked(end).filter(|(letters, _)| matches!(letters.len(), 1..=3))?;
    let add = |column: usize, letter: u8| {
        let value = usize::from(letter.to_ascii_uppercase().checked_sub(b'A')?).checked_add(1)?;
        column.checked_mul(26)?.checked_add(value)
    };
    let column = letters.bytes().try_fold(0_usize, add)?.checked_sub(1)?;
    let row = number.trim_start_matches('$').parse().ok().filter(|row| *row > 0)?;
    Some((column, row))
}

#[cfg(test)]
mod tests {
    use super::parse_reference;

    #[test]
    fn references_are_parsed_or_refused() {
        for (reference, expected) in [
            ("A1", Some((0, 1))),
            ("z9", Some((25, 9))),
            ("AA10", Some((26, 10))),
            ("$XFD$1048576", Some((16_383, 1_048_576))),
            ("A0", None),
            ("A", None),
            ("1", None),
            ("ABCD1", None),
            ("A-1", None),
        ] {
            assert_eq!(parse_reference(reference), expected, "{reference}");
        }
    }
}
