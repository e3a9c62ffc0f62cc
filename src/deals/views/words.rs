use abacus_core::Decimal;
use abacus_core::format_in;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::format::{money, round, short};
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::End;
use abacus_deals::view::{ENOUGH_WON, Funnel, Ratios, Tally};

pub const VIEWS: Text = text("查看方式", "Views");
pub const OVERDUE: Text = text("已过期", "Overdue");
pub const TODAY: Text = text("今天", "Today");
pub const WEEK: Text = text("七天之内", "Within seven days");
pub const SAVE_WEEK: Text = text("把这一周存进日历（.ics）", "Save the week to calendar (.ics)");
pub const UNPLANNED: Text = text("还没有安排", "Nothing planned");
pub const NONE: Text = text("没有。", "Nothing.");
/// Shown instead of the four lists of the agenda while all of them are empty.
pub const CLEAR: Text = text(
    "今天和七天之内都没有到期的事，也没有等着安排的。",
    "Nothing is due today or within seven days, and nothing waits to be planned.",
);
/// Before the first items due after that.
pub const LATER: Text = text("接下来", "Coming up");
pub const ALL_OPEN: Text = text("看全部进行中的商机", "See all open deals");
pub const NONE_OPEN: Text = text("现在没有进行中的商机。", "No deal is open at the moment.");
/// Follows the sentence above, beside the button.
pub const BEGIN_HERE: Text = text("有了新的机会，就从这里记起。", " Start the next one here.");
/// Shown instead of a view while the book is empty.
pub const NO_TODAY: Text = text(
    "还没有商机。有了商机，今天该做什么都列在这里。",
    "No deals yet. Once there are some, what is due today is listed here.",
);
pub const NO_FUNNEL: Text = text(
    "还没有商机。有了商机，这里看得出各阶段有多少、卡在哪里。",
    "No deals yet. Once there are some, you see here how many are at each stage and what holds them up.",
);
pub const NO_PORTFOLIO: Text = text(
    "还没有商机。有了商机，这里把它们按价值和开局摆在一起看。",
    "No deals yet. Once there are some, you see them here side by side, by value and opening.",
);
pub const FUNNEL: Text = text("漏斗", "Funnel");
pub const FUNNEL_LEAD: Text = text(
    "每个阶段有多少商机、多少金额，离开这个阶段的有几成走到了下一步，又是什么拖住了其余的。",
    "How many deals and how much money are at each stage, what share of those that left it moved on, and what holds up the rest.",
);
pub const PORTFOLIO_LEAD: Text = text(
    "进行中的商机，按各自“评估”里的价值和开局摆在一起看。",
    "Open deals side by side, by the value and the opening in their assessments.",
);
pub const CASES: Text = text("成功案例", "Success cases");
pub const CASES_LEAD: Text = text(
    "准备拜访时写下的成功案例都在这里，去见下一家同行之前翻一翻。",
    "Every success case written for a visit. Look through them before you meet the next customer of that trade.",
);
pub const SEARCH_CASES: Text = text("搜索案例", "Search cases");
pub const NO_CASES: Text = text(
    "还没有案例。在商机的“准备拜访”里写一个，这里就有了。",
    "No cases yet. Write one under “Prepare a visit” in a deal, and it is listed here.",
);
pub const NO_CASE_FOUND: Text = text("没有符合的案例。", "No matching cases.");
pub const SAVE_CASES: Text = text("存为 CSV", "Download CSV");
/// Before the deals whose visits tell a case.
pub const TOLD: Text = text("用在这些拜访里", "Told on visits for");
pub const STEP: Text = text("阶段", "Stage");
pub const COUNT: Text = text("数量", "Deals");
pub const SUM: Text = text("金额合计", "Total amount");
pub const WENT_ON: Text = text("走到下一步", "Moved on");
pub const STAY: Text = text("停留（中位数）", "Days (median)");
pub const MISSING: Text = text("还缺珠子", "Beads missing");
pub const UNKNOWN: Text = text("还不知道", "Not known yet");
pub const SALESPERSON: Text = text("我方负责人", "Salesperson");
pub const EVERYBODY: Text = text("所有人", "Everybody");
pub const MONTH: Text = text("月份", "Month");
pub const ALWAYS: Text = text("不限", "Any");
pub const PLAN: Text = text("用自己的数做计划", "Plan with your own figures");
pub const PLAN_WITH_RATIOS: Text = text("用这两个比例算每天拜访几次", "Work out daily visits with these ratios");
pub const PLAN_RHYTHM: Text = text("按各级客户数算联系得过来吗", "Can we keep the contact rhythm?");

