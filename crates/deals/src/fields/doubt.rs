//! Days that are surely or probably not the ones meant. Nothing is refused: what is odd is told beside the field.

use super::{DateField, EXPECTED_CLOSE, INVOICE_PAID, NEXT_DATE, person};
use crate::deal::Deal;
use abacus_core::date::Date;
use abacus_core::text::{Text, text};

/// Why a day is to be looked at once more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayDoubt {
    /// A meeting that was held is still to come.
    NotHeldYet,
    /// A payment that was received is still to come.
    NotPaidYet,
    /// A step to be done is due in the past.
    StepOver,
    /// A visit to be made is in the past.
    VisitOver,
    /// An open deal was to be closed by now.
    CloseOver,
}

impl DayDoubt {
    /// What is said beside the field.
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

/// The first year that is taken for one: while a year is typed, the browser tells of those of its first digits.
const FIRST_YEAR: i32 = 1000;

impl DateField {
    /// What is odd about the day in the field today, if anything.
    pub fn doubt(&self, deal: &Deal, today: Date) -> Option<DayDoubt> {
        let day = self.read(deal)?;
        let is_ahead = day > today;
        let is_over = day < today && day.parts().0 >= FIRST_YEAR;
        let (is_odd, doubt) = match self {
            Self::Contact(..) => (is_ahead, DayDoubt::NotHeldYet),
            Self::Deal(field) if *field == &INVOICE_PAID => (is_ahead, DayDoubt::NotPaidYet),
            Self::Deal(field) if *field == &NEXT_DATE => (is_over && deal.is_open(), DayDoubt::StepOver),
            Self::Person(_, field) if *field == &person::NEXT_DATE => (is_over && deal.is_open(), DayDoubt::StepOver),
            Self::Deal(field) if *field == &EXPECTED_CLOSE => (is_over && deal.is_open(), DayDoubt::CloseOver),
            Self::Visit(id, _) => {
                (is_over && deal.visit(id).is_some_and(|visit| !visit.is_logged(&deal.log)), DayDoubt::VisitOver)
            }
            _ => return None,
        };
        is_odd.then_some(doubt)
    }
}
