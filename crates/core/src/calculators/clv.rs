//! Customer lifetime value (客户终生价值), S1: what a regular customer spends over the years, and what
//! remains of it after cost, churn, interest and acquisition.

use crate::calculator::field::{Choice, choice, count, money, ratio, whole};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Chain, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::{Text, text};

quantities!(Inputs: spend, visits, weeks, years, margin, retention, discount, timing, acquisition);
quantities!(
    Outputs: value, revenue, weekly, yearly, gross, retained, discounted, endless_start, endless_later, endless_end, stay
);

pub(super) struct Clv;

/// When in the year the customer pays. Half the index in the list is the exponent of the discount.
const TIMINGS: &[Choice] = &[
    Choice { name: "start", label: text("年初收款", "At the start of the year") },
    Choice { name: "mid", label: text("年中收款", "In the middle of the year") },
    Choice { name: "end", label: text("年末收款", "At the end of the year") },
];

/// The condition for a perpetuity to have a value: 1 + d − r > 0.
const ENDLESS: Text = text(
    "不限年数时，要填上流失或折现才有结果：1 + 折现率 − 留存率要大于零",
    "Without an end date there is a value only with churn or a discount: 1 + discount − retention must be above zero",
);

/// The condition for an expected stay.
const STAYS: Text = text(
    "留存率 100% 时没有人流失，说不上平均留几年",
    "At a retention of 100% nobody leaves, so there is no expected stay",
);

