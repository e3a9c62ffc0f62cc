use abacus_core::Decimal;
use abacus_core::format_in;
use abacus_core::number::format::{money, short};
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::view::Tally;

pub const VIEWS: Text = text("查看方式", "Views");
pub const OVERDUE: Text = text("已过期", "Overdue");
pub const TODAY: Text = text("今天", "Today");
pub const WEEK: Text = text("七天之内", "Within seven days");
pub const UNPLANNED: Text = text("还没有安排", "Nothing planned");
pub const NONE: Text = text("没有。", "Nothing.");
pub const FUNNEL_LEAD: Text = text(
    "每个阶段有多少商机、合计多少金额；不同币种不相加。",
    "How many deals are at each stage, and what they add up to. Currencies are not added together.",
);
pub const PORTFOLIO_LEAD: Text = text(
    "进行中的商机，按各自“评估”里的价值和开局摆在一起看。",
    "Open deals side by side, by the value and the opening in their assessments.",
);
pub const STEP: Text = text("阶段", "Stage");
pub const COUNT: Text = text("数量", "Deals");
pub const SUM: Text = text("金额合计", "Total amount");

#[must_use]
pub fn not_listed(count: usize, locale: Locale) -> String {
    format_in!(locale, "另有 {count} 件没有列出。", "{count} more are not listed.")
}

/// The amounts of some deals, one line for each currency.
#[must_use]
pub fn sums(tally: &Tally, locale: Locale) -> Vec<String> {
    let line = |(currency, sum): (&abacus_deals::Currency, &Option<Decimal>)| match (sum, locale) {
        (Some(sum), _) => {
            let exact = money(*sum, currency.code(), locale);
            short(*sum, locale).map_or_else(|| exact.clone(), |short| format!("{exact} {short}"))
        }
        (None, Zh) => format!("{} 合计太大，算不准", currency.code()),
        (None, En) => format!("{}: the total is too large to be exact", currency.code()),
    };
    let mut lines: Vec<String> = tally.amounts.iter().map(line).collect();
    match (tally.without_amount, locale) {
        (0, _) => {}
        (count, Zh) => lines.push(format!("{count} 笔未填金额")),
        (count, En) => lines.push(format!("{count} without an amount")),
    }
    lines
}
