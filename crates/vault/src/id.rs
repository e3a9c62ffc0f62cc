/// Whether a text is a valid record id: 1 to 32 characters of `a`–`z`, `0`–`9` and `-`. Such an id needs no escaping in
/// a storage key, a link or a file name.
#[must_use]
pub fn valid_id(id: &str) -> bool {
    (1..=32).contains(&id.len()) && id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}
