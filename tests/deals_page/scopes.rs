//! The choice of salesperson and month, with few and with many of them.

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::Deal;

use super::support::render;
use super::{complete, holding};

/// Deals of this many salespeople, each closing in a different month.
fn book(count: u32) -> Vec<Deal> {
    let deal = |number: u32| {
        let close = format!("2026-{number:02}-10").parse().ok();
        Deal { salesperson: format!("销售{number}"), expected_close: close, ..complete(&format!("d{number}")) }
    };
    (1..=count).map(deal).collect()
}

fn funnel(fragment: &str, count: u32) -> String {
    render(Page::Deals, Locale::Zh, fragment, holding(&book(count)))
}

#[test]
fn a_few_scopes_are_links() {
    let html = funnel("view=funnel", 3);
    assert!(!html.contains("scopes__select"), "{html}");
    assert_eq!(html.matches("scopes__link").count(), 8, "{html}");
}

#[test]
fn many_scopes_are_a_list() {
    let html = funnel("view=funnel&month=2026-03", 9);
    assert!(!html.contains("scopes__link"), "{html}");
    assert_eq!(html.matches("scopes__select").count(), 2, "{html}");
    assert_eq!(html.matches("<option").count(), 20, "{html}");
    assert!(html.contains("selected"), "{html}");
}

#[test]
fn unassigned_deals_can_be_selected() {
    let deals = || {
        let mut deals = book(2);
        deals.push(Deal { salesperson: "\u{3000}".to_owned(), ..complete("nobody") });
        deals
    };
    let render = |fragment: &str, deals: &[Deal]| render(Page::Deals, Locale::Zh, fragment, holding(deals));
    for view in ["funnel", "portfolio", "means"] {
        let html = render(&format!("view={view}"), &deals());
        assert!(html.contains("unassigned=1") && html.contains("还没有负责人"), "{view}: {html}");
        let chosen = render(&format!("view={view}&unassigned=1"), &book(2));
        assert!(chosen.contains("还没有负责人"), "it can be left: {chosen}");
        let html = render(&format!("view={view}"), &book(2));
        assert!(!html.contains("还没有负责人"), "everybody has one: {html}");
    }
}

#[test]
fn a_scope_that_no_longer_exists_can_be_left() {
    let html = funnel("view=funnel&salesperson=%E8%B5%B5", 2);
    for text in ["赵", "所有人"] {
        assert!(html.contains(text), "{text:?} is missing in:\n{html}");
    }
}
