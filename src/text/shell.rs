//! Words around every page.

use abacus_core::text::{Text, text};

pub const SKIP: Text = text("跳到正文", "Skip to content");
/// The accessible name of the navigation.
pub const NAVIGATION: Text = text("主导航", "Main");
pub const HOME: Text = text("计算器", "Calculators");
/// The accessible name of the language switch.
pub const LANGUAGE: Text = text("语言", "Language");
/// The footer's promise.
pub const PROMISE: Text = text(
    "全部在您的浏览器里计算，资料只存在这台设备上，不会发送到任何地方。",
    "Everything is computed in your browser and kept on this device. Nothing is sent anywhere.",
);
pub const HOME_HEADLINE: Text = text("把账算给客户看", "Figures you can show a customer");
pub const HOME_LEAD: Text = text(
    "数字精确，公式写明，换上您自己的数就能用。",
    "Exact figures, the formula in the open, ready for your own numbers.",
);
pub const TOOLS: Text = text("计算器", "Calculators");
pub const ATTENTION: Text = text("今天要管的商机", "Deals that need you today");
pub const ALL_DEALS: Text = text("打开商机本", "Open the deal book");
