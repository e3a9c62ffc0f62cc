//! The contact log and the visits on the page of a deal.

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::{
    AgreedAction, Contact, DateField, Deal, Edit, End, MeetingOutcome, Question, Spin, Stage, TextField, Visit, fields,
};
use sales_abacus::deals::meetings::{ContactLog, ContactLogProps, log_gate, log_part, visits_part};
use sales_abacus::deals::people;
use yew::{Callback, LocalServerRenderer};

use super::support::render;
use super::{complete, holding};

/// A complete deal with these meetings; its people are p1 王芳, p2 李雷, p3 赵敏.
fn after(log: Vec<Contact>) -> Deal {
    Deal { log, ..complete("a") }
}

fn met(id: &str, day: &str, outcome: Option<MeetingOutcome>) -> Contact {
    let people = vec!["p2".to_owned(), "gone".to_owned()];
    Contact { id: id.to_owned(), date: day.parse().ok(), people, outcome, ..Contact::default() }
}

fn page(deal: &Deal, locale: Locale) -> String {
    render(Page::Deals, locale, "a", holding(std::slice::from_ref(deal)))
}

/// The log with one entry open.
fn opened(deal: &Deal, id: &str, locale: Locale) -> String {
    let today = "2026-11-21".parse().expect("a date");
    let props = ContactLogProps {
        deal: log_part(deal),
        gate: log_gate(deal, today, locale),
        open: Some(id.to_owned().into()),
        today,
        locale,
        add: Some("#log=a&from=deal".into()),
        on_open: Callback::noop(),
        on_edit: Callback::noop(),
    };
    pollster::block_on(LocalServerRenderer::<ContactLog>::with_props(props).hydratable(false).render())
}

#[track_caller]
pub fn assert_in_order(html: &str, expected: &[&str]) {
    let mut rest = html;
    for text in expected {
        let (_, after) =
            rest.split_once(text).unwrap_or_else(|| panic!("{text:?} is missing, or too early, in:\n{html}"));
        rest = after;
    }
}

#[test]
fn sections_do_not_render_again_for_edits_elsewhere() {
    let deal = after(vec![met("c1", "2026-11-20", None)]);
    let typed = |field: TextField| {
        let mut deal = deal.clone();
        deal.apply(Edit::Text(field, "typed".to_owned()));
        [people::part(&deal), log_part(&deal), visits_part(&deal)]
    };
    let before = [people::part(&deal), log_part(&deal), visits_part(&deal)];
    for field in [
        TextField::Deal(&fields::CUSTOMER),
        TextField::Deal(&fields::TITLE),
        TextField::Deal(&fields::SALESPERSON),
        TextField::Deal(&fields::NOTES),
    ] {
        assert!(typed(field.clone()) == before, "{field:?}");
    }
    let drawn = |field| typed(field).iter().zip(&before).map(|(after, before)| after != before).collect::<Vec<_>>();
    assert_eq!(drawn(TextField::Deal(&fields::NEXT_ACTION)), [false, true, false]);
    assert_eq!(drawn(TextField::Person("p1".to_owned(), &fields::person::NAME)), [true, true, true]);
}

#[test]
fn a_deal_without_meetings_offers_to_log_one() {
    let zh = page(&complete("a"), Locale::Zh);
    assert_in_order(&zh, &["会面记录", "还没有记录", "见过客户就记一笔", "记一次会面</a>", "没有要去的拜访"]);
    let en = page(&complete("a"), Locale::En);
    assert_in_order(&en, &["Contact log", "Nothing noted yet", "Log a meeting</a>", "No visit planned"]);
}

