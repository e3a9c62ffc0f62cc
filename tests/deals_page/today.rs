//! The agenda when there is nothing to do.

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::{DateField, Deal, Edit, End, fields};

use super::support::render;
use super::{complete, holding};

/// A deal with nothing due within a week.
fn planned(id: &str) -> Deal {
    let mut deal = complete(id);
    deal.apply(Edit::Date(DateField::Deal(&fields::NEXT_DATE), Ok(Some("2026-12-05".parse().expect("a date")))));
    deal
}

fn today(locale: Locale, deals: &[Deal]) -> String {
    render(Page::Deals, locale, "view=today", holding(deals))
}

#[test]
fn a_free_week_is_one_sentence_and_the_next_due_deals() {
    for (locale, sentence, next, nothing) in [
        (Locale::Zh, "今天和七天之内都没有到期的事", "接下来", "没有。"),
        (Locale::En, "Nothing is due today or within seven days", "Coming up", "Nothing."),
    ] {
        let html = today(locale, &[planned("a")]);
        for text in [sentence, next, "现场演示", "2026-12-05", "href=\"#a\""] {
            assert!(html.contains(text), "{text:?} is missing in:\n{html}");
        }
        assert!(!html.contains(nothing) && html.matches("agenda__part").count() == 1, "{html}");
    }
}

#[test]
fn without_an_open_deal_a_new_one_is_offered() {
    let ended = Deal { end: Some(End::Lost), ..planned("a") };
    for (locale, sentence, new) in
        [(Locale::Zh, "现在没有进行中的商机", "新建商机"), (Locale::En, "No deal is open at the moment", "New deal")]
    {
        let html = today(locale, std::slice::from_ref(&ended));
        assert!(html.contains(sentence) && html.contains(new) && !html.contains("agenda__part"), "{html}");
    }
}

#[test]
fn deals_due_within_a_week_are_under_four_headings() {
    let html = today(Locale::En, &[complete("a"), planned("b")]);
    assert_eq!(html.matches("agenda__part").count(), 4, "{html}");
    assert!(!html.contains("Coming up"), "there is enough to do");
}