/// How many cases there are.
#[must_use]
pub fn cases(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (_, Zh) => format!("{count} 个案例"),
        (1, En) => "1 case".to_owned(),
        (_, En) => format!("{count} cases"),
    }
}

/// The share of deals that moved on from a stage: `60%（3/5）`.
pub fn share(share: Decimal, went_on: usize, lost: usize, locale: Locale) -> String {
    let percent = percent(share);
    let all = went_on.saturating_add(lost);
    format_in!(locale, "{percent}%（{went_on}/{all}）", "{percent}% ({went_on} of {all})")
}

/// A share in whole per cent.
pub fn percent(part: Decimal) -> Decimal {
    round(part.times(Decimal::ONE_HUNDRED).unwrap_or_default(), 0)
}

/// How long deals stayed at a stage, and for how many that is known.
pub fn stay(days: Decimal, known: usize, locale: Locale) -> String {
    let days = days.normalize();
    match (days == Decimal::ONE, locale) {
        (_, Zh) => format!("{days} 天（{known} 笔）"),
        (true, En) => format!("1 day (of {known})"),
        (false, En) => format!("{days} days (of {known})"),
    }
}

/// The share of ended deals that were won.
pub fn won_of_ended(funnel: &Funnel, locale: Locale) -> String {
    let Some(share) = funnel.share_paid() else {
        return text("还没有结束的商机。", "No deal has ended yet.").get(locale).to_owned();
    };
    let [won, lost] = [End::Paid, End::Lost].map(|end| funnel.ended(end));
    let (ended, percent) = (won.saturating_add(lost), percent(share));
    format_in!(
        locale,
        "结束的 {ended} 笔里，收到款的 {won} 笔，丢单 {lost} 笔：成交率 {percent}%。",
        "Ended: {ended}, of which paid {won} and lost {lost}. Won: {percent}%."
    )
}

/// What it took to win a deal, or why that is not shown.
pub fn ratios(ratios: &Ratios, locale: Locale) -> String {
    let Ratios { prospects, won, visits } = ratios;
    match ratios.per_deal_and_prospect().filter(|_| ratios.are_enough()) {
        Some((per_deal, per_prospect)) => {
            let (per_deal, per_prospect) = (per_deal.normalize(), per_prospect.normalize());
            format_in!(
                locale,
                "有了结果的 {prospects} 位准客户里成了 {won} 单（下了订单就算），一共见面 {visits} 次：成一单要谈 {per_deal} 位，每位见 {per_prospect} 次。",
                "Prospects with a result: {prospects}; won, orders included: {won}; meetings: {visits}. Prospects per deal: {per_deal}; meetings per prospect: {per_prospect}."
            )
        }
        None => format_in!(
            locale,
            "有了结果的准客户 {prospects} 位，成了 {won} 单。成了 {ENOUGH_WON} 单以上，比例才靠得住。",
            "Prospects with a result: {prospects}; won: {won}. Ratios are reliable from {ENOUGH_WON} won deals on."
        ),
    }
}

pub fn not_listed(count: usize, locale: Locale) -> String {
    format_in!(locale, "另有 {count} 件没有列出。", "{count} more are not listed.")
}

/// The amounts of some deals, one line for each currency.
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
