//! Where the working week goes (时间花在哪), S1: of four kinds of work, only one is with customers.

use rust_decimal::Decimal;

use super::OWN_FIGURES;
use crate::calculator::field::{Field, count};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::{Text, text};

quantities!(Inputs: paper, customers, travel, team, hours_per_visit, days, target);
quantities!(Outputs: visits_per_day, share, hours_missing);

pub(super) struct SellingTime;

const fn hours(key: &'static str, label: Text, hint: Text, default: u32) -> Field {
    count(key, label, hint).unit(Unit::HOUR.per(Unit::WEEK)).default(int(default)).confidential().slider(
        int(0),
        int(40),
        dec(5, 1),
    )
}

impl Model for SellingTime {
    const SPEC: Spec = Spec {
        id: "selling-time",
        group: Group::Plan,
        title: text("时间花在哪", "Where the time goes"),
        purpose: text(
            "一周的时间，真正和客户在一起的有多少？够跑几次？",
            "How much of the week is spent with customers, and how many visits does it allow?",
        ),
        caveat: text(
            "路上和等待不算和客户在一起的时间。",
            "Travelling and waiting do not count as time with customers.",
        ),
        sentence: Sentence {
            plain: text(
                "一周和客户在一起 {customers} 小时，占 {share}，每天够跑 {visits_per_day} 次。",
                "{customers|hour|hours} a week with customers is {share} of the time: {visits_per_day|visit|visits} a day.",
            ),
            with_steps: None,
        },
        wording_by_choice: None,
        card: Card::Nothing(OWN_FIGURES),
        picture: Picture::PartOfWhole {
            whole: &["paper", "customers", "travel", "team"],
            part: "customers",
            segments: None,
        },
        conventions: &[text(
            "四种工作：文书、和客户在一起、路上与等待、公司内部，出自培训资料《如何成为优秀的客户经理》；换成每天几次拜访是我们加的。",
            "Four kinds of work: paperwork, time with customers, travelling and waiting, and work inside the team, from the training document “How to become an excellent account manager”. We added the step to visits a day.",
        )],
        source: text(
            "培训资料《如何成为优秀的客户经理》：时间管理；例子的数字是我们的。",
            "Training document “How to become an excellent account manager”: time management; the example figures are ours.",
        ),
        fields: &[
            hours("paper", text("文书", "Paperwork"), text("报表、合同、邮件", "Reports, contracts, mail"), 8),
            hours(
                "customers",
                text("和客户在一起", "With customers"),
                text("当面谈或通话", "Face to face or on the phone"),
                16,
            ),
            hours(
                "travel",
                text("路上与等待", "Travel and waiting"),
                text("堵车、候见也算", "Traffic and waiting rooms included"),
                10,
            ),
            hours("team", text("公司内部", "Inside the team"), text("开会、协调", "Meetings and coordination"), 6),
            count(
                "hours_per_visit",
                text("每次拜访", "Hours per visit"),
                text("见一次客户平均几小时", "How long one visit takes, on average"),
            )
            .unit(Unit::HOUR.per(Unit::VISIT))
            .default(int(1))
            .positive()
            .confidential()
            .slider(dec(25, 2), int(4), dec(25, 2)),
            count("days", text("每周工作日", "Weekly working days"), text("一周上几天班", "How many days you work"))
                .unit(Unit::DAY.per(Unit::WEEK))
                .default(int(5))
                .positive()
                .confidential()
                .slider(int(1), int(7), dec(5, 1)),
            count(
                "target",
                text("每日拜访目标", "Target daily visits"),
                text("想每天拜访几次", "How many visits a day you want"),
            )
            .unit(Unit::VISIT.per(Unit::DAY))
            .default(int(6))
            .confidential()
            .detail()
            .slider(int(0), int(15), dec(5, 1)),
        ],
        outputs: &[
            Output::count(
                "visits_per_day",
                text("每日拜访", "Daily visits"),
                Unit::VISIT.per(Unit::DAY),
                Precision::up_to(2),
            ),
            Output::ratio("share", text("和客户在一起的占比", "Share of time with customers"))
                .needs(text("填上时间才有占比", "Enter some hours to see the share")),
            Output::count(
                "hours_missing",
                text("还差几小时（负数是有余）", "Hours missing (negative: to spare)"),
                Unit::HOUR.per(Unit::WEEK),
                Precision::up_to(2),
            )
            .detail(),
        ],
        chain: None,
        what_if: WhatIf {
            rows: Axis { key: "customers", values: &[int(8), int(12), int(16), int(20), int(24), int(30)] },
            columns: Axis { key: "hours_per_visit", values: &[dec(5, 1), dec(75, 2), int(1), dec(15, 1), int(2)] },
            output: "visits_per_day",
            precision: Precision::up_to(1),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "by hand: 16 of 40 hours, an hour a visit, five days",
                inputs: &[],
                outputs: &[("visits_per_day", dec(32, 1)), ("share", dec(40, 2)), ("hours_missing", int(14))],
            },
            Case {
                source: "by hand: half an hour a visit doubles them, and leaves one hour",
                inputs: &[("hours_per_visit", dec(5, 1))],
                outputs: &[("visits_per_day", dec(64, 1)), ("hours_missing", Decimal::from_parts(1, 0, 0, true, 0))],
            },
            Case {
                source: "by hand: paperwork done by others",
                inputs: &[("paper", int(0)), ("customers", int(24))],
                outputs: &[("visits_per_day", dec(48, 1)), ("share", dec(60, 2)), ("hours_missing", int(6))],
            },
        ],
    };

    const SKETCH: &'static str = "M0,10h24v10h-24z|M0,10h60v10h-60z|";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let all = inputs.paper + inputs.customers.clone() + inputs.travel + inputs.team;
        Outputs {
            share: inputs.customers.clone() / all,
            visits_per_day: inputs.customers.clone() / inputs.hours_per_visit.clone() / inputs.days.clone(),
            hours_missing: inputs.target * inputs.days * inputs.hours_per_visit - inputs.customers,
        }
    }
}
