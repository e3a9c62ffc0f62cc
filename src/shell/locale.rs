//! The initial language of the app.

use abacus_core::page::Page;
use abacus_core::text::Locale;

pub const KEY: &str = "sales-abacus:lang";

/// The key that stores the chosen language of a page. A widget is embedded in other sites and stores nothing.
pub const fn key(page: Page) -> Option<&'static str> {
    match page {
        Page::Embed(_) => None,
        Page::Home | Page::Deals | Page::Class | Page::Builder | Page::Calculator(_) => Some(KEY),
    }
}

/// `?lang=` beats the saved language, which beats the browser's; otherwise Chinese.
pub fn choose(address: Option<&str>, saved: Option<&str>, browser: &[String]) -> Locale {
    let known = |tag: &str| Locale::from_tag(tag);
    address
        .and_then(known)
        .or_else(|| saved.and_then(known))
        .or_else(|| browser.iter().find_map(|tag| known(tag)))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{KEY, choose, key};
    use abacus_core::page::Page;
    use abacus_core::text::Locale::{En, Zh};

    #[test]
    fn every_page_but_a_widget_remembers_the_language() {
        for page in Page::all() {
            assert_eq!(key(page), (!matches!(page, Page::Embed(_))).then_some(KEY), "{page:?}");
        }
    }

    #[test]
    fn address_then_saved_then_browser_then_chinese() {
        let browser = ["fr-FR".to_owned(), "en-GB".to_owned()];
        assert_eq!(choose(Some("zh-CN"), Some("en"), &browser), Zh);
        assert_eq!(choose(Some("tlh"), Some("zh"), &browser), Zh);
        assert_eq!(choose(None, Some("en"), &[]), En);
        assert_eq!(choose(None, Some("garbage"), &browser), En);
        assert_eq!(choose(None, None, &["fr".to_owned()]), Zh);
        assert_eq!(choose(None, None, &[]), Zh);
    }
}
