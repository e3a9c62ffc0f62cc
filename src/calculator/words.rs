use abacus_core::format_in;
use abacus_core::text::Locale::{self, En, Zh};
use abacus_core::text::{Text, text};

use crate::calculator::form::Stale;

pub const INPUTS: Text = text("您的数字", "Your figures");
pub const RESULT: Text = text("结果", "Result");
pub const WORKING: Text = text("公式与演算", "Formula and working");
pub const DETAIL_WORKING: Text = text("细节的演算", "Working in detail");
pub const CONVENTIONS: Text = text("约定与出处", "Conventions and source");
pub const RESET: Text = text("恢复例子", "Back to the example");
pub const DETAILS: Text = text("更多细节", "More detail");
pub const DETAIL_RESULTS: Text = text("细节结果", "Results in detail");
pub const CHAIN: Text = text("一步一步扣到剩下的", "Step by step to what remains");
pub const RANGES: Text = text("滑块范围", "Slider ranges");
pub const REMOVE: Text = text("去掉", "Take out");
pub const SOLVE: Text = text("反推", "Solve for");
pub const ENDS_ORDER: Text = text("起点要小于终点。", "The start must be less than the end.");
/// Over the buttons of a form without fields.
pub const ACTIONS: Text = text("操作", "Actions");
pub const UNDO: Text = text("撤销", "Undo");
pub const REDO: Text = text("重做", "Redo");
pub const CUSTOMER_VIEW: Text = text("给客户看", "Customer view");
pub const OWN_VIEW: Text = text("回到自己看", "Back to my view");
/// Shown to a customer instead of confidential figures, without saying why.
pub const NOTHING_FOR_CUSTOMER: Text = text("数字已经收起。", "The figures are put away.");
pub const END_SOLVING: Text = text("结束反推", "Stop solving");
/// Results that do not match what is typed, and what to do about it.
#[must_use]
pub const fn stale(why: Stale) -> Text {
    match why {
        Stale::Unread => text(
            "这是改动前的结果，请先改正标出的输入。",
            "This is the result from before: first correct the marked field.",
        ),
        Stale::Unsolved => text(
            "这是改动前的结果：想要的结果没有答案，请换一个，或结束反推。",
            "This is the result from before: the wanted result has no answer. Want another, or stop solving.",
        ),
        Stale::Solving => text("正在反推…", "Solving…"),
    }
}

/// In a widget, the link to the full page.
pub const OPEN_FULL: Text = text("在销售算盘中打开", "Open in Sales Abacus");

/// An action with its object: the accessible name of a button that several fields have.
#[must_use]
pub fn named(what: Text, label: &str, locale: Locale) -> String {
    format_in!(locale, ("{}：{label}", what.zh), ("{}: {label}", what.en))
}

/// The accessible name of a slider.
#[must_use]
pub fn slider(label: &str, locale: Locale) -> String {
    format_in!(locale, "{label}（滑块）", "{label} (slider)")
}

/// The accessible name of an end of a slider.
#[must_use]
pub fn slider_end(label: &str, is_low: bool, locale: Locale) -> String {
    match (locale, is_low) {
        (Zh, true) => format!("{label}：滑块起点"),
        (Zh, false) => format!("{label}：滑块终点"),
        (En, true) => format!("{label}: slider from"),
        (En, false) => format!("{label}: slider to"),
    }
}
