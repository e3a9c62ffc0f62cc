//! Our means: the plan, beside the meetings of the last ninety days.

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::view::RESOURCE_PLAN_KEY;
use abacus_deals::{AssessmentEdit, Contact, Deal, Edit, Level, MeetingOutcome};

use super::support::{MemoryStore, render};
use super::{complete, holding};

/// A deal with this potential and share, and this many meetings on the day before `FixedHost`'s today.
fn met(id: &str, levels: Option<[Level; 2]>, count: usize) -> Deal {
    let mut deal = Deal { revision: 1, ..Deal::new(id) };
    if let Some([potential, share]) = levels {
        deal.apply(Edit::Assess(AssessmentEdit::BuyingPotential(Some(potential))));
        deal.apply(Edit::Assess(AssessmentEdit::Share(Some(share))));
    }
    let day = "2026-11-20".parse().expect("a date");
    let outcome = Some(MeetingOutcome::Continuation);
    deal.log = (0..count).map(|at| Contact { outcome, ..Contact::new(&format!("c{at}"), day) }).collect();
    deal
}

fn page(locale: Locale, fragment: &str, deals: &[Deal], plan: &str) -> String {
    let store = holding(deals);
    if !plan.is_empty() {
        store.records.borrow_mut().insert(RESOURCE_PLAN_KEY.to_owned(), plan.to_owned());
    }
    render(Page::Deals, locale, fragment, store)
}

#[track_caller]
fn assert_shows(html: &str, expected: &[&str]) {
    let missing: Vec<_> = expected.iter().filter(|text| !html.contains(**text)).collect();
    assert!(missing.is_empty(), "{missing:?} missing");
}

const PLAN: &str = "time.attack=60&time.defence=30&time.maintenance=10&people.attack=50";

/// Five meetings for attack, three for defence, one for maintenance, two with a customer to give up, and one with an
/// unknown purpose.
fn deals() -> Vec<Deal> {
    use Level::{High, Low, Medium};
    vec![
        met("a", Some([High, Low]), 3),
        met("b", Some([Medium, Low]), 2),
        met("c", Some([High, High]), 3),
        met("d", Some([Low, High]), 1),
        met("e", Some([Low, Low]), 2),
        met("f", None, 1),
    ]
}

#[test]
fn the_plan_is_shown_beside_the_meetings() {
    let zh = page(Locale::Zh, "view=means", &deals(), PLAN);
    assert_eq!(zh.matches("class=\"means__input\"").count(), 9);
    assert_shows(&zh, &["name=\"time.attack\"", "value=\"60\"", ">100%</td>", "50%，应为 100%"]);
    assert_shows(&zh, &["获取、侵扰", "data-spent=\"give-up\"", "data-finding=\"attack\"", "data-finding=\"give-up\""]);
    assert_shows(&zh, &["进攻：计划 60%，实际 45%，少了 15 个百分点。", "11 次会面里有 2 次用在该放弃的客户上"]);
    assert_shows(&zh, &["另有 1 次会面没有计入", "人手和资金只有计划，记录里看不出来"]);
    assert!(!zh.contains("data-finding=\"defence\"") && !zh.contains("data-finding=\"none\""), "27 of 30 per cent");
    let en = page(Locale::En, "view=means", &deals(), PLAN);
    assert_shows(&en, &["Attack: 60% planned, 45% spent, 15 percentage points less.", "2 of 11 meetings were with"]);
    assert_shows(
        &en,
        &["people and money are planned here, but no record shows them", "1 more meeting is not counted"],
    );
}

#[test]
fn without_plan_position_or_meeting_the_means_say_what_they_need() {
    let empty = page(Locale::Zh, "view=means", &[complete("a")], "");
    assert_shows(&empty, &["data-empty=\"meetings\"", "近 90 天没有会面记录", ">–</td>"]);
    let unplaced = page(Locale::En, "view=means", &[met("a", None, 4)], PLAN);
    assert_shows(
        &unplaced,
        &["Meetings in the last 90 days: 4, but attack or defence is not decided for any of these deals."],
    );
    let unplanned = page(Locale::Zh, "view=means", &deals(), "");
    assert_shows(&unplanned, &["data-empty=\"plan\"", "还没有时间的计划", "未计划", "data-finding=\"give-up\""]);
    let partial = page(Locale::En, "view=means", &deals(), "time.attack=60");
    assert_shows(&partial, &["once the three parts of the time are filled in", "60%, not 100%"]);
    let as_planned = page(Locale::Zh, "view=means", &deals()[..4], PLAN);
    assert_shows(&as_planned, &["data-finding=\"none\"", "各项和计划相差都不到 10 个百分点"]);
    let denied = MemoryStore { denied: true, ..MemoryStore::default() };
    assert_shows(&render(Page::Deals, Locale::En, "view=means", denied), &["Means"]);
}

#[test]
fn the_means_of_one_salesperson_are_shown() {
    let of = |deal: Deal, name: &str| Deal { salesperson: name.to_owned(), ..deal };
    let high = Some([Level::High, Level::High]);
    let both = [of(met("a", high, 1), "陈晨"), of(met("b", high, 4), "王芳")];
    let one = page(Locale::Zh, "view=means&salesperson=%E7%8E%8B%E8%8A%B3", &both, "");
    assert_shows(&one, &["means__figure\">4</td>", "href=\"#view=means&amp;salesperson=%E9%99%88%E6%99%A8\""]);
    let all = page(Locale::Zh, "view=means", &both, "");
    assert_shows(&all, &["means__figure\">5</td>"]);
}
