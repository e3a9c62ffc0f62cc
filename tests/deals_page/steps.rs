//! Exit checks, benefits, the four questions and convergence on the page of a deal.

use std::rc::Rc;

use abacus_core::date::Date;
use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::fields::{exit, fab, person, tas};
use abacus_deals::{
    AssessmentEdit, Contender, Deal, Edit, Fab, FabEdit, Need, NeedOf, Person, PersonEdit, Question, Role, Spin, Stage,
    Stance, SuccessCase, TasAnswer, TasQuestion, TextField, Visit,
};

use sales_abacus::deals::meetings::{Visits, VisitsProps, visits_part};
use yew::prelude::*;

use super::printouts::sheet;
use super::support::{render, rendered_once};
use super::{complete, holding};

fn page(locale: Locale, change: impl Fn(&mut Deal)) -> String {
    let mut deal = complete("a");
    change(&mut deal);
    render(Page::Deals, locale, "a", holding(&[deal]))
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[track_caller]
fn within<'a>(html: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = html.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).map_or(rest, |(inside, _)| inside)
}

#[test]
fn a_check_is_ticked_by_its_line_or_by_the_deal() {
    for locale in Locale::ALL {
        let html = page(locale, |deal| {
            deal.apply(Edit::Stage(Stage::Trust, day("2026-03-01")));
            deal.apply(Edit::Text(TextField::Exit(&exit::TRUST_PRODUCT), "ISO 9001".to_owned()));
        });
        let exits = within(&html, "id=\"exits\"", "</details>");
        let state = |code: &str| within(exits, &format!("data-exit=\"{code}\""), "</li>").contains('✓');
        assert!(state("trust_product") && !state("trust_person"));
        assert!(state("who-decides"), "the decision maker of the deal has a name");
        assert!(exits.contains("ISO 9001"));
        assert!(!exits.contains("data-exit=\"gate\""), "later steps are not asked about");
    }
}

#[test]
fn a_row_says_whether_it_is_a_benefit() {
    let html = page(Locale::En, |deal| {
        let id = deal.people[0].id.clone();
        deal.people[0].business_need = "less downtime".to_owned();
        deal.apply(Edit::AddFab(0, Fab::new("f1")));
        deal.apply(Edit::Text(TextField::Fab("f1".to_owned(), &fab::BENEFIT), "half the stoppages".to_owned()));
        deal.apply(Edit::Fab("f1".to_owned(), FabEdit::Need(Some((id, NeedOf::Business)))));
        deal.apply(Edit::AddFab(1, Fab::new("f2")));
        deal.apply(Edit::Text(TextField::Fab("f2".to_owned(), &fab::FEATURE), "steel".to_owned()));
    });
    let rows = within(&html, "id=\"fab\"", "</details>");
    assert!(rows.contains("1 of 1 needs answered"));
    assert!(rows.contains("data-effect=\"benefit\"") && rows.contains("data-effect=\"feature\""));
    assert!(rows.contains("Business need: less downtime"));
}

#[test]
fn a_need_is_offered_until_it_has_a_row() {
    let need = |deal: &mut Deal| {
        let id = deal.people[0].id.clone();
        deal.apply(Edit::Text(TextField::Person(id.clone(), &person::BUSINESS_NEED), "less downtime".to_owned()));
        id
    };
    let offered = |html: &str| within(html, "id=\"fab\"", "id=\"assessment\"").matches("＋ Answer").count();
    assert_eq!(offered(&page(Locale::En, |deal| drop(need(deal)))), 1);
    let begun = page(Locale::En, |deal| {
        let id = need(deal);
        deal.apply(Edit::AddFab(0, Fab::new("f1")));
        deal.apply(Edit::Fab("f1".to_owned(), FabEdit::Need(Some((id, NeedOf::Business)))));
    });
    assert_eq!(offered(&begun), 0, "a second tap would write a second row");
}

