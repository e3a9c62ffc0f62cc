//! Customer lifetime value (客户终生价值), S1: what a regular customer spends over the years.

use crate::calculator::{Case, Model, Output, Spec, quantities};
use crate::field::{Field, Kind, Low, MOST_COUNT, MOST_MONEY};
use crate::format::Precision;
use crate::number::{Number, int};
use crate::text::text;
use crate::unit::Unit;

quantities!(
    /// What the formula needs.
    Inputs: spend, visits, weeks, years
);
quantities!(
    /// What the formula gives.
    Outputs: value, weekly, yearly
);

/// The calculator.
pub(super) struct Clv;

impl Model for Clv {
    const SPEC: Spec = Spec {
        id: "clv",
        title: text("客户终生价值", "Customer lifetime value"),
        purpose: text("一位老顾客，一辈子会花多少钱？", "How much does one regular customer spend over the years?"),
        caveat: text(
            "这是收入总额：没有扣成本，没有考虑顾客流失，也没有折现。",
            "This is revenue: no cost is taken off, no customer is lost, nothing is discounted.",
        ),
        conventions: &[
            text(
                "每年的消费保持不变，从第一年到最后一年。",
                "Spending stays the same from the first year to the last.",
            ),
            text("各年金额直接相加，不计利息。", "The years are simply added up, without interest."),
        ],
        source: text(
            "培训资料 S1《如何成为优秀的客户经理》：快餐店常客的例子。",
            "Training document S1, How to become an excellent account manager: the regular at a fast-food shop.",
        ),
        fields: &[
            Field {
                key: "spend",
                label: text("每次消费", "Spend per visit"),
                hint: text("顾客每来一次平均花多少钱", "What the customer spends on an average visit"),
                kind: Kind::Money,
                unit: Unit::MONEY.per(Unit::VISIT),
                default: int(9),
                low: Low::From(int(0)),
                high: MOST_MONEY,
            },
            Field {
                key: "visits",
                label: text("每周次数", "Visits a week"),
                hint: text("平均每周来几次，可以有小数", "On average; decimals are fine"),
                kind: Kind::Count,
                unit: Unit::VISIT.per(Unit::WEEK),
                default: int(4),
                low: Low::From(int(0)),
                high: MOST_COUNT,
            },
            Field {
                key: "weeks",
                label: text("每年周数", "Weeks a year"),
                hint: text("一年里有多少周会来", "In how many weeks of the year they come"),
                kind: Kind::Count,
                unit: Unit::WEEK.per(Unit::YEAR),
                default: int(52),
                low: Low::From(int(0)),
                high: MOST_COUNT,
            },
            Field {
                key: "years",
                label: text("持续年数", "Years"),
                hint: text("预计做多少年的顾客，填整数", "How long they stay a customer, in whole years"),
                kind: Kind::Whole,
                unit: Unit::YEAR,
                default: int(30),
                low: Low::From(int(0)),
                high: int(100),
            },
        ],
        outputs: &[
            Output {
                key: "value",
                label: text("客户终生价值", "Lifetime value"),
                unit: Unit::MONEY,
                precision: Precision::up_to(2),
            },
            Output {
                key: "weekly",
                label: text("每周收入", "Revenue a week"),
                unit: Unit::MONEY.per(Unit::WEEK),
                precision: Precision::up_to(2),
            },
            Output {
                key: "yearly",
                label: text("每年收入", "Revenue a year"),
                unit: Unit::MONEY.per(Unit::YEAR),
                precision: Precision::up_to(2),
            },
        ],
        table: None,
        cases: &[
            Case {
                source: "S1, the regular at a fast-food shop",
                inputs: &[("spend", int(9)), ("visits", int(4)), ("weeks", int(52)), ("years", int(30))],
                outputs: &[("weekly", int(36)), ("yearly", int(1_872)), ("value", int(56_160))],
            },
            Case {
                source: "by hand: one visit a week, one year, is a year's revenue",
                inputs: &[("spend", int(25)), ("visits", int(1)), ("weeks", int(50)), ("years", int(1))],
                outputs: &[("weekly", int(25)), ("yearly", int(1_250)), ("value", int(1_250))],
            },
            Case {
                source: "by hand: a customer who does not stay is worth nothing",
                inputs: &[("years", int(0))],
                outputs: &[("yearly", int(1_872)), ("value", int(0))],
            },
        ],
    };

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let weekly = (inputs.spend * inputs.visits).step("weekly");
        let yearly = (weekly.clone() * inputs.weeks).step("yearly");
        Outputs { value: yearly.clone() * inputs.years, weekly, yearly }
    }
}
