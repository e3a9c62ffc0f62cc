//! Addresses inside one file that contains all pages: `#/bad-debt?lang=en&loss=500`.
//!
//! The file can use no other part of its address. So its fragment contains the page, the query and the fragment of an
//! ordinary address, one after another; of the pairs after `?`, those with a query key belong to the query.

use abacus_core::page::Page;

/// The keys that ordinary addresses have in their query.
const QUERY: [&str; 2] = ["lang", "demo"];

/// The parsed text after the `#`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SingleFileAddress {
    /// The path of the page below the root of a site: empty, or ending in `/`.
    pub path: String,
    /// `lang=en`, without `?`.
    pub query: String,
    /// `loss=500`, without `#`.
    pub fragment: String,
}

impl SingleFileAddress {
    /// Parses the text after a `#`.
    pub fn read(hash: &str) -> Self {
        let hash = hash.trim_start_matches('#');
        let (path, rest) = hash.split_once('?').unwrap_or((hash, ""));
        let path = path.trim_matches('/');
        let path = if path.is_empty() { String::new() } else { format!("{path}/") };
        let of_query = |pair: &&str| pair.split_once('=').is_some_and(|(key, _)| QUERY.contains(&key));
        let (query, fragment): (Vec<&str>, Vec<&str>) = rest.split('&').partition(of_query);
        Self { path, query: query.join("&"), fragment: fragment.join("&") }
    }

    /// The page; home if there is no such page.
    pub fn page(&self) -> Page {
        Page::from_path(&self.path).unwrap_or(Page::Home)
    }

    /// The text including the `#`.
    pub fn written(&self) -> String {
        let behind: Vec<&str> = [&*self.query, &*self.fragment].into_iter().filter(|part| !part.is_empty()).collect();
        let mark = if behind.is_empty() { "" } else { "?" };
        format!("#/{}{mark}{}", self.path.trim_end_matches('/'), behind.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::SingleFileAddress;

    fn address(path: &str, query: &str, fragment: &str) -> SingleFileAddress {
        SingleFileAddress { path: path.to_owned(), query: query.to_owned(), fragment: fragment.to_owned() }
    }

    #[test]
    fn an_address_round_trips() {
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
            assert_eq!(SingleFileAddress::read(hash), expected, "{hash}");
            assert_eq!(expected.written(), hash);
        }
    }

    #[test]
    fn any_fragment_leads_to_a_page() {
        for (hash, path) in [
            ("", ""),
            ("#", ""),
            ("#loss=500", ""),
            ("#/no-such-page?x", ""),
            ("#/clv/", "clv/"),
            ("#/deals", "deals/"),
            ("#/?a?b#c&&&", ""),
        ] {
            assert_eq!(SingleFileAddress::read(hash).page().path(), path, "{hash}");
        }
    }
}
