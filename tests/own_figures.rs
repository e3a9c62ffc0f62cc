//! Own figures on pages: last values, usual figures, and both margins.

use abacus_core::calculator::{Card, last};
use abacus_core::calculators::CATALOG;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_core::{calculator::share::Reader, calculators::Listing};
use sales_abacus::calculator::form::{Form, FormAction};

use crate::support::{KEPT, MemoryStore, render};

fn page(page: Page, locale: Locale, fragment: &str, records: &[(&str, &str)]) -> String {
    let store = MemoryStore::default();
    let named = records.iter().map(|(name, text)| (format!("sales-abacus:{name}"), (*text).to_owned()));
    store.records.borrow_mut().extend(named);
    render(page, locale, fragment, store)
}

fn bad_debt(locale: Locale, fragment: &str, records: &[(&str, &str)]) -> String {
    page(Page::Calculator(Listing::find("bad-debt").expect("a calculator")), locale, fragment, records)
}

#[track_caller]
fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).unwrap_or_else(|| panic!("no {start} in {text}"));
    rest.split_once(end).unwrap_or_else(|| panic!("no {end} after {start}")).0
}

#[test]
fn the_example_links_to_the_last_values() {
    let records = [("last:bad-debt", "loss=700&margin=0.03&margin_kind=gross&premium=20")];
    let own = |html: &str| between(html, "class=\"own own--last\"", "</div>").to_owned();
    let zh = own(&bad_debt(Locale::Zh, "", &records));
    assert!(zh.contains("href=\"#loss=700&amp;margin=0.03&amp;margin_kind=gross&amp;premium=20\""), "{zh}");
    let said = |html: &str| html.replace("</span><span class=\"own__figure\">", "");
    assert!(said(&zh).contains(">接着上次：¥700、3%、毛利率、¥20</span></a>"), "{zh}");
    let en = own(&bad_debt(Locale::En, "", &[("last:bad-debt", "extra_sales=10000&solve=margin")]));
    assert!(said(&en).contains(">Your last values: solving for Net margin</span></a>"), "{en}");
    // A link is somebody else's, and shows its own values.
    for fragment in ["loss=900", "loss=700&margin=0.03&margin_kind=gross&premium=20"] {
        assert!(!own(&bad_debt(Locale::Zh, fragment, &records)).contains("href"), "{fragment}");
    }
}

#[test]
fn a_link_s_menu_links_to_the_last_values() {
    let records = [("last:bad-debt", "loss=700")];
    let menu = |html: &str| between(html, "id=\"menu\"", "class=\"settings__label\"").to_owned();
    for (fragment, is_offered) in [("", true), ("loss=900", true), ("loss=700", false)] {
        let html = bad_debt(Locale::En, fragment, &records);
        let button = between(&menu(&html), "popovertargetaction=\"hide\"", "Your last values").to_owned();
        assert_eq!(!button.contains("hidden"), is_offered, "{fragment}");
    }
    assert!(!menu(&bad_debt(Locale::En, "loss=900", &[])).contains("Your last values"));
}

#[test]
fn unreadable_last_values_are_not_offered() {
    for text in ["", "loss", "loss=700&colour=red", "loss=-5", "\0", "loss=700#x"] {
        let html = bad_debt(Locale::En, "", &[("last:bad-debt", text)]);
        assert!(html.contains("Your last values cannot be read; they are kept as they are."), "{text}");
        assert!(!html.contains("Your last values: "), "{text}");
    }
}

#[test]
fn home_links_only_to_well_formed_last_values() {
    for locale in Locale::ALL {
        assert!(!page(Page::Home, locale, "", &[]).contains("tools__own"));
        let texts: Vec<_> = CATALOG.iter().map(|tool| (last::key(tool.spec().id), "a=1".to_owned())).collect();
        let records: Vec<_> =
            texts.iter().map(|(key, text)| (key.trim_start_matches("sales-abacus:"), text.as_str())).collect();
        let html = page(Page::Home, locale, "", &records);
        assert_eq!(html.matches("class=\"tools__own\"").count(), CATALOG.len());
        for tool in CATALOG {
            assert!(html.contains(&format!("href=\"./{}/#a=1\"", tool.spec().id)), "{}", tool.spec().id);
        }
    }
    let html = page(Page::Home, Locale::Zh, "", &[("last:clv", "{}"), ("last:dso", ""), ("last:activity", "deals=7 ")]);
    assert!(!html.contains("tools__own"), "{html}");
}

