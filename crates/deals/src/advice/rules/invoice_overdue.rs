use std::rc::Rc;

use crate::advice::advice_action::AdviceAction;
use crate::advice::rule::{Check, Finding, Rule};
use crate::advice::words::days_en;
use crate::currency::Currency;
use crate::deal::Deal;
use crate::invoice::Invoice;
use abacus_core::date::Date;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::format::{Precision, money, number, round};
use abacus_core::text::{Locale, text};
use rust_decimal::Decimal;

pub(super) static RULE: Rule = Rule {
    id: "invoice-overdue",
    suggestion: text("今天就联系付款的人，约定付款日期。", "Call whoever pays today and agree on a payment date."),
    plan_gap: None,
    act: AdviceAction::InvoicePaid,
    other: Some(AdviceAction::Log),
    find: |deal, today| Some(Rc::new(facts(deal, today)?)),
};

struct Overdue {
    due: Date,
    days: u32,
    invoice: Invoice,
    currency: Currency,
    today: Date,
}

fn facts(deal: &Deal, today: Date) -> Option<Overdue> {
    let invoice = &deal.invoice;
    let days = invoice.days_late(today).filter(|days| *days > 0 && invoice.paid_by(today).is_none())?;
    Some(Overdue { due: invoice.due?, days, invoice: invoice.clone(), currency: deal.currency, today })
}

pub(super) fn check(deal: &Deal, today: Date) -> Check {
    facts(deal, today).map(|facts| facts.about())
}

impl Finding for Overdue {
    /// States the cost of waiting as far as the invoice has the figures.
    fn reason(&self, locale: Locale) -> String {
        let days = self.days;
        let cost = self.invoice.late_payment_cost(self.today).unwrap_or_default();
        let interest = cost.interest.map(|interest| money(round(interest, 2), self.currency.code(), locale));
        let eaten = cost.profit_consumed.map(percent);
        match locale {
            Locale::Zh => {
                let interest = interest.map(|interest| format!("，利息 {interest}")).unwrap_or_default();
                let eaten = eaten.map(|eaten| format!("，吃掉利润的 {eaten}")).unwrap_or_default();
                format!("货款已经拖了 {days} 天{interest}{eaten}。")
            }
            Locale::En => {
                let interest = interest.map(|interest| format!("; interest so far {interest}")).unwrap_or_default();
                let eaten = eaten.map(|eaten| format!(", {eaten} of the profit")).unwrap_or_default();
                format!("The invoice is {} late{interest}{eaten}.", days_en(days))
            }
        }
    }

    fn about(&self) -> Option<String> {
        Some(self.due.to_string())
    }

    fn days_late(&self) -> Option<u32> {
        Some(self.days)
    }
}

/// A share with one decimal: `12.5%`.
fn percent(share: Decimal) -> String {
    let percent = share.times(Decimal::ONE_HUNDRED).unwrap_or(share);
    format!("{}%", number(percent, Precision::up_to(1)))
}
