//! The ended deals of the demo. Together with the order not yet paid, five are won: enough for statistics.

use super::super::assessment::Ground::{self, Ours, Theirs};
use super::super::assessment::Lead::{Even, They, We};
use super::super::assessment::Level::{High, Low, Medium};
use super::super::assessment::Need::{Clear, Latent};
use super::super::contact::MeetingOutcome::{Advance, Continuation, NoSale, Order};
use super::super::people::Role::{DecisionMaker, Purchaser, User};
use super::super::people::Stance::{Neutral, Opposes, Supports};
use super::super::stage::Stage;
use super::{CHEN, KEY, KNOWN, LIN, NEW, PLAIN, Sketch};
use abacus_core::text::text;

pub(super) const ENDED: &[Sketch] = &[
    Sketch {
        customer: text("大河物流", "Great River Logistics"),
        title: text("分拣线", "Sorting line"),
        amount: 2_100_000,
        seller: Some(CHEN),
        tags: &[KEY, KNOWN],
        stage: Stage::Collect,
        is_paid: true,
        moved: &[270, 255, 239, 205, 177, 165],
        close: -160,
        people: &[(text("高翔", "Xiang Gao"), text("总经理", "Managing director"), &[DecisionMaker], Supports)],
        guide: Some((0, [true, true, true])),
        log: &[(239, Continuation), (200, Advance), (165, Order)],
        scores: Some([8, 6]),
        opening: Some((Ours, We)),
        need: Some(Clear),
        position: Some((Medium, High)),
        ..PLAIN
    },
    Sketch {
        customer: text("金山矿业", "Golden Hill Mining"),
        title: text("破碎机", "Crusher"),
        amount: 1_450_000,
        seller: Some(LIN),
        tags: &[KEY],
        stage: Stage::Value,
        lost: Some(text(
            "对手先进了决策人的门，我们只认识采购。",
            "The rival knew who decides; we knew only the buyer.",
        )),
        moved: &[80, 69, 58, 36],
        close: -30,
        people: &[(text("谢军", "Jun Xie"), text("采购经理", "Purchasing manager"), &[Purchaser], Opposes)],
        log: &[(58, Continuation), (45, NoSale)],
        scores: Some([7, 4]),
        opening: Some((Theirs, They)),
        need: Some(Clear),
        position: Some((Medium, Low)),
        ..PLAIN
    },
    Sketch {
        customer: text("长风客车", "Longwind Coaches"),
        title: text("涂装线改造", "Paint line refit"),
        amount: 880_000,
        seller: Some(LIN),
        tags: &[KNOWN],
        stage: Stage::Collect,
        is_paid: true,
        moved: &[300, 285, 272, 250, 228, 214],
        close: -210,
        people: &[(text("唐宁", "Ning Tang"), text("副总", "Deputy director"), &[DecisionMaker], Supports)],
        guide: Some((0, [true, true, true])),
        log: &[(285, Continuation), (260, Advance), (240, Advance), (214, Order)],
        scores: Some([6, 6]),
        opening: Some((Ground::Neutral, We)),
        need: Some(Clear),
        position: Some((Medium, High)),
        ..PLAIN
    },
    Sketch {
        customer: text("汇通家电", "Huitong Appliances"),
        title: text("包装线", "Packaging line"),
        amount: 460_000,
        seller: Some(CHEN),
        tags: &[KNOWN],
        stage: Stage::Collect,
        is_paid: true,
        moved: &[205, 190, 168, 150, 135, 122],
        close: -120,
        people: &[(text("许岚", "Lan Xu"), text("生产总监", "Head of production"), &[DecisionMaker], Supports)],
        guide: Some((0, [true, true, true])),
        log: &[(190, Continuation), (160, Advance), (122, Order)],
        scores: Some([5, 4]),
        opening: Some((Ours, We)),
        need: Some(Clear),
        position: Some((Low, High)),
        ..PLAIN
    },
    Sketch {
        customer: text("青松制药", "Green Pine Pharma"),
        title: text("无菌灌装线", "Sterile filling line"),
        amount: 3_200_000,
        seller: Some(CHEN),
        tags: &[KEY, NEW],
        stage: Stage::Collect,
        is_paid: true,
        moved: &[170, 150, 131, 108, 82, 62],
        close: -60,
        people: &[(text("邓敏", "Min Deng"), text("总工程师", "Chief engineer"), &[DecisionMaker], Supports)],
        guide: Some((0, [true, true, true])),
        log: &[(150, Continuation), (126, Advance), (100, Advance), (62, Order)],
        scores: Some([9, 8]),
        opening: Some((Theirs, We)),
        need: Some(Clear),
        position: Some((High, Medium)),
        ..PLAIN
    },
    Sketch {
        customer: text("华建钢构", "Huajian Steel"),
        title: text("数控切割机", "CNC cutter"),
        amount: 540_000,
        seller: Some(LIN),
        tags: &[NEW],
        stage: Stage::Needs,
        lost: Some(text("预算被砍，明年再说。", "Their budget was cut; perhaps next year.")),
        moved: &[110, 96, 72],
        close: -50,
        people: &[(text("宋杰", "Jie Song"), text("车间主任", "Workshop manager"), &[User], Supports)],
        log: &[(96, Continuation), (75, Continuation), (50, NoSale)],
        scores: Some([4, 5]),
        opening: Some((Ground::Neutral, Even)),
        need: Some(Latent),
        position: Some((Low, Low)),
        ..PLAIN
    },
    Sketch {
        customer: text("云峰食品", "Cloud Peak Foods"),
        title: text("冷库改造", "Cold store refit"),
        amount: 300_000,
        seller: Some(LIN),
        tags: &[KNOWN],
        stage: Stage::Commitment,
        lost: Some(text(
            "价格高出两成，没让厂长看到省下的电费。",
            "We cost a fifth more and never showed the plant manager what it saves in power.",
        )),
        moved: &[120, 104, 88, 60, 33],
        close: -15,
        people: &[(text("韩冰", "Bing Han"), text("厂长", "Plant manager"), &[DecisionMaker], Neutral)],
        log: &[(104, Continuation), (70, Advance), (15, NoSale)],
        scores: Some([5, 3]),
        opening: Some((Ours, They)),
        need: Some(Clear),
        position: Some((Low, Medium)),
        ..PLAIN
    },
];
