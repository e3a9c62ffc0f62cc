use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::super::coverage::Coverage;
use super::super::currency::Currency;
use super::super::deal::Deal;
use super::super::funnel_stage::FunnelStage;
use super::super::normalize::{is_blank, name_key};
use super::due_group::DueGroup;
use super::ranks::{Rank, Ranks};
use abacus_core::closed_enum;
use abacus_core::date::Date;

closed_enum! {
    /// The order of the list. Ties are ordered by customer and id, so that the order never depends on the history of
    /// the book.
    #[derive(Default)]
    pub enum Sort {
        /// By what is due first: late, today, without a day, later.
        #[default]
        Due = "due" ("轻重缓急", "Urgency"),
        /// By expected close, those without one last.
        Close = "close" ("预计成交日", "Expected close"),
        /// By the day of the next step, those without one last.
        NextStep = "next" ("下一步日期", "Next step"),
        /// By customer.
        Customer = "customer" ("客户", "Customer"),
        /// By amount, the largest first, those without one last. Currencies are not compared but grouped by code.
        Amount = "amount" ("金额", "Amount"),
        /// By stage, the furthest first.
        Stage = "stage" ("阶段", "Stage"),
        /// By what 1+2+1 lacks, the most first.
        Gate = "gate" ("1+2+1 缺口", "1+2+1 gaps"),
        /// By salesperson, those without one last.
        Salesperson = "salesperson" ("我方负责人", "Salesperson"),
        /// By the days at the stage, the longest first, unknown ones last.
        Days = "days" ("在这一步的天数", "Days at this stage"),
    }
}

/// A sort key. All keys of one order have the same variant.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Key {
    /// Within a group, the earlier first.
    Due(DueGroup, Option<Date>),
    /// Those without a day last.
    Day(bool, Option<Date>),
    /// Those without an amount last.
    Amount(bool, Option<(Currency, Reverse<Decimal>)>),
    Stage(Reverse<FunnelStage>),
    /// The greater first, those without a number last.
    Most(Reverse<Option<usize>>),
    /// Those without a name last.
    Name(bool, Rank),
    /// By customer only.
    Equal,
}

impl Key {
    /// Whether the deal has no value to sort by: it is last in either direction.
    pub(super) const fn is_lacking(&self) -> bool {
        matches!(self, Self::Day(true, _) | Self::Amount(true, _) | Self::Most(Reverse(None)) | Self::Name(true, _))
    }
}

impl Sort {
    /// The sort key of a deal; ties are ordered by customer.
    pub(super) fn key(self, deal: &Deal, ranks: &Ranks, today: Date) -> Key {
        let day = |day: Option<Date>| Key::Day(day.is_none(), day);
        match self {
            Self::Due => {
                let (group, day) = DueGroup::day(deal, today);
                Key::Due(group, day)
            }
            Self::Close => day(deal.expected_close),
            Self::NextStep => day(deal.next_step.date),
            Self::Customer => Key::Equal,
            Self::Amount => {
                Key::Amount(deal.amount.is_none(), deal.amount.map(|amount| (deal.currency, Reverse(amount))))
            }
            Self::Stage => Key::Stage(Reverse(FunnelStage::of(deal))),
            Self::Gate => Key::Most(Reverse(Some(Coverage::of(deal).missing()))),
            Self::Salesperson => Key::Name(is_blank(&deal.salesperson), ranks.get(&name_key(&deal.salesperson))),
            Self::Days => {
                let days = deal.reached.days_since(deal.stage, today);
                Key::Most(Reverse(days.and_then(|days| usize::try_from(days).ok())))
            }
        }
    }
}
