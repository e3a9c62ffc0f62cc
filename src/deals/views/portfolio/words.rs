use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::view::{MOST_AT_A_POINT, Pattern, Plot, Plotted, whole_percent};
use abacus_deals::{OpeningKind, Portfolio, ValueClass};

use crate::deals::assessment::short_class;
use crate::deals::words as deal_words;

pub const VALUE_MATRIX: Text = text("价值矩阵", "Value matrix");
pub const OPENINGS: Text = text("开局一览", "Openings");
pub const READING: Text = text("整体来看", "Overall");
pub const NO_DEALS: Text = text("没有商机", "no deals");
pub const ACROSS: Text = text("短期收益 →", "Short-term gain →");
pub const UP: Text = text("长期影响 →", "Long-term influence →");

pub fn deals(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (count, Zh) => format!("{count} 笔"),
        (1, En) => "1 deal".to_owned(),
        (count, En) => format!("{count} deals"),
    }
}

pub fn scored(classified: usize, all: usize, locale: Locale) -> String {
    match (all > 0 && classified == all, locale) {
        (true, Zh) => format!("{all} 笔都打了分。"),
        (true, En) => format!("{} scored.", deals(all, locale)),
        (false, Zh) => format!("{all} 笔商机中，{classified} 笔两边都打了分。"),
        (false, En) => format!("{classified} of {} scored on both sides.", deals(all, locale)),
    }
}

pub fn opened(opened: usize, all: usize, locale: Locale) -> String {
    match (all > 0 && opened == all, locale) {
        (true, Zh) => format!("{all} 笔都判断了开局。"),
        (true, En) => format!("{} with an opening.", deals(all, locale)),
        (false, Zh) => format!("{all} 笔商机中，{opened} 笔判断了开局。"),
        (false, En) => format!("{opened} of {} with an opening.", deals(all, locale)),
    }
}

pub const PLOTTED: Text = text("图上的商机，逐笔列出", "The deals in the picture, one by one");
pub const WHOSE: Text = text("这是谁的商机", "Whose deals these are");

pub const fn pattern(pattern: Pattern) -> Text {
    match pattern {
        Pattern::Passed => text("1+2+1 已齐备", "1+2+1 is complete"),
        Pattern::Partly => text("还缺 1–2 颗珠子", "1–2 beads missing"),
        Pattern::Hardly => text("还缺 3–4 颗珠子", "3–4 beads missing"),
    }
}

/// What a circle and its position represent, and what its size does not show.
pub fn plot_hint(plot: &Plot, locale: Locale) -> String {
    let mut sentences = vec![
        text(
            "每个圆是一笔商机，点开就到。金额越大，面积越大；位置按整数分，同分的错开画，平均分高于 5.5 算“大”。",
            "Each circle is a deal: tap to open it. The larger the amount, the larger the area. Its place is the score in whole points, with equal ones moved apart; an average above 5.5 counts as big.",
        )
        .get(locale)
        .to_owned(),
    ];
    if plot.has_unknown_amounts() {
        let unknown = text("没填金额的画得最小。", "Deals without an amount are drawn smallest.");
        sentences.push(unknown.get(locale).to_owned());
    }
    if plot.currencies.len() > 1 {
        let codes = plot.currencies.iter().map(|currency| currency.code()).collect::<Vec<_>>();
        sentences.push(format_in!(
            locale,
            ("大小只在同一币种内可比，不同币种（{}）的圆不能互相比。", codes.join("、")),
            ("Sizes compare within one currency only, never across currencies ({}).", codes.join(", "))
        ));
    }
    match plot.not_drawn() {
        0 => {}
        count => sentences.push(format_in!(
            locale,
            "同一分数的商机最多画 {MOST_AT_A_POINT} 笔，另有 {count} 笔没有画出。",
            "At most {MOST_AT_A_POINT} deals are drawn at one score; {count} more are not."
        )),
    }
    sentences.join(if locale == Zh { "" } else { " " })
}

/// What a circle shows: amount, coverage and scores.
pub fn facts(plotted: &Plotted, locale: Locale) -> String {
    let Plotted { deal, short, long, coverage, .. } = plotted;
    let amount = deal_words::amount(deal, locale).unwrap_or_else(|| NO_AMOUNT.get(locale).to_owned());
    let beads = match (coverage.missing(), locale) {
        (0, _) => pattern(Pattern::Passed).get(locale).to_owned(),
        (count, Zh) => format!("还缺 {count} 颗珠子"),
        (1, En) => "1 bead missing".to_owned(),
        (count, En) => format!("{count} beads missing"),
    };
    format_in!(
        locale,
        "{amount} · {beads} · 短期 {short}，长期 {long}",
        "{amount} · {beads} · now {short}, later {long}"
    )
}

const NO_AMOUNT: Text = text("未填金额", "no amount");

/// The accessible name of a circle, which starts with its visible label.
pub fn circle(plotted: &Plotted, locale: Locale) -> String {
    let name = deal_words::name(&plotted.deal, locale);
    let name = isolated(&name);
    format_in!(
        locale,
        ("{name}：{}，{}", facts(plotted, locale), plotted.class.label().get(locale)),
        ("{name}: {}, {}", facts(plotted, locale), plotted.class.label().get(locale))
    )
}

/// A share of the deals, in whole per cent.
pub fn percent(count: usize, of: usize) -> String {
    whole_percent(count, of).map(|percent| format!("{percent}%")).unwrap_or_default()
}

/// A class with its count, in the chart.
pub fn corner(class: ValueClass, count: usize, locale: Locale) -> String {
    format!("{} · {count}", short_class(class.code(), locale))
}

/// The accessible name of the chart.
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

pub const fn kind(kind: OpeningKind) -> Text {
    match kind {
        OpeningKind::Normal => text("正常", "normal"),
        OpeningKind::Problem => text("有问题", "problem"),
        OpeningKind::Abnormal => text("不正常", "abnormal"),
    }
}
