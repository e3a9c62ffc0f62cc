//! The open deals of the demo: one at each funnel stage, each with a different gap.

use super::super::assessment::Ground::{self, Ours, Theirs};
use super::super::assessment::Lead::{Even, They, We};
use super::super::assessment::Level::{High, Low, Medium};
use super::super::assessment::Need::{Clear, Latent};
use super::super::contact::MeetingOutcome::{Advance, Continuation, Order};
use super::super::people::Role::{DecisionMaker, Gatekeeper, Purchaser, User};
use super::super::people::Stance::{Neutral, Opposes, Supports, Unknown};
use super::super::stage::Stage;
use super::{CHEN, Case, KEY, KNOWN, LIN, NEW, PLAIN, Sketch};
use abacus_core::text::text;

pub(super) const OPEN: &[Sketch] = &[
    Sketch {
        customer: text("华东机床", "Eastern Machine Tools"),
        title: text("五轴加工中心", "Five-axis centre"),
        amount: 1_200_000,
        seller: Some(CHEN),
        tags: &[KEY, KNOWN],
        stage: Stage::Commitment,
        moved: &[83, 69, 55, 25, 4],
        close: 12,
        next: Some((text("请总工来厂里看试切", "Invite the chief engineer to a test cut"), 0)),
        people: &[
            (text("王芳", "Fang Wang"), text("设备科科长", "Head of equipment"), &[User], Supports),
            (text("赵敏", "Min Zhao"), text("总经理", "Managing director"), &[DecisionMaker], Neutral),
            (text("钱坤", "Kun Qian"), text("财务总监", "Finance director"), &[Gatekeeper], Opposes),
        ],
        guide: Some((0, [true, true, true])),
        log: &[(20, Continuation), (6, Advance)],
        scores: Some([8, 8]),
        opening: Some((Ours, We)),
        need: Some(Clear),
        position: Some((High, High)),
        ..PLAIN
    },
    Sketch {
        customer: text("北方重工", "Northern Heavy Industries"),
        title: text("行车改造", "Crane refit"),
        amount: 380_000,
        seller: Some(LIN),
        tags: &[NEW],
        stage: Stage::Needs,
        moved: &[46, 31, 11],
        close: 60,
        next: Some((text("送需求调查表", "Send the list of questions"), -3)),
        people: &[
            (text("孙磊", "Lei Sun"), text("采购员", "Buyer"), &[Purchaser], Neutral),
            (text("周健", "Jian Zhou"), text("车间主任", "Workshop manager"), &[User], Supports),
        ],
        guide: Some((1, [true, true, false])),
        log: &[(40, Continuation), (12, Continuation)],
        scores: Some([3, 7]),
        opening: Some((Theirs, They)),
        need: Some(Latent),
        position: Some((High, Low)),
        ..PLAIN
    },
    Sketch {
        customer: text("江南造船", "Southern Shipyard"),
        title: text("焊接机器人", "Welding robots"),
        amount: 5_600_000,
        seller: Some(CHEN),
        tags: &[KEY, NEW],
        stage: Stage::Value,
        target: Some(102),
        moved: &[88, 69, 53, 19],
        close: 40,
        next: Some((text("约技术科看样板线", "Show the pilot line to engineering"), 4)),
        people: &[
            (text("吴涛", "Tao Wu"), text("技术科科长", "Head of engineering"), &[Gatekeeper], Supports),
            (text("郑洁", "Jie Zheng"), text("副总", "Deputy director"), &[DecisionMaker], Supports),
        ],
        guide: Some((0, [true, true, true])),
        log: &[(9, Advance)],
        case: Some(Case {
            goal: text("请技术科和副总看样板线", "Engineering and the deputy director see the pilot line"),
            days: 4,
            told: [
                text("钢结构", "Steel structures"),
                text("焊工难招，旺季总是误期", "Welders are hard to find, and orders were late in the high season"),
                text("两台机器人接手直缝焊接", "Two robots took over the straight seams"),
                text("人均产量提高 40%", "40% more output per worker"),
            ],
        }),
        scores: Some([9, 9]),
        opening: Some((Ground::Neutral, We)),
        need: Some(Clear),
        position: Some((High, Medium)),
        ..PLAIN
    },
    Sketch {
        customer: text("蓝天环保", "Blue Sky Environment"),
        title: text("监测系统", "Monitoring system"),
        amount: 90_000,
        seller: None,
        stage: Stage::Analyse,
        moved: &[12],
        close: 150,
        people: &[(text("冯静", "Jing Feng"), text("文员", "Clerk"), &[], Unknown)],
        scores: Some([2, 2]),
        ..PLAIN
    },
    Sketch {
        customer: text("星辰科技", "Star Technology"),
        title: text("服务器机柜", "Server racks"),
        amount: 260_000,
        seller: Some(LIN),
        tags: &[NEW],
        stage: Stage::Trust,
        target: Some(50),
        moved: &[29, 4],
        close: 75,
        next: Some((text("参加对方的开放日", "Visit their open day"), 6)),
        people: &[(text("陈浩", "Hao Chen"), text("信息部经理", "IT manager"), &[User, Purchaser], Neutral)],
        log: &[(25, Continuation)],
        scores: Some([4, 7]),
        opening: Some((Ground::Neutral, Even)),
        need: Some(Latent),
        position: Some((Medium, Low)),
        ..PLAIN
    },
    Sketch {
        customer: text("远大电子", "Grand Electronics"),
        title: text("检测设备", "Test equipment"),
        amount: 750_000,
        seller: Some(LIN),
        tags: &[KNOWN],
        stage: Stage::Collect,
        moved: &[171, 158, 138, 112, 94, 70],
        close: -70,
        next: Some((text("约财务对账", "Reconcile with their finance office"), 2)),
        people: &[
            (text("何平", "Ping He"), text("财务经理", "Finance manager"), &[Gatekeeper], Neutral),
            (text("罗兰", "Lan Luo"), text("厂长", "Plant manager"), &[DecisionMaker], Supports),
        ],
        guide: Some((1, [true, true, true])),
        log: &[(138, Continuation), (100, Advance), (70, Order)],
        scores: Some([7, 3]),
        opening: Some((Ours, Even)),
        need: Some(Clear),
        position: Some((Medium, Medium)),
        ..PLAIN
    },
    Sketch {
        customer: text("东湖新材", "East Lake Materials"),
        title: text("恒温烘房", "Drying chambers"),
        amount: 640_000,
        seller: Some(LIN),
        tags: &[NEW],
        target: Some(6),
        close: 170,
        next: Some((text("打听谁管设备采购", "Find out who buys the equipment"), 1)),
        scores: Some([4, 8]),
        need: Some(Latent),
        position: Some((High, Low)),
        ..PLAIN
    },
];
