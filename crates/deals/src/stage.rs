//! The stages of a deal: the six steps of a sale (S2) and its two ends.

use abacus_core::closed_enum;

closed_enum! {
    /// The stage of a deal, one of the six steps. The English labels are one word each, since six of them fit side by
    /// side on a phone.
    #[derive(PartialOrd, Ord, Default)]
    pub enum Stage {
        /// 客户分析.
        #[default]
        Analyse = "analyse" ("客户分析", "Qualify"),
        /// 建立信任.
        Trust = "trust" ("建立信任", "Build trust"),
        /// 挖掘需求.
        Needs = "needs" ("挖掘需求", "Find needs"),
        /// 呈现价值.
        Value = "value" ("呈现价值", "Show value"),
        /// 赢取承诺.
        Commitment = "commitment" ("赢取承诺", "Win commitment"),
        /// 回收账款. A deal is over when it is paid, not when it is won.
        Collect = "collect" ("回收账款", "Collect"),
    }
}

closed_enum! {
    /// How a deal ended.
    #[derive(PartialOrd, Ord)]
    pub enum End {
        /// The invoice was paid.
        Paid = "paid" ("已收款", "Paid"),
        /// Someone else, or nobody, got the order.
        Lost = "lost" ("丢单", "Lost"),
    }
}
