use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};
use abacus_deals::GuideTest;

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

#[must_use]
pub fn more_people(count: usize, locale: Locale) -> String {
    format_in!(locale, "另有 {count} 人不在这张纸上。", "{count} more are not on this sheet.")
}

/// What makes a guide, at the foot of the blank form.
#[must_use]
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
