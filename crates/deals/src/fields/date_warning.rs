//! Days that are certainly or probably wrong. Nothing is rejected: the doubt is shown next to the field.

use super::{DateField, EXPECTED_CLOSE, INVOICE_PAID, NEXT_DATE, person};
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::{Text, text};

/// Why a day should be checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateWarning {
    /// A logged meeting is in the future.
    NotHeldYet,
    /// A received payment is in the future.
    NotPaidYet,
    /// A planned step is in the past.
    StepOver,
    /// A planned visit is in the past.
    VisitOver,
    /// The expected close of an open deal is in the past.
    CloseOver,
}

impl DateWarning {
    /// The text next to the field.
    pub const fn reason(self) -> Text {
        match self {
            Self::NotHeldYet => text(
                "这一天还没到，会面不会已经开过：请看看日期。到那天之前，不算最近联系。",
                "This day is still to come, so the meeting was not held then: check the date. Until then it does not count as a contact.",
            ),
            Self::NotPaidYet => text(
                "这一天还没到，钱不会已经收到：请看看日期。",
                "This day is still to come, so it was not paid then: check the date.",
            ),
            Self::StepOver => text(
                "这一天已经过去：这样定，这一步一开始就逾期。",
                "This day is over: the step is overdue from the start.",
            ),
            Self::VisitOver => text(
                "这一天已经过去：去过了就记下来，没去就改个日子。",
                "This day is over: log the visit if you made it, or choose another day.",
            ),
            Self::CloseOver => text(
                "这一天已经过去，商机还没有结束：请看看日期。",
                "This day is over and the deal is still open: check the date.",
            ),
        }
    }
}

/// Earlier years are ignored: while a year is being typed, the browser reports its first digits as a year.
const FIRST_YEAR: i32 = 1000;

impl DateField {
    /// What is doubtful about the day in the field, as of today.
    pub fn warning(&self, deal: &Deal, today: Date) -> Option<DateWarning> {
        let day = self.read(deal)?;
        let is_ahead = day > today;
        let is_over = day < today && day.parts().0 >= FIRST_YEAR;
        let (is_odd, warning) = match self {
            Self::Contact(..) => (is_ahead, DateWarning::NotHeldYet),
            Self::Deal(field) if *field == &INVOICE_PAID => (is_ahead, DateWarning::NotPaidYet),
            Self::Deal(field) if *field == &NEXT_DATE => (is_over && deal.is_open(), DateWarning::StepOver),
            Self::Person(_, field) if *field == &person::NEXT_DATE => {
                (is_over && deal.is_open(), DateWarning::StepOver)
            }
            Self::Deal(field) if *field == &EXPECTED_CLOSE => (is_over && deal.is_open(), DateWarning::CloseOver),
            Self::Visit(id, _) => {
                (is_over && deal.visit(id).is_some_and(|visit| !visit.is_logged(&deal.log)), DateWarning::VisitOver)
            }
            _ => return None,
        };
        is_odd.then_some(warning)
    }
}
