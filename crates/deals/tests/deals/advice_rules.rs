//! One example of every rule: its sentences, and its key when set aside.

use std::collections::BTreeSet;

use super::*;
use abacus_deals::{ContactDays, MeetingOutcome};

pub(super) struct Example {
    pub(super) rule: &'static str,
    pub(super) deal: Deal,
    key: &'static str,
    zh: &'static str,
    en: &'static str,
}

/// One example of each rule, in the order of the rules. The keys are stored in users' records, so they must never
/// change.
pub(super) fn examples() -> Vec<Example> {
    let example = |rule, deal, key, zh, en| Example { rule, deal, key, zh, en };
    let next = |day| Deal { next_step: step(" 演示 ", day), ..complete() };
    let met = |day: &str, outcome| Contact { outcome: Some(outcome), ..Contact::new(day, date(day)) };
    let log = |log: Vec<Contact>| Deal { log, ..complete() };
    let people = |people: Vec<Person>| Deal { people: numbered(people), ..complete() };
    let invoice = |paid: Option<&str>| Invoice {
        amount: Some(amount("10000")),
        due: Some(date("2026-02-28")),
        paid: paid.map(date),
        ..Invoice::default()
    };
    let graded = || Assessment { grade: Some(Grade::B), ..Assessment::default() };
    let supporting = |since: &str| {
        let since = DatedStance { date: date(since), stance: Stance::Supports, extra: Default::default() };
        Person { stance: Stance::Supports, stances: vec![since], ..person("赵敏", &[Role::User]) }
    };
    let moved = |stage| {
        let mut deal = complete();
        deal.apply(Edit::Stage(stage, date(TODAY)));
        deal
    };
    let against = Person { stance: Stance::Opposes, ..person(" 韩梅 ", &[Role::Purchaser]) };
    vec![
        example(
            "order-won",
            log(vec![met("2026-03-01", MeetingOutcome::Order)]),
            "order-won",
            "会面记录里已经有订单，阶段还停在前面。",
            "The contact log has an order, but the deal is still at an earlier stage.",
        ),
        example(
            "paid-not-ended",
            Deal { invoice: invoice(Some(TODAY)), ..complete() },
            "paid-not-ended",
            "货款已经收到，这笔商机还标着“进行中”。",
            "The invoice is paid, but the deal is still open.",
        ),
        example(
            "next-step-overdue",
            next(Some("2026-03-01")),
            "next-step-overdue: 演示 2026-03-01",
            "下一步“演示”已经晚了 1 天。",
            "The next step, “演示”, is 1 day late.",
        ),
        example(
            "next-step-today",
            next(Some(TODAY)),
            "next-step-today: 演示 2026-03-02",
            "下一步“演示”就在今天。",
            "The next step, “演示”, is due today.",
        ),
        example(
            "invoice-overdue",
            Deal { invoice: invoice(None), ..complete() },
            "invoice-overdue: 2026-02-28",
            "货款已经拖了 2 天。",
            "The invoice is 2 days late.",
        ),
        example(
            "people-due",
            with_people(vec![Person { next_step: step("请吃饭", Some("2026-03-01")), ..person("李雷", &[]) }]),
            "people-due: 李雷,请吃饭",
            "对客户方人员的安排到期：李雷，请吃饭（晚了 1 天）。",
            "Due with people at the customer: 李雷, 请吃饭 (1 day late).",
        ),
        example(
            "no-next-step",
            Deal { next_step: step("", None), ..complete() },
            "no-next-step",
            "还没有定下一步。",
            "No next step is planned.",
        ),
        example(
            "next-step-undated",
            next(None),
            "next-step-undated: 演示",
            "下一步“演示”没有日期。",
            "The next step, “演示”, has no date.",
        ),
        example(
            "contact-overdue",
            Deal { assessment: graded(), ..log(vec![met("2026-02-20", MeetingOutcome::NoSale)]) },
            "contact-overdue: 2026-02-20",
            "上次联系是 10 天前；B 级客户要每周联系一次。",
            "The last contact was 10 days ago; grade B: weekly.",
        ),
        example(
            "person-overdue",
            {
                let li = Person { contact_days: ContactDays::new(7), ..person("李雷", &[]) };
                let met = |day, people: &[&str]| Contact {
                    people: people.iter().map(|id| (*id).to_owned()).collect(),
                    ..Contact::new(day, date(day))
                };
                let deal = with_people(vec![li]);
                let id = deal.people.last().expect("李雷").id.clone();
                Deal { log: vec![met("2026-02-20", &[&id]), met(TODAY, &[])], ..deal }
            },
            "person-overdue: 李雷 2026-02-20",
            "李雷上次见面是 10 天前；您定的是每周见一次。",
            "李雷 was last met 10 days ago; you chose weekly.",
        ),
        example(
            "continuations",
            log(vec![met("2026-03-01", MeetingOutcome::Continuation), met(TODAY, MeetingOutcome::Continuation)]),
            "continuations: 2",
            "最近 2 次见面都只是延续，客户没有答应做任何事。",
            "The last 2 meetings were continuations: the customer agreed to nothing.",
        ),
        example(
            "expected-close-passed",
            Deal { expected_close: Some(date("2026-02-28")), ..complete() },
            "expected-close-passed: 2026-02-28",
            "预计成交日已经过去 2 天。",
            "The expected closing date was 2 days ago.",
        ),
        example(
            "gate-open-at-commitment",
            Deal { stage: Stage::Commitment, ..people(vec![]) },
            "gate-open-at-commitment",
            "已经到了“赢取承诺”，1+2+1 却还没有齐备。",
            "The deal is at “Win commitment”, but 1+2+1 is not complete.",
        ),
        example(
            "opposed",
            people(vec![against.clone(), Person { name: "李雷".to_owned(), ..against }]),
            "opposed: 韩梅,李雷",
            "有人反对，还没有安排怎么化解：韩梅（采购人员）、李雷（采购人员）。",
            "Against us, with no plan for it yet: 韩梅 (Purchaser); 李雷 (Purchaser).",
        ),
        example("no-guide", people(vec![]), "no-guide", "还没有向导。", "There is no guide yet."),
        example(
            "guide-is-insider",
            people(vec![guide(" 王芳 ", true, false, true)]),
            "guide-is-insider: 王芳",
            "王芳目前只算内线。还没做到：信得过我们。",
            "王芳 is only an insider so far. Still to prove: They trust us.",
        ),
        example(
            "thin-climate",
            people(vec![person("赵敏", &[Role::User, Role::DecisionMaker])]),
            "thin-climate",
            "采购氛围的四个角色，只有 1 个由不同的人担任，至少要 2 个。还缺：采购人员、技术/财务把关者。\
             与别的角色是同一个人：决策人。",
            "Different people fill only 1 of the four buying roles; at least 2 are needed. Missing: Purchaser; Technical or \
             financial gatekeeper. Same person as in another role: Decision maker.",
        ),
        example(
            "no-decision-maker",
            people(vec![]),
            "no-decision-maker",
            "还不知道谁来拍板。",
            "We do not know who decides.",
        ),
        example(
            "nobody-supports",
            people(vec![person("赵敏", &[Role::User])]),
            "nobody-supports",
            "认识的人里，还没有一位支持我们。",
            "Of the people we know, nobody supports us yet.",
        ),
        example(
            "no-salesperson",
            Deal { salesperson: String::new(), ..complete() },
            "no-salesperson",
            "还没有写明我方由谁负责。",
            "Nobody on our side is named.",
        ),
        example(
            "nobody-moved",
            Deal { assessment: graded(), ..people(vec![supporting("2026-02-01")]) },
            "nobody-moved: 2026-02-01",
            "决策人、使用者、把关者、向导四方里支持我们的有 1 方，29 天没有变化。",
            "1 of the four who matter are for us, and nothing has moved for 29 days.",
        ),
        example(
            "exits-open",
            moved(Stage::Trust),
            "exits-open: needs_written,rivals,assessed",
            "“客户分析”这一步还没做到：决策人、公司、行业各要什么，都写下来了；知道三个主要对手图什么、强在哪、有谁；\
             另外还有 1 项。",
            "Not yet true of “Qualify”: What the decision maker, the company and the trade need is written down; The three \
             main rivals are known: aim, strength, people; and 1 more.",
        ),
    ]
}

