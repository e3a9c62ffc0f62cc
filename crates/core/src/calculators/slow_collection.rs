//! What slower collection costs (回款慢一天), S2: money that customers keep longer must be borrowed.

use super::OWN_FIGURES;
use crate::calculator::field::{count, money};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::calculators::receivables::RATE;
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::text;

quantities!(Inputs: sales, days, rate);
quantities!(Outputs: cost, tied_up, per_day);

pub(super) struct SlowCollection;

impl Model for SlowCollection {
    const SPEC: Spec = Spec {
        id: "slow-collection",
        group: Group::WorkOut,
        title: text("回款慢一天", "A day slower"),
        purpose: text(
            "全公司的回款慢了几天，一年多花多少利息？",
            "If all customers pay a few days later, what does that cost in a year?",
        ),
        caveat: text(
            "按全年赊销额算，用单利；只算占用资金的利息。",
            "On a year’s credit sales, at simple interest. Only the interest on tied-up money is counted.",
        ),
        sentence: Sentence {
            plain: text(
                "回款慢 {days} 天，要占用 {tied_up}，一年多花 {cost} 利息。",
                "Being paid {days|day|days} later ties up {tied_up} and costs {cost} in interest a year.",
            ),
            with_steps: None,
        },
        wording_by_choice: None,
        card: Card::Nothing(OWN_FIGURES),
        picture: Picture::PartOfWhole { whole: &["tied_up"], part: "cost", segments: None },
        conventions: &[text(
            "一年按 365 天，销售按天平均；整张发票的钱都算被占用，和“货款拖延”一致（我们的做法）。",
            "A year has 365 days and sales are spread evenly. The whole invoice counts as tied up, as for late payment (our choice).",
        )],
        source: text(
            "应收账款管理的通用公式：多出的天数 × 年销售额 ÷ 365 × 年利率。",
            "The usual formula of credit management: days slower × annual sales ÷ 365 × annual rate.",
        ),
        fields: &[
            money(
                "sales",
                text("年赊销额", "Annual credit sales"),
                text("一年赊出去的销售额", "What you sell on credit in a year"),
            )
            .unit(Unit::MONEY.per(Unit::YEAR))
            .default(int(36_500_000))
            .confidential()
            .slider(int(0), int(100_000_000), int(500_000)),
            count(
                "days",
                text("慢了几天", "Days slower"),
                text("平均比原来晚几天收到", "How much later payments arrive, on average"),
            )
            .unit(Unit::DAY)
            .default(int(5))
            .confidential()
            .slider(int(0), int(90), int(1)),
            RATE.default(dec(8, 2)),
        ],
        outputs: &[
            Output::money("cost", text("一年多花", "Annual cost")).unit(Unit::MONEY.per(Unit::YEAR)),
            Output::money("tied_up", text("占用的资金", "Money tied up")),
            Output::money("per_day", text("每慢一天", "For each day")).unit(Unit::MONEY.per(Unit::YEAR).per(Unit::DAY)),
        ],
        chain: None,
        what_if: WhatIf {
            rows: Axis { key: "days", values: &[int(1), int(3), int(5), int(10), int(20), int(30)] },
            columns: Axis { key: "rate", values: &[dec(5, 2), dec(6, 2), dec(8, 2), dec(10, 2), dec(12, 2)] },
            output: "cost",
            precision: Precision::fixed(0),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "by hand: 100,000 a day, five days, 8 %",
                inputs: &[("sales", int(36_500_000)), ("days", int(5)), ("rate", dec(8, 2))],
                outputs: &[("cost", int(40_000)), ("tied_up", int(500_000)), ("per_day", int(8_000))],
            },
            Case {
                source: "by hand: 1,000 a day, thirty days, 12 %",
                inputs: &[("sales", int(365_000)), ("days", int(30)), ("rate", dec(12, 2))],
                outputs: &[("cost", int(3_600)), ("tied_up", int(30_000)), ("per_day", int(120))],
            },
            Case {
                source: "by hand: not a day slower costs nothing",
                inputs: &[("days", int(0))],
                outputs: &[("cost", int(0)), ("tied_up", int(0)), ("per_day", int(8_000))],
            },
        ],
    };

    const SKETCH: &'static str = "M0,10h5v10h-5z|M0,10h60v10h-60z|";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let year = || N::constant(int(365), Unit::DAY.per(Unit::YEAR));
        let tied_up = (inputs.sales.clone() * inputs.days / year()).step("tied_up");
        Outputs { cost: tied_up.clone() * inputs.rate.clone(), per_day: inputs.sales * inputs.rate / year(), tied_up }
    }
}
