use abacus_core::format_in;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::view::{Meetings, RECENT_DAYS, Resource, ResourceFinding, ResourcePlan};
use abacus_deals::{Front, Position};

pub(super) const LEAD: Text = text(
    "时间、人手、资金打算怎么分给进攻、防守、维持，时间又实际花在了哪里。",
    "How time, people and money are meant to be split between attack, defence and maintenance, and where the time goes.",
);
pub(super) const PLAN: Text = text("计划", "Plan");
pub(super) const PLAN_TABLE: Text = text("投入计划（百分比）", "Planned means (per cent)");
pub(super) const SUM: Text = text("合计", "Total");
pub(super) const ACTUAL: Text = text("近 90 天的会面", "Meetings of the last 90 days");
pub(super) const PLANNED: Text = text("计划的时间", "Planned time");
pub(super) const SPENT: Text = text("实际", "Actual");
pub(super) const MEETINGS: Text = text("会面次数", "Meetings");
pub(super) const NOT_A_PERCENT: Text = text("请填 0 到 100 的整数", "Whole number, 0 to 100");
pub(super) const NOT_STORED: Text = text(
    "浏览器没有存下这份计划，关掉页面就没了。",
    "The browser did not store the plan: it is gone once you close this page.",
);
pub(super) const ONLY_TIME: Text = text(
    "会面记录只看得出时间花在哪里；人手和资金只有计划，记录里看不出来。",
    "The meetings only show where the time goes; people and money are planned here, but no record shows them.",
);
pub(super) const AS_PLANNED: Text =
    text("各项和计划相差都不到 10 个百分点。", "Everything is within 10 percentage points of the plan.");

pub(super) fn in_percent(resource: Resource, locale: Locale) -> String {
    let label = resource.label().get(locale);
    format_in!(locale, "{label}（%）", "{label} (%)")
}

/// The positions that count for this front; `None` if there is only one, which has the same name.
pub(super) fn positions(front: Front, locale: Locale) -> Option<String> {
    let counted = Position::ALL.into_iter().filter(|position| position.front() == Some(front));
    let labels: Vec<Text> = counted.map(|position| position.label()).collect();
    let is_same = matches!(labels.as_slice(), [only] if only.zh == front.label().zh);
    let names = labels.iter().map(|label| label.get(locale)).collect::<Vec<_>>();
    (!is_same).then(|| names.join(if locale == Zh { "、" } else { ", " }))
}

pub(super) fn sum(sum: Option<u16>, locale: Locale) -> String {
    match (sum, locale) {
        (None, _) => "–".to_owned(),
        (Some(100), _) => "100%".to_owned(),
        (Some(sum), Zh) => format!("{sum}%，应为 100%"),
        (Some(sum), En) => format!("{sum}%, not 100%"),
    }
}

pub(super) fn percent(percent: Option<u8>, locale: Locale) -> String {
    percent.map_or_else(|| text("未计划", "no plan").get(locale).to_owned(), |percent| format!("{percent}%"))
}

/// Why there is nothing to compare; `None` if there is something.
pub(super) fn nothing_to_compare(meetings: &Meetings, locale: Locale) -> Option<String> {
    if meetings.placed() > 0 {
        return None;
    }
    Some(match (meetings.unplaced, locale) {
        (0, Zh) => format!("近 {RECENT_DAYS} 天没有会面记录。每次会面记一笔，这里就看得出时间花在哪里。"),
        (0, En) => {
            format!("No meeting in the last {RECENT_DAYS} days. Log each one, and this shows where the time goes.")
        }
        (count, Zh) => format!(
            "近 {RECENT_DAYS} 天会面 {count} 次，但这些商机都没有判断攻守：在商机的“评估”里填购买潜力和我们的份额。"
        ),
        (count, En) => format!(
            "Meetings in the last {RECENT_DAYS} days: {count}, but attack or defence is not decided for any of these deals. Enter buying potential and our share under Assessment."
        ),
    })
}

/// Why the plan is not compared with the meetings.
pub(super) fn no_whole_plan(plan: &ResourcePlan, locale: Locale) -> &'static str {
    let missing = text(
        "还没有时间的计划：上面填好时间这一列，就能对照。",
        "No plan for the time yet: fill in its column above to compare.",
    );
    let partial = text(
        "时间这一列三项填齐、合计 100%，才和实际对照。",
        "The plan is compared once the three parts of the time are filled in and add up to 100%.",
    );
    if plan.sum(Resource::Time).is_none() { missing } else { partial }.get(locale)
}

pub(super) fn finding(finding: &ResourceFinding, locale: Locale) -> String {
    match *finding {
        ResourceFinding::OffPlan { front, planned, actual } => {
            let (name, points) = (front.label().get(locale), planned.abs_diff(actual));
            let more = actual > planned;
            format_in!(
                locale,
                ("{name}：计划 {planned}%，实际 {actual}%，{}了 {points} 个百分点。", if more { "多" } else { "少" }),
                (
                    "{name}: {planned}% planned, {actual}% spent, {points} percentage points {}.",
                    if more { "more" } else { "less" }
                )
            )
        }
        ResourceFinding::GivenUp { count, of } => format_in!(
            locale,
            "{of} 次会面里有 {count} 次用在该放弃的客户上，超过一成：把这些时间用在别处。",
            (
                "{count} of {of} meetings {} with customers to give up, more than a tenth: spend that time elsewhere.",
                if count == 1 { "was" } else { "were" }
            )
        ),
    }
}

pub(super) fn unplaced(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (count, Zh) => format!("另有 {count} 次会面没有计入：那些商机还没有判断攻守。"),
        (1, En) => "1 more meeting is not counted: attack or defence is not decided for its deal.".to_owned(),
        (count, En) => {
            format!("{count} more meetings are not counted: attack or defence is not decided for their deals.")
        }
    }
}
