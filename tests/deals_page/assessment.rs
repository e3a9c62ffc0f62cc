//! The assessment on the deal page, and the two pictures of the portfolio.

use std::rc::Rc;

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::{
    Assessment, AssessmentEdit, ContactDays, Deal, Edit, End, Factor, Grade, Ground, Lead, Letter, Level, Need,
    Portfolio, Rating, Score, Size, SubScore, Urgency, ValueClass, spots,
};
use sales_abacus::deals::views::{OpeningsGrid, OpeningsGridProps, ValueMatrix, ValueMatrixProps};
use yew::{BaseComponent, Callback, LocalServerRenderer};

use super::support::render;
use super::{complete, holding};

/// The page of a complete deal after these edits.
fn page(locale: Locale, edits: &[AssessmentEdit]) -> String {
    let mut deal = complete("a");
    edits.iter().for_each(|edit| deal.apply(Edit::Assess(*edit)));
    render(Page::Deals, locale, "a", holding(&[deal]))
}

#[track_caller]
fn part<'a>(html: &'a str, name: &str) -> &'a str {
    let (_, rest) = html.split_once(&format!("data-part=\"{name}\"")).expect("the part");
    rest.split_once("</details>").map_or(rest, |(inside, _)| inside)
}

#[track_caller]
fn assert_shows(html: &str, expected: &[&str]) {
    for text in expected {
        assert!(html.contains(text), "{text:?} is missing in:\n{html}");
    }
}

#[test]
fn an_empty_assessment_shows_six_open_parts() {
    let (zh, en) = (page(Locale::Zh, &[]), page(Locale::En, &[]));
    assert_shows(&zh, &["还没有评估，可以只做其中几项"]);
    assert_shows(&en, &["Nothing yet; fill in only what helps"]);
    for html in [&zh, &en] {
        assert_eq!(html.matches("data-part=").count(), 6);
        assert_eq!(html.matches("assessment__result--open").count(), 6, "no part has a result");
    }
    assert_shows(part(&zh, "value"), &["未打分", "两边各打一项分"]);
    assert_shows(part(&en, "opening"), &["Answer both to see the opening.", "Not assessed"]);
}

#[test]
fn each_part_shows_its_result_and_the_section_sums_them_up() {
    let edits = [
        AssessmentEdit::Score(SubScore::OrderSize, Score::new(8)),
        AssessmentEdit::Score(SubScore::PeriodTarget, Score::new(5)),
        AssessmentEdit::Score(SubScore::Morale, Score::new(3)),
        AssessmentEdit::Ground(Some(Ground::Ours)),
        AssessmentEdit::Lead(Some(Lead::They)),
        AssessmentEdit::Factor(Factor::Price, Some(Rating::Weak)),
        AssessmentEdit::Factor(Factor::Trust, Some(Rating::Strong)),
        AssessmentEdit::Need(Some(Need::Clear)),
        AssessmentEdit::BuyingPotential(Some(Level::High)),
        AssessmentEdit::Share(Some(Level::Low)),
        AssessmentEdit::CurrentValue(Some(Size::Big)),
        AssessmentEdit::FutureValue(Some(Size::Small)),
        AssessmentEdit::Urgency(Some(Urgency::Week)),
    ];
    let zh = page(Locale::Zh, &edits);
    assert_shows(&zh, &["3 类 · A 开局 · B 级 · 获取 · 收获 · 一周内"]);
    assert_shows(part(&zh, "value"), &["三类：眼前大，长远小", "短期收益 6.5", "长期影响 3", "争取最好的条件"]);
    assert_shows(part(&zh, "opening"), &["A · 不正常开局", "查清哪里出了问题", "对手会收集并摆出我们的弱点"]);
    assert_shows(part(&zh, "factors"), &["最弱：价格", "先把价值谈清"]);
    assert_shows(
        part(&zh, "grade"),
        &["B 级 · 每周", "B 级：需求明确，三个月内成交。", "按建议（B）", "按等级（每周）"],
    );
    assert_shows(part(&zh, "customer"), &["获取 · 收获", "进攻", "data-action=\"12\"", "不考虑降价"]);
    assert_shows(part(&zh, "urgency"), &["一周内"]);
    let en = page(Locale::En, &edits);
    assert_shows(&en, &["Class 3 · Opening A · Grade B · Acquire · Harvest · Within a week"]);
    assert_shows(part(&en, "factors"), &["Weakest: Price"]);
    assert_shows(part(&en, "grade"), &["Grade B · Weekly", "By grade (weekly)"]);
}

#[test]
fn a_manual_grade_keeps_the_proposal_and_any_rhythm_is_offered() {
    let edits = [
        AssessmentEdit::Need(Some(Need::Latent)),
        AssessmentEdit::Grade(Some(Grade::A)),
        AssessmentEdit::ContactDays(ContactDays::new(45)),
    ];
    let en = page(Locale::En, &edits);
    assert_shows(
        part(&en, "grade"),
        &["Grade A · Every 45 days", "Need and date suggest grade D", "<option value=\"45\" selected"],
    );
}

