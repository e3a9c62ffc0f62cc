//! Tags: short words by which deals can be found.

use super::normalize::{is_blank, name_key};

/// The tags in a text, separated by commas of any kind, semicolons, `#` or line ends; each spelling of a tag once, in
/// the order of the text.
pub fn read_tags(text: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for part in text.split([',', '，', '、', ';', '；', '#', '＃', '\n']) {
        let tag = part.trim();
        if !is_blank(tag) && tags.iter().all(|known| name_key(known) != name_key(tag)) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

/// The tags as one text, which [`read_tags`] reads back.
pub fn show_tags(tags: &[String]) -> String {
    tags.join(", ")
}

#[cfg(test)]
mod tests {
    use super::{read_tags, show_tags};

    #[test]
    fn tags_are_split_at_every_supported_separator() {
        for text in ["重点, 华东 ,VIP", "重点，华东、VIP", "#重点 #华东 #vip #VIP", "重点；华东\nVIP,,ＶＩＰ"]
        {
            let tags = read_tags(text);
            assert_eq!(tags.len(), 3, "{text}");
            assert_eq!(tags.first().map(String::as_str), Some("重点"));
            assert_eq!(read_tags(&show_tags(&tags)), tags);
        }
        assert!(read_tags(" ,\u{200B}, ").is_empty());
    }
}
