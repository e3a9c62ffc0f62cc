//! Days sales outstanding (应收账款周转天数): how long customers take to pay, on average.

use rust_decimal::Decimal;

use super::OWN_FIGURES;
use crate::calculator::field::{Low, count, money};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, int};
use crate::text::{Text, text};

quantities!(Inputs: receivables, sales, days_in_period, terms);
quantities!(Outputs: dso, overdue_days);

pub(super) struct Dso;

const WITHIN: Text = text("没有超过账期", "Within terms");

impl Model for Dso {
    const SPEC: Spec = Spec {
        id: "dso",
        group: Group::WorkOut,
        title: text("应收账款周转天数", "Days sales outstanding"),
        purpose: text("货款平均多少天才收回来？", "How many days do customers take to pay, on average?"),
        caveat: text(
            "应收账款与销售额要同一口径：都含税，或都不含税。",
            "Receivables and sales must be on the same basis: both with VAT or both without.",
        ),
        sentence: Sentence {
            plain: text("货款平均 {dso} 天才收回来。", "Customers take {dso|day|days} to pay, on average."),
            with_steps: None,
        },
        wording_by_choice: None,
        card: Card::Nothing(OWN_FIGURES),
        picture: Picture::PartOfWhole { whole: &["dso"], part: "terms", segments: None },
        conventions: &[
            text(
                "通行的算法用期末的应收账款和整段时间的赊销额；现销不算在内。生意有淡旺季时，用最近一两个月的数更准。",
                "As is usual, receivables are those at the end of the period, sales those on credit during all of it; cash sales do not count. In a seasonal business, a month or two says more than a year.",
            ),
            text(
                "超过账期的天数是平均数：有的客户早付，有的晚付（我们的说明）。",
                "The days beyond terms are an average: some customers pay earlier, others later (our note).",
            ),
        ],
        source: text(
            "应收账款管理的通用公式：应收账款 ÷ 赊销额 × 这段时间的天数。",
            "The usual formula of credit management: receivables ÷ credit sales × days in the period.",
        ),
        fields: &[
            money(
                "receivables",
                text("应收账款", "Receivables"),
                text("客户现在还欠多少", "What customers owe you now"),
            )
            .default(int(6_000_000))
            .confidential()
            .slider(int(0), int(20_000_000), int(100_000)),
            money(
                "sales",
                text("赊销额", "Credit sales"),
                text("这段时间赊出去的销售额", "Sold on credit during the period"),
            )
            .default(int(36_500_000))
            .confidential()
            .slider(int(0), int(100_000_000), int(500_000)),
            count(
                "days_in_period",
                text("这段时间的天数", "Days in the period"),
                text("一年 365，一季 90", "365 for a year, 90 for a quarter"),
            )
            .unit(Unit::DAY)
            .default(int(365))
            .positive()
            .confidential()
            .slider(int(30), int(365), int(5)),
            count(
                "terms",
                text("约定账期", "Agreed terms"),
                text("合同里约定多少天付款", "Days to pay under the contract"),
            )
            .unit(Unit::DAY)
            .default(int(30))
            .confidential()
            .detail()
            .slider(int(0), int(180), int(5)),
        ],
        outputs: &[
            Output::count("dso", text("周转天数", "Days outstanding"), Unit::DAY, Precision::up_to(1))
                .needs(text("没有赊销额，就没有周转天数", "Without credit sales there is nothing to count")),
            Output::count("overdue_days", text("超过账期", "Beyond terms"), Unit::DAY, Precision::up_to(1))
                .detail()
                .needs(text("没有赊销额，就没有周转天数", "Without credit sales there is nothing to count"))
                .only(Low::From(Decimal::ZERO), WITHIN),
        ],
        chain: None,
        what_if: WhatIf {
            rows: Axis {
                key: "receivables",
                values: &[int(1_000_000), int(3_000_000), int(6_000_000), int(9_000_000), int(12_000_000)],
            },
            columns: Axis {
                key: "sales",
                values: &[int(20_000_000), int(30_000_000), int(36_500_000), int(50_000_000), int(73_000_000)],
            },
            output: "dso",
            precision: Precision::up_to(0),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "by hand: six million at 100,000 a day",
                inputs: &[("receivables", int(6_000_000)), ("sales", int(36_500_000))],
                outputs: &[("dso", int(60)), ("overdue_days", int(30))],
            },
            Case {
                source: "by hand: a quarter, 90,000 sold, 20,000 owed",
                inputs: &[("receivables", int(20_000)), ("sales", int(90_000)), ("days_in_period", int(90))],
                outputs: &[("dso", int(20))],
            },
            Case {
                source: "by hand: nobody owes anything",
                inputs: &[("receivables", int(0)), ("terms", int(0))],
                outputs: &[("dso", int(0)), ("overdue_days", int(0))],
            },
        ],
    };

    const SKETCH: &'static str = "M0,10h30v10h-30z|M0,10h60v10h-60z|";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let dso = (inputs.receivables * inputs.days_in_period / inputs.sales).step("dso");
        Outputs { overdue_days: dso.clone() - inputs.terms, dso }
    }
}
