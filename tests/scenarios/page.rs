//! The scenarios on the first render of a page.

use abacus_core::page::Page;
use abacus_core::text::Locale;

use super::support::{MemoryStore, render};

fn holding(records: &[(&str, &str)]) -> MemoryStore {
    let store = MemoryStore::default();
    let owned = records.iter().map(|(id, text)| (format!("sales-abacus:scenario:{id}"), (*text).to_owned()));
    store.records.borrow_mut().extend(owned);
    store
}

fn page(path: &str, locale: Locale, store: MemoryStore) -> String {
    render(Page::from_path(path).expect("a page"), locale, "", store)
}

#[test]
fn saved_scenarios_are_listed_and_compared() {
    let store = || {
        holding(&[
            ("a", "bad-debt?name=Two&place=1&revision=1#loss=700&margin=0.035"),
            ("b", "bad-debt?name=%E4%B8%80&place=0&revision=1#loss=500"),
            ("c", "bad-debt?name=Gone&place=2&deleted=1#loss=1"),
            ("d", "clv?name=Elsewhere#spend=12"),
            ("e", "bad-debt?name=%3Cb%3E&place=3#loss=500&bonus=5"),
        ])
    };
    for (locale, told) in [
        (
            Locale::Zh,
            ["打开“一”", "基准", "比基准少 5,000，即 20%", "-5,000（-20%）", "+1.5 个百分点", "没有算进去：bonus=5"],
        ),
        (
            Locale::En,
            [
                "Open “一”",
                "baseline",
                "5,000 less than the baseline, or 20%",
                "-5,000 (-20%)",
                "+1.5 pp",
                "not used here: bonus=5",
            ],
        ),
    ] {
        let html = page("bad-debt/", locale, store());
        for text in told {
            assert!(html.contains(text), "{text} in {html}");
        }
        assert!(html.find("Open “一”") <= html.find("Open “Two”"), "in order of place");
        assert!(html.contains("value=\"-5000\""));
        assert!(html.contains("&lt;b&gt;") && !html.contains("<b>") && !html.contains("Elsewhere"));
        assert_eq!(html.matches("class=\"scenario\"").count(), 3);
        assert_eq!(html.matches("aria-current=\"true\"").count(), 3, "two scenarios and a cell of the table");
    }
}

#[test]
fn an_unreadable_record_is_shown_with_its_reason() {
    let html = page("clv/", Locale::En, holding(&[("a", "clv?schema=9#x"), ("b", "?")]));
    for text in
        ["2 stored scenarios cannot be read", "sales-abacus:scenario:a", "newer version (format 9)", "Save as a file"]
    {
        assert!(html.contains(text), "{text}");
    }
}

#[test]
fn denied_storage_is_reported_before_anything_is_saved() {
    let html = page("clv/", Locale::En, MemoryStore { denied: true, ..MemoryStore::default() });
    assert!(html.contains("Scenarios saved here are gone once you close this page."));
    assert!(!html.contains("Not saved"), "nothing is lost yet");
}

#[test]
fn only_full_pages_offer_scenarios_with_a_hint_when_empty() {
    let html = page("embed/clv/", Locale::En, holding(&[("a", "clv?name=Hidden")]));
    assert!(!html.contains("scenario") && !html.contains("Hidden"));
    assert!(page("clv/", Locale::En, MemoryStore::default()).contains("save again"));
}
