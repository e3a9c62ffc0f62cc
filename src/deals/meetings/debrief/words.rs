use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, Text, text};
use abacus_deals::debrief::short_day;

pub const DONE: Text = text("完成", "Done");
pub const MORE: Text = text("日期与备注", "Date and note");
pub const WHEN: Text = text("下一步在哪天", "When is the next step?");
pub const KEEP: Text = text("还是按原来的", "Keep the planned one");
pub const DISCARD: Text = text("这次不记了，恢复原样", "Discard this entry");
pub const DISCARDED: Text = text("这次会面没有记下。", "The meeting was discarded.");
pub const LACKS_NAME: Text = text("先写客户或商机的名字。", "Name the customer or the deal first.");
pub const ANOTHER: Text = text("另记一次", "Log another one");
/// Before the name of an existing deal.
pub const INTO: Text = text("记到", "Log it in");
pub const LOGGED: Text = text("记好了", "Logged");
pub const COPY: Text = text("复制这句话", "Copy the sentence");
pub const COPIED: Text = text("已复制。", "Copied.");
pub const NOT_COPIED: Text =
    text("浏览器不让复制，请长按上面的句子。", "The browser refused; select the sentence above.");
pub const OPEN_DEAL: Text = text("看这笔商机", "Open the deal");
pub const ASKED_ONCE: Text =
    text("只问这一次，以后的新商机会自动填上。", "Asked only once; new deals fill it in from now on.");
pub const NO_TITLE: Text = text("客户与商机", "Customer and deal");

/// The step that is used if the user writes none.
pub fn proposed(step: &str, locale: Locale) -> String {
    let step = isolated(step);
    format_in!(locale, "选了日子不写，就是“{step}”。", "Pick a day and leave this empty: it is “{step}”.")
}

/// The step that was planned before the meeting.
pub fn planned(step: &str, day: Option<Date>, today: Date, locale: Locale) -> String {
    let step = isolated(step);
    match day.map(|day| short_day(day, today, locale)) {
        None => format_in!(
            locale,
            "已定的下一步：{step}。选一天，就换成新的。",
            "Planned: {step}. Choose a day to replace it."
        ),
        Some(day) => format_in!(
            locale,
            "已定的下一步：{day}{step}。选一天，就换成新的。",
            "Planned for {day}: {step}. Choose a day to replace it."
        ),
    }
}

/// The unfinished meeting that is continued.
pub fn resumed(day: Option<Date>, today: Date, locale: Locale) -> String {
    match day.map(|day| short_day(day, today, locale)) {
        None => text("接着记上次没记完的会面。", "Going on with the meeting you had begun.").get(locale).to_owned(),
        Some(day) => {
            format_in!(locale, "接着记 {day}没记完的会面。", "Going on with the meeting of {day} you had begun.")
        }
    }
}

/// A day option with its date.
pub fn choice(name: &str, day: Date, today: Date, locale: Locale) -> String {
    format!("{name} {}", short_day(day, today, locale))
}
