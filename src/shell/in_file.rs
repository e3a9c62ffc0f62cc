//! Addresses inside one file that holds all pages: `#/bad-debt?lang=en&loss=500`.
//!
//! The file has no other part of an address to itself. So the page, the query and the fragment of an ordinary address
//! stand one after another in its fragment; of the pairs behind `?`, those with a key of the query belong to it.

use abacus_core::page::Page;

/// The keys that ordinary addresses have in their query.
const QUERY: [&str; 2] = ["lang", "demo"];

/// What stands behind the `#`, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InFile {
    /// The address of the page below the root of a site: empty, or ending in `/`.
    pub path: String,
    /// `lang=en`, without `?`.
    pub query: String,
    /// `loss=500`, without `#`.
    pub fragment: String,
}

impl InFile {
    /// The address behind a `#`.
    pub fn read(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, rest) = hash.split_once('?').unwrap_or((hash, ""));
        let path = path.trim_matches('/');
        let path = if path.is_empty() { String::new() } else { format!("{path}/") };
        let of_query = |pair: &&str| pair.split_once('=').is_some_and(|(key, _)| QUERY.contains(&key));
        let (query, fragment): (Vec<&str>, Vec<&str>) = rest.split('&').partition(of_query);
        Self { path, query: query.join("&"), fragment: fragment.join("&") }
    }

    /// The page; home for one that is not there.
    pub fn page(&self) -> Page {
        Page::from_path(&self.path).unwrap_or(Page::Home)
    }

    /// With the `#` before it.
    pub fn written(&self) -> String {
        let behind: Vec<&str> = [&*self.query, &*self.fragment].into_iter().filter(|part| !part.is_empty()).collect();
        let mark = if behind.is_empty() { "" } else { "?" };
        format!("#/{}{mark}{}", self.path.trim_end_matches('/'), behind.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::InFile;

    fn address(path: &str, query: &str, fragment: &str) -> InFile {
        InFile { path: path.to_owned(), query: query.to_owned(), fragment: fragment.to_owned() }
    }

    #[test]
    fn an_address_is_taken_apart_and_put_together() {
        for (hash, expected) in [
            ("#/", address("", "", "")),
            ("#/?lang=en", address("", "lang=en", "")),
            ("#/bad-debt", address("bad-debt/", "", "")),
            ("#/bad-debt?loss=500&margin=0.02", address("bad-debt/", "", "loss=500&margin=0.02")),
            ("#/bad-debt?lang=en&loss=500", address("bad-debt/", "lang=en", "loss=500")),
            ("#/deals?demo=1&lang=zh-CN&view=files", address("deals/", "demo=1&lang=zh-CN", "view=files")),
            ("#/deals?abcd2345", address("deals/", "", "abcd2345")),
            ("#/deals?q=a%26b%3Fc", address("deals/", "", "q=a%26b%3Fc")),
        ] {
            assert_eq!(InFile::read(hash), expected, "{hash}");
            assert_eq!(expected.written(), hash);
        }
    }

    #[test]
    fn whatever_stands_there_leads_to_a_page() {
        for (hash, path) in [
            ("", ""),
            ("#", ""),
            ("#loss=500", ""),
            ("#/no-such-page?x", ""),
            ("#/clv/", "clv/"),
            ("#/deals", "deals/"),
            ("#/?a?b#c&&&", ""),
        ] {
            assert_eq!(InFile::read(hash).page().path(), path, "{hash}");
        }
    }
}
