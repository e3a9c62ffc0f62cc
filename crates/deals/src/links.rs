//! Links in text that are safe to follow.

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Plain text.
    Text(&'a str),
    /// An address that begins with `http://` or `https://`. Anything else, such as `javascript:` or `data:`, stays
    /// plain text.
    Link(&'a str),
}

/// The characters that end an address, besides white space: those that surround one in Chinese and English text.
const AFTER: [char; 17] =
    ['<', '>', '"', '“', '”', '，', '。', '；', '、', '：', '！', '？', '）', '】', '」', '》', '\u{202E}'];
/// The characters that belong to the sentence if they are last.
const LAST: [char; 8] = ['.', ',', ';', ':', '!', '?', ')', '\''];

/// Splits a text into pieces, which concatenate to the text.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, link, after)) = next_link(rest) {
        if !before.is_empty() {
            pieces.push(Piece::Text(before));
        }
        pieces.push(Piece::Link(link));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// The addresses in a text, each once.
pub fn links(text: &str) -> Vec<&str> {
    let mut links = Vec::new();
    for piece in pieces(text) {
        if let Piece::Link(link) = piece
            && !links.contains(&link)
        {
            links.push(link);
        }
    }
    links
}

fn next_link(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let rest = text.get(from..)?;
        let start = ["http://", "https://"].into_iter().filter_map(|scheme| find(rest, scheme)).min()?;
        let (before, tail) = rest.split_at_checked(start)?;
        let end = tail.find(|c: char| c.is_whitespace() || c.is_control() || AFTER.contains(&c)).unwrap_or(tail.len());
        let link = tail.get(..end)?.trim_end_matches(LAST);
        let host = link.split_once("//").map_or("", |(_, host)| host);
        let inside_a_word = before.chars().next_back().is_some_and(|c| c.is_ascii_alphanumeric());
        let start = from.checked_add(start)?;
        if inside_a_word || !host.starts_with(|c: char| c.is_alphanumeric() || c == '[') {
            from = start.checked_add(1)?;
            continue;
        }
        return Some((text.get(..start)?, link, text.get(start.checked_add(link.len())?..)?));
    }
}

/// The position of a scheme, ignoring case.
fn find(text: &str, scheme: &str) -> Option<usize> {
    let (text, scheme) = (text.as_bytes(), scheme.as_bytes());
    text.windows(scheme.len()).position(|window| window.eq_ignore_ascii_case(scheme))
}

#[cfg(test)]
mod tests {
    use super::{Piece, links, pieces};

    #[test]
    fn only_http_addresses_become_links() {
        for (text, expected) in [
            ("见 https://example.com/a?b=1#c。", vec!["https://example.com/a?b=1#c"]),
            ("(HTTP://EXAMPLE.com/x), then http://b.cn/报价！", vec!["HTTP://EXAMPLE.com/x", "http://b.cn/报价"]),
            ("https://a.b https://a.b", vec!["https://a.b"]),
            ("javascript:alert(1) data:text/html,<b> vbscript:x file:///etc ftp://x", vec![]),
            ("http:// https:// http://\u{202E}x http://<b>", vec![]),
            ("javascript:https://a.b", vec!["https://a.b"]),
            ("xhttps://a.b", vec![]),
            ("http://", vec![]),
        ] {
            assert_eq!(links(text), expected, "{text}");
        }
    }

    #[test]
    fn pieces_concatenate_to_the_text() {
        for text in ["", "a", "https://a.b", "見https://a.b，c http://é.fr.", "http://http://a.b", "\u{1F600}http://a"]
        {
            let whole: String = pieces(text)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Text(text) | Piece::Link(text) => text,
                })
                .collect();
            assert_eq!(whole, text);
        }
    }
}