#[test]
fn every_rule_matches_its_example() {
    for Example { rule, deal, key, zh, en } in examples() {
        let advice = advise(&deal, date(TODAY)).into_iter().find(|advice| advice.id() == rule);
        let advice = advice.unwrap_or_else(|| panic!("{rule} finds nothing in its example"));
        assert_eq!((advice.reason(Locale::Zh).as_str(), advice.reason(Locale::En).as_str()), (zh, en), "{rule}");
        assert_eq!(advice.key(), key, "{rule}");
        let aside = Deal { set_aside: [(key.to_owned(), "why".to_owned())].into_iter().collect(), ..deal };
        assert!(!advise(&aside, date(TODAY)).contains(&advice), "{rule} is set aside");
        assert!(set_aside(&aside, date(TODAY)).contains(&(advice, "why")), "{rule} is listed as set aside");
    }
}

#[test]
fn every_rule_has_one_example_in_order() {
    let rules: Vec<_> = advice_rules().map(|rule| rule.id).collect();
    let examples: Vec<_> = examples().iter().map(|example| example.rule).collect();
    let lacking: Vec<_> = rules.iter().filter(|rule| !examples.contains(rule)).collect();
    assert!(lacking.is_empty(), "add an example to tests/deals/advice_rules.rs for {lacking:?}");
    assert_eq!(examples, rules, "the examples are in the order of src/advice/rules/mod.rs");
}

