//! The pages of the deal book on the first render.

use abacus_core::page::Page;
use abacus_core::text::Locale;
use abacus_deals::{Contact, DateField, Deal, Edit, End, NextStep, Person, Stage, fields, key};

use super::meetings::assert_in_order;
use super::support::{MemoryStore, render};
use super::{complete, holding};

fn deals(locale: Locale, fragment: &str, store: MemoryStore) -> String {
    render(Page::Deals, locale, fragment, store)
}

#[track_caller]
fn assert_shows(html: &str, expected: &[&str]) {
    for text in expected {
        assert!(html.contains(text), "{text:?} is missing in:\n{html}");
    }
}

#[test]
fn the_empty_list_explains_the_pattern_and_offers_a_new_deal() {
    let zh = deals(Locale::Zh, "", MemoryStore::default());
    assert_shows(&zh, &["还没有商机", "向导", "新建商机", "导入与导出"]);
    let en = deals(Locale::En, "", MemoryStore::default());
    assert_shows(&en, &["No deals yet", "guide", "New deal", "Import and export"]);
    for html in [zh, en] {
        assert!(!html.contains("<details"), "nothing was deleted: {html}");
    }
}

#[test]
fn the_list_shows_amount_close_date_beads_and_next_step() {
    let late = Deal {
        customer: "Northwind".to_owned(),
        amount: Some(56_160.into()),
        expected_close: "2026-11-20".parse().ok(),
        next_step: NextStep { action: "Call".to_owned(), date: "2026-11-18".parse().ok(), ..NextStep::default() },
        ..Deal::new("late")
    };
    let store = || holding(&[complete("a"), late.clone(), Deal::new("bare")]);
    let zh = deals(Locale::Zh, "", store());
    assert_shows(
        &zh,
        &[
            "href=\"#a\"",
            "¥1,200,000<",
            "预计成交 2026-12-31 还有 40 天",
            "1+2/4+1",
            "向导已到位；采购氛围 2/4；营销人员已指定",
            "现场演示",
            "明天",
            "¥56,160<",
            "预计成交 2026-11-20 已过 1 天",
            "晚了 3 天",
            "0+0/4+0",
            "未命名的商机",
            "还没有定下一步",
            "未安排",
        ],
    );
    let en = deals(Locale::En, "", store());
    assert_shows(
        &en,
        &[
            "CN¥1,200,000<",
            "Expected close 2026-12-31 in 40 days",
            "guide in place; buying climate 2/4; salesperson named",
            "tomorrow",
            "1 day ago",
            "3 days late",
            "Unnamed deal",
            "No next step planned",
        ],
    );
    let place = |id: &str| zh.find(&format!("href=\"#{id}\""));
    assert!(place("late") < place("bare") && place("bare") < place("a"), "late, without a day, later");
}

#[test]
fn a_short_amount_shows_whether_it_is_exact() {
    let rounded = Deal { amount: Some(56_160.into()), ..Deal::new("a") };
    assert_shows(&deals(Locale::Zh, "a", holding(&[rounded])), &["≈ 5.62万元", "¥56,160 ≈ 5.62万"]);
}

#[test]
fn a_text_that_is_too_long_is_counted_and_not_cut() {
    let long = "长".repeat(250);
    let deal = || Deal { customer: long.clone(), ..Deal::new("a") };
    for (locale, message) in
        [(Locale::Zh, "共 250 字，最好不超过 200 字"), (Locale::En, "250 characters; better no more than 200")]
    {
        let html = deals(locale, "a", holding(&[deal()]));
        assert_shows(&html, &[message, &format!("value=\"{long}\""), "aria-describedby=\"customer-error\""]);
        assert!(!html.contains("maxlength"), "nothing may be cut off");
    }
}

#[test]
fn a_deal_shows_everything_that_was_entered() {
    for (locale, expected) in [
        (Locale::Zh, ["1+2+1 已齐备", "王芳是向导。", "已保存", "= 120万元"]),
        (Locale::En, ["1+2+1 is complete", "王芳 is a guide.", "Saved", "= 1.2 million CNY"]),
    ] {
        let html = deals(locale, "a", holding(&[complete("a")]));
        assert_shows(&html, &expected);
        assert_shows(
            &html,
            &[
                "name=\"customer\"",
                "value=\"华东机床\"",
                "value=\"五轴加工中心\"",
                "value=\"1,200,000\"",
                "value=\"2026-12-31\"",
                "value=\"陈晨\"",
                "name=\"people.p2.name\"",
                "value=\"李雷\"",
                "name=\"people.p3.stance\"",
                "data-role=\"decision-maker\"",
                "现场演示</textarea>",
                "value=\"2026-11-22\"",
                "1+2/4+1",
            ],
        );
        assert_eq!(html.matches("<h1").count(), 1);
        assert!(!html.contains(" style="), "{html}");
    }
}