#[test]
fn the_four_questions_have_proposals_until_they_are_answered() {
    let clear = Edit::Assess(AssessmentEdit::Need(Some(Need::Clear)));
    let proposed = page(Locale::En, |deal| deal.apply(clear.clone()));
    let part = within(&proposed, "data-part=\"tas\"", "data-part=\"urgency\"");
    assert_eq!(part.matches("The rest of this deal suggests: Yes").count(), 2, "clear need, somebody known");
    let concluded = "Two or more are unknown";
    assert!(!part.contains(concluded), "a suggestion is not an assessment: {part}");
    let judged = |deal: &mut Deal| {
        deal.apply(clear.clone());
        deal.apply(Edit::Assess(AssessmentEdit::Tas(Contender::Ours, TasQuestion::Opportunity, Some(TasAnswer::Yes))));
    };
    for (locale, title) in [
        (Locale::En, "2 yes · 2 unknown · 1 of these suggested"),
        (Locale::Zh, "2 个是 · 2 个不清楚 · 其中 1 个是建议"),
    ] {
        let html = page(locale, judged);
        let part = within(&html, "data-part=\"tas\"", "data-part=\"urgency\"");
        assert!(part.contains(title), "{part}");
        assert!(locale != Locale::En || part.contains(concluded), "{part}");
    }
    let no = page(Locale::En, |deal| {
        deal.apply(clear.clone());
        deal.apply(Edit::Assess(AssessmentEdit::Tas(Contender::Ours, TasQuestion::Opportunity, Some(TasAnswer::No))));
        deal.apply(Edit::Text(TextField::Contender(Contender::FirstRival, &tas::RIVAL), "Jiangnan".to_owned()));
    });
    let part = within(&no, "data-part=\"tas\"", "data-part=\"urgency\"");
    assert!(part.contains("There is no opportunity") && part.contains("Jiangnan"));
}

#[test]
fn convergence_shows_its_value_a_month_ago() {
    let stance = |stance, on: &'static str| {
        move |deal: &mut Deal| {
            deal.people = vec![Person { id: "p1".to_owned(), name: "Li".to_owned(), ..Person::in_role(Role::User) }];
            deal.apply(Edit::Person("p1".to_owned(), PersonEdit::Stance(stance, day(on))));
        }
    };
    let html = page(Locale::En, stance(Stance::Supports, "2020-01-01"));
    assert!(html.contains("1 of 4 for us, as 30 days ago."), "{html}");
    let html = page(Locale::Zh, |deal| {
        stance(Stance::Supports, "2020-01-01")(deal);
        deal.apply(Edit::Person("p1".to_owned(), PersonEdit::Stance(Stance::Opposes, day("2999-01-01"))));
    });
    assert!(html.contains("4 方里 0 方支持，1 方反对（30 天前：4 方里 1 方支持）。"), "{html}");
}

#[test]
fn the_first_step_says_whether_it_is_a_target_customer() {
    let first = |deal: &mut Deal| deal.stage = Stage::Analyse;
    let ticked = "checked type=\"checkbox\" name=\"target\"";
    let html = page(Locale::En, first);
    assert!(html.contains("name=\"target\"") && !html.contains(ticked), "{html}");
    let marked = |deal: &mut Deal| {
        first(deal);
        deal.apply(Edit::Target(true, day("2026-11-01")));
    };
    let html = page(Locale::Zh, marked);
    assert!(html.contains(ticked), "{html}");
    assert!(within(&html, "class=\"deal__stage\"", "</button>").contains("目标客户"));
    let moved = page(Locale::Zh, |deal| {
        marked(deal);
        deal.apply(Edit::Stage(Stage::Trust, day("2026-11-02")));
    });
    assert!(!moved.contains("name=\"target\"") && !moved.contains("目标客户"));

    let mut deal = complete("a");
    marked(&mut deal);
    let book = || holding(&[deal.clone()]);
    let funnel = render(Page::Deals, Locale::En, "view=funnel", book());
    let funnel_stage = within(&funnel, "Target customer", "</tr>");
    assert!(funnel_stage.contains("funnel__number\">1<"), "{funnel}");
    assert!(
        funnel_stage.contains("stage=target&amp;neglected=never"),
        "the log is empty, and a tap shows whose: {funnel_stage}"
    );
    assert!(render(Page::Deals, Locale::En, "view=list", book()).contains("deal-row__stage\">Target customer"));
    assert!(render(Page::Deals, Locale::En, "view=list&stage=analyse", book()).contains("No matching deals"));
    assert!(sheet(&deal, None, Locale::Zh).contains("目标客户"));
}

