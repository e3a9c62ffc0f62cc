use abacus_core::format_in;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::{OpeningKind, Portfolio, ValueClass};

use crate::deals::assessment::short_class;

pub const VALUE_MATRIX: Text = text("价值矩阵", "Value matrix");
pub const OPENINGS: Text = text("开局一览", "Openings");
pub const READING: Text = text("整体来看", "Overall");
pub const NO_DEALS: Text = text("没有商机", "no deals");
pub const ACROSS: Text = text("短期收益 →", "Short-term gain →");
pub const UP: Text = text("长期影响 →", "Long-term influence →");

#[must_use]
pub fn deals(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (count, Zh) => format!("{count} 笔"),
        (1, En) => "1 deal".to_owned(),
        (count, En) => format!("{count} deals"),
    }
}

#[must_use]
pub fn scored(classified: usize, all: usize, locale: Locale) -> String {
    match (all > 0 && classified == all, locale) {
        (true, Zh) => format!("{all} 笔都打了分。"),
        (true, En) => format!("{} scored.", deals(all, locale)),
        (false, Zh) => format!("{all} 笔商机中，{classified} 笔两边都打了分。"),
        (false, En) => format!("{classified} of {} scored on both sides.", deals(all, locale)),
    }
}

#[must_use]
pub fn opened(opened: usize, all: usize, locale: Locale) -> String {
    match (all > 0 && opened == all, locale) {
        (true, Zh) => format!("{all} 笔都判断了开局。"),
        (true, En) => format!("{} with an opening.", deals(all, locale)),
        (false, Zh) => format!("{all} 笔商机中，{opened} 笔判断了开局。"),
        (false, En) => format!("{opened} of {} with an opening.", deals(all, locale)),
    }
}

pub const PLOT_HINT: Text = text(
    "每个圆是同一分数的商机，按整数分摆放；平均分高于 5.5 算“大”。",
    "Each circle stands for the deals with the same score, placed on whole points; an average above 5.5 counts as big.",
);

/// A class with its count, in the picture.
#[must_use]
pub fn corner(class: ValueClass, count: usize, locale: Locale) -> String {
    format!("{} · {count}", short_class(class.code(), locale))
}

/// The accessible name of the picture.
#[must_use]
pub fn matrix(portfolio: &Portfolio, locale: Locale) -> String {
    let counts = ValueClass::ALL.map(|class| {
        let count = portfolio.in_class(class);
        format_in!(
            locale,
            ("{}，{}", class.label().get(locale), deals(count, locale)),
            ("{}, {}", class.label().get(locale), deals(count, locale))
        )
    });
    format_in!(locale, ("价值矩阵：{}", counts.join("；")), ("Value matrix: {}", counts.join("; ")))
}

#[must_use]
pub const fn kind(kind: OpeningKind) -> Text {
    match kind {
        OpeningKind::Normal => text("正常", "normal"),
        OpeningKind::Problem => text("有问题", "problem"),
        OpeningKind::Abnormal => text("不正常", "abnormal"),
    }
}
