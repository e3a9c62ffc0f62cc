//! The stored style of figures: currency and decimals.

use abacus_core::number::format::{Currency, Style};
use abacus_core::page::Page;
use abacus_core::text::Locale;

use crate::shell::ports::PagePorts;

/// The key that stores the currency: its code, or `none`.
pub const CURRENCY: &str = "sales-abacus:currency";
/// The key that stores the number of decimals, or `auto`.
pub const DECIMALS: &str = "sales-abacus:decimals";
/// The maximum number of decimals: amounts are certain to the cent.
pub const MAX_DECIMALS: u32 = 2;

/// The choice of an earlier visit, if any. Widgets read nothing, and do not know the currency of the page around them.
pub fn saved(ports: &PagePorts, page: Page, locale: Locale) -> Option<Style> {
    if matches!(page, Page::Embed(_)) {
        return Some(Style { locale, currency: None, decimals: None });
    }
    let read = |key| ports.settings.read(key);
    let (currency, decimals) = (read(CURRENCY), read(DECIMALS));
    if currency.is_none() && decimals.is_none() {
        return None;
    }
    let currency = match currency.as_deref() {
        Some("none") => None,
        code => code.and_then(Currency::find).or_else(|| Currency::default_for(locale)),
    };
    let decimals = decimals.and_then(|decimals| decimals.parse().ok()).map(|decimals: u32| decimals.min(MAX_DECIMALS));
    Some(Style { locale, currency, decimals })
}

/// Stores a choice. Without storage it lasts for this visit only.
pub fn save(ports: &PagePorts, page: Page, style: &Style) {
    if matches!(page, Page::Embed(_)) {
        return;
    }
    let decimals = style.decimals.map_or_else(|| "auto".to_owned(), |decimals| decimals.to_string());
    let _for_this_visit = ports.settings.write(CURRENCY, style.currency.map_or("none", |currency| currency.code));
    let _for_this_visit = ports.settings.write(DECIMALS, &decimals);
}
