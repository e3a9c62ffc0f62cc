//! How late payment eats the margin (货款拖延对利润的吞噬), S2: after how many months the interest
//! on an unpaid invoice has used up the profit in it.

use crate::calculator::{Case, Model, Output, Spec, quantities};
use crate::field::{Field, Kind, Low};
use crate::format::Precision;
use crate::number::{Number, dec, int};
use crate::sensitivity::{Axis, SlideTable};
use crate::text::text;
use crate::unit::Unit;

quantities!(
    /// What the formula needs.
    Inputs: margin, rate
);
quantities!(
    /// What the formula gives.
    Outputs: months, days_to_zero
);

/// The calculator.
pub(super) struct Receivables;

impl Model for Receivables {
    const SPEC: Spec = Spec {
        id: "receivables",
        title: text("货款拖延吃掉利润", "How late payment eats the margin"),
        purpose: text("货款拖到第几个月，利润就全没了？", "After how many months unpaid is the profit gone?"),
        caveat: text(
            "按整张发票的金额计单利，不计复利，也不计催收费用。",
            "Simple interest on the whole invoice: nothing compounded, no cost of collecting.",
        ),
        conventions: &[
            text("一年按 12 个月、365 天计算。", "A year has 12 months and 365 days."),
            text(
                "垫付的是整张发票；若只算货物成本占用的资金，能撑的时间会更长。",
                "The whole invoice is financed; if only the cost of the goods were, the profit would last longer.",
            ),
        ],
        source: text(
            "培训资料 S2《客户关系与渠道管理》：6 种借款利率 × 5 种利润率的表。",
            "Training document S2, Customer relationship and channel management: its table of 6 rates × 5 margins.",
        ),
        fields: &[
            Field {
                key: "margin",
                label: text("净利率", "Net margin"),
                hint: text("每 100 元货款里的利润", "Profit in every 100 invoiced"),
                kind: Kind::Ratio,
                unit: Unit::NONE,
                default: dec(10, 2),
                low: Low::Above(int(0)),
                high: int(1),
            },
            Field {
                key: "rate",
                label: text("年借款成本", "Cost of borrowing a year"),
                hint: text("贷款年利率", "The yearly interest rate of your loan"),
                kind: Kind::Ratio,
                unit: Unit::NONE.per(Unit::YEAR),
                default: dec(5, 2),
                low: Low::Above(int(0)),
                high: int(10),
            },
        ],
        outputs: &[
            Output {
                key: "months",
                label: text("利润耗尽", "Profit is gone after"),
                unit: Unit::MONTH,
                precision: Precision::fixed(1),
            },
            Output {
                key: "days_to_zero",
                label: text("折合天数", "The same in days"),
                unit: Unit::DAY,
                precision: Precision::up_to(0),
            },
        ],
        table: Some(SlideTable {
            rows: Axis { key: "rate", values: &[dec(5, 2), dec(6, 2), dec(8, 2), dec(10, 2), dec(12, 2), dec(15, 2)] },
            columns: Axis { key: "margin", values: &[dec(10, 2), dec(8, 2), dec(6, 2), dec(4, 2), dec(2, 2)] },
            output: "months",
            precision: Precision::fixed(1),
            misprints: &[],
        }),
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
        ],
    };

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let months = N::constant(int(12), Unit::MONTH.per(Unit::YEAR));
        let days = N::constant(int(365), Unit::DAY.per(Unit::YEAR));
        // Division comes last: 4 % ÷ 12 % × 12 would be 3.99…, 4 % × 12 ÷ 12 % is 4.
        Outputs {
            months: inputs.margin.clone() * months / inputs.rate.clone(),
            days_to_zero: inputs.margin * days / inputs.rate,
        }
    }
}
