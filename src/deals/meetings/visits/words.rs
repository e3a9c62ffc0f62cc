use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::fields::visit::QUESTION;
use abacus_deals::{Contact, NeedKind, Person, Source, SuccessCase, Visit};

pub const TITLE: Text = text("准备拜访", "Prepare a visit");
pub const EMPTY: Text = text(
    "见客户之前想好四件事：要什么结果，见谁，问什么，怎么说。",
    "Think of four things before you go: what you want, who you meet, what you ask, how you say it.",
);
pub const ADD: Text = text("准备一次拜访", "Prepare a visit");
pub const LIST: Text = text("拜访，要去的在前", "Visits, upcoming first");
/// Before the open questions about our chances.
pub const TAKE_GOAL: Text = text("以此为目标", "Make this the goal");
pub const EXPECTED: Text = text("争取的结果", "Outcome you want");
pub const PEOPLE: Text = text("见谁", "Who you will meet");
pub const NEEDS: Text = text("他们的需求", "What they need");
pub const NO_NEEDS: Text = text(
    "还没有写下需求。先在“客户方的人”里补上，才知道该问什么。",
    "No needs noted. Add them under “People at the customer”: questions come from needs.",
);
pub const BUSINESS: Text = text("业务需求", "Business need");
pub const PERSONAL: Text = text("个人需求", "Personal need");
pub const UNKNOWN: Text = text("还不知道", "not known yet");
pub const QUESTIONS: Text = text("要问的问题", "Questions to ask");
pub const ABOUT: Text = text("问谁", "Who to ask");
pub const ANYONE: Text = text("不限", "Anyone");
pub const ADD_QUESTION: Text = text("写一个问题", "Write a question");
pub const OPENINGS: Text = text("可以这样开头", "Ways to begin");
/// Before an opening phrase that is already used.
pub const USED: Text = text("已用：", "Used: ");
pub const CHECK: Text = text("四象限检查", "Four-quadrant check");
pub const CHECK_HINT: Text = text(
    "人听话有四种习惯。四种都备一句，才不会只讲自己爱讲的。",
    "People listen in four ways. Prepare a line for each, or you will only say what you like to say yourself.",
);
pub const THOUGHT: Text = text("说之前对照一遍", "Go through these before you speak");
pub const SOURCE: Text = text("答案从哪里来", "Where the answer comes from");
pub const SITUATION_HINT: Text = text(
    "准备十个，自己先查出七个：客户不爱一直答背景问题。",
    "Prepare ten and look up seven: customers tire of questions about how things are.",
);
pub const CASE: Text = text("要讲的成功案例", "The success case to tell");
pub const CASE_HINT: Text = text(
    "同行、难题相似、怎么用的、结果多少：四样齐了才有说服力。",
    "The same trade, a similar problem, how ours was used, and a figure: it convinces with all four.",
);
pub const CASES: Text = text("用过的案例", "Cases told before");
pub const GAPS: Text = text("还差", "Still missing");
pub const READY: Text = text("都准备好了。", "All prepared.");
pub const PRINT: Text = text("打印一页", "Print on one page");
pub const LOG: Text = text("拜访过了，记下来", "Visit done: log it");
pub const LOGGED: Text = text("已记入会面记录", "In the contact log");
pub const DONE: Text = text("收起", "Close");
pub const OPEN: Text = text("打开", "Open");
pub const REMOVE: Text = text("删除", "Remove");
pub const UNDATED: Text = text("日期未定", "No date yet");
pub const NO_GOAL: Text = text("目标未写", "No goal yet");
pub const BY_HAND: Text = text("现场记录", "Notes on the day");
pub const BY_HAND_ACTION: Text = text("客户答应", "The customer agreed to");

pub fn summary(visits: &[Visit], log: &[Contact], locale: Locale) -> String {
    let open: Vec<&Visit> = visits.iter().filter(|visit| !visit.is_logged(log)).collect();
    let next = open.iter().filter_map(|visit| visit.date).min();
    match (open.len(), next, locale) {
        (0, _, _) => text("没有要去的拜访", "No visit planned").get(locale).to_owned(),
        (count, None, Zh) => format!("{count} 次在准备"),
        (count, None, En) => format!("{count} in preparation"),
        (count, Some(day), Zh) => format!("{count} 次在准备，最近：{day}"),
        (count, Some(day), En) => format!("{count} in preparation, next on {day}"),
    }
}

pub fn name(visit: &Visit, locale: Locale) -> String {
    match (visit.date, locale) {
        (Some(date), Zh) => format!("{date} 的拜访"),
        (Some(date), En) => format!("Visit on {date}"),
        (None, _) => text("日期未定的拜访", "Visit without a date").get(locale).to_owned(),
    }
}

/// A business need with its areas: `成本、速度：停机减半`.
pub fn business_need(person: &Person, locale: Locale) -> Option<String> {
    let kinds: Vec<&str> = NeedKind::ALL
        .into_iter()
        .filter(|kind| person.need_kinds.contains(kind))
        .map(|kind| kind.label().get(locale))
        .collect();
    let kinds = kinds.join(text("、", ", ").get(locale));
    let colon = text("：", ": ").get(locale);
    match (kinds.is_empty(), person.business_need.trim().is_empty()) {
        (true, true) => None,
        (false, true) => Some(kinds),
        (true, false) => Some(person.business_need.trim().to_owned()),
        (false, false) => Some(format!("{kinds}{colon}{}", isolated(person.business_need.trim()))),
    }
}

/// The name of a removed question.
pub fn question(text: &str, locale: Locale) -> &str {
    match text.trim() {
        "" => QUESTION.meta.label.get(locale),
        text => text,
    }
}

pub fn missing(gaps: usize, locale: Locale) -> String {
    match (gaps, locale) {
        (0, _) => READY.get(locale).to_owned(),
        (gaps, Zh) => format!("还差 {gaps} 项"),
        (1, En) => "1 thing missing".to_owned(),
        (gaps, En) => format!("{gaps} things missing"),
    }
}

/// Before a situation question: whether it is looked up or asked.
pub fn source(source: Source, locale: Locale) -> String {
    let source = source.label().get(locale);
    format_in!(locale, "{source}：", "{source}: ")
}

/// The success case in short; empty if nothing was entered.
pub fn case(case: &SuccessCase, locale: Locale) -> String {
    let parts = [&case.trade, &case.problem, &case.used, &case.result].map(|text| text.trim());
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    parts.join(text("；", "; ").get(locale))
}

/// How many of the questions of a quadrant were considered.
pub fn thought(count: usize, all: usize, locale: Locale) -> String {
    format_in!(locale, "对照 {all} 个问题（想过 {count} 个）", "{all} questions to go through ({count} done)")
}

/// Before and after the names of those at the visit who listen in this way.
pub const LISTENING: [Text; 2] = [text("", "Best for "), text("最听得进这个", "")];