#[test]
fn meetings_are_listed_newest_first_with_their_agreement() {
    let trial = Contact {
        action: Some(AgreedAction::Trial),
        action_words: "一周".to_owned(),
        note: "<b>贵</b>".to_owned(),
        ..met("c1", "2026-11-19", Some(MeetingOutcome::Advance))
    };
    let log = vec![
        met("c0", "2026-11-01", Some(MeetingOutcome::Continuation)),
        trial,
        met("c2", "", None),
        met("c3", "2026-11-10", Some(MeetingOutcome::Advance)),
    ];
    let zh = page(&after(log.clone()), Locale::Zh);
    assert_in_order(
        &zh,
        &[
            "4 次，最近一次：2 天前",
            "日期未填",
            "结果未填",
            "2026-11-19",
            "进展",
            "<bdi>李雷</bdi>、已移除的人",
            "客户答应：试用或测试：一周",
            "&lt;b&gt;贵&lt;/b&gt;",
            "2026-11-10",
            "客户没有答应做什么，按延续算",
            "2026-11-01",
            "延续",
        ],
    );
    assert_eq!(zh.matches("outcome--success").count(), 1, "only one of the two advances has an agreed action");
    let en = page(&after(log), Locale::En);
    assert_in_order(
        &en,
        &[
            "4 meetings, last 2 days ago",
            "No date yet",
            "<bdi>李雷</bdi>, someone removed",
            "Agreed: Runs a trial or a test: 一周",
        ],
    );
}

#[test]
fn an_open_meeting_explains_a_proposed_outcome() {
    let planned = Contact {
        goal: "看现场".to_owned(),
        expected: Some(MeetingOutcome::Order),
        ..met("c1", "2026-11-22", Some(MeetingOutcome::Advance))
    };
    let html = opened(&after(vec![planned]), "c1", Locale::Zh);
    assert_in_order(
        &html,
        &[
            "value=\"2026-11-22\"",
            "这一天还没到",
            "看现场",
            "王芳",
            "<bdi>李雷</bdi>（使用者）",
            "拜访前的期望",
            "data-proposal=\"advance-without-action\"",
            "先按延续看待",
            "改为延续",
        ],
    );
    for name in ["log.c1.people", "log.c1.outcome", "log.c1.action", "log.c1.action_words", "log.c1.note"] {
        assert!(html.contains(&format!("name=\"{name}\"")), "{name}");
    }
    let plain = opened(&after(vec![met("c1", "2026-11-21", Some(MeetingOutcome::NoSale))]), "c1", Locale::En);
    for absent in ["data-proposal", "log.c1.action", "still to come", "Goal"] {
        assert!(!plain.contains(absent), "{absent}");
    }
}

#[test]
fn an_unfinished_meeting_is_marked_where_it_is_shown() {
    let begun = Contact { is_begun: true, ..met("c1", "2026-11-20", Some(MeetingOutcome::Advance)) };
    let deal = after(vec![begun, met("c2", "2026-11-01", None)]);
    for (locale, unfinished, go_on, in_talk, resumed, in_choice) in [
        (
            Locale::Zh,
            "只记了一半",
            "接着记: 2026-11-20 的会面",
            "11月20日的会面只记了一半。",
            "接着记 11月20日没记完的会面。",
            "只记了一半的会面",
        ),
        (
            Locale::En,
            "Only half logged",
            "Go on: Meeting of 2026-11-20",
            "The meeting of Nov 20 is only half logged.",
            "Going on with the meeting of Nov 20 you had begun.",
            "Meetings only half logged",
        ),
    ] {
        let at = |fragment: &str| render(Page::Deals, locale, fragment, holding(std::slice::from_ref(&deal)));
        let page = at("a");
        assert_eq!(page.matches(unfinished).count(), 1, "{page}");
        let link = "href=\"#log=a&amp;entry=c1&amp;from=deal\"";
        assert!(page.contains(link) && page.contains(go_on), "{page}");
        let another = at("log=a&from=deal");
        assert!(another.contains(in_talk) && another.contains(link), "{another}");
        let resuming = at("log=a&entry=c1&from=deal");
        assert!(resuming.contains(resumed) && resuming.contains("log.c1.outcome"), "{resuming}");
        let choice = at("log=");
        assert_in_order(&choice, &[in_choice, "href=\"#log=a&amp;entry=c1\""]);
        let told = at("log=a&entry=c2&from=deal");
        assert!(!told.contains(resumed) && told.contains(in_talk), "c2 was finished: {told}");
    }
    let told = render(Page::Deals, Locale::En, "log=", holding(&[after(vec![met("c2", "2026-11-01", None)])]));
    assert!(!told.contains("half logged"), "{told}");
}