#[test]
fn a_clear_need_without_a_date_asks_for_the_date() {
    let mut deal = Deal { revision: 1, ..Deal::new("a") };
    deal.apply(Edit::Assess(AssessmentEdit::Need(Some(Need::Clear))));
    let html = render(Page::Deals, Locale::En, "a", holding(&[deal]));
    assert_shows(part(&html, "grade"), &["enter that date"]);
    assert_shows(&html, &["Started, no conclusion yet"]);
}

fn shown<C: BaseComponent>(props: C::Properties) -> String {
    pollster::block_on(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

fn judged(short: u8, long: u8, ground: Ground, lead: Lead) -> Assessment {
    let mut assessment = Assessment::default();
    for edit in [
        AssessmentEdit::Score(SubScore::OrderSize, Score::new(short)),
        AssessmentEdit::Score(SubScore::Morale, Score::new(long)),
        AssessmentEdit::Ground(Some(ground)),
        AssessmentEdit::Lead(Some(lead)),
    ] {
        assessment.apply(edit);
    }
    assessment
}

/// Five assessed deals and one that is not.
fn deals() -> Vec<Assessment> {
    vec![
        judged(9, 2, Ground::Ours, Lead::They),
        judged(9, 2, Ground::Ours, Lead::They),
        judged(8, 3, Ground::Ours, Lead::We),
        judged(9, 9, Ground::Ours, Lead::Even),
        judged(2, 9, Ground::Ours, Lead::We),
        Assessment::default(),
    ]
}

#[test]
fn the_value_matrix_is_drawn_and_described() {
    let deals = deals();
    let matrix = |locale| {
        shown::<ValueMatrix>(ValueMatrixProps {
            portfolio: Rc::new(Portfolio::of(&deals)),
            spots: Rc::new(spots(&deals)),
            all: deals.len(),
            href: Callback::from(|class: ValueClass| format!("#class-{}", class.code()).into()),
            locale,
        })
    };
    let zh = matrix(Locale::Zh);
    assert_eq!(zh.matches("<circle").count(), 4, "two deals share one point");
    assert_shows(&zh, &["role=\"img\"", "三类：眼前大，长远小，3 笔", "6 笔商机中，5 笔两边都打了分。"]);
    assert_shows(&zh, &["href=\"#class-3\"", "没有商机", "data-reading=\"short-sighted\"", "5 笔里有 3 笔是三类。"]);
    assert!(!zh.contains("#class-4"), "nothing to list");
    let en = matrix(Locale::En);
    assert_shows(&en, &["Class 1: big now, big later, 1 deal", "5 of 6 deals scored on both sides.", "short-sighted"]);
}

#[test]
fn the_openings_grid_counts_deals_and_draws_conclusions() {
    let deals = deals();
    let grid = |locale| {
        shown::<OpeningsGrid>(OpeningsGridProps {
            portfolio: Rc::new(Portfolio::of(&deals)),
            all: deals.len(),
            href: Callback::from(|letter: Letter| format!("#opening-{}", letter.code()).into()),
            locale,
        })
    };
    let en = grid(Locale::En);
    assert_eq!(en.matches("data-letter=").count(), 9);
    assert_eq!(en.matches("href=").count(), 3, "only openings with deals are links");
    assert_shows(&en, &["href=\"#opening-A\"", "2 deals", "abnormal", "data-reading=\"home-slipping\""]);
    assert_shows(&en, &["On our own ground we do not lead in 3 of 5 deals.", "5 of 6 deals with an opening."]);
    assert_shows(&grid(Locale::Zh), &["我方地盘", "势均力敌", "不正常", "老客户在松动"]);
}

#[test]
fn the_portfolio_counts_open_deals_and_links_to_them() {
    let numbered = (0..).zip(deals());
    let mut stored: Vec<Deal> =
        numbered.map(|(number, assessment)| Deal { assessment, ..Deal::new(&format!("d{number}")) }).collect();
    let lost = judged(9, 2, Ground::Ours, Lead::They);
    stored.push(Deal { end: Some(End::Lost), assessment: lost, ..Deal::new("lost") });
    let view = |fragment| render(Page::Deals, Locale::En, fragment, holding(&stored));
    assert_shows(
        &view("view=portfolio"),
        &["5 of 6 deals scored", "5 of 6 deals with an opening", "#view=list&amp;class=3", "#view=list&amp;opening=A"],
    );
    let list = view("view=list&class=3");
    assert_shows(&list, &["3 deals", "<option value=\"3\" selected"]);
    assert_shows(&view("view=list&opening=A"), &["2 deals", "A: our ground, behind"]);
}

#[test]
fn an_empty_portfolio_says_what_it_needs() {
    let portfolio = Rc::new(Portfolio::default());
    let matrix = shown::<ValueMatrix>(ValueMatrixProps {
        portfolio: portfolio.clone(),
        spots: Rc::new(Vec::new()),
        all: 0,
        href: Callback::from(|_| "#".into()),
        locale: Locale::En,
    });
    assert_shows(&matrix, &["0 of 0 deals", "Score at least five"]);
    let href = Callback::from(|_| "#".into());
    let grid = shown::<OpeningsGrid>(OpeningsGridProps { portfolio, all: 0, href, locale: Locale::Zh });
    assert_shows(&grid, &["至少判断五笔的开局"]);
    assert!(!grid.contains("<a "));
}