#[test]
fn an_incomplete_deal_shows_what_is_missing_first() {
    let mut deal = Deal::new("thin");
    deal.apply(Edit::AddPerson(Box::new(Person { name: "Ann".to_owned(), ..Person::as_guide() })));
    let zh = deals(Locale::Zh, "thin", holding(&[deal.clone()]));
    assert_shows(
        &zh,
        &[
            "½+0/4+0",
            "还缺：向导（目前只是内线）、采购氛围 2 人、营销人员",
            "Ann只算内线，还没做到：",
            "还没有定下一步。",
        ],
    );
    let en = deals(Locale::En, "thin", holding(&[deal]));
    assert_shows(
        &en,
        &[
            "Missing: a guide (so far only an insider), 2 people in the buying climate, a salesperson",
            "Ann is only an insider. Still to prove: ",
            "data-advice=\"no-next-step\"",
        ],
    );
}

#[test]
fn an_ended_deal_shows_how_it_ended() {
    let lost = Deal { stage: Stage::Value, end: Some(End::Lost), lost_reason: "价格".to_owned(), ..complete("lost") };
    for (locale, expected) in [(Locale::Zh, ["丢单原因", "呈现价值"]), (Locale::En, ["Why it was lost", "Show value"])]
    {
        let html = deals(locale, "lost", holding(std::slice::from_ref(&lost)));
        assert_shows(&html, &expected);
        assert_shows(&html, &["value=\"价格\"", "name=\"stage\"", "name=\"end\""]);
        assert!(!html.contains("data-advice"), "nothing more to do: {html}");
    }
}

#[test]
fn only_web_addresses_in_notes_become_links() {
    let notes = "见 https://example.com/a 与 javascript:alert(1)，<img src=x onerror=alert(1)>";
    let deal = Deal { notes: notes.to_owned(), tags: vec!["重点".to_owned()], ..complete("a") };
    let html = deals(Locale::Zh, "a", holding(&[deal]));
    assert_shows(
        &html,
        &["href=\"https://example.com/a\" target=\"_blank\" rel=\"noopener noreferrer\"", "value=\"重点\""],
    );
    assert_eq!(html.matches("notes__link\"").count(), 1);
    assert!(!html.contains("<img") && !html.contains("href=\"javascript"), "{html}");
}

#[test]
fn an_unreadable_value_stays_in_its_field_with_an_error() {
    let mut deal = Deal::new("odd");
    deal.unread.insert("amount".to_owned(), "abc".to_owned());
    deal.unread.insert(DateField::Deal(&fields::NEXT_DATE).path(), "12345-01-01".to_owned());
    for (locale, messages) in [
        (Locale::Zh, ["这不是数字。请填一个数，例如 1,200,000。", "“12345-01-01”不是日期。请这样填：2026-06-30。"]),
        (Locale::En, ["This is not a number. Enter one, for example 1,200,000.", "“12345-01-01” is not a date."]),
    ] {
        let html = deals(locale, "odd", holding(&[deal.clone()]));
        assert_shows(&html, &messages);
        assert_shows(&html, &["value=\"abc\"", "aria-describedby=\"amount-error amount-unit amount-hint\""]);
        assert_eq!(html.matches("aria-invalid=\"true\"").count(), 2);
    }
}

#[test]
fn an_unreadable_record_is_shown_with_its_reason() {
    let store = || {
        let store = holding(&[complete("a")]);
        store.records.borrow_mut().insert(key("broken"), "{\"schema\":1,".to_owned());
        store
    };
    let zh = deals(Locale::Zh, "", store());
    assert_shows(&zh, &["读不出来的记录", "sales-abacus:deal:broken", "不是 JSON", "原样存成文件", "href=\"#a\""]);
    let en = deals(Locale::En, "", store());
    assert_shows(&en, &["Records that cannot be read", "sales-abacus:deal:broken", "Not JSON", "Save unchanged"]);

    let alone = deals(Locale::Zh, "broken", store());
    assert_shows(&alone, &["这笔商机的记录读不出来", "sales-abacus:deal:broken", "不是 JSON", "原样存成文件"]);
    let alone = deals(Locale::En, "broken", store());
    assert_shows(&alone, &["The record of this deal cannot be read", "It stays in this browser", "Save unchanged"]);
    assert!(!alone.contains("There is no such deal"), "{alone}");
}

