use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

use crate::kind::Kind;
use crate::problem::{Code, Problem};

/// Precedes the tag that loads the element.
pub(crate) const LOAD: Text = text("页面里放一次：", "Once in the page: ");

impl Kind {
    /// When to choose it.
    pub const fn advice(self) -> Text {
        match self {
            Self::Script => text(
                "高度总是正好，页面不会跳动；没有脚本的地方是一个普通链接。",
                "Always has the right height, and nothing around it moves. Without scripts it is a plain link.",
            ),
            Self::Frame => text(
                "给不许放脚本的网页，例如维基。高度写定，按最窄的一栏留足。",
                "For pages that allow no scripts, such as a wiki. Its height is fixed, with room for the narrowest column.",
            ),
            Self::Element => text(
                "不用框架，是网页的一部分：用网页自己的字体，也能随表单提交数值。",
                "No frame: it is part of your page, uses its font and sends its values with a form.",
            ),
            Self::React => text("同一个元素，写成 React 19 的组件。", "The same element, as a component for React 19."),
        }
    }
}

impl Problem {
    /// The text shown for it.
    pub fn text(&self, locale: Locale) -> String {
        let key = &self.key;
        match self.code {
            Code::Unreadable => {
                format_in!(
                    locale,
                    "{key} 的值看不懂，没有采用。",
                    "The value of {key} cannot be read and was not used."
                )
            }
            Code::OutOfBounds => format_in!(
                locale,
                "{key} 的值超出范围，没有采用。",
                "The value of {key} is out of range and was not used."
            ),
            Code::UnknownKey => {
                format_in!(locale, "没有 {key} 这一项，已忽略。", "There is no {key} here; it was ignored.")
            }
            Code::UnknownType => format_in!(
                locale,
                "没有 {key} 这种消息，已忽略。",
                "There is no message of the type {key}; it was ignored."
            ),
            Code::TooLarge => format_in!(
                locale,
                "消息太大或太多，超出的没有采用。",
                "A message was too large, or there were too many; the excess was not used."
            ),
            Code::BadTheme => format_in!(
                locale,
                "主题的 {key} 没有采用：值不对，或者与底色的对比不到 4.5 : 1。",
                "The theme’s {key} was not used: it cannot be read, or its contrast with the background is below 4.5 : 1."
            ),
            // Also if the solver could not be loaded.
            Code::NoAnswer => format_in!(
                locale,
                "没能求出 {key}：可能没有这样的值，也可能求解的程序没载入成功。",
                "{key} was not found: perhaps no value gives this result, or the part that solves could not be loaded."
            ),
        }
    }
}
