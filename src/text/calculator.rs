use abacus_core::number::Undefined;
use abacus_core::text::{Text, text};

use crate::state::form::Stale;

pub const INPUTS: Text = text("您的数字", "Your figures");
pub const RESULT: Text = text("结果", "Result");
pub const WORKING: Text = text("公式与演算", "Formula and working");
pub const DETAIL_WORKING: Text = text("细节的演算", "Working in detail");
pub const CONVENTIONS: Text = text("约定与出处", "Conventions and source");
pub const RESET: Text = text("恢复例子", "Back to the example");
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
    }
}

pub const LINK_PROBLEMS: Text = text("链接里有些内容没有用上", "Parts of the link were not used");
/// In a widget, the link to the full page.
pub const OPEN_FULL: Text = text("在销售算盘中打开", "Open in Sales Abacus");

#[must_use]
pub const fn undefined(reason: Undefined) -> Text {
    reason.words()
}