impl Model for Clv {
    const SPEC: Spec = Spec {
        id: "clv",
        group: Group::Show,
        title: text("客户终生价值", "Customer lifetime value"),
        purpose: text("一位老顾客，一辈子会花多少钱？", "How much does one regular customer spend over the years?"),
        caveat: text(
            "不加别的步骤时只算收入：没扣成本，没算流失，没有折现。有流失时是期望值，只算到填的年数为止。",
            "Without further steps this is revenue only: no costs, no churn, no discounting. With churn it is an expected value, and it stops after the years you enter.",
        ),
        sentence: Sentence {
            plain: text(
                "一位老顾客每次花 {spend}，每周来 {visits} 次[weeks:，每年来 {weeks} 周]，{years} 年一共花 {revenue}。",
                "A regular who spends {spend} {visits*} a week[weeks:, {weeks} weeks a year,] spends {revenue} over {years|year|years}.",
            ),
            with_steps: Some(text(
                "一位老顾客每次花 {spend}，每周来 {visits} 次[weeks:，每年来 {weeks} 周]，{years} 年里预计带来 {value}[acquisition<=timing<=0<=retention<1:，不限年数是 {endless_start}][retention:；预计留 {stay} 年]。",
                "A regular who spends {spend} {visits*} a week[weeks:, {weeks} weeks a year,] is expected to bring {value} over {years|year|years}[acquisition<=timing<=0<=retention<1:, of {endless_start} without an end,][retention: and to stay {stay|year|years}].",
            )),
        },
        wording_by_choice: None,
        card: Card::Shared,
        picture: Picture::Stack(&["spend", "weekly", "yearly", "revenue"]),
        conventions: &[
            text(
                "每年的消费保持不变；第一年的顾客全数都在，从第二年起每年留下同样的比例（Fader 与 Hardie，说明 024）。真实的流失会逐年变慢。",
                "Spending stays the same every year; in the first year every customer is there, and from the second on the same share stays each year (Fader and Hardie, note 024). Real churn slows down over the years.",
            ),
            text(
                "年初收款：第一年的钱不折现；年末收款：每一年都多折一年；年中收款：多折半年（同一出处）。",
                "Paid at the start of the year, the first year is not discounted; paid at its end, every year is discounted once more; in the middle, half a year more (same source).",
            ),
            text(
                "留存率、折现率与消费都按年计，不能混用别的期间（同一出处）。",
                "Retention, discount rate and spending are all per year, and must not be mixed with other periods (same source).",
            ),
            text(
                "毛利率与获客成本这两步是我们加的：先扣成本，最后扣获客花的钱。",
                "We added gross margin and acquisition cost: costs come off first, what it took to win the customer last.",
            ),
            text(
                "不限年数的三个公式只差在第一笔怎么算：现在收、不算、一年后收；都要求 1 + 折现率 − 留存率 > 0（Fader 与 Hardie，说明 024）。",
                "The three formulas without an end differ only in the first payment: now, excluded, or in a year. All need 1 + discount − retention > 0 (Fader and Hardie, note 024).",
            ),
        ],
        source: text(
            "培训资料《如何成为优秀的客户经理》：快餐店常客的例子；流失与折现按 Fader 与 Hardie 的约定。",
            "Training document “How to become an excellent account manager”: the regular at a fast-food shop; churn and discounting after Fader and Hardie.",
        ),
        fields: &[
            money(
                "spend",
                text("每次消费", "Spend per visit"),
                text("顾客每来一次平均花多少钱", "What the customer spends on an average visit"),
            )
            .unit(Unit::MONEY.per(Unit::VISIT))
            .default(int(9))
            .slider(int(0), int(100), int(1)),
            count(
                "visits",
                text("每周次数", "Weekly visits"),
                text("平均每周来几次，可以有小数", "On average; decimals are fine"),
            )
            .unit(Unit::VISIT.per(Unit::WEEK))
            .default(int(4))
            .slider(int(0), int(14), dec(5, 1)),
            count("weeks", text("每年周数", "Weeks per year"), text("一年里有多少周会来", "Weeks a year they visit"))
                .unit(Unit::WEEK.per(Unit::YEAR))
                .default(int(52))
                .slider(int(0), int(52), int(1)),
            whole(
                "years",
                text("持续年数", "Years"),
                text(
                    "预计做多少年的顾客；填了留存率，就是算到第几年",
                    "How long they stay; with a retention rate, the years counted",
                ),
            )
            .unit(Unit::YEAR)
            .default(int(30))
            .slider(int(0), int(50), int(1)),
            ratio(
                "margin",
                text("毛利率", "Gross margin"),
                text("扣掉商品成本后剩下的比例", "What is left of the revenue after the cost of the goods"),
            )
            .default(int(1))
            .positive()
            .confidential()
            .removable()
            .slider(dec(1, 2), int(1), dec(1, 2)),
            ratio(
                "retention",
                text("年留存率", "Annual retention"),
                text("今年的顾客，明年还有几成会来", "The share of this year’s customers who come again next year"),
            )
            .default(int(1))
            .confidential()
            .removable()
            .slider(int(0), int(1), dec(1, 2)),
            ratio(
                "discount",
                text("年折现率", "Annual discount rate"),
                text("把以后的钱折成今天的钱", "Converts later money into today’s"),
            )
            .confidential()
            .removable()
            .slider(int(0), dec(30, 2), dec(5, 3)),
            choice(
                "timing",
                text("收款时间", "Paid"),
                text(
                    "每年的钱在年初、年中还是年末收到",
                    "Whether a year’s money comes at its start, in the middle or at its end",
                ),
                TIMINGS,
            )
            .removable(),
            money(
                "acquisition",
                text("获客成本", "Acquisition cost"),
                text("为争取这位顾客已经花的钱", "What it took to win this customer"),
            )
            .confidential()
            .removable()
            .slider(int(0), int(5_000), int(50)),
        ],
        outputs: &[
            Output::money("value", text("客户终生价值", "Lifetime value"))
                .renamed("retention", text("所填年数内的价值", "Value over these years")),
            Output::money("revenue", text("收入总额", "Revenue")),
            Output::money("weekly", text("每周收入", "Weekly revenue")).unit(Unit::MONEY.per(Unit::WEEK)),
            Output::money("yearly", text("每年收入", "Annual revenue")).unit(Unit::MONEY.per(Unit::YEAR)),
            Output::money("gross", text("毛利", "Gross margin earned")).detail(),
            Output::money("retained", text("考虑流失", "With churn")).detail(),
            Output::money("discounted", text("折成现值", "Present value")).detail(),
            Output::money("endless_start", text("不限年数：第一笔现在收", "No end date: first payment now"))
                .detail()
                .needs(ENDLESS),
            Output::money("endless_later", text("不限年数：第一笔不算", "No end date: first payment excluded"))
                .detail()
                .needs(ENDLESS),
            Output::money("endless_end", text("不限年数：第一笔一年后收", "No end date: first payment in a year"))
                .detail()
                .needs(ENDLESS),
            Output::count("stay", text("预计留下的年数", "Expected stay"), Unit::YEAR, Precision::up_to(1))
                .detail()
                .needs(STAYS),
        ],
        chain: Some(Chain {
            start: "revenue",
            steps: &[
                ("margin", "gross"),
                ("retention", "retained"),
                ("discount", "discounted"),
                ("acquisition", "value"),
            ],
        }),
        what_if: WhatIf {
            rows: Axis { key: "years", values: &[int(1), int(5), int(10), int(20), int(30), int(40)] },
            columns: Axis { key: "visits", values: &[int(1), int(2), int(3), int(4), int(5)] },
            output: "value",
            precision: Precision::up_to(0),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "S1, the regular at a fast-food shop",
                inputs: &[("spend", int(9)), ("visits", int(4)), ("weeks", int(52)), ("years", int(30))],
                outputs: &[
                    ("value", int(56_160)),
                    ("revenue", int(56_160)),
                    ("weekly", int(36)),
                    ("yearly", int(1_872)),
                ],
            },
            Case {
                source: "by hand: a customer who does not stay is worth nothing",
                inputs: &[("years", int(0))],
                outputs: &[("yearly", int(1_872)), ("value", int(0))],
            },
            Case {
                source: "by hand: 30 % of 56,160 less 848",
                inputs: &[("margin", dec(30, 2)), ("acquisition", int(848))],
                outputs: &[("gross", int(16_848)), ("discounted", int(16_848)), ("value", int(16_000))],
            },
            Case {
                source: "by hand: half stay, two years at 25 %, paid at the end: 1,872 × (1 + 0.5 ÷ 1.25) ÷ 1.25",
                inputs: &[("years", int(2)), ("retention", dec(5, 1)), ("discount", dec(25, 2)), ("timing", int(2))],
                outputs: &[("retained", int(2_808)), ("value", dec(209_664, 2))],
            },
            Case {
                source: "the present value at the start of the years, 3,081.30, over the root of 1.1",
                inputs: &[("margin", dec(3, 1)), ("retention", dec(9, 1)), ("discount", dec(1, 1)), ("timing", int(1))],
                outputs: &[("value", dec(293_790, 2))],
            },
            Case {
                source: "Fader and Hardie's three formulas, 1,872 a year, 90 % stay, 10 % discount",
                inputs: &[("retention", dec(9, 1)), ("discount", dec(1, 1))],
                outputs: &[
                    ("endless_start", int(10_296)),
                    ("endless_later", int(8_424)),
                    ("endless_end", int(9_360)),
                    ("stay", int(10)),
                ],
            },
        ],
    };

    const SKETCH: &'static str = "M0,0h3v3h-3z||M0,5.5h15M0,9.5h59M0,13.5h59M0,17.5h59M0,21.5h27M0,25.5h59M0,29.5h59";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let one = N::constant(int(1), Unit::NONE);
        let weekly = (inputs.spend * inputs.visits).step("weekly");
        let yearly = (weekly.clone() * inputs.weeks).step("yearly");
        let revenue = (yearly.clone() * inputs.years.clone()).step("revenue");
        let earned = yearly.clone() * inputs.margin.clone();
        let growth = one.clone() + inputs.discount.clone();

        let remaining = N::geometric(inputs.retention.clone(), inputs.years.clone());
        let present = N::geometric(inputs.retention.clone() / growth.clone(), inputs.years);
        let discounted = (earned.clone() * present
            / growth.clone().power(inputs.timing / N::constant(int(2), Unit::NONE)))
        .step("discounted");

        // The number of yearly payments that a shrinking, discounted perpetuity is worth.
        let shrink = growth.clone() - inputs.retention.clone();
        let endless = |first: N| earned.clone() * (first / shrink.clone()).counting(Unit::YEAR);
        Outputs {
            value: discounted.clone() - inputs.acquisition,
            stay: (one.clone() / (one.clone() - inputs.retention.clone())).counting(Unit::YEAR),
            gross: revenue.clone() * inputs.margin,
            retained: earned.clone() * remaining,
            endless_start: endless(growth),
            endless_later: endless(inputs.retention),
            endless_end: endless(one),
            revenue,
            weekly,
            yearly,
            discounted,
        }
    }
}
