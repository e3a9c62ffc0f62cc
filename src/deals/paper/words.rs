use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, Text, text};
use abacus_deals::fields::fab;
use abacus_deals::tas::Judged;
use abacus_deals::{
    CheckSource, Contender, Deal, EXIT_CHECKS, Fab, GuideTest, Person, SocialStyle, TasQuestion, open_exits, tas,
};

use crate::deals::words as deals;
use crate::shell::words::lower;

pub const TITLE: Text = text("1+2+1 大客户跟踪表", "1+2+1 tracking form for a key account");
pub const NEXT_STEP: Text = text("下一步", "Next step");
pub const TO_DO: Text = text("还缺什么，怎么办", "What is missing and what to do");
pub const COLUMNS: [Text; 7] = [
    text("角色", "Role"),
    text("姓名", "Name"),
    text("职务/部门", "Title, department"),
    text("态度", "Stance"),
    text("业务需求", "Business need"),
    text("个人需求", "Personal need"),
    text("下一步与日期", "Next step and date"),
];
pub const PRINT: Text = text("打印跟踪表", "Print the form");
pub const PRINT_BLANK: Text = text("打印空白跟踪表", "Print a blank form");

pub fn more_people(count: usize, locale: Locale) -> String {
    format_in!(locale, "另有 {count} 人不在这张纸上。", "{count} more are not on this sheet.")
}

/// What makes a guide; at the foot of the blank form.
pub fn tests(locale: Locale) -> String {
    let tests: Vec<String> = GuideTest::ALL.into_iter().map(|test| lower(test.label().get(locale))).collect();
    format_in!(
        locale,
        ("向导三条检验：{}。采购氛围的四个角色，至少两个要由不同的人担任。", tests.join("；")),
        (
            "A guide passes three tests: {}. At least two of the four roles must be filled by different people.",
            tests.join("; ")
        )
    )
}

/// The progress of the current step's checks, open ones first, and everything met so far.
pub fn exits(deal: &Deal, locale: Locale) -> String {
    let open = open_exits(deal, deal.stage).into_iter().map(|check| format!("○ {}", check.label.get(locale)));
    let met = EXIT_CHECKS.iter().filter(|check| check.stage <= deal.stage && check.is_met(deal));
    let met = met.filter_map(|check| {
        let label = check.label.get(locale);
        match check.source {
            CheckSource::Seen(field) => {
                let line = isolated(field.get(&deal.exits).trim());
                Some(format_in!(locale, "✓ {label}：{line}", "✓ {label}: {line}"))
            }
            CheckSource::Data(_) => (check.stage == deal.stage).then(|| format!("✓ {label}")),
        }
    });
    std::iter::once(deals::exits(deal, locale)).chain(open).chain(met).collect::<Vec<_>>().join(" · ")
}

/// The rows of features and benefits, each with the question that leads to it.
pub fn benefits(deal: &Deal, locale: Locale) -> Option<String> {
    let row = |row: &Fab| {
        let parts: Vec<String> =
            [&row.feature, &row.advantage, &row.benefit].into_iter().filter_map(|text| noted(text)).collect();
        let parts = parts.join(" → ");
        let whose = row.answered(deal).map(|need| isolated(need.person.name.trim()));
        let claim = match whose {
            Some(name) if !parts.is_empty() => format_in!(locale, "{parts}（{name}）", "{parts} ({name})"),
            _ => parts,
        };
        let question = noted(&row.question).map(|question| {
            let label = fab::QUESTION.meta.label.get(locale);
            format_in!(locale, "{label}：{question}", "{label}: {question}")
        });
        let both: Vec<String> = Some(claim).filter(|claim| !claim.is_empty()).into_iter().chain(question).collect();
        both.join(text("；", "; ").get(locale))
    };
    let rows: Vec<String> = deal.fab.iter().map(row).filter(|row| !row.is_empty()).collect();
    (!rows.is_empty()).then(|| rows.join(" · "))
}

/// What is known about our chances and the rivals': answers, supporting signs, and who the rivals are.
pub fn chances(deal: &Deal, locale: Locale) -> Option<String> {
    let proposed = tas::all_proposed(deal);
    let of = |who: Contender| {
        let chances = deal.assessment.tas.of(who);
        // There are no suggestions for a rival.
        let proposed = if who == Contender::Ours { proposed } else { [None; 4] };
        let judged = tas::judged(chances, &proposed);
        let marked = TasQuestion::ALL.into_iter().zip(judged.iter().flat_map(Judged::marked));
        let answers = marked.filter_map(|(question, (answer, is_suggested))| {
            let line = chances.line(question);
            let answer = answer.map(|answer| match (answer.label().get(locale), is_suggested) {
                (answer, true) => format_in!(locale, "{answer}（建议）", "{answer} (suggested)"),
                (answer, false) => answer.to_owned(),
            });
            let said: Vec<String> = answer.into_iter().chain(noted(&line.evidence)).collect();
            (!said.is_empty()).then(|| format!("{} {}", question.label().get(locale), said.join(" ")))
        });
        let answers = answers.collect::<Vec<_>>().join(text("，", ", ").get(locale));
        let (label, name) = (who.label().get(locale).to_owned(), noted(&chances.name));
        let (whose, what) = match (name, answers.is_empty()) {
            (None, true) => return None,
            (Some(name), true) => (label, name),
            (name, false) => (name.unwrap_or(label), answers),
        };
        Some(format_in!(locale, "{whose}：{what}", "{whose}: {what}"))
    };
    let all: Vec<String> = Contender::ALL.into_iter().filter_map(of).collect();
    (!all.is_empty()).then(|| all.join(text("；", "; ").get(locale)))
}

/// Stance and social style.
pub fn manner(person: &Person, locale: Locale) -> String {
    let style = person.style().map(SocialStyle::label);
    let both: Vec<&str> = std::iter::once(person.stance.label()).chain(style).map(|label| label.get(locale)).collect();
    both.join(" · ")
}

/// User text, isolated for use in one of our sentences.
fn noted(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| isolated(text).to_string())
}
