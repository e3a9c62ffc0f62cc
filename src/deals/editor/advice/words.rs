use abacus_core::date::Date;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, Text, text};
use abacus_deals::debrief::short_day;
use abacus_deals::fields::person;
use abacus_deals::{AdviceAction, Deal, DealAction, TextField};

use crate::deals::people::{self, add_in_role};

pub const SET_ASIDE: Text = text("暂不处理", "Not now");
pub const WHY_ASIDE: Text = text("为什么暂不处理", "Why not now");
pub const RESTORE: Text = text("恢复提醒", "Remind me again");
pub const DO_NEXT: Text = text("现在先做", "Do this first");
pub const DAY: Text = text("哪天", "Which day");
pub const SET_DAY: Text = text("就这天", "Set this day");
pub const NO_DAY: Text = text("请选一个完整的日期。", "Choose a complete date.");
pub const PAST_DAY: Text = text("这一天已经过去了，请选今天或以后。", "That day has passed. Choose today or later.");

pub fn also(count: usize, locale: Locale) -> String {
    format_in!(locale, "接着做（{count} 件）", "Then ({count})")
}

/// The accessible name of the menu.
pub fn more(suggestion: &str, locale: Locale) -> String {
    format_in!(locale, "更多选择：{suggestion}", "More choices: {suggestion}")
}

/// The label of the button. It names the person or the role if there is exactly one.
pub fn label(act: AdviceAction, deal_action: &DealAction, deal: &Deal, locale: Locale) -> String {
    let named =
        |id: &str| deal.person(id).filter(|person| person.is_named()).map(|person| people::name(person, locale));
    match deal_action {
        DealAction::Add(person) => match person.roles.first() {
            Some(role) => add_in_role(*role, locale),
            None => AdviceAction::Guide.label().get(locale).to_owned(),
        },
        DealAction::Write(TextField::Person(_, field)) if *field == &person::NAME => {
            text("写上姓名", "Enter the name").get(locale).to_owned()
        }
        DealAction::Write(TextField::Person(id, _)) => match (act, named(id).as_deref().map(isolated)) {
            (AdviceAction::PersonStep, Some(name)) => format_in!(locale, "为{name}定下一步", "Plan a step with {name}"),
            (AdviceAction::Need, Some(name)) => format_in!(locale, "写下{name}的需求", "Write down what {name} needs"),
            _ => act.label().get(locale).to_owned(),
        },
        DealAction::Write(_) | DealAction::Tests(_) if act == AdviceAction::Bead => {
            let act = if matches!(deal_action, DealAction::Tests(_)) {
                AdviceAction::Tests
            } else {
                AdviceAction::Salesperson
            };
            act.label().get(locale).to_owned()
        }
        _ => act.label().get(locale).to_owned(),
    }
}

/// A day option with its date.
pub fn choice(name: Text, day: Date, today: Date, locale: Locale) -> String {
    format!("{} {}", name.get(locale), short_day(day, today, locale))
}