#[test]
fn deleted_deals_can_be_restored_from_the_trash() {
    let gone = || holding(&[Deal { deleted: true, ..complete("gone") }]);
    let zh = deals(Locale::Zh, "", gone());
    assert_shows(&zh, &["href=\"#view=trash\"", "最近删除 (1)"]);
    assert!(!zh.contains("href=\"#gone\""));
    assert_shows(&deals(Locale::En, "", gone()), &["href=\"#view=trash\"", "Recently deleted (1)"]);
    let zh = deals(Locale::Zh, "view=trash", gone());
    assert_shows(&zh, &["恢复“华东机床 · 五轴加工中心”", "彻底删除“华东机床 · 五轴加工中心”", "再过 30 个使用日清除"]);
    let en = deals(Locale::En, "view=trash", gone());
    assert_shows(&en, &["Restore “华东机床", "Delete for good: “华东机床", "removed after 30 more days of use"]);
    assert_shows(&deals(Locale::En, "view=trash", MemoryStore::default()), &["There are no deleted deals here."]);
    assert_shows(&deals(Locale::En, "gone", gone()), &["This deal is deleted.", "Restore"]);
}

#[test]
fn the_page_works_without_storage_and_warns() {
    for (locale, expected) in [
        (Locale::Zh, ["未保存：浏览器不让本页保存数据", "把数据存成文件", "再试一次", "新建商机"]),
        (Locale::En, ["Not saved: The browser does not let", "Save data as a file", "Try again", "New deal"]),
    ] {
        let store = MemoryStore { denied: true, ..MemoryStore::default() };
        assert_shows(&deals(locale, "", store), &expected);
    }
}

#[test]
fn an_unknown_deal_links_back_to_the_list() {
    for (locale, expected) in [(Locale::Zh, "这里没有这笔商机"), (Locale::En, "There is no such deal here")] {
        let html = deals(locale, "nobody", holding(&[complete("a")]));
        assert_shows(&html, &[expected, "href=\"#\""]);
    }
}

#[test]
fn unreadable_figures_are_not_added_to_a_deal() {
    let store = || holding(&[complete("a")]);
    for (locale, message) in [(Locale::Zh, "没有记下"), (Locale::En, "nothing was saved")] {
        let html = deals(locale, "take=bad-debt&loss=abc", store());
        assert_shows(&html, &[message, "abc"]);
        assert!(!html.contains("take__deal") && !html.contains("25,000"), "{html}");
        assert_shows(&deals(locale, "take=bad-debt&loss=700", store()), &["take__deal", "35,000"]);
    }
}

#[test]
fn the_list_of_due_deals_is_limited() {
    let late = |number: u32| Deal {
        next_step: NextStep { action: "Call".to_owned(), date: "2026-11-18".parse().ok(), ..NextStep::default() },
        ..Deal::new(&format!("d{number}"))
    };
    let many: Vec<Deal> = (0..60).map(late).collect();
    let html = deals(Locale::En, "view=today", holding(&many));
    assert_shows(&html, &["Overdue (60)", "10 more are not listed.", "href=\"#view=list&amp;attention=1\""]);
    assert_eq!(html.matches("class=\"agenda__link\"").count(), 50);
    assert_shows(&deals(Locale::Zh, "view=funnel", holding(&many)), &["客户分析", "60 笔未填金额"]);
}

#[test]
fn the_home_page_lists_due_deals_or_invites_to_start() {
    let late = |number: u8| Deal {
        customer: format!("Customer {number}"),
        next_step: NextStep { action: "Call".to_owned(), date: "2026-11-18".parse().ok(), ..NextStep::default() },
        ..Deal::new(&format!("d{number}"))
    };
    let many: Vec<Deal> = (1..=7).map(late).collect();
    let home = |locale, store| render(Page::Home, locale, "", store);
    let html = home(Locale::En, holding(&many));
    assert_shows(&html, &["href=\"./deals/#d1\"", "The next step, “Call”, is 3 days late.", "href=\"./deals/\""]);
    assert_eq!(html.matches("class=\"attention__link\"").count(), 5);

    let begun = Contact { id: "c1".to_owned(), is_begun: true, date: "2026-11-20".parse().ok(), ..Contact::default() };
    let half_logged = Deal { log: vec![begun], ..late(7) };
    let stored: Vec<Deal> = many.iter().take(6).cloned().chain([half_logged]).collect();
    for (locale, why, go_on) in [
        (Locale::Zh, "11月20日的会面只记了一半。", "aria-label=\"接着记：Customer 7\""),
        (Locale::En, "The meeting of Nov 20 is only half logged.", "aria-label=\"Go on: Customer 7\""),
    ] {
        let html = home(locale, holding(&stored));
        let log = "href=\"./deals/#log=d7&amp;entry=c1&amp;from=home\"";
        assert_in_order(&html, &["Customer 7", why, log, go_on, "Customer 1"]);
        assert_eq!(html.matches("attention__name\">Customer 7").count(), 1, "a deal is listed once: {html}");
        assert_eq!(html.matches("class=\"attention__link\"").count(), 5);
    }

    assert_shows(&home(Locale::Zh, holding(&[complete("a")])), &["今天没有到期的事。"]);
    for (locale, invitation) in [(Locale::Zh, "把手上的大客户记进商机本"), (Locale::En, "Add your key accounts")]
    {
        for denied in [false, true] {
            let store = MemoryStore { denied, ..MemoryStore::default() };
            assert_shows(&home(locale, store), &[invitation, "href=\"./deals/\""]);
        }
    }
}

