use abacus_core::Decimal;
use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::number::decimal::Arithmetic;
use abacus_core::number::format::{Precision, money, number, round};
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::{Currency, Invoice, LatePaymentCost};

pub const COLLECTION: Text = text("回收账款", "Collecting payment");
pub const OPEN_CALCULATOR: Text = text("在计算器里打开", "Open in the calculator");

pub fn summary(invoice: &Invoice, today: Date, locale: Locale) -> String {
    match (invoice.paid, invoice.due, invoice.days_late(today), locale) {
        (Some(paid), _, _, Zh) => format!("{paid} 已收款"),
        (Some(paid), _, _, En) => format!("Paid on {paid}"),
        (None, Some(_), Some(days @ 1..), Zh) => format!("晚了 {days} 天"),
        (None, Some(_), Some(1), En) => "1 day late".to_owned(),
        (None, Some(_), Some(days @ 2..), En) => format!("{days} days late"),
        (None, Some(due), _, Zh) => format!("{due} 到期"),
        (None, Some(due), _, En) => format!("Due on {due}"),
        (None, None, _, _) if invoice.is_issued() => text("还没有填到期日", "No due date yet").get(locale).to_owned(),
        (None, None, _, _) => text("还没有发票", "No invoice yet").get(locale).to_owned(),
    }
}

/// The cost of the delay so far, computed from the invoice; `None` while it is not overdue.
pub fn cost(cost: &LatePaymentCost, invoice: &Invoice, currency: &Currency, locale: Locale) -> Option<String> {
    if cost.days_late == 0 {
        return None;
    }
    let amount = |value: Decimal| money(round(value, 2), currency.code(), locale);
    let share = |value: Decimal| {
        let percent = value.times(Decimal::ONE_HUNDRED).unwrap_or(value);
        format!("{}%", number(percent, Precision::up_to(1)))
    };
    let days = cost.days_late;
    let mut parts = vec![match (invoice.paid.is_some(), locale) {
        (false, Zh) => format!("已晚 {days} 天"),
        (false, En) if days == 1 => "1 day late so far".to_owned(),
        (false, En) => format!("{days} days late so far"),
        (true, Zh) => format!("晚收了 {days} 天"),
        (true, En) if days == 1 => "Paid 1 day late".to_owned(),
        (true, En) => format!("Paid {days} days late"),
    }];
    let amounts = [
        cost.interest.map(|value| (text("利息", "interest"), amount(value))),
        cost.profit_left.map(|value| (text("利润剩余", "profit left"), amount(value))),
        cost.profit_consumed.map(|value| (text("被吃掉的利润", "share of the profit eaten"), share(value))),
    ];
    parts.extend(amounts.into_iter().flatten().map(|(label, value)| format!("{} {value}", label.get(locale))));
    if cost.interest.is_none() {
        let lacking = text(
            "填上发票金额和借款年利率，就能算出利息",
            "enter the amount and the cost of borrowing to see the interest",
        );
        parts.push(lacking.get(locale).to_owned());
    } else if cost.profit_consumed.is_none() {
        parts.push(
            text("填上净利率，就能算出吃掉多少利润", "enter the net margin to see what it eats").get(locale).to_owned(),
        );
    }
    Some(format_in!(locale, ("{}。", parts.join("，")), ("{}.", parts.join("; "))))
}
