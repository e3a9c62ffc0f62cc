//! From a sales target to daily visits (如何量化营销目标), S1: a performance goal becomes a conversion
//! goal, and this an activity goal.

use crate::calculator::field::{Field, count};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Case, Group, Model, Output, Spec, quantities};
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::text;

quantities!(Inputs: deals, prospects, visits, days);
quantities!(Outputs: per_day, total_prospects, total_visits);

pub(super) const PROSPECTS: Field = count(
    "prospects",
    text("每单准客户", "Prospects per deal"),
    text("平均谈几位能成一单", "How many you talk to for one that signs"),
)
.unit(Unit::PROSPECT.per(Unit::DEAL))
.default(int(3))
.slider(int(1), int(20), dec(5, 1));
pub(super) const VISITS: Field =
    count("visits", text("每位拜访", "Visits per prospect"), text("平均每位要拜访几次", "On average"))
        .unit(Unit::VISIT.per(Unit::PROSPECT))
        .default(int(4))
        .slider(int(1), int(20), dec(5, 1));

pub(super) struct Activity;

impl Model for Activity {
    const SPEC: Spec = Spec {
        id: "activity",
        group: Group::Plan,
        title: text("从销售目标到每日拜访", "From sales target to daily visits"),
        purpose: text(
            "这个月要成交这么多单，每天要跑几家？",
            "So many deals this month: how many visits is that a day?",
        ),
        caveat: text(
            "人和拜访都是整数：每一步都向上取整，下一步从取整后的数算起。",
            "People and visits are whole: every step is rounded up, and the next starts from the rounded figure.",
        ),
        conventions: &[
            text(
                "三种目标：表现目标（成交几单）、转化目标（多少位准客户）、活动目标（每天几次拜访），出自培训资料 S1。",
                "Three kinds of goal: performance (deals), conversion (prospects), activity (visits a day), from training document S1.",
            ),
            text(
                "“三个里成一个”写成 3；S1 写的 33% 就是它的约数，用 0.33 去除会多出零头。每一步向上取整是我们的做法。",
                "One in three is entered as 3; the 33% of S1 is its rounded form, and dividing by 0.33 would leave a remainder. Rounding up at every step is our way.",
            ),
        ],
        source: text(
            "培训资料 S1《如何成为优秀的客户经理》：如何量化营销目标。",
            "Training document S1, How to become an excellent account manager: putting figures to a sales target.",
        ),
        fields: &[
            count("deals", text("每月成交", "Deals a month"), text("表现目标：这个月要签几单", "The performance goal"))
                .unit(Unit::DEAL.per(Unit::MONTH))
                .default(int(10))
                .slider(int(0), int(50), int(1)),
            PROSPECTS,
            VISITS,
            count(
                "days",
                text("每月工作日", "Working days a month"),
                text("这个月能出去跑的天数", "Days on which you can visit"),
            )
            .unit(Unit::DAY.per(Unit::MONTH))
            .default(int(20))
            .positive()
            .slider(int(1), int(31), int(1)),
        ],
        outputs: &[
            Output::count("per_day", text("每日拜访", "Visits a day"), Unit::VISIT.per(Unit::DAY), Precision::up_to(0)),
            Output::count(
                "total_prospects",
                text("每月准客户", "Prospects a month"),
                Unit::PROSPECT.per(Unit::MONTH),
                Precision::up_to(0),
            ),
            Output::count(
                "total_visits",
                text("每月拜访", "Visits a month"),
                Unit::VISIT.per(Unit::MONTH),
                Precision::up_to(0),
            ),
        ],
        chain: None,
        what_if: WhatIf {
            rows: Axis { key: "deals", values: &[int(5), int(8), int(10), int(12), int(15), int(20)] },
            columns: Axis { key: "prospects", values: &[int(2), dec(25, 1), int(3), int(4), int(5)] },
            output: "per_day",
            precision: Precision::up_to(0),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "S1, 10 deals a month",
                inputs: &[("deals", int(10)), ("prospects", int(3)), ("visits", int(4)), ("days", int(20))],
                outputs: &[("per_day", int(6)), ("total_prospects", int(30)), ("total_visits", int(120))],
            },
            Case {
                source: "by hand: 17.5 → 18 prospects, 54 visits, 2.57 → 3 a day",
                inputs: &[("deals", int(7)), ("prospects", dec(25, 1)), ("visits", int(3)), ("days", int(21))],
                outputs: &[("total_prospects", int(18)), ("total_visits", int(54)), ("per_day", int(3))],
            },
            Case {
                source: "S1 continued from S2: 25,000 extra sales at 5,000 a deal are 5 deals",
                inputs: &[("deals", int(5))],
                outputs: &[("total_prospects", int(15)), ("total_visits", int(60)), ("per_day", int(3))],
            },
        ],
    };

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let total_prospects = (inputs.deals * inputs.prospects).ceil().step("total_prospects");
        let total_visits = (total_prospects.clone() * inputs.visits).ceil().step("total_visits");
        Outputs { per_day: (total_visits.clone() / inputs.days).ceil(), total_prospects, total_visits }
    }
}