#[test]
fn every_rule_file_is_listed_under_its_id() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/advice/rules");
    let files = std::fs::read_dir(&folder).unwrap().map(|file| file.unwrap().path());
    let files = files.map(|file| file.file_stem().unwrap().to_str().unwrap().to_owned());
    let files: BTreeSet<String> = files.filter(|file| file != "mod").collect();
    let rules: BTreeSet<String> = advice_rules().map(|rule| rule.id.replace('-', "_")).collect();
    let lacking: Vec<_> = files.difference(&rules).collect();
    assert!(
        lacking.is_empty(),
        "src/advice/rules/mod.rs lacks {lacking:?}: add `mod …;` and, in the order, `&…::RULE`; the id of a rule is the \
         name of its file with hyphens"
    );
    assert_eq!(rules, files, "each rule has a file of its own");
}

#[test]
fn every_finding_and_suggestion_is_a_sentence() {
    let is_sentence = |text: &str, locale| text.ends_with(if locale == Locale::Zh { '。' } else { '.' });
    for Example { deal, .. } in examples() {
        for advice in advise(&deal, date(TODAY)) {
            for locale in Locale::ALL {
                let suggestion = advice.suggestion().get(locale);
                assert!(is_sentence(suggestion, locale), "{suggestion}");
                assert!(is_sentence(&advice.reason(locale), locale), "{advice:?}");
            }
        }
    }
}

#[test]
fn only_findings_with_a_day_are_late() {
    let examples = examples();
    let late = examples.iter().filter_map(|Example { rule, deal, .. }| {
        let advice = advise(deal, date(TODAY)).into_iter().find(|advice| advice.id() == *rule);
        Some((*rule, advice?.days_late()?))
    });
    let expected = [
        ("next-step-overdue", 1),
        ("next-step-today", 0),
        ("invoice-overdue", 2),
        ("people-due", 1),
        ("contact-overdue", 3),
        ("person-overdue", 3),
        ("expected-close-passed", 2),
    ];
    assert_eq!(late.collect::<Vec<_>>(), expected);
}

#[test]
fn findings_with_the_same_rule_and_text_are_equal() {
    let late = |action, day| advise(&Deal { next_step: step(action, Some(day)), ..complete() }, date(TODAY));
    assert_eq!(late("演示", "2026-03-01"), late(" 演示", "2026-03-01"));
    assert_ne!(late("演示", "2026-03-01"), late("演示", "2026-02-28"), "another day");
    assert_ne!(late("演示", "2026-03-01"), late("报价", "2026-03-01"), "something else");
    let ids = |advice: &[Advice]| advice.iter().map(Advice::id).collect::<Vec<_>>();
    assert_eq!(ids(&late("演示", "2026-03-01")), ["next-step-overdue"]);
}
