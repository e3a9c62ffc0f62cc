//! The sixteen actions of the document (S5), by its numbers and in our own words.

use abacus_core::text::{Text, text};

/// One action for customers of a class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PotentialAction {
    /// Its number in the document, 1 to 16.
    pub number: u8,
    /// The action, in a few words.
    pub label: Text,
}

const fn action(number: u8, zh: &'static str, en: &'static str) -> PotentialAction {
    PotentialAction { number, label: text(zh, en) }
}

impl PotentialAction {
    pub(super) const CONSOLIDATE: &'static [Self] = &[
        action(4, "先于客户想到需求，带着方案上门", "Think of the need before they do, and bring the solution"),
        action(7, "免费提供量身定做的服务", "Tailor services to them free of charge"),
        action(9, "照这家客户的需要改进产品", "Improve the product to fit them"),
        action(16, "围绕他们将来的业务开发新项目", "Develop new projects around their future business"),
    ];
    pub(super) const INVEST: &'static [Self] = &[
        action(3, "不等客户来问，主动拜访通报", "Call with news before they ask"),
        action(6, "在价格上让步", "Give way on price"),
        action(8, "软性投入：与高层多走动", "Invest in relations: stay close to the people at the top"),
        action(15, "请我方高管出面", "Have our own executives take part"),
    ];
    pub(super) const HARVEST: &'static [Self] = &[
        action(2, "不考虑降价", "No price cuts"),
        action(12, "少派人手，压低服务成本", "Fewer people, cheaper service"),
        action(1, "先多收预付款，再给服务", "More payment up front before any service"),
    ];
    pub(super) const LOOK_AFTER: &'static [Self] = &[
        action(5, "请客户打热线电话", "Point them to the hotline"),
        action(10, "靠展会见面", "Meet them at exhibitions"),
        action(11, "只寄宣传册", "Send brochures, nothing more"),
        action(13, "像送报一样派发传单", "Drop leaflets like a newspaper round"),
        action(14, "强力推荐标准方案", "Push the standard package"),
    ];
}
