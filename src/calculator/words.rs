use abacus_core::format_in;
use abacus_core::text::Locale::{self, En, Zh};
use abacus_core::text::{Text, text};

use crate::calculator::form::Stale;

pub const INPUTS: Text = text("您的数字", "Your figures");
pub const RESULT: Text = text("结果", "Result");
pub const WORKING: Text = text("公式与演算", "Formula and working");
/// Table and chart with other figures.
pub const WHAT_IF: Text = text("换几个数比一比", "What if");
/// The same on the buttons of a customer's card: one word of the title.
pub const WORKING_SHORT: Text = text("演算", "Working");
pub const WHAT_IF_SHORT: Text = text("比一比", "What if");
/// The accessible name of the navigation between the pages of a customer's card.
pub const CARD_PAGES: Text = text("翻到", "Go to");
pub const DETAIL_WORKING: Text = text("细算过程", "Detailed working");
pub const CONVENTIONS: Text = text("算法说明与出处", "Method and source");
/// On a phone, where the working is in sentences: the switch to formulas.
pub const FORMULAS: Text = text("看公式", "Show formulas");
/// Below a step whose result is a whole number of people, visits or deals.
pub const ROUNDED_UP: Text = text("向上取整", "Rounded up");
pub const RESET: Text = text("恢复例子", "Back to example");
pub const DETAILS: Text = text("算得更细", "More detail");
pub const DETAIL_RESULTS: Text = text("算细之后", "Detailed results");
pub const CHAIN: Text = text("一步一步算下来", "Step by step");
pub const RANGES: Text = text("滑块范围", "Slider ranges");
pub const REMOVE: Text = text("去掉", "Remove");
pub const SOLVE: Text = text("反推", "Solve for this");
pub const ENDS_ORDER: Text = text("起点要小于终点。", "The start must be less than the end.");
pub const UNDO: Text = text("撤销", "Undo");
pub const REDO: Text = text("重做", "Redo");
/// The accessible name of the action bar of a result.
pub const RESULT_ACTIONS: Text = text("这个结果", "This result");
pub const SHARE: Text = text("分享", "Share");
pub const KEEP: Text = text("存", "Keep");
pub const CUSTOMER_VIEW: Text = text("给客户看", "Show");
pub const OWN_VIEW: Text = text("退出客户视图", "Leave customer view");
/// On the lock of the customer's card.
pub const LOCK: Text = text("按住退出", "Hold to leave");
/// The same once it has been held long enough.
pub const LIFT: Text = text("松手退出", "Let go to leave");
pub const LEAVE_SURE: Text = text("退出后会看到自己的数字。", "Your own figures will be visible again.");
/// Beside the value that was found.
pub const FOUND: Text = text("= 求得", "= found");
pub const END_SOLVING: Text = text("结束反推", "Stop solving");
/// Results that do not match what is typed, and what to do about it.
pub const fn stale(why: Stale) -> Text {
    match why {
        Stale::Unread => text("上面还是改动前的结果。", "This is still the result from before your change."),
        Stale::Unsolved => text(
            "上面还是改动前的结果：没有哪个数能得出想要的结果，换一个目标，或结束反推。",
            "This is still the result from before: no input gives this result. Change the target or stop solving.",
        ),
        Stale::Solving => text("正在反推…", "Solving…"),
    }
}

/// Why nothing was shared or kept: shown away from the result, which may be out of view.
pub const fn not_taken(why: Stale) -> Text {
    match why {
        Stale::Unread => text(
            "没有办成：有一项填得不对，请先改好它。",
            "Not done: one of the inputs cannot be used. Correct it first.",
        ),
        Stale::Unsolved => text(
            "没有办成：没有哪个数能得出想要的结果，请换一个目标，或结束反推。",
            "Not done: no input gives the result you want. Change the target or stop solving.",
        ),
        Stale::Solving => stale(why),
    }
}

/// Beside a figure that was rounded up: the figure before rounding.
pub fn unrounded(figure: &str, locale: Locale) -> String {
    format_in!(locale, "取整前 {figure}", "{figure} before rounding up")
}

/// Below rows of boxes.
pub const BOXES: Text = text("每一格等于上面一整行", "Each box is the whole row above");

/// Below a row in which one box represents several.
pub fn many(each: &str, locale: Locale) -> String {
    format_in!(locale, "这一行太多，一格算 {each} 份", "Too many to draw: one box stands for {each}")
}

/// Below a divided bar: how many there are in total.
pub fn segments(label: &str, figure: &str, unit: &str, each: &str, locale: Locale) -> String {
    match each {
        "1" => format_in!(locale, "{label}：{figure} {unit}，一格一{unit}", "{label} {figure} {unit}, one to a notch"),
        _ => format_in!(
            locale,
            "{label}：{figure} {unit}，一格 {each} {unit}",
            "{label} {figure} {unit}, {each} to a notch"
        ),
    }
}

/// Below a bar: how much of it is taken, of a whole with or without a name.
pub fn part(label: &str, figure: &str, percent: &str, locale: Locale) -> String {
    format_in!(locale, "{label} {figure}，占全部的 {percent}", "{label} {figure}: {percent} of all")
}

pub fn part_of(label: &str, figure: &str, (whole, all): (&str, &str), percent: &str, locale: Locale) -> String {
    format_in!(locale, "{label} {figure}，是{whole} {all} 的 {percent}", "{label} {figure}, {percent}. {whole}: {all}.")
}

/// In a widget, the link to the full page.
pub const OPEN_FULL: Text = text("在销售算盘中打开", "Open in Sales Abacus");

/// An action with its object: the accessible name of a button that several fields have.
pub fn named(what: Text, label: &str, locale: Locale) -> String {
    format_in!(locale, ("{}：{label}", what.zh), ("{}: {label}", what.en))
}

/// The accessible name of a slider.
pub fn slider(label: &str, locale: Locale) -> String {
    format_in!(locale, "{label}（滑块）", "{label} (slider)")
}

/// The accessible name of an end of a slider.
pub fn slider_end(label: &str, is_low: bool, locale: Locale) -> String {
    match (locale, is_low) {
        (Zh, true) => format!("{label}：滑块起点"),
        (Zh, false) => format!("{label}：滑块终点"),
        (En, true) => format!("{label}: slider from"),
        (En, false) => format!("{label}: slider to"),
    }
}

/// The user's own figure beside usual ones, in front of a customer: 我们的利润率.
pub fn ours(label: Text, locale: Locale) -> String {
    match locale {
        Zh => format!("我们的{}", label.zh),
        En => format!("Our {}", label.en.to_lowercase()),
    }
}
