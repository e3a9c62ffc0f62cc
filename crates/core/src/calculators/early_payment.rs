//! What an early-payment discount is worth (提前付款折扣): the yearly cost of not taking it.

use crate::calculator::field::{Choice, choice, count, ratio};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{
    Card, Case, Group, Model, Output, Picture, Sentence, Spec, Wording, WordingByChoice, quantities,
};
use crate::number::format::Precision;
use crate::number::unit::Unit;
use crate::number::{Number, dec, int};
use crate::text::{Text, text};

quantities!(Inputs: discount, days_sooner, days_in_year);
quantities!(Outputs: yearly_cost, per_period);

pub(super) struct EarlyPayment;

/// The condition under which refusing a discount has a yearly rate.
const BELOW_ALL: Text = text("折扣要小于 100% 才有利率", "There is a rate only for a discount below 100%");

/// Whose decision it is. The option changes the wording only.
const SIDES: &[Choice] = &[
    Choice { name: "seller", label: text("我是卖方，给不给折扣", "I sell: should I offer it?") },
    Choice { name: "buyer", label: text("我是买方，要不要折扣", "I buy: should I take it?") },
];

const SELLER: Wording = Wording {
    purpose: text(
        "让客户早付款、少收一点，等于按多高的年利率向客户借钱？",
        "What annual rate does offering an early-payment discount cost you?",
    ),
    caveat: text(
        "按单利折成一年。比您的借款利率高，就不值得给。",
        "Simple interest over a year. If it is above your borrowing rate, do not offer it.",
    ),
    sentence: text(
        "让客户早付 {days_sooner} 天、少收 {discount}，等于按 {yearly_cost} 的年利率向客户借钱。",
        "Taking {discount} less to be paid {days_sooner|day|days} sooner is borrowing from the customer at {yearly_cost} a year.",
    ),
};

const BUYER: Wording = Wording {
    purpose: text(
        "不要现金折扣，等于按多高的年利率借钱？",
        "What annual rate do you pay by skipping an early-payment discount?",
    ),
    caveat: text(
        "按单利折成一年。比您的借款利率高，就该提前付款，拿这个折扣。",
        "Simple interest over a year. If it is above your borrowing rate, pay sooner and take the discount.",
    ),
    sentence: text(
        "不要 {discount} 的现金折扣、晚付 {days_sooner} 天，等于按 {yearly_cost} 的年利率借钱。",
        "Skipping a discount of {discount} to pay {days_sooner|day|days} later is borrowing at {yearly_cost} a year.",
    ),
};

impl Model for EarlyPayment {
    const SPEC: Spec = Spec {
        id: "early-payment",
        group: Group::Show,
        title: text("提前付款折扣值多少", "What an early-payment discount is worth"),
        purpose: SELLER.purpose,
        caveat: SELLER.caveat,
        sentence: Sentence { plain: SELLER.sentence, with_steps: None },
        wording_by_choice: Some(WordingByChoice { choice: "side", options: &[SELLER, BUYER], customer: 1 }),
        card: Card::Shared,
        picture: Picture::Balance("per_period", "yearly_cost"),
        conventions: &[
            text(
                "“2/10，净 30”是通行的付款条件写法：10 天内付款减 2%，否则 30 天付全款，也就是提前 20 天。",
                "“2/10 net 30” is how terms of payment are usually written: 2% off within 10 days, otherwise the full amount in 30, so 20 days sooner.",
            ),
            text(
                "这是单利，例子为 37.24%。按复利计算是 (1 + x/(1−x))^(365/n) − 1，同一例子为 44.59%（由我们按通用公式算出）。",
                "This is simple interest, 37.24% for the example. Compounded, it is (1 + x/(1−x))^(365/n) − 1, or 44.59% for the same example (worked out by us from the usual formula).",
            ),
            text(
                "一年按 365 天；有的合同按 360 天（银行惯例），例子就是 36.73%。",
                "A year has 365 days; some contracts use 360 (banking practice), which gives 36.73% for the example.",
            ),
        ],
        source: text(
            "商业信用成本的通用公式：x/(1−x) × 365/n。",
            "The usual formula for the cost of trade credit: x/(1−x) × 365/n.",
        ),
        fields: &[
            ratio(
                "discount",
                text("现金折扣", "Discount"),
                text("提前付款可以少付的比例", "What is taken off for paying sooner"),
            )
            .default(dec(2, 2))
            .positive()
            .slider(dec(1, 3), dec(10, 2), dec(1, 3)),
            count(
                "days_sooner",
                text("提前天数", "Days sooner"),
                text("比正常付款日早几天", "How many days before the normal due date"),
            )
            .unit(Unit::DAY)
            .default(int(20))
            .positive()
            .slider(int(1), int(120), int(1)),
            count(
                "days_in_year",
                text("一年天数", "Days in the year"),
                text("365，有的合同用 360", "365; some contracts use 360"),
            )
            .unit(Unit::DAY.per(Unit::YEAR))
            .default(int(365))
            .positive()
            .slider(int(360), int(366), int(1)),
            choice(
                "side",
                text("站在哪一边", "Your side"),
                text("数字一样，意思不同", "Same figures, different meaning"),
                SIDES,
            )
            .affects_wording_only(),
        ],
        outputs: &[
            Output::ratio("yearly_cost", text("折合年利率", "Annual rate"))
                .unit(Unit::NONE.per(Unit::YEAR))
                .needs(BELOW_ALL),
            Output::ratio("per_period", text("这段时间的利率", "Rate for the period")).needs(BELOW_ALL),
        ],
        chain: None,
        what_if: WhatIf {
            rows: Axis { key: "days_sooner", values: &[int(10), int(15), int(20), int(30), int(45), int(60)] },
            columns: Axis { key: "discount", values: &[dec(5, 3), dec(1, 2), dec(15, 3), dec(2, 2), dec(3, 2)] },
            output: "yearly_cost",
            precision: Precision::fixed(2),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "2/10 net 30 in a year of 365 days, as every textbook has it",
                inputs: &[("discount", dec(2, 2)), ("days_sooner", int(20))],
                outputs: &[("yearly_cost", dec(3_724, 4)), ("per_period", dec(204, 4))],
            },
            Case {
                source: "2/10 net 30 in a year of 360 days",
                inputs: &[("days_in_year", int(360))],
                outputs: &[("yearly_cost", dec(3_673, 4))],
            },
            Case {
                source: "by hand: half off for paying a tenth of the year sooner is 100 % ten times",
                inputs: &[("discount", dec(5, 1)), ("days_sooner", dec(365, 1))],
                outputs: &[("per_period", int(1)), ("yearly_cost", int(10))],
            },
            Case {
                source: "by hand: 20 % off for a full year is 25 %",
                inputs: &[("discount", dec(2, 1)), ("days_sooner", int(365))],
                outputs: &[("per_period", dec(25, 2)), ("yearly_cost", dec(25, 2))],
            },
            Case {
                source: "by hand: the same over a year of 360 days, a quarter of it sooner",
                inputs: &[("discount", dec(2, 1)), ("days_sooner", int(90)), ("days_in_year", int(360))],
                outputs: &[("yearly_cost", int(1))],
            },
        ],
    };

    const SKETCH: &'static str = "M27,10h2v10h-2z|M31,10h29v10h-29z|";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let one = N::constant(int(1), Unit::NONE);
        let per_period = (inputs.discount.clone() / (one - inputs.discount)).step("per_period");
        Outputs { yearly_cost: per_period.clone() * inputs.days_in_year / inputs.days_sooner, per_period }
    }
}