#[test]
fn a_doubtful_day_is_reported_beside_its_field() {
    let future = after(vec![met("c1", "2026-11-22", Some(MeetingOutcome::NoSale))]);
    assert_in_order(&opened(&future, "c1", Locale::En), &["value=\"2026-11-22\"", "This day is still to come"]);
    let mut deal = complete("a");
    deal.apply(Edit::Date(DateField::Deal(&fields::NEXT_DATE), Ok(Some("2026-11-20".parse().unwrap()))));
    deal.apply(Edit::Date(
        DateField::Person("p2".to_owned(), &fields::person::NEXT_DATE),
        "2026-11-20".parse().map(Some).map_err(|_| String::new()),
    ));
    let html = page(&deal, Locale::Zh);
    assert_eq!(html.matches("这样定，这一步一开始就逾期").count(), 2, "{html}");
    assert!(html.contains("aria-describedby=\"next_step.date-doubt\""), "{html}");
    deal.apply(Edit::End(Some(End::Lost), "2026-11-21".parse().unwrap()));
    assert!(!page(&deal, Locale::Zh).contains("一开始就逾期"), "nothing is due in a deal that is over");
}

#[test]
fn an_agreed_action_can_become_the_missing_next_step() {
    let agreed =
        Contact { action: Some(AgreedAction::Access), ..met("c1", "2026-11-21", Some(MeetingOutcome::Advance)) };
    let mut deal = after(vec![agreed]);
    assert!(!opened(&deal, "c1", Locale::Zh).contains("定为下一步"), "there is a next step");
    deal.apply(Edit::Text(TextField::Deal(&fields::NEXT_ACTION), String::new()));
    assert!(opened(&deal, "c1", Locale::Zh).contains("定为下一步"));
}

#[test]
fn an_order_offers_the_next_stage() {
    let mut deal = after(vec![met("c1", "2026-11-20", Some(MeetingOutcome::Order))]);
    assert_in_order(&page(&deal, Locale::Zh), &["客户已经下单。", "把阶段改为“回收账款”"]);
    deal.apply(Edit::Stage(Stage::Collect, "2026-11-21".parse().unwrap()));
    assert!(!page(&deal, Locale::Zh).contains("客户已经下单"));
}

#[test]
fn visits_show_date_people_goal_and_missing_items() {
    let mut deal = complete("a");
    let question = Question { id: "q".to_owned(), kind: Spin::Problem, text: "？".to_owned(), ..Question::default() };
    let visit = Visit {
        date: "2026-11-26".parse().ok(),
        people: vec!["p3".to_owned()],
        questions: vec![question],
        ..Visit::new("v")
    };
    deal.apply(Edit::AddVisit(0, Box::new(visit)));
    deal.apply(Edit::Text(TextField::Visit("v".to_owned(), &fields::visit::GOAL), "看现场".to_owned()));
    let zh = page(&deal, Locale::Zh);
    assert_in_order(&zh, &["准备拜访", "1 次在准备，最近：2026-11-26", "2026-11-26", "赵敏", "看现场", "还差 3 项"]);
    let en = page(&deal, Locale::En);
    assert_in_order(&en, &["Prepare a visit", "1 in preparation, next on 2026-11-26", "3 things missing"]);
    assert!(!zh.contains("class=\"print-only sheet\""), "nothing is printed without a request");
}
