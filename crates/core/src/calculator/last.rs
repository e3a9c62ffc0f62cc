//! The last values of a calculator, in the form in which they are stored: the fragment of the link that opens them.

use crate::calculator::Spec;
use crate::calculator::share::{Linked, decode};

/// The storage key prefix of last values, followed by the calculator's id.
pub const PREFIX: &str = "sales-abacus:last:";

/// The key of a calculator's last values.
pub fn key(id: &str) -> String {
    format!("{PREFIX}{id}")
}

/// Whether a text looks like stored values, for pages that link to a calculator without loading it. The calculator
/// itself uses [`read`].
///
/// ```
/// use abacus_core::calculator::last::is_fragment;
///
/// assert!(is_fragment("loss=700&margin=0.03"));
/// assert!(!is_fragment("") && !is_fragment("loss=7 00") && !is_fragment("{\"loss\":700}"));
/// ```
pub fn is_fragment(text: &str) -> bool {
    let is_word = |word: &str, others: &[u8]| {
        let allows = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || others.contains(&byte);
        !word.is_empty() && word.bytes().all(allows)
    };
    text.split('&')
        .all(|part| part.split_once('=').is_some_and(|(key, value)| is_word(key, b"_") && is_word(value, b"_-.")))
}

/// The values of a stored text; none if any part of it is not understood.
pub fn read(spec: &Spec, text: &str) -> Option<Linked> {
    is_fragment(text).then(|| decode(spec, text)).filter(|linked| linked.problems.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{is_fragment, key, read};
    use crate::calculators::find;
    use crate::number::int;

    #[test]
    fn stored_values_are_read_whole_or_not_at_all() {
        let Some(tool) = find("bad-debt") else { return };
        let loss = |text: &str| read(tool.spec(), text).and_then(|linked| linked.inputs.get("loss"));
        assert_eq!(loss("loss=700&margin=0.03"), Some(int(700)));
        assert_eq!(loss("extra_sales=10000&solve=margin"), Some(int(500)));
        for text in ["", "loss", "loss=", "loss=x", "loss=700&loss=800", "loss=700&colour=red", "loss=-1", "solve=loss"]
        {
            assert_eq!(loss(text), None, "{text}");
        }
    }

    #[test]
    fn text_in_any_other_form_is_not_a_fragment() {
        for text in ["loss=7&", "&loss=7", "a==b", "loss=7\n", "loss=<b>", "損失=7", "loss=7#x", "loss=%37", "//a=b"]
        {
            assert!(!is_fragment(text), "{text}");
        }
        assert_eq!(key("dso"), "sales-abacus:last:dso");
    }
}