/// The visits of a deal with the form of its visit `v1`.
fn visits(deal: &Deal, goal: Option<&'static str>) -> String {
    rendered_once::<Visits>(VisitsProps {
        deal: visits_part(deal),
        told: Rc::new([]),
        goal: goal.map(AttrValue::from),
        today: day("2026-11-21"),
        locale: Locale::En,
        fresh_id: Callback::from(|()| "new".to_owned()),
        on_edit: Callback::noop(),
        on_print: Callback::noop(),
        on_log: Callback::noop(),
        open: Some("v1".into()),
        on_open: Callback::noop(),
        on_add: Callback::noop(),
    })
}

#[test]
fn a_visit_offers_the_goal_that_the_four_questions_propose() {
    let form = |goal: &str| {
        let mut deal = Deal::new("a");
        deal.apply(Edit::AddVisit(0, Box::new(Visit { goal: goal.to_owned(), ..Visit::new("v1") })));
        visits(&deal, Some("Find out: Can we win?"))
    };
    assert!(form("").contains("aria-pressed=\"false\"") && form("").contains("Find out: Can we win?"));
    assert!(form("Find out: Can we win?").contains("aria-pressed=\"true\""), "a used phrase stays in its place");
    assert!(!form("Show the pilot line").contains("take-goal"), "the user's own goal is left alone");
}

#[test]
fn a_phrase_that_begins_a_question_is_marked_as_used() {
    let openings = Spin::Problem.openings().map(|opening| opening.get(Locale::En));
    let form = |text: &str, date: &str| {
        let question =
            Question { id: "q".to_owned(), kind: Spin::Problem, text: text.to_owned(), ..Question::default() };
        let visit = Visit { date: date.parse().ok(), questions: vec![question], ..Visit::new("v1") };
        let deal = Deal { visits: vec![visit], ..Deal::new("a") };
        visits(&deal, None)
    };
    let used = form(&format!("{} And at night?", openings[0]), "2026-11-20");
    assert_eq!(used.matches("spin__opening--used").count(), 1, "{used}");
    assert!(within(&used, "spin__opening--used", "</button>").contains(openings[0]));
    assert!(used.contains("This day is over: log the visit"), "{used}");
    let other = form("What else?", "2026-11-21");
    assert!(!other.contains("spin__opening--used") && !other.contains("This day is over"), "{other}");
}

#[test]
fn the_success_cases_of_the_book_have_a_page() {
    let view = |locale, deals: &[Deal]| render(Page::Deals, locale, "view=cases", holding(deals));
    assert!(view(Locale::Zh, &[complete("a")]).contains("还没有案例"));
    let mut deal = complete("a");
    let case = SuccessCase { trade: "江北机床厂".to_owned(), ..SuccessCase::default() };
    let date = Some(day("2026-11-20"));
    deal.apply(Edit::AddVisit(0, Box::new(Visit { case, date, ..Visit::new("v1") })));
    let html = view(Locale::En, &[deal]);
    for words in ["1 case<", "江北机床厂", "href=\"#a\"", "2026-11-20", "Download CSV", "for=\"case-search\""] {
        assert!(html.contains(words), "{words}: {html}");
    }
}
