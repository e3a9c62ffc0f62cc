//! The location of a page's address: in the address of its own document, or in the fragment of one file that contains
//! all pages.

use web_sys::{Url, UrlSearchParams, Window};

use crate::platform::app;
use crate::shell::single_file_address::SingleFileAddress;

/// Reads and writes the parts of an address.
pub(super) trait Address: 'static {
    /// The query, without `?`.
    fn query(window: &Window) -> String;
    /// The fragment, without `#`.
    fn fragment(window: &Window) -> String;
    /// The address of this page with another query or fragment, relative to this one. It is never empty, because an
    /// empty address would refer to another document.
    fn with(window: &Window, query: &str, fragment: &str) -> String;
    /// The fragment of the document for this fragment of the page.
    fn hash(window: &Window, fragment: &str) -> String;
    /// The public address of a page whose address is relative to this page.
    fn public(window: &Window, address: &str) -> Option<String>;

    fn param(window: &Window, key: &str) -> Option<String> {
        UrlSearchParams::new_with_str(&Self::query(window)).ok()?.get(key)
    }

    fn is_demo(window: &Window) -> bool {
        Self::param(window, "demo").as_deref() == Some("1")
    }
}

/// Each page is a document.
pub(super) struct DocumentAddress;

impl Address for DocumentAddress {
    fn query(window: &Window) -> String {
        window.location().search().unwrap_or_default().trim_start_matches('?').to_owned()
    }

    fn fragment(window: &Window) -> String {
        window.location().hash().unwrap_or_default().trim_start_matches('#').to_owned()
    }

    fn with(window: &Window, query: &str, fragment: &str) -> String {
        let path = window.location().pathname().unwrap_or_default();
        let part = |mark: &str, text: &str| if text.is_empty() { String::new() } else { format!("{mark}{text}") };
        format!("{path}{}{}", part("?", query), part("#", fragment))
    }

    fn hash(_: &Window, fragment: &str) -> String {
        fragment.to_owned()
    }

    fn public(window: &Window, address: &str) -> Option<String> {
        let base = window.location().href().unwrap_or_default();
        Some(Url::new_with_base(address, &base).map_or_else(|_| address.to_owned(), |url| url.href()))
    }
}

/// One document for all pages.
pub(super) struct FileAddress;

impl FileAddress {
    pub(super) fn read(window: &Window) -> SingleFileAddress {
        SingleFileAddress::read(&window.location().hash().unwrap_or_default())
    }
}

impl Address for FileAddress {
    fn query(window: &Window) -> String {
        Self::read(window).query
    }

    fn fragment(window: &Window) -> String {
        Self::read(window).fragment
    }

    fn with(window: &Window, query: &str, fragment: &str) -> String {
        SingleFileAddress { query: query.to_owned(), fragment: fragment.to_owned(), ..Self::read(window) }.written()
    }

    fn hash(window: &Window, fragment: &str) -> String {
        Self::with(window, &Self::query(window), fragment)
    }

    /// On the site that the file was built for, if any.
    fn public(window: &Window, address: &str) -> Option<String> {
        let site = app(window)?.get_attribute("data-site").filter(|site| !site.is_empty())?;
        let page = Url::new_with_base(&Self::read(window).path, &site).ok()?;
        Some(Url::new_with_base(address, &page.href()).ok()?.href())
    }
}
