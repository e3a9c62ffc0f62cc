//! Delivered value (让渡价值), S1: what a customer gets minus what it costs them, ours beside the competitor's.

use crate::calculator::field::{Field, money};
use crate::calculator::what_if::{Axis, WhatIf};
use crate::calculator::{Card, Case, Group, Model, Output, Picture, Sentence, Spec, quantities};
use crate::number::format::Precision;
use crate::number::{Number, int};
use crate::text::{Text, text};

quantities!(Inputs: value_ours, price_ours, effort_ours, value_theirs, price_theirs, effort_theirs);
quantities!(Outputs: edge, ours, theirs, top_price);

pub(super) struct DeliveredValue;

const fn amount(key: &'static str, label: Text, hint: Text, default: u32) -> Field {
    money(key, label, hint).default(int(default)).slider(int(0), int(300), int(5))
}

const VALUE: Text = text("产品、服务、人员、形象合起来值多少", "Product, service, people and image together");
const PRICE: Text = text("要付的钱", "What is paid");
const EFFORT: Text = text("时间、精力、风险折成钱", "Time, trouble and risk, in money");

impl Model for DeliveredValue {
    const SPEC: Spec = Spec {
        id: "delivered-value",
        group: Group::Show,
        title: text("让渡价值", "Ours or theirs"),
        purpose: text(
            "不光看价格，买我们的和买他们的，到底哪个划算？",
            "Beyond the price: which is the better buy, ours or theirs?",
        ),
        caveat: text(
            "价值与费心费力是估计的，由买的人说了算；两边要用同一把尺子。",
            "Value and effort are estimates, and the buyer’s count. Measure both sides the same way.",
        ),
        sentence: Sentence {
            plain: text(
                "买我们的净得 {ours}，买他们的净得 {theirs}，相差 {edge}。",
                "Ours delivers {ours} and theirs {theirs}: a difference of {edge}.",
            ),
            with_steps: None,
        },
        wording_by_choice: None,
        card: Card::Shared,
        picture: Picture::Balance("ours", "theirs"),
        conventions: &[
            text(
                "让渡价值 = 客户得到的价值 − 客户付出的成本；成本不只是价格（培训资料《如何成为优秀的客户经理》）。",
                "Delivered value is what the customer gets less what it costs, and the price is only part of the cost (the training document “How to become an excellent account manager”).",
            ),
            text(
                "最高能卖的价格，是两边让渡价值相等时我们的价格（我们的推算）。",
                "Our top price is the price at which both deliver the same value (our conclusion).",
            ),
        ],
        source: text(
            "培训资料《如何成为优秀的客户经理》：顾客让渡价值；例子的数字是我们的。",
            "Training document “How to become an excellent account manager”: delivered value; the example figures are ours.",
        ),
        fields: &[
            amount("value_ours", text("我们的价值", "Value of ours"), VALUE, 120),
            amount("price_ours", text("我们的价格", "Price of ours"), PRICE, 80),
            amount("effort_ours", text("买我们的费心费力", "Effort with ours"), EFFORT, 10),
            amount("value_theirs", text("他们的价值", "Value of theirs"), VALUE, 100),
            amount("price_theirs", text("他们的价格", "Price of theirs"), PRICE, 70),
            amount("effort_theirs", text("买他们的费心费力", "Effort with theirs"), EFFORT, 10),
        ],
        outputs: &[
            Output::money("edge", text("我们多出", "Our edge")),
            Output::money("ours", text("我们的让渡价值", "Delivered by us")),
            Output::money("theirs", text("他们的让渡价值", "Delivered by them")),
            Output::money("top_price", text("我们最高能卖", "Our top price")).confidential(),
        ],
        chain: None,
        what_if: WhatIf {
            rows: Axis { key: "price_ours", values: &[int(70), int(75), int(80), int(85), int(90), int(95)] },
            columns: Axis { key: "price_theirs", values: &[int(60), int(65), int(70), int(75), int(80)] },
            output: "edge",
            precision: Precision::up_to(2),
            misprints: &[],
        },
        cases: &[
            Case {
                source: "by hand: 120 − 80 − 10 against 100 − 70 − 10",
                inputs: &[],
                outputs: &[("edge", int(10)), ("ours", int(30)), ("theirs", int(20)), ("top_price", int(90))],
            },
            Case {
                source: "by hand: at the top price both are level",
                inputs: &[("price_ours", int(90))],
                outputs: &[("edge", int(0)), ("ours", int(20)), ("top_price", int(90))],
            },
            Case {
                source: "by hand: less trouble is worth as much as a lower price",
                inputs: &[("effort_ours", int(0)), ("effort_theirs", int(30))],
                outputs: &[("edge", int(40)), ("ours", int(40)), ("theirs", int(0)), ("top_price", int(120))],
            },
        ],
    };

    const SKETCH: &'static str = "M0,10h29v10h-29z|M31,10h19v10h-19z|";

    type In<N: Number> = Inputs<N>;
    type Out<N: Number> = Outputs<N>;

    fn compute<N: Number>(inputs: Inputs<N>) -> Outputs<N> {
        let ours = (inputs.value_ours.clone() - inputs.price_ours - inputs.effort_ours.clone()).step("ours");
        let theirs = (inputs.value_theirs - inputs.price_theirs - inputs.effort_theirs).step("theirs");
        Outputs {
            edge: ours.clone() - theirs.clone(),
            top_price: inputs.value_ours - inputs.effort_ours - theirs.clone(),
            ours,
            theirs,
        }
    }
}
