use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, Text, text};
use abacus_deals::{Contender, Deal, EXIT_CHECKS, Exits, Fab, GuideTest, Known, TasQuestion, open_exits};

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
pub const EXITS: Text = text("出口检查", "Before the next step");
pub const FAB: Text = text("性能 · 优点 · 利益", "Feature, advantage, benefit");
pub const TAS: Text = text("四问", "Four questions");
pub const PRINT: Text = text("打印跟踪表", "Print the form");
pub const PRINT_BLANK: Text = text("打印空白跟踪表", "Print a blank form");

pub fn more_people(count: usize, locale: Locale) -> String {
    format_in!(locale, "另有 {count} 人不在这张纸上。", "{count} more are not on this sheet.")
}

/// What makes a guide, at the foot of the blank form.
pub fn tests(locale: Locale) -> String {
    let tests: Vec<&str> = GuideTest::ALL.into_iter().map(|test| test.label().get(locale)).collect();
    format_in!(
        locale,
        ("向导三条检验：{}。采购氛围的四个角色，至少两个要由不同的人担任。", tests.join("；")),
        (
            "A guide passes three tests: {}. At least two of the four roles must be filled by different people.",
            tests.join("; ")
        )
    )
}

/// What was seen of the checks of the step, and what is still open.
pub fn exits(deal: &Deal, locale: Locale) -> Option<String> {
    if deal.exits == Exits::default() {
        return None;
    }
    let seen = EXIT_CHECKS.iter().filter(|check| check.stage <= deal.stage).filter_map(|check| match check.known {
        Known::Seen(field) if check.is_met(deal) => Some((check, isolated(field.get(&deal.exits).trim()))),
        _ => None,
    });
    let seen = seen.map(|(check, line)| {
        let label = check.label.get(locale);
        format_in!(locale, "✓ {label}：{line}", "✓ {label}: {line}")
    });
    let open = open_exits(deal, deal.stage).into_iter().map(|check| format!("○ {}", check.label.get(locale)));
    Some(seen.chain(open).collect::<Vec<_>>().join(" · "))
}

/// The rows of features and benefits.
pub fn benefits(deal: &Deal, locale: Locale) -> Option<String> {
    let row = |row: &Fab| {
        let parts = [&row.feature, &row.advantage, &row.benefit].map(|text| text.trim());
        let written = parts.into_iter().filter(|text| !text.is_empty());
        let parts: Vec<String> = written.map(|text| isolated(text).to_string()).collect();
        let whose = row.answered(deal).map(|need| isolated(need.person.name.trim()));
        match whose {
            Some(name) => format_in!(locale, ("{}（{name}）", parts.join(" → ")), ("{} ({name})", parts.join(" → "))),
            None => parts.join(" → "),
        }
    };
    let rows: Vec<String> = deal.fab.iter().map(row).filter(|row| !row.is_empty()).collect();
    (!rows.is_empty()).then(|| rows.join(" · "))
}

/// The answers about our chance and that of the rivals.
pub fn chances(deal: &Deal, locale: Locale) -> Option<String> {
    let of = |who: Contender| {
        let chances = deal.assessment.tas.of(who);
        let answers = TasQuestion::ALL.into_iter().filter_map(|question| {
            let line = chances.line(question);
            let answer = line.answer?.label().get(locale);
            Some(
                format!("{} {answer} {}", question.label().get(locale), isolated(line.evidence.trim()))
                    .trim()
                    .to_owned(),
            )
        });
        let answers: Vec<String> = answers.collect();
        let name = if chances.name.trim().is_empty() { who.label().get(locale) } else { chances.name.trim() };
        let name = isolated(name);
        (!answers.is_empty())
            .then(|| format_in!(locale, ("{name}：{}", answers.join("，")), ("{name}: {}", answers.join(", "))))
    };
    let all: Vec<String> = Contender::ALL.into_iter().filter_map(of).collect();
    (!all.is_empty()).then(|| all.join(text("；", "; ").get(locale)))
}
