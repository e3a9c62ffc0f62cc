//! From a sales target to daily visits (如何量化营销目标), S1: a performance goal becomes a conversion goal, which becomes an
//! activity goal.

use rust_decimal::Decimal;

use crate::calculator::Inputs as CalculatorInputs;
use crate::calculator::field::{Field, Low, count};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::number::binomial::{Trials, whole};
use crate::number::decimal::Arithmetic;
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, Undefined, dec, int};
use crate::text::{Text, text};

quantities!(Inputs: deals, prospects, visits, days, proposals, demos);
quantities!(Outputs: per_day, total_prospects, total_visits, total_proposals, total_demos);

pub(super) const PROSPECTS: Field = count(
    "prospects",
    text("每单准客户", "Prospects per deal"),
    text("转化目标：平均谈几位能成一单", "A conversion goal: how many prospects it takes to win one deal"),
)
.unit(Unit::PROSPECT.per(Unit::DEAL))
.default(int(3))
.slider(int(1), int(20), dec(5, 1));
pub(super) const VISITS: Field = count(
    "visits",
    text("每位拜访", "Visits per prospect"),
    text("转化目标：平均每位要拜访几次", "A conversion goal: visits to each prospect, on average"),
)
.unit(Unit::VISIT.per(Unit::PROSPECT))
.default(int(4))
.slider(int(1), int(20), dec(5, 1));

pub(super) struct Activity;

/// Each prospect closes at most one deal, and beyond ten thousand they are not counted.
const COUNTED: Text = text("太多，或每单不到 1 位", "Too many, or under 1 a deal");

