//! Words for the first minute with the deal book, and for the demo.

use abacus_core::text::{Text, text};

/// Over the empty list.
pub const EMPTY: Text = text("还没有商机。一分钟看懂 1+2+1", "No deals yet. The 1+2+1 pattern in a minute");
/// What the pattern is.
pub const PATTERN: Text = text(
    "一笔大客户生意要成，客户那边得有人带路，采购的人里要有两位认得我们，我方要有人负责。一颗珠子一个位置，满了才算齐备。",
    "For a key account to close, someone at the customer must show us the way, two of those who buy must know us, and \
     someone on our side must carry it. Each bead is one place; the deal is covered when they are filled.",
);
/// The parts of the pattern: what each is called, and what it means.
pub const PARTS: [(Text, Text); 3] = [
    (
        text("1 位向导", "1 guide"),
        text(
            "决策人听得进他的话，他信得过我们，也盼我们胜出。只传消息的是内线，不算。",
            "The deciders listen to them, they trust us, and they want us to win. Someone who only passes on \
             information is an insider and does not count.",
        ),
    ),
    (
        text("4 个角色里的 2 位", "2 of the 4 roles"),
        text(
            "采购人员、使用者、技术或财务把关者、决策人。两个角色要是两个不同的人。",
            "Purchaser, user, technical or financial gatekeeper, decision maker: two different people in two different roles.",
        ),
    ),
    (
        text("1 位营销人员", "1 salesperson"),
        text("我方谁来负责，写上名字。", "Who on our side carries the deal, by name."),
    ),
];
/// What the book does with it.
pub const THEN: Text = text(
    "见完客户花两分钟记下来，这里就告诉您缺谁、下一步做什么、哪天到期。",
    "Two minutes after each meeting are enough: the book then says who is missing, what to do next, and when.",
);
/// Leads to the demo.
pub const DEMO: Text = text("看看示例商机", "Look at example deals");
/// Over the demo.
pub const IS_DEMO: Text = text(
    "这是示例：客户和人名都是虚构的，随便改，关掉就没了，也碰不到您自己的商机。",
    "This is a demo: customers and people are invented. Change whatever you like; nothing is kept, and your own deals are not touched.",
);
/// Leaves the demo.
pub const LEAVE_DEMO: Text = text("回到我的商机本", "Back to my deal book");
