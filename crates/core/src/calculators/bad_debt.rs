//! Extra sales to cover a bad debt (坏账需要额外销售额弥补), S2: a loss divided by the margin.

use rust_decimal::Decimal;

use crate::calculator::{Case, Model, Output, Spec, quantities};
use crate::field::{Field, Kind, Low, MOST_MONEY};
use crate::format::Precision;
use crate::number::{Number, dec, int};
use crate::sensitivity::{Axis, Misprint, SlideTable};
use crate::text::{Text, text};
use crate::unit::Unit;

quantities!(
    /// What the formula needs.
    Inputs: loss, margin
);
quantities!(
    /// What the formula gives.
    Outputs: extra_sales, multiple
);

/// The calculator.
pub(super) struct BadDebt;

const ONE_SHORT: Text = text("少印了 1", "one too few is printed");
const CUT_OFF: Text =
    text("小数被截去，而其他各格都是四舍五入", "the decimals are cut off, while every other cell is rounded");

impl Model for BadDebt {
    const SPEC: Spec = Spec {
        id: "bad-debt",
        title: text("坏账要多少销售额来弥补", "Extra sales to cover a bad debt"),
        purpose: text(
            "一笔钱收不回来，要多做多少生意才能补上？",
            "A debt goes bad: how much more must be sold to make up for it?",
        ),
        caveat: text(
            "损失与利润率要用同一口径：都含税，或都不含税。",
            "Loss and margin must be on one tax base: both before tax or both after.",
        ),
        conventions: &[
            text(
                "这里的利润率按净利率理解，最为谨慎，也是培训资料的用法；用毛利率时算法相同，含义是固定费用已另有着落。",
                "The margin is taken as the net margin: the cautious reading, and the training material's. With the gross margin the arithmetic is the same; it then means that fixed costs are already covered.",
            ),
            text(
                "应收款一般含增值税，利润率一般不含，先换算再比较。",
                "A receivable usually includes VAT and a margin does not: convert before you compare.",
            ),
        ],
        source: text(
            "培训资料 S2《客户关系与渠道管理》：9 种损失 × 5 种利润率的表。",
            "Training document S2, Customer relationship and channel management: its table of 9 losses × 5 margins.",
        ),
        fields: &[
            Field {
                key: "loss",
                label: text("坏账损失", "Loss"),
                hint: text("收不回来的金额", "The amount that will not be paid"),
                kind: Kind::Money,
                unit: Unit::MONEY,
                default: int(500),
                low: Low::From(int(0)),
                high: MOST_MONEY,
            },
            Field {
                key: "margin",
                label: text("利润率", "Margin"),
                hint: text("每 100 元销售额里的利润", "Profit in every 100 of sales"),
                kind: Kind::Ratio,
                unit: Unit::NONE,
                default: dec(2, 2),
                low: Low::Above(int(0)),
                high: int(1),
            },
        ],
        outputs: &[
            Output {
                key: "extra_sales",
                label: text("额外销售额", "Extra sales"),
                unit: Unit::MONEY,
                precision: Precision::up_to(2),
            },
            Output {
                key: "multiple",
                label: text("每损失 1 元要多卖", "Sales per 1 lost"),
                unit: Unit::NONE,
                precision: Precision::up_to(2),
            },
        ],
        table: Some(SlideTable {
            rows: Axis {
                key: "loss",
                values: &[
                    int(500),
                    int(600),
                    int(700),
                    int(750),
                    int(800),
                    int(900),
                    int(1_000),
                    int(1_500),
                    int(2_500),
                ],
            },
            columns: Axis { key: "margin", values: &[dec(2, 2), dec(3, 2), dec(4, 2), dec(5, 2), dec(6, 2)] },
            output: "extra_sales",
            precision: Precision::fixed(0),
            misprints: &[
                Misprint { row: int(500), column: dec(3, 2), printed: int(16_666), reason: CUT_OFF },
                Misprint { row: int(600), column: dec(3, 2), printed: int(19_999), reason: ONE_SHORT },
                Misprint { row: int(600), column: dec(6, 2), printed: int(9_999), reason: ONE_SHORT },
            ],
        }),
        cases: &[
            Case {
                source: "S2, first cell of the table",
                inputs: &[("loss", int(500)), ("margin", dec(2, 2))],
                outputs: &[("extra_sales", int(25_000)), ("multiple", int(50))],
            },
            Case {
                source: "S2, 1,500 at 5 %",
                inputs: &[("loss", int(1_500)), ("margin", dec(5, 2))],
                outputs: &[("extra_sales", int(30_000)), ("multiple", int(20))],
            },
            Case {
                source: "by hand: 600 at 6 %, which the slide prints as 9,999",
                inputs: &[("loss", int(600)), ("margin", dec(6, 2))],
                outputs: &[("extra_sales", int(10_000))],
            },
        ],
    };

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let one = N::constant(Decimal::ONE, Unit::NONE);
        Outputs { extra_sales: inputs.loss / inputs.margin.clone(), multiple: one / inputs.margin }
    }
}
