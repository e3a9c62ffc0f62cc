//! How far a deal has come: the six steps of a sale (S2), and its two ends.

use abacus_core::closed_enum;

closed_enum! {
    /// The step a deal is at. The steps are the funnel's stages. In English each is one word, as six of them stand
    /// side by side on a phone.
    #[derive(PartialOrd, Ord, Default)]
    pub enum Stage {
        /// 客户分析.
        #[default]
        Analyse = "analyse" ("客户分析", "Analyse"),
        /// 建立信任.
        Trust = "trust" ("建立信任", "Trust"),
        /// 挖掘需求.
        Needs = "needs" ("挖掘需求", "Needs"),
        /// 呈现价值.
        Value = "value" ("呈现价值", "Value"),
        /// 赢取承诺.
        Commitment = "commitment" ("赢取承诺", "Commit"),
        /// 回收账款. A deal is not over when it is won, but when it is paid.
        Collect = "collect" ("回收账款", "Collect"),
    }
}

closed_enum! {
    /// How a deal came to its end.
    #[derive(PartialOrd, Ord)]
    pub enum End {
        /// The money is there.
        Paid = "paid" ("已收款", "Paid"),
        /// Someone else, or nobody, got the order.
        Lost = "lost" ("丢单", "Lost"),
    }
}
