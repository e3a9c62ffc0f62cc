//! Extra sales to cover a bad debt (坏账需要额外销售额弥补), S2: the sales whose profit equals the loss, with
//! credit insurance as an option.

use crate::calculator::card::Against;
use crate::calculator::field::{Choice, Field, choice, money, ratio};
use crate::calculator::what_if::{Axis, Misprint, WhatIf};
use crate::calculator::{Card, Case, Chain, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::{Text, text};

quantities!(Inputs: loss, margin, insured, deductible, premium);
quantities!(Outputs: extra_sales, multiple, after_cover, after_deductible, uncovered);

pub(super) const LOSS: Field =
    money("loss", text("坏账损失", "Loss"), text("收不回来的金额", "The amount that will not be paid"))
        .default(int(500))
        .slider(int(0), int(2_500), int(50));
/// The margin of the sales that cover the loss.
pub(super) const MARGIN: Field =
    ratio("margin", text("利润率", "Margin"), text("每卖 100 元，净赚多少", "Profit on every 100 of sales"))
        .default(dec(2, 2))
        .positive()
        .confidential()
        .slider(dec(1, 3), dec(20, 2), dec(1, 3));

pub(super) struct BadDebt;

const PURPOSE: Text =
    text("一笔钱收不回来，要多做多少生意才能补上？", "How much more must you sell to recover one bad debt?");
const ONE_SHORT: Text = text("少印了 1", "printed one too low");
const CUT_OFF: Text =
    text("小数被截去，而其他各格都是四舍五入", "the decimals are cut off, while every other cell is rounded");

/// The kinds of margin. The arithmetic is the same, the meaning is not.
const MARGINS: &[Choice] = &[
    Choice { name: "net", label: text("净利率", "Net margin") },
    Choice { name: "operating", label: text("营业利润率", "Operating margin") },
    Choice { name: "gross", label: text("毛利率", "Gross margin") },
];

impl Model for BadDebt {
    const SPEC: Spec = Spec {
        id: "bad-debt",
        group: Group::WorkOut,
        title: text("坏账要多少销售额来弥补", "Extra sales to cover a bad debt"),
        purpose: PURPOSE,
        caveat: text(
            "损失与利润率要同一口径：都含或都不含增值税，都按所得税前或都按所得税后。",
            "Loss and margin must match: both with or both without VAT, and both before or both after income tax.",
        ),
        sentence: Sentence {
            plain: text(
                "收不回 {loss}，{margin:label} {margin}，要多做 {extra_sales} 的生意才补得回来[0<loss:，是损失的 {multiple} 倍]。",
                "With a margin of {margin}, losing {loss} takes {extra_sales} of extra sales to recover[0<loss:: {multiple} times the loss].",
            ),
            with_steps: Some(text(
                "收不回 {loss}，保险赔过以后自己还要承担 {uncovered}；{margin:label} {margin}，要多做 {extra_sales} 的生意才补得回来[0<loss:，是损失的 {multiple} 倍]。",
                "Of {loss} lost, you bear {uncovered}. With a margin of {margin}, that takes {extra_sales} of extra sales[0<loss:: {multiple} times the loss].",
            )),
        },
        wording_by_choice: None,
        card: Card::Against(Against {
            purpose: PURPOSE,
            input: "margin",
            values: &[dec(2, 2), dec(3, 2), dec(4, 2), dec(5, 2), dec(6, 2)],
            output: "extra_sales",
            sentence: text(
                "{loss} 收不回来，利润率 {first} 要多做 {first_result} 的生意才补得回来，{last} 也要 {last_result}。",
                "Losing {loss} takes {first_result} of extra sales to recover with a margin of {first}, and still {last_result} with {last}.",
            ),
        }),
        picture: Picture::Stack(&["loss", "extra_sales"]),
        conventions: &[
            text(
                "净利率最谨慎：培训资料《客户关系与渠道管理》和催收行业协会的对照表都用它；科法斯（Coface）等信用保险公司用营业利润率；毛利率只在固定成本已经收回时才对。",
                "The net margin is the cautious one: the training document “Customer relationship and channel management” uses it, and so do the tables of credit-collection associations; credit insurers such as Coface take the operating margin; the gross margin holds only while fixed costs are already covered.",
            ),
            text(
                "信用保险一般赔付不超过损失的九成（信用保险公司的通行条件）；免赔额和保费由自己承担，要一起补回来，这一算法是我们的。",
                "Credit insurance usually pays no more than 90% of a loss (the usual terms of credit insurers); we also earn back the deductible and the premium, which is our choice.",
            ),
            text(
                "应收账款通常含增值税，利润率通常不含（会计惯例）：先换成同一口径。所得税也一样，净利率是税后的。",
                "A receivable usually includes VAT while a margin does not (accounting practice): bring them to one basis first. The same goes for income tax; a net margin is after it.",
            ),
        ],
        source: text(
            "培训资料《客户关系与渠道管理》：9 种损失 × 5 种利润率的表。",
            "Training document “Customer relationship and channel management”: its table of 9 losses × 5 margins.",
        ),
        fields: &[
            LOSS,
            MARGIN,
            choice(
                "margin_kind",
                text("哪种利润率", "Which margin"),
                text(
                    "算法相同，含义不同，见下方的算法说明",
                    "Same arithmetic, different meaning: see the method below",
                ),
                MARGINS,
            )
            .names("margin")
            .confidential()
            .detail(),
            ratio(
                "insured",
                text("保险赔付比例", "Insured share"),
                text("信用保险赔多少，没有就填 0", "What credit insurance pays; 0 if you have none"),
            )
            .confidential()
            .removable()
            .slider(int(0), int(1), dec(5, 2)),
            money(
                "deductible",
                text("免赔额", "Deductible"),
                text("保险不赔、自己承担的部分", "What the insurer leaves to you"),
            )
            .confidential()
            .removable()
            .slider(int(0), int(1_000), int(10)),
            money(
                "premium",
                text("保费", "Premium"),
                text("只算摊到这位客户的部分", "The share of the premium for this customer"),
            )
            .confidential()
            .removable()
            .slider(int(0), int(1_000), int(10)),
        ],
        outputs: &[
            Output::money("extra_sales", text("额外销售额", "Extra sales")),
            Output::count("multiple", text("相当于损失的几倍", "Times the loss"), Unit::NONE, Precision::up_to(2))
                .needs(text("没有损失", "Nothing is lost")),
            Output::money("after_cover", text("保险赔付后", "After insurance")).detail(),
            Output::money("after_deductible", text("加上免赔额", "With the deductible")).detail(),
            Output::money("uncovered", text("自己承担的损失", "Loss you bear")).detail(),
        ],
        chain: Some(Chain {
            start: "loss",
            steps: &[("insured", "after_cover"), ("deductible", "after_deductible"), ("premium", "uncovered")],
        }),
        what_if: WhatIf {
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
        },
        cases: &[
            Case {
                source: "S2, first cell of the table",
                inputs: &[("loss", int(500)), ("margin", dec(2, 2))],
                outputs: &[("extra_sales", int(25_000)), ("multiple", int(50)), ("uncovered", int(500))],
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
            Case {
                source: "by hand: 90 % insured, 50 deductible, 20 premium leave 50 + 50 + 20 = 120 of 500",
                inputs: &[("insured", dec(90, 2)), ("deductible", int(50)), ("premium", int(20))],
                outputs: &[
                    ("after_cover", int(50)),
                    ("after_deductible", int(100)),
                    ("uncovered", int(120)),
                    ("extra_sales", int(6_000)),
                    ("multiple", int(12)),
                ],
            },
        ],
    };

    const SKETCH: &'static str = "M0,6h3v3h-3z||M0,11.5h59M0,15.5h59M0,19.5h59M0,23.5h19";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let one = || N::constant(int(1), Unit::NONE);
        let after_cover = (inputs.loss.clone() * (one() - inputs.insured)).step("after_cover");
        let after_deductible = (after_cover.clone() + inputs.deductible).step("after_deductible");
        let uncovered = (after_deductible.clone() + inputs.premium).step("uncovered");
        let extra_sales = (uncovered.clone() / inputs.margin).step("extra_sales");
        Outputs { multiple: extra_sales.clone() / inputs.loss, extra_sales, after_cover, after_deductible, uncovered }
    }
}
