//! The printouts: the tracking form, and a visit.

use abacus_core::date::Date;
use abacus_core::text::Locale;
use abacus_deals::fields::{Field, exit, fab, person, tas};
use abacus_deals::{
    AssessmentEdit, Chance, Check, Contender, DateField, Deal, Degree, Edit, Exits, Fab, GuideTests, Person, Purchase,
    Quadrants, Question, Role, Source, Spin, Stage, TasAnswer, TasQuestion, TextField, Visit,
};
use sales_abacus::deals::meetings::visit_sheet;
use sales_abacus::deals::paper::form_sheet;
use yew::prelude::*;

use super::complete;
use super::support::rendered_once;

#[derive(PartialEq, Properties)]
struct SheetProps {
    deal: Deal,
    /// The id of the visit that is printed; `None` for the tracking form.
    visit: Option<String>,
    locale: Locale,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let (deal, today, locale) = (&props.deal, day("2026-03-02"), props.locale);
    match &props.visit {
        None => form_sheet(Some(deal), today, locale),
        Some(visit) => visit_sheet(deal, deal.visit(visit).expect("a visit"), today, locale),
    }
}

/// The tracking form of a deal, or one of its visits.
pub fn sheet(deal: &Deal, visit: Option<String>, locale: Locale) -> String {
    rendered_once::<Sheet>(SheetProps { deal: deal.clone(), visit, locale })
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// The text of a printout without its markup.
fn words(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    parts.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn assert_has(form: &str, expected: &[&str]) {
    let form = words(form);
    for expected in expected {
        assert!(form.contains(expected), "{expected} in {form}");
    }
}

#[test]
fn printouts_have_the_checks_of_the_step() {
    let mut deal = complete("a");
    let form = |deal: &Deal, locale| sheet(deal, None, locale);
    // No line is typed, and one check is met by the deal itself.
    let decided = "✓ 知道谁拍板（决策人有名有姓）";
    assert_has(
        &form(&deal, Locale::Zh),
        &["出口检查 客户分析：4 项里做到 1 项 · ○ ", "○ 价值打了分，开局也判断过", decided],
    );
    let open = "○ Value is scored and the opening judged · ✓ Who decides is known by name";
    assert_has(&form(&deal, Locale::En), &["Before the next step ", ": 1 of 4 · ○ ", open]);

    deal.apply(Edit::Text(TextField::Exit(&exit::RIVALS), "江南、江北".to_owned()));
    deal.apply(Edit::Stage(Stage::Trust, day("2026-03-01")));
    deal.apply(Edit::Text(TextField::Exit(&exit::TRUST_PRODUCT), "ISO 9001".to_owned()));
    let trust = form(&deal, Locale::Zh);
    let line = |field: &Field<Exits, String>, line: &str| format!("✓ {}：{line}", field.meta.label.zh);
    let count = format!("{}：3 项里做到 1 项 · ○ {}", Stage::Trust.label().zh, exit::TRUST_PERSON.meta.label.zh);
    let seen = [line(&exit::RIVALS, "江南、江北"), line(&exit::TRUST_PRODUCT, "ISO 9001")];
    assert_has(&trust, &[&count, &seen.join(" · ")]);
    assert!(!words(&trust).contains(decided), "what the deal itself knew at an earlier step");
}

#[test]
fn printouts_have_everything_that_was_entered() {
    let mut deal = complete("a");
    let bare = sheet(&deal, None, Locale::Zh);
    assert_eq!(bare.matches("form-sheet__claim").count(), 1, "the checks alone: {bare}");
    assert!(["哪一种采购", "有没有成交的可能"].iter().all(|label| !bare.contains(label)), "{bare}");

    deal.apply(Edit::Assess(AssessmentEdit::Tas(Contender::Ours, TasQuestion::Win, Some(TasAnswer::Yes))));
    let evidence = TextField::Tas(Contender::Ours, TasQuestion::Worth, &tas::EVIDENCE);
    deal.apply(Edit::Text(evidence, "ROI 3".to_owned()));
    deal.apply(Edit::Text(TextField::Contender(Contender::SecondRival, &tas::RIVAL), "Jiangnan".to_owned()));
    deal.assessment.purchase = Some(Purchase::Modified);
    deal.assessment.chance = Some(Chance::None);
    deal.people[1].expression = Some(Degree::High);
    deal.people[1].emotion = Some(Degree::Low);
    deal.apply(Edit::AddFab(0, Fab::new("f1")));
    deal.apply(Edit::Text(TextField::Fab("f1".to_owned(), &fab::FEATURE), "steel".to_owned()));
    deal.apply(Edit::Text(TextField::Fab("f1".to_owned(), &fab::QUESTION), "Why?".to_owned()));
    deal.apply(Edit::AddFab(1, Fab { question: "How?".to_owned(), ..Fab::new("f2") }));
    assert_has(
        &sheet(&deal, None, Locale::Zh),
        &[
            "四问：值不值得做 我们：能参与竞争吗？ 是（建议），能赢吗？ 是，值得赢吗？ ROI 3；对手二：Jiangnan",
            "steel；需求—效益问题：Why? · 需求—效益问题：How?",
            "哪一种采购再买，但要求变了",
            "有没有成交的可能没有可能",
            "等级E",
            "支持 · 支配型",
            "决策人、使用者、把关者、向导：4 方里 1 方支持（30 天前：4 方里 0 方支持）。",
        ],
    );
    assert_has(
        &sheet(&deal, None, Locale::En),
        &[
            "Us: Can we compete? Yes (suggested), Can we win? Yes, Is it worth winning? ROI 3; Second rival: Jiangnan",
            "steel; Need-payoff question: Why? · Need-payoff question: How?",
            "Kind of purchaseRepeat with changes",
            "Can there be a deal?No chance",
            "GradeE",
            " · Driver",
            "1 of 4 for us (30 days ago: 0 of 4 for us).",
        ],
    );
}

#[test]
fn a_printed_visit_has_its_ticks_and_lookups() {
    let mut deal = complete("a");
    let question = |id: &str, kind, source| Question {
        id: id.to_owned(),
        text: format!("{id}?"),
        kind,
        source,
        ..Question::default()
    };
    let questions = vec![
        question("age", Spin::Situation, Source::LookUp),
        question("load", Spin::Situation, Source::Ask),
        question("pain", Spin::Problem, Source::Ask),
    ];
    let facts = Check { thought: vec!["figures".to_owned(), "logic".to_owned()], ..Check::default() };
    let quadrants = Quadrants { facts, ..Quadrants::default() };
    deal.apply(Edit::AddVisit(0, Box::new(Visit { questions, quadrants, ..Visit::new("v1") })));
    let visit = |locale| sheet(&deal, Some("v1".to_owned()), locale);
    assert_has(&visit(Locale::Zh), &["自己查：age?", "问客户：load?", "☐ A 事实与逻辑 ✓ 有数字吗？ ✓ 合乎逻辑吗？☐ B"]);
    assert_has(
        &visit(Locale::En),
        &["Look it up: age?", "Ask them: load?", "✓ Are there figures? ✓ Is it logical?☐ B"],
    );
    assert_eq!(visit(Locale::En).matches("Ask them").count(), 1, "only of a situation question");
}

#[test]
fn printouts_isolate_dates_from_surrounding_text() {
    let mut deal = complete("a");
    deal.apply(Edit::Text(TextField::Person("p1".to_owned(), &person::NEXT_ACTION), "להתקשר".to_owned()));
    let edit = Edit::Date(DateField::Person("p1".to_owned(), &person::NEXT_DATE), Ok(Some(day("2026-03-09"))));
    deal.apply(edit);
    let form = sheet(&deal, None, Locale::Zh);
    for expected in [
        "<bdi>现场演示</bdi> <time datetime=\"2026-11-22\" class=\"form-sheet__date\">2026-11-22</time>",
        "<bdi>להתקשר</bdi> <time datetime=\"2026-03-09\" class=\"form-sheet__date\">2026-03-09</time>",
    ] {
        assert!(form.contains(expected), "{expected} in {form}");
    }
}

#[test]
fn printouts_say_that_the_gate_rests_on_two() {
    let mut deal = complete("a");
    let words = "只靠两个人";
    assert!(!sheet(&deal, None, Locale::Zh).contains(words));
    let tests = GuideTests { credible: true, trusts_us: true, wants_us: true, ..GuideTests::default() };
    deal.people = vec![
        Person { id: "p1".to_owned(), name: "Li".to_owned(), guide: Some(tests), ..Person::in_role(Role::User) },
        Person { id: "p2".to_owned(), name: "Wang".to_owned(), ..Person::in_role(Role::DecisionMaker) },
    ];
    assert!(sheet(&deal, None, Locale::Zh).contains(words));
}
