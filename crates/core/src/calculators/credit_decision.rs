//! Whether to sell on credit (赊不赊), S2: what the sale brings on average once some customers do not pay.

use rust_decimal::Decimal;

use super::OWN_FIGURES;
use crate::calculator::field::{Low, count, money, ratio};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::calculators::receivables::RATE;
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::{Text, text};

quantities!(Inputs: amount, margin, rate, days, default, recovered);
quantities!(Outputs: expected, break_even, one_in);

pub(super) struct CreditDecision;

const LOSES: Text = text("全都追得回，赖账率没有影响", "All is recovered: defaults make no difference");
const NOT_ONE: Text = text("一个都不能赖账", "Not one may fail to pay");
const NO_SUCH: Text = text(
    "赖账率上限低于 0 或高于 100% 时，没有这个数",
    "There is no such figure while the highest affordable rate is below 0% or above 100%",
);

impl Model for CreditDecision {
    const SPEC: Spec = Spec {
        id: "credit-decision",
        group: Group::WorkOut,
        title: text("赊不赊", "Credit or not"),
        purpose: text(
            "这笔货赊出去，平均下来赚还是赔？",
            "If you sell this on credit, do you gain or lose on average?",
        ),
        caveat: text(
            "这是许多笔这样的生意平均下来的数；单独一笔，不是赚就是赔。",
            "This is the average over many such sales. A single one either gains or loses.",
        ),
        sentence: Sentence {
            plain: text(
                "赊出 {amount}，{days} 天后付款：平均每笔盈亏 {expected}[break_even<0:；就算没有一个赖账，也要亏][0<=break_even<=0:；一个都不能赖账][0<break_even<=1:；赖账的超过 {break_even}，就要亏][1<break_even:；就算全都赖账，也不亏]。",
                "Selling {amount} on {days|day|days} of credit brings {expected} on average[break_even<0:; it loses money even if nobody defaults][0<=break_even<=0:; not one customer may default][0<break_even<=1:; with more than {break_even} of customers defaulting it loses money][1<break_even:; it loses nothing even if everybody defaults].",
            ),
            with_steps: None,
        },
        wording_by_choice: None,
        card: Card::Nothing(OWN_FIGURES),
        picture: Picture::Balance("default", "break_even"),
        conventions: &[
            text(
                "利息按整张发票的单利、一年 365 天算，和“货款拖延”一致（我们的做法）。",
                "Interest is simple, on the whole invoice and over 365 days, as for late payment (our choice).",
            ),
            text(
                "赖账的客户，货款里收不回的部分全部损失；追回的比例默认为零，最谨慎（我们的做法）。",
                "Of a customer who does not pay, all that is not recovered is lost. Recovery is zero unless you enter it, which is the cautious assumption (ours).",
            ),
        ],
        source: text(
            "培训资料《客户关系与渠道管理》提出“要不要赊销”；公式由我们写出。",
            "The training document “Customer relationship and channel management” asks whether to sell on credit; the formula is ours.",
        ),
        fields: &[
            money("amount", text("赊销金额", "Amount"), text("这笔货款有多少", "What the customer would owe you"))
                .default(int(10_000))
                .slider(int(0), int(100_000), int(1_000)),
            ratio("margin", text("利润率", "Margin"), text("每卖 100 元，赚多少", "Profit on every 100 of sales"))
                .default(dec(10, 2))
                .positive()
                .confidential()
                .slider(dec(1, 2), dec(40, 2), dec(1, 2)),
            RATE,
            count("days", text("账期", "Credit period"), text("多少天后付款", "How many days until payment"))
                .unit(Unit::DAY)
                .default(int(90))
                .slider(int(0), int(365), int(5)),
            ratio(
                "default",
                text("赖账的可能", "Chance of default"),
                text("100 个这样的客户里，有几个不付", "How many of 100 such customers do not pay"),
            )
            .default(dec(2, 2))
            .confidential()
            .slider(int(0), dec(30, 2), dec(5, 3)),
            ratio(
                "recovered",
                text("能追回几成", "Recovered"),
                text("赖账以后还能追回的部分", "The share still collected after a default"),
            )
            .confidential()
            .removable()
            .slider(int(0), dec(95, 2), dec(5, 2)),
        ],
        outputs: &[
            Output::money("expected", text("平均每笔盈亏", "Average gain")),
            Output::ratio("break_even", text("赖账率上限", "Highest affordable default rate")).needs(LOSES),
            Output::count(
                "one_in",
                text("几个里最多赖一个", "Customers to make up for one default"),
                Unit::NONE,
                Precision::up_to(2),
            )
            .needs(NOT_ONE)
            .only(Low::From(Decimal::ONE), NO_SUCH),
        ],
        chain: None,
        what_if: WhatIf {
            rows: Axis { key: "default", values: &[int(0), dec(1, 2), dec(2, 2), dec(5, 2), dec(10, 2), dec(20, 2)] },
            columns: Axis { key: "margin", values: &[dec(2, 2), dec(5, 2), dec(10, 2), dec(15, 2), dec(20, 2)] },
            output: "expected",
            precision: Precision::fixed(0),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "by hand: 10,000 × (10 % − 2 %) less 123.29 of interest",
                inputs: &[("amount", int(10_000)), ("days", int(90))],
                outputs: &[("expected", dec(67_671, 2)), ("break_even", dec(877, 4)), ("one_in", dec(1_141, 2))],
            },
            Case {
                source: "by hand: two in a hundred do not pay, 73 days at 5 % are 1 %",
                inputs: &[("days", int(73))],
                outputs: &[("expected", int(700)), ("break_even", dec(9, 2))],
            },
            Case {
                source: "by hand: half is recovered, so twice as many may fail",
                inputs: &[("days", int(73)), ("recovered", dec(5, 1))],
                outputs: &[("expected", int(800)), ("break_even", dec(18, 2))],
            },
            Case {
                source: "by hand: 8 % may fail, which is one in 12.5",
                inputs: &[("days", int(146))],
                outputs: &[("break_even", dec(8, 2)), ("one_in", dec(125, 1))],
            },
            Case {
                source: "by hand: interest takes the whole margin, so nobody may fail",
                inputs: &[("margin", dec(2, 2)), ("days", int(146))],
                outputs: &[("break_even", int(0))],
            },
        ],
    };

    const SKETCH: &'static str = "M22,10h7v10h-7z|M31,10h29v10h-29z|";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let one = || N::constant(int(1), Unit::NONE);
        let year = || N::constant(int(365), Unit::DAY.per(Unit::YEAR));
        let lost = one() - inputs.recovered;
        // Division comes last, so that nothing is rounded before it.
        let left = inputs.margin.clone() * year() - inputs.rate.clone() * inputs.days.clone();
        let break_even = (left / (lost.clone() * year())).step("break_even");
        let earned = inputs.amount.clone() * (inputs.margin - inputs.default * lost);
        Outputs {
            expected: earned - inputs.amount * inputs.rate * inputs.days / year(),
            one_in: one() / break_even.clone(),
            break_even,
        }
    }
}