/// An imported deal may have thousands of people; a phone must still be able to render the page.
#[test]
fn a_deal_with_many_people_opens_with_them_collapsed() {
    let with = |count: usize| {
        let mut deal = complete("many");
        let person = |place: usize| Person {
            id: format!("q{place}"),
            name: format!("人{place}号"),
            roles: vec![abacus_deals::Role::User],
            ..Person::default()
        };
        deal.people.extend((0..count).map(person));
        holding(&[deal])
    };
    let section = |html: &str| {
        let start = html.find("id=\"people\"").expect("the people");
        let tag = html[..start].rfind('<').expect("its tag");
        html[tag..].split('>').next().expect("the end of the tag").contains("open")
    };
    let few = deals(Locale::Zh, "many", with(3));
    assert!(section(&few) && !few.contains("再显示"), "a handful are visible");
    let many = deals(Locale::Zh, "many", with(20_000));
    assert!(!section(&many), "folded");
    assert_shows(&many, &["再显示 50 人（还有 19953 人）", "人46号", "另有 19981 人"]);
    assert!(!many.contains("人60号"), "only the first are rendered");
    assert!(many.len() < few.len() * 8, "{} against {}", many.len(), few.len());
    assert_shows(&deals(Locale::En, "many", with(100)), &["Show 50 more of 53"]);
}

#[test]
fn a_read_only_book_does_not_ask_about_a_meeting() {
    let store = || {
        let store = holding(&[complete("a")]);
        store.records.borrow_mut().insert(key("odd"), "{\"schema\":99}".to_owned());
        store
    };
    for (locale, log, why) in
        [(Locale::Zh, "记一次会面", "本页只能看"), (Locale::En, "Log a meeting", "cannot log a meeting")]
    {
        let deal = deals(locale, "a", store());
        assert!(!deal.contains("#log=a\" class") && !deal.contains("contacts__add"), "{deal}");
        for fragment in ["log=a", "log="] {
            let page = deals(locale, fragment, store());
            assert_shows(&page, &[log, why]);
            assert!(!page.contains("<textarea") && !page.contains("take__deals"), "{page}");
        }
        assert!(deals(locale, "a", holding(&[complete("a")])).contains("contacts__add"));
    }
}

#[test]
fn a_search_without_open_matches_mentions_ended_deals() {
    let ended = |id: &str| Deal { customer: "Northwind".to_owned(), end: Some(End::Lost), ..Deal::new(id) };
    let book = || holding(&[complete("a"), ended("b"), ended("c")]);
    for (locale, told) in [(Locale::Zh, "另有 2 笔已结束的符合"), (Locale::En, "2 ended deals fit, too")] {
        let html = deals(locale, "view=list&search=northwind", book());
        assert_shows(&html, &[told, "href=\"#view=list&amp;search=northwind&amp;status=all\""]);
        assert!(!deals(locale, "view=list&search=nobody", book()).contains("status=all"), "none matches");
    }
}

#[test]
fn the_search_is_collapsed_while_few_deals_are_open() {
    let of = |id: usize, end| Deal { end, ..Deal::new(&format!("d{id}")) };
    let book = |open: usize, ended: usize| {
        let open = (0..open).map(|id| of(id, None));
        holding(&open.chain((100..100 + ended).map(|id| of(id, Some(End::Lost)))).collect::<Vec<_>>())
    };
    let is_folded = |store| deals(Locale::Zh, "", store).contains("deals__find");
    assert!(is_folded(book(7, 40)), "the list shows seven");
    assert!(!is_folded(book(8, 0)));
}

#[test]
fn the_views_of_an_empty_book_offer_a_first_deal() {
    for view in ["today", "funnel", "portfolio"] {
        for (locale, expected) in [
            (Locale::Zh, ["还没有商机", "新建商机", "看看示例商机"]),
            (Locale::En, ["No deals yet", "New deal", "See example deals"]),
        ] {
            let html = deals(locale, &format!("view={view}"), MemoryStore::default());
            assert_shows(&html, &expected);
            assert!(!html.contains("<table") && !html.contains("<svg class=\"matrix"), "{view}: nothing of nothing");
            assert!(!html.contains("没有。") && !html.contains("Nothing."), "{view}");
        }
    }
}