#[test]
fn bad_debt_shows_both_margins_if_both_are_known() {
    let line = |html: &str| between(html, "class=\"own__readings\">", "</p>").to_owned();
    let usual = [("usual", "gross_margin=0.3&rate=0.08")];
    assert_eq!(
        line(&bad_debt(Locale::Zh, "", &usual)),
        "额外销售额：按净利率 2% 是 ¥25,000；按毛利率 30% 是 ¥1,666.67。"
    );
    assert_eq!(
        line(&bad_debt(Locale::En, "", &usual)),
        "Extra sales: $25,000 at a net margin of 2%; $1,666.67 at a gross margin of 30%."
    );
    for usual in [&[][..], &[("usual", "net_margin=0.05")], &[("usual", "gross_margin=3")]] {
        assert!(!bad_debt(Locale::Zh, "", usual).contains("own__readings"), "{usual:?}");
    }
}

#[test]
fn usual_figures_are_offered_if_they_differ() {
    let usual = [("usual", "net_margin=0.12&rate=0.05&working_days=21")];
    for tool in CATALOG {
        let listing = Listing::find(tool.spec().id).expect("a listing");
        let html = page(Page::Calculator(listing), Locale::En, "", &usual);
        let offered = html.contains("Use your usual figures: ").then(|| between(&html, "usual figures: ", "<").trim());
        let expected = match listing.id {
            "bad-debt" | "receivables" | "credit-decision" => Some("net margin 12%"),
            "loss-to-visits" => Some("net margin 12%, monthly working days 21"),
            "slow-collection" => Some("cost of borrowing 5%"),
            "activity" | "rhythm-load" => Some("monthly working days 21"),
            _ => None,
        };
        assert_eq!(offered, expected, "{}", listing.id);
        // Nothing has been changed here, so there are no own figures.
        assert!(!html.contains("Keep as your"), "{}", listing.id);
    }
}

#[test]
fn widgets_and_customers_see_no_own_figures() {
    for tool in CATALOG {
        let spec = tool.spec();
        let own = format!("{}={}", spec.fields[0].key, spec.fields[0].link(spec.fields[0].high));
        let last = format!("last:{}", spec.id);
        let records = [(last.as_str(), own.as_str()), ("usual", "net_margin=0.123&gross_margin=0.345&visits=7.77")];
        let listing = Listing::find(spec.id).expect("a listing");
        let mut shown = vec![(Page::Embed(listing), String::new())];
        if !matches!(spec.card, Card::Nothing(_)) {
            shown.push((Page::Calculator(listing), KEPT.to_owned()));
        }
        for (of, fragment) in shown {
            let [with, without] = [&records[..], &[]].map(|records| page(of, Locale::Zh, &fragment, records));
            assert_eq!(with, without, "{of:?}");
        }
    }
}

#[test]
fn only_values_changed_by_the_user_are_own_figures() {
    for tool in CATALOG {
        let field = tool.spec().fields.iter().find(|field| field.default != field.high).expect("a field");
        let other = field.link(field.high);
        let link = format!("{}={other}", field.key);
        let mut form = Form::open(*tool, &link, None);
        assert_eq!(form.own_fragment(), None, "a link that is merely opened");
        form.act(FormAction::Reset);
        assert_eq!(form.own_fragment(), None, "the example is not own figures");
        form.act(FormAction::Undo);
        assert_eq!(form.own_fragment(), None, "it has the link's values again");
        form.act(FormAction::Reset);
        form.act(FormAction::Set(vec![(field.key, field.high)]));
        assert_eq!(form.own_fragment(), Some(link.clone()));
        form.act(FormAction::Open(String::new()));
        assert_eq!(form.own_fragment(), None);
        form.act(FormAction::Load(link.clone()));
        assert_eq!(form.own_fragment(), Some(link.clone()), "the values of a scenario");

        let mut shown = Form::open(*tool, "", None);
        shown.act(FormAction::ShowTo(Reader::Customer));
        if !shown.is_for_customer() {
            continue;
        }
        shown.act(FormAction::Set(vec![(field.key, field.high)]));
        assert_eq!(shown.own_fragment(), None);
        shown.act(FormAction::ShowTo(Reader::Colleague));
        assert_eq!(shown.own_fragment(), None, "values shown to a customer, after leaving the card");
        shown.act(FormAction::Set(vec![(field.key, field.min_value())]));
        assert_eq!(shown.own_fragment().is_some(), field.min_value() != field.default);
    }
}
