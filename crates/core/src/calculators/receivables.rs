//! How late payment eats the margin (货款拖延对利润的吞噬), S2: the months after which the interest on an
//! unpaid invoice has used up its profit, and what is left of the profit of one invoice.

use rust_decimal::Decimal;

use crate::calculator::card::Against;
use crate::calculator::field::{Field, count, money, ratio};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Chain, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::text;

quantities!(Inputs: margin, rate, invoice, days);
quantities!(Outputs: months, days_to_zero, interest, profit, profit_left, eaten);

/// The cost of borrowed money while a customer has not paid.
pub(super) const RATE: Field =
    ratio("rate", text("借款年利率", "Cost of borrowing"), text("您借钱的年利率", "The annual rate you pay for money"))
        .unit(Unit::NONE.per(Unit::YEAR))
        .default(dec(5, 2))
        .positive()
        .up_to(int(10))
        .confidential()
        .slider(dec(5, 3), dec(24, 2), dec(5, 3));

pub(super) struct Receivables;

impl Model for Receivables {
    const SPEC: Spec = Spec {
        id: "receivables",
        group: Group::WorkOut,
        title: text("货款拖延吃掉利润", "How late payment eats the margin"),
        purpose: text("货款拖到第几个月，利润就全没了？", "After how many months unpaid is the profit gone?"),
        caveat: text(
            "从交货那天算起，约定的账期也在内；按整张发票计单利，不算催收费用。",
            "Counted from delivery, agreed terms included. Simple interest on the whole invoice; collection costs are not counted.",
        ),
        sentence: Sentence {
            plain: text(
                "{margin:label} {margin}，借款年利率 {rate}：货款拖满 {months} 个月，利润就全没了。",
                "With a margin of {margin} and money borrowed at {rate} a year, the profit is gone after {months|month|months}.",
            ),
            with_steps: None,
        },
        wording_by_choice: None,
        card: Card::Against(Against {
            purpose: text("货款晚收这些天，要多付多少利息？", "What does the wait for an invoice cost in interest?"),
            input: "rate",
            values: &[dec(5, 2), dec(6, 2), dec(8, 2), dec(10, 2), dec(12, 2), dec(15, 2)],
            output: "interest",
            sentence: text(
                "{invoice} 的货款晚收 {days} 天，借款年利率 {first} 要付 {first_result} 利息，{last} 就是 {last_result}。",
                "Waiting {days|day|days} for {invoice} costs {first_result} in interest at {first} a year, and {last_result} at {last}.",
            ),
        }),
        picture: Picture::PartOfWhole { whole: &["profit"], part: "interest", segments: Some("months") },
        conventions: &[
            text(
                "一年按 12 个月（培训资料《客户关系与渠道管理》）、365 天（通行的商业惯例）计算。",
                "A year has 12 months (the training document “Customer relationship and channel management”) and 365 days (the usual commercial convention).",
            ),
            text(
                "培训资料《客户关系与渠道管理》的算法：10% 的利润、5% 的利率能撑 24.0 个月。我们另算的两种：按月复利，(1 + 5%/12)ⁿ = 1 + 10%，是 22.9 个月；只算货物成本占用的资金，24 ÷ (1 − 10%)，是 26.7 个月。",
                "As the training document “Customer relationship and channel management” has it, a 10% margin at 5% lasts 24.0 months. Two other ways, worked out by us: compounded monthly, (1 + 5%/12)ⁿ = 1 + 10%, it is 22.9; financing only the cost of the goods, 24 ÷ (1 − 10%), it is 26.7.",
            ),
            text(
                "一张发票的利息、剩余利润是我们按同样的单利算的；利润剩余可以是负数：拖得太久，这笔生意就亏了。",
                "We added interest and profit left for one invoice, at the same simple interest; what is left can be negative: wait long enough and the sale makes a loss.",
            ),
        ],
        source: text(
            "培训资料《客户关系与渠道管理》：6 种借款利率 × 5 种利润率的表。",
            "Training document “Customer relationship and channel management”: its table of 6 rates × 5 margins.",
        ),
        fields: &[
            ratio(
                "margin",
                text("净利率", "Net margin"),
                text("每 100 元货款里有多少利润", "Profit in every 100 invoiced"),
            )
            .default(dec(10, 2))
            .positive()
            .confidential()
            .slider(dec(5, 3), dec(30, 2), dec(5, 3)),
            RATE,
            money("invoice", text("发票金额", "Invoice"), text("这一张发票的金额", "The amount of this one invoice"))
                .default(int(10_000))
                .detail()
                .slider(int(0), int(100_000), int(1_000)),
            count(
                "days",
                text("等了多少天", "Days waited"),
                text("从交货算起，约定的账期也算在内", "Since delivery, agreed terms included"),
            )
            .unit(Unit::DAY)
            .default(int(90))
            .detail()
            .slider(int(0), int(365), int(5)),
        ],
        outputs: &[
            Output::count("months", text("利润归零", "Profit gone after"), Unit::MONTH, Precision::fixed(1)),
            Output::count("days_to_zero", text("约合天数", "In days"), Unit::DAY, Precision::up_to(0)),
            Output::money("interest", text("利息", "Interest")).detail(),
            Output::money("profit", text("原有利润", "Profit in the invoice")).detail(),
            Output::money("profit_left", text("剩下的利润", "Profit left")).detail(),
            Output::ratio("eaten", text("被吃掉的利润", "Share of the profit eaten"))
                .detail()
                .needs(text("发票里没有利润，谈不上吃掉几成", "There is no profit in the invoice to be eaten")),
        ],
        chain: Some(Chain { start: "profit", steps: &[("days", "profit_left")] }),
        what_if: WhatIf {
            rows: Axis { key: "rate", values: &[dec(5, 2), dec(6, 2), dec(8, 2), dec(10, 2), dec(12, 2), dec(15, 2)] },
            columns: Axis { key: "margin", values: &[dec(10, 2), dec(8, 2), dec(6, 2), dec(4, 2), dec(2, 2)] },
            output: "months",
            precision: Precision::fixed(1),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "S2, first cell of the table",
                inputs: &[("margin", dec(10, 2)), ("rate", dec(5, 2))],
                outputs: &[("months", int(24)), ("days_to_zero", int(730))],
            },
            Case {
                source: "S2, 4 % margin at 12 %",
                inputs: &[("margin", dec(4, 2)), ("rate", dec(12, 2))],
                outputs: &[("months", int(4))],
            },
            Case {
                source: "S2, last cell: 2 % margin at 15 %",
                inputs: &[("margin", dec(2, 2)), ("rate", dec(15, 2))],
                outputs: &[("months", dec(16, 1))],
            },
            Case {
                source: "by hand: 10,000 for 73 days at 5 % cost 100, a tenth of the profit",
                inputs: &[("days", int(73))],
                outputs: &[
                    ("interest", int(100)),
                    ("profit", int(1_000)),
                    ("profit_left", int(900)),
                    ("eaten", dec(1, 1)),
                ],
            },
            Case {
                source: "by hand: two years and a half eat more than there is",
                inputs: &[("days", dec(9_125, 1))],
                outputs: &[
                    ("interest", int(1_250)),
                    ("profit_left", Decimal::from_parts(250, 0, 0, true, 0)),
                    ("eaten", dec(125, 2)),
                ],
            },
        ],
    };

    const SKETCH: &'static str = "M0,10h7v10h-7z|M0,10h60v10h-60z|";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let months = N::constant(int(12), Unit::MONTH.per(Unit::YEAR));
        let days = N::constant(int(365), Unit::DAY.per(Unit::YEAR));
        let interest = (inputs.invoice.clone() * inputs.rate.clone() * inputs.days / days.clone()).step("interest");
        let profit = (inputs.invoice * inputs.margin.clone()).step("profit");
        // Division comes last: 4 % ÷ 12 % × 12 would be 3.99…, but 4 % × 12 ÷ 12 % is 4.
        Outputs {
            months: inputs.margin.clone() * months / inputs.rate.clone(),
            days_to_zero: inputs.margin * days / inputs.rate,
            profit_left: profit.clone() - interest.clone(),
            eaten: interest.clone() / profit.clone(),
            interest,
            profit,
        }
    }
}
