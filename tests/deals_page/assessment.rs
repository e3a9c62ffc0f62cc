//! The assessment on the deal page, and the two pictures of the portfolio.

use std::rc::Rc;

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::view::Plot;
use abacus_deals::{
    Assessment, AssessmentEdit, Chance, ContactDays, Currency, Deal, Edit, End, Factor, Grade, Ground, Lead, Letter,
    Level, Need, Portfolio, PortfolioOwner, Purchase, Rating, SALESPERSON_KEY, Score, Size, SubScore, Urgency,
    ValueClass,
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
fn an_empty_assessment_shows_its_open_parts() {
    let (zh, en) = (page(Locale::Zh, &[]), page(Locale::En, &[]));
    assert_shows(&zh, &["还没有评估，可以只做其中几项"]);
    assert_shows(&en, &["Nothing yet; fill in only what helps"]);
    for html in [&zh, &en] {
        assert_eq!(html.matches("data-part=").count(), 8);
        assert_eq!(html.matches("assessment__result--open").count(), 8, "no part has a result");
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
        AssessmentEdit::Purchase(Some(Purchase::First)),
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
    assert_shows(part(&zh, "purchase"), &["头一次买", "先看懂不懂行"]);
    assert_shows(part(&zh, "urgency"), &["一周内"]);
    let en = page(Locale::En, &edits);
    assert_shows(&en, &["Class 3 · Opening A · Grade B · Acquire · Harvest · Within a week"]);
    assert_shows(part(&en, "factors"), &["Weakest: Price"]);
    assert_shows(part(&en, "grade"), &["Grade B · Weekly", "By grade (weekly)"]);
}

#[test]
fn a_manual_grade_keeps_the_proposal_and_offers_any_rhythm() {
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
fn without_a_chance_the_grade_says_so() {
    let edits = [AssessmentEdit::Need(Some(Need::Clear)), AssessmentEdit::Chance(Some(Chance::None))];
    assert_shows(
        part(&page(Locale::En, &edits), "grade"),
        &["Grade E: No need, or no chance of a deal.", "Can there be"],
    );
    assert_shows(part(&page(Locale::Zh, &edits), "grade"), &["E 级：没有需求，或没有成交的可能。"]);
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

/// Deals with these assessments: the first complete, the second in euros, the rest otherwise empty.
fn plotted() -> Vec<Rc<Deal>> {
    let blank = |number: usize| Deal { customer: format!("Acme {number}"), ..Deal::new(&format!("d{number}")) };
    let deal = |(number, assessment)| match number {
        0 => Deal { assessment, ..complete("d0") },
        1 => Deal { assessment, amount: Some(5.into()), currency: Currency::new("EUR").expect("a code"), ..blank(1) },
        _ => Deal { assessment, ..blank(number) },
    };
    (0..).zip(deals()).map(deal).map(Rc::new).collect()
}

fn matrix(deals: &[Rc<Deal>], whose: PortfolioOwner, locale: Locale) -> String {
    shown::<ValueMatrix>(ValueMatrixProps {
        portfolio: Rc::new(Portfolio::of(deals.iter().map(|deal| &deal.assessment))),
        plot: Rc::new(Plot::of(deals)),
        whose,
        all: deals.len(),
        href: Callback::from(|class: ValueClass| format!("#class-{}", class.code()).into()),
        locale,
    })
}

#[test]
fn the_value_matrix_is_drawn_and_described() {
    let deals = plotted();
    let zh = matrix(&deals, PortfolioOwner::Mine, Locale::Zh);
    assert_eq!(zh.matches("class=\"matrix__deal\"").count(), 5, "each is a circle of its own");
    assert_eq!(zh.matches("class=\"matrix__touch\"").count(), 5, "with a finger-sized hit area");
    assert_eq!(zh.matches("tabindex=\"-1\"").count(), 5, "only the circles are reachable by keyboard");
    assert!(zh.rfind("matrix__touch") < zh.find("matrix__deal"), "no hit area covers the circle of another deal");
    assert_shows(&zh, &["role=\"group\"", "三类：眼前大，长远小，3 笔", "6 笔商机中，5 笔两边都打了分。"]);
    assert_shows(&zh, &["href=\"#class-3\"", "没有商机", "data-reading=\"short-sighted\"", "5 笔里有 3 笔是三类。"]);
    assert!(!zh.contains("#class-4"), "nothing to list");
    let en = matrix(&deals, PortfolioOwner::Region, Locale::En);
    assert_shows(&en, &["Class 1: big now, big later, 1 deal", "5 of 6 deals scored on both sides.", "short-sighted"]);
}

#[test]
fn each_circle_leads_to_its_deal_and_is_listed() {
    let deals = plotted();
    let zh = matrix(&deals, PortfolioOwner::Mine, Locale::Zh);
    let known = "华东机床 · 五轴加工中心：¥1,200,000 = 120万 · 1+2+1 已齐备 · 短期 9，长期 2，三类：眼前大，长远小";
    assert_shows(&zh, &[known, "aria-label=\"Acme 1：€5 · 还缺 4 颗珠子", "Acme 3：未填金额", "没填金额的画得最小。"]);
    assert_shows(&zh, &["不同币种（CNY、EUR）的圆不能互相比", "mark--passed", "mark--hardly", "1+2+1 已齐备"]);
    for number in 0..5 {
        assert_eq!(
            zh.matches(&format!("href=\"#d{number}\"")).count(),
            3,
            "a circle, its hit area, and a row of the list"
        );
    }
    assert_shows(&zh, &[">华东</text>", ">Acm</text>"]);
    assert_eq!(zh.matches(">Ac</text>").count(), 3, "the small ones have room for two letters");
    let en = matrix(&deals, PortfolioOwner::Mine, Locale::En);
    assert_shows(&en, &["no amount · 4 beads missing · now 8, later 3", "never across currencies (CNY, EUR)"]);
    let one = matrix(&deals[..1], PortfolioOwner::Mine, Locale::En);
    assert!(!one.contains("currencies") && !one.contains("without an amount"), "nothing to report for these");
}

#[test]
fn crowded_points_draw_the_largest_and_say_so() {
    let many: Vec<_> = (0..60)
        .map(|number| {
            let assessment = judged(9, 2, Ground::Ours, Lead::We);
            Rc::new(Deal { assessment, amount: Some(number.into()), ..Deal::new(&format!("d{number}")) })
        })
        .collect();
    let html = matrix(&many, PortfolioOwner::Mine, Locale::En);
    assert_eq!(html.matches("class=\"matrix__deal\"").count(), 6);
    assert_eq!(html.matches("class=\"plotted__link\"").count(), 50);
    assert_shows(&html, &["At most 6 deals are drawn at one score; 54 more are not.", "10 more are not listed."]);
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
    assert_shows(&en, &["openings__share\">40%", "openings__share\">20%", "data-causes=\"A\"", "data-causes=\"D\""]);
    assert_shows(&en, &["ask the insider which of 3 causes it is", "Power changed hands", "the plays are our advice"]);
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
fn a_portfolio_switches_between_own_and_regional_deals() {
    let deal = |number: usize, salesperson: &str| Deal {
        assessment: judged(9, 9, Ground::Ours, Lead::We),
        salesperson: salesperson.to_owned(),
        ..Deal::new(&format!("d{number}"))
    };
    let deals: Vec<Deal> = (0..6).map(|number| deal(number, if number == 0 { "王芳" } else { "陈晨" })).collect();
    let view = |fragment| {
        let store = holding(&deals);
        store.records.borrow_mut().insert(SALESPERSON_KEY.to_owned(), "陈晨".to_owned());
        render(Page::Deals, Locale::Zh, fragment, store)
    };
    let region = view("view=portfolio");
    assert_shows(&region, &["data-reading=\"reserve-thin\"", "6 笔里有 6 笔是一类。", "我的商机", "我的区域"]);
    assert_shows(&region, &["href=\"#view=portfolio&amp;salesperson=%E9%99%88%E6%99%A8&amp;whose=mine\""]);
    assert_shows(&region, &["href=\"#view=portfolio&amp;whose=region\" aria-current=\"true\""]);
    let mine = view("view=portfolio&salesperson=%E9%99%88%E6%99%A8&whose=mine");
    assert_shows(&mine, &["data-reading=\"lives-on-few\"", "5 笔里有 5 笔是一类。"]);
    let listed = "#view=list&amp;salesperson=%E9%99%88%E6%99%A8&amp;class=1";
    assert_shows(&mine, &[listed, "href=\"#view=portfolio&amp;salesperson=%E7%8E%8B%E8%8A%B3\""]);
}

#[test]
fn an_empty_portfolio_says_what_it_needs() {
    let portfolio = Rc::new(Portfolio::default());
    let matrix = matrix(&[], PortfolioOwner::Region, Locale::En);
    assert!(!matrix.contains("plotted__list"), "nothing to list");
    assert_shows(&matrix, &["0 of 0 deals", "Score at least five"]);
    let href = Callback::from(|_| "#".into());
    let grid = shown::<OpeningsGrid>(OpeningsGridProps { portfolio, all: 0, href, locale: Locale::Zh });
    assert_shows(&grid, &["至少判断五笔的开局"]);
    assert!(!grid.contains("<a "));
}
