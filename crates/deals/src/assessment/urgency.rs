//! How soon we have to act (S4).

use abacus_core::closed_enum;

closed_enum! {
    /// The time within which something must be done.
    #[derive(PartialOrd, Ord)]
    pub enum Urgency {
        /// Within a week.
        Week = "week" ("一周内", "Within a week"),
        /// Within a month.
        Month = "month" ("一个月内", "Within a month"),
        /// Within three months.
        Quarter = "quarter" ("三个月内", "Within three months"),
        /// Later.
        Later = "later" ("更晚", "Later"),
    }
}
