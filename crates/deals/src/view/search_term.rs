//! A searched word, which matches whatever script it and the text are written in.

use crate::Variants;
use crate::normalize::name_key;

/// The words of a search.
pub(super) fn search_terms(search: &str, variants: Option<Variants>) -> Vec<SearchTerm> {
    let words = search.split_whitespace().map(name_key).filter(|word| !word.is_empty());
    words.map(|word| SearchTerm::of(word, variants)).collect()
}

#[derive(Debug)]
pub(super) enum SearchTerm {
    Plain(String),
    /// All forms of each character, the typed one first.
    Forms(Vec<String>),
}

impl SearchTerm {
    fn of(word: String, variants: Option<Variants>) -> Self {
        let Some(variants) = variants else { return Self::Plain(word) };
        let forms: Vec<String> = word.chars().map(|c| [String::from(c), variants(c)].concat()).collect();
        // Without other forms, take the fast path.
        if forms.concat() == word { Self::Plain(word) } else { Self::Forms(forms) }
    }

    /// Whether a text, normalised as by `name_key`, contains it.
    pub(super) fn is_in(&self, text: &str) -> bool {
        match self {
            Self::Plain(word) => text.contains(word),
            Self::Forms(forms) => {
                let mut rest = text.chars();
                loop {
                    let mut from_here = rest.clone();
                    if forms.iter().all(|forms| from_here.next().is_some_and(|c| forms.contains(c))) {
                        return true;
                    }
                    if rest.next().is_none() {
                        return false;
                    }
                }
            }
        }
    }
}