impl Model for Activity {
    const SPEC: Spec = Spec {
        id: "activity",
        group: Group::Plan,
        title: text("从销售目标到每日拜访", "From sales target to daily visits"),
        purpose: text(
            "这个月要成交这么多单，每天要拜访几次？",
            "To close this many deals a month, how many visits a day?",
        ),
        caveat: text(
            "人和拜访都是整数：每一步都向上取整，下一步从取整后的数算起。",
            "People and visits are whole: every step is rounded up, and the next starts from the rounded figure.",
        ),
        sentence: Sentence {
            plain: text(
                "这个月成交 {deals} 单，要谈 {total_prospects} 位、跑 {total_visits} 次；{days} 个工作日，每天 {per_day} 次。",
                "To close {deals|deal|deals} this month, talk to {total_prospects|prospect|prospects} and make {total_visits|visit|visits}: {per_day} a day on {days|working day|working days}.",
            ),
            with_steps: None,
        },
        wording_by_choice: None,
        card: Card::Shared,
        picture: Picture::Funnel(&["total_visits", "total_prospects", "deals"]),
        conventions: &[
            text(
                "三种目标，出自培训资料《如何成为优秀的客户经理》：表现目标是结果（成交 10 单、谈 30 位），转化目标是比例（三个成一个、每位 4 次），活动目标是自己做的事（每月 120 次、每天 6 次）。",
                "Three kinds of goal, from the training document “How to become an excellent account manager”: performance goals are results (10 deals, 30 prospects), conversion goals are ratios (1 in 3, 4 visits each), activity goals are what you do (120 visits a month, 6 a day).",
            ),
            text(
                "“三个里成一个”写成 3；资料里写的 33% 就是它的约数，用 0.33 去除会多出零头。每一步向上取整是我们的做法。",
                "One in three is entered as 3; the 33% in the document is its rounded form, and dividing by 0.33 would leave a remainder. We round up at every step.",
            ),
        ],
        source: text(
            "培训资料《如何成为优秀的客户经理》：如何量化营销目标。",
            "Training document “How to become an excellent account manager”: turning a sales target into figures.",
        ),
        fields: &[
            count(
                "deals",
                text("每月成交", "Monthly deals"),
                text("表现目标：这个月要签几单", "A performance goal: how many you want to close"),
            )
            .unit(Unit::DEAL.per(Unit::MONTH))
            .default(int(10))
            .slider(int(0), int(50), int(1)),
            PROSPECTS,
            VISITS,
            count(
                "days",
                text("每月工作日", "Monthly working days"),
                text("这个月能出去跑的天数", "Days on which you can visit"),
            )
            .unit(Unit::DAY.per(Unit::MONTH))
            .default(int(20))
            .positive()
            .slider(int(1), int(31), int(1)),
            count(
                "proposals",
                text("每单方案", "Proposals per deal"),
                text("平均写几份方案能成一单", "How many proposals you write for each deal"),
            )
            .unit(Unit::PROPOSAL.per(Unit::DEAL))
            .detail()
            .slider(int(0), int(10), dec(5, 1)),
            count(
                "demos",
                text("每单演示", "Demonstrations per deal"),
                text("平均演示几场能成一单", "How many demonstrations you give for each deal"),
            )
            .unit(Unit::DEMO.per(Unit::DEAL))
            .detail()
            .slider(int(0), int(10), dec(5, 1)),
        ],
        outputs: &[
            Output::count("per_day", text("每日拜访", "Daily visits"), Unit::VISIT.per(Unit::DAY), Precision::up_to(0)),
            Output::count(
                "total_prospects",
                text("每月准客户", "Monthly prospects"),
                Unit::PROSPECT.per(Unit::MONTH),
                Precision::up_to(0),
            ),
            Output::count(
                "total_visits",
                text("每月拜访", "Monthly visits"),
                Unit::VISIT.per(Unit::MONTH),
                Precision::up_to(0),
            ),
            Output::count(
                "total_proposals",
                text("每月方案", "Monthly proposals"),
                Unit::PROPOSAL.per(Unit::MONTH),
                Precision::up_to(0),
            )
            .detail(),
            Output::count(
                "total_demos",
                text("每月演示", "Monthly demonstrations"),
                Unit::DEMO.per(Unit::MONTH),
                Precision::up_to(0),
            )
            .detail(),
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
                source: "by hand: 1.5 proposals and 0.75 demonstrations for each of 10 deals",
                inputs: &[("proposals", dec(15, 1)), ("demos", dec(75, 2))],
                outputs: &[("total_proposals", int(15)), ("total_demos", int(8))],
            },
            Case {
                source: "S1 continued from S2: 25,000 extra sales at 5,000 a deal are 5 deals",
                inputs: &[("deals", int(5))],
                outputs: &[("total_prospects", int(15)), ("total_visits", int(60)), ("per_day", int(3))],
            },
        ],
    };

    const SKETCH: &'static str = "M27,20h5L32,30h-5z|M0,0h60L37,10h-15zM22,10h15L32,20h-5z|";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let total_prospects = (inputs.deals.clone() * inputs.prospects).ceil().step("total_prospects");
        let total_visits = (total_prospects.clone() * inputs.visits).ceil().step("total_visits");
        Outputs {
            per_day: (total_visits.clone() / inputs.days).ceil(),
            total_prospects,
            total_visits,
            total_proposals: (inputs.deals.clone() * inputs.proposals).ceil(),
            total_demos: (inputs.deals * inputs.demos).ceil(),
        }
    }

    const EXTRA_OUTPUTS: &'static [Output] = &[
        Output::ratio("chance", text("达成的把握", "Chance of reaching it"))
            .to_places(1)
            .only(Low::From(Decimal::ZERO), COUNTED),
        Output::count("prospects_80", text("八成把握要谈", "For 80% certainty"), Unit::PROSPECT, Precision::up_to(0))
            .only(Low::From(Decimal::ZERO), COUNTED),
        Output::count("prospects_90", text("九成把握要谈", "For 90% certainty"), Unit::PROSPECT, Precision::up_to(0))
            .only(Low::From(Decimal::ZERO), COUNTED),
    ];

    fn extra_outputs(inputs: &CalculatorInputs) -> Vec<Result<Decimal, Undefined>> {
        let input = |key| inputs.get(key).unwrap_or_default();
        let (deals, ratio) = (input("deals"), input("prospects"));
        let prospects = deals.times(ratio).and_then(whole);
        let known = Trials::one_in(ratio).zip(whole(deals));
        let chance = known.zip(prospects).and_then(|((trials, deals), prospects)| trials.chance(prospects, deals));
        let needed = |percent| known.and_then(|(trials, deals)| trials.needed(deals, percent)).map(Decimal::from);
        [chance, needed(80), needed(90)].map(|value| value.ok_or(Undefined::Meaningless)).to_vec()
    }
}
