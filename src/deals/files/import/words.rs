use abacus_core::date::DateError;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::Deal;
use abacus_deals::fields::stored_limits;
use abacus_deals::transfer::{CellProblem, CellReason, FileRecord, ImportChoice, Item, Part, Row, Unusable, Verdict};

use crate::deals::files::import::state::FileLabel;
use crate::deals::words as deals;
use crate::shell::field_errors::field_error;

pub const IN: Text = text("导入", "Import");
pub const IN_HINT: Text = text(
    "可以选从这里导出的 JSON 文件、Excel 工作簿（.xlsx），或 CSV 表格（UTF-8、GBK 等编码都行）。一次可以选几个，也可以拖到这里，加起来最大 20 MB、20000 条。先看清单，按下导入之前什么都不会写入。",
    "Choose JSON files exported from here, Excel workbooks (.xlsx), or CSV tables (in UTF-8, GBK or another common encoding): one or several, up to 20 MB and 20,000 records together. You can also drop them here. You see a list first: nothing is written until you press Import.",
);
pub const CHOOSE: Text = text("选择文件…", "Choose files…");
pub const CHOOSE_ANOTHER: Text = text("换文件…", "Choose other files…");
pub const CANCEL: Text = text("取消", "Cancel");
pub const SEE: Text = text("看商机", "See the deals");
pub const UNDO: Text = text("撤销导入", "Undo import");
pub const HEADER: Text = text("列名在哪一行", "Row with the column names");
pub const LEFT_OUT: Text = text("不导入", "Leave out");
pub const NAMELESS: Text = text("（没有标题）", "(no title)");
pub const EXAMPLE: Text = text("例：", "e.g. ");
pub const UNUSABLE: Text = text("读不出来的", "Cannot be read");
pub const UNUSABLE_HINT: Text = text(
    "这些不会导入，其余的不受影响。它们还在文件里。",
    "These are left out; the rest is not affected. They are still in the file.",
);
pub const IN_BOOK: Text = text("本机", "On this device");
pub const FIELD: Text = text("项目", "Field");
pub const HERE_UNREADABLE: Text =
    text("本机的这条记录读不出来，不会被改动。", "The record here cannot be read and stays unchanged.");
pub const ALL: Text = text("全部", "All of them");
pub const MIXED: Text = text("各不相同", "Mixed");
pub const SCENARIO: Text = text("方案", "Scenario");
const LESSON: Text = text("课程", "Lesson");
pub const DELETED: Text = text("已删除", "deleted");
pub const NOTHING: Text = text("文件里没有可以导入的内容。", "There is nothing to import in this file.");
/// In place of the import button when no record would be written.
pub const NOTHING_CHOSEN: Text =
    text("没有要导入的：本机都有了，或都选了“不导入”。", "Nothing to import: everything is already here, or left out.");

pub const fn verdict(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Conflict => text("冲突", "Conflicts"),
        Verdict::New => text("新的", "New"),
        Verdict::FileNewer => text("文件里较新", "Newer in the file"),
        Verdict::BookNewer => text("本机较新", "Newer here"),
        Verdict::Superseded => text("另一份文件里较新", "Newer in another file"),
        Verdict::Repeated => text("重复的", "Repeated"),
        Verdict::Total => text("合计行", "Totals"),
        Verdict::Identical => text("完全相同", "Identical"),
    }
}

pub const fn verdict_means(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Conflict => text(
            "几份不一样，又看不出哪份在后。几个文件各有一份，或本机没有的商机，合成一笔：不一样的项目请逐项选定，或改选各存一份。只有一个文件和本机不一样的，除非您另选，两份都留下，并排放着；也可以逐项选。",
            "The versions differ, and none is clearly later. A deal that several files have, or that this device lacks, becomes one: choose each field that differs, or keep separate copies. Where a single file differs from this device, both are kept side by side unless you choose otherwise; you can also choose field by field.",
        ),
        Verdict::New => text("本机没有，会加进来。", "Not here yet; they will be added."),
        Verdict::FileNewer => text(
            "文件里的是在本机这份的基础上改的，会换上新的。",
            "The file’s version was made from the one here and replaces it.",
        ),
        Verdict::BookNewer => {
            text("本机这份是在文件里那份的基础上改的，不动。", "The version here was made from the file’s and stays.")
        }
        Verdict::Superseded => text(
            "另一份是在这份的基础上改的，用那一份。",
            "Another of these versions was made from this one and is used instead.",
        ),
        Verdict::Repeated => {
            text("前面已经有一模一样的，不再导入。", "The same is already further up, so it is not imported again.")
        }
        Verdict::Total => text(
            "是上面各行的合计，不是商机，不导入。",
            "They add up the rows above and are no deals, so they are left out.",
        ),
        Verdict::Identical => text("本机已经有了，不动。", "Already here; nothing changes."),
    }
}

pub const fn choice(verdict: Verdict, choice: ImportChoice) -> Text {
    match (choice, verdict) {
        (ImportChoice::KeepBoth, Verdict::Conflict) => text("各份都留", "Keep all versions"),
        (ImportChoice::KeepBoth, _) => text("两份都留", "Keep both"),
        (ImportChoice::Take, Verdict::New | Verdict::Repeated | Verdict::Total | Verdict::Identical) => {
            text("导入", "Import")
        }
        (ImportChoice::Take, _) => text("用文件里的", "Use the file’s"),
        (ImportChoice::Combine, _) => text("逐项选", "Choose field by field"),
        (ImportChoice::Leave, Verdict::Conflict) => text("不导入，本机不变", "Leave out, keep what is here"),
        (ImportChoice::Leave, Verdict::New | Verdict::Repeated | Verdict::Total) => text("不导入", "Leave out"),
        (ImportChoice::Leave, _) => text("只留本机的", "Keep the one here"),
    }
}

/// The same for one record. A version in a file is the only one if this device has none.
pub const fn choice_of(item: &Item, of: ImportChoice) -> Text {
    let is_alone = item.here.is_none() && !item.is_unreadable_here;
    match (item.verdict, of) {
        (Verdict::Superseded, ImportChoice::KeepBoth) if is_alone => text("导入", "Import"),
        (Verdict::Superseded, ImportChoice::Leave) if is_alone => text("不导入", "Leave out"),
        (verdict, _) => choice(verdict, of),
    }
}

pub fn group(of: Verdict, count: usize, locale: Locale) -> String {
    let name = verdict(of).get(locale);
    format_in!(locale, "{name}（{count}）", "{name} ({count})")
}

pub fn name(item: &Item, locale: Locale) -> String {
    let name = match &item.record {
        FileRecord::Deal(deal) => deals::name(deal, locale),
        FileRecord::Scenario(scenario) => {
            let tool = scenario.calculator.spec().title.get(locale);
            format!("{} · {tool} · {}", SCENARIO.get(locale), scenario.name)
        }
        FileRecord::Lesson(lesson) => format!("{} · {}", LESSON.get(locale), lesson.title),
    };
    let name = isolated(&name);
    let deleted = if item.record.is_deleted() { Some(DELETED.get(locale)) } else { None };
    match (item.row, deleted, locale) {
        (Some(row), _, Zh) => format!("第 {row} 行 · {name}"),
        (Some(row), _, En) => format!("Row {row} · {name}"),
        (None, Some(deleted), Zh) => format!("{name}（{deleted}）"),
        (None, Some(deleted), En) => format!("{name} ({deleted})"),
        (None, None, _) => name.to_string(),
    }
}

/// A possible header row: its number and the beginning of its text.
pub fn header_choice(row: &Row, locale: Locale) -> String {
    const LETTERS: usize = 40;
    let number = row.number;
    let all = row.filled().collect::<Vec<_>>().join(" · ");
    let cells: String = all.chars().take(LETTERS).collect();
    let more = if cells.len() < all.len() { "…" } else { "" };
    let cells = cells.split(" · ").map(|cell| isolated(cell).to_string()).collect::<Vec<_>>().join(" · ");
    format_in!(locale, "第 {number} 行：{cells}{more}", "Row {number}: {cells}{more}")
}

/// Where a record is: the row of a table, and the file if there are several.
pub fn place(row: Option<usize>, file: Option<&str>, locale: Locale) -> String {
    match (row, file.map(isolated)) {
        (Some(row), Some(file)) => format_in!(locale, "“{file}”第 {row} 行", "row {row} of “{file}”"),
        (Some(row), None) => format_in!(locale, "第 {row} 行", "row {row}"),
        (None, Some(file)) => format_in!(locale, "“{file}”里", "“{file}”"),
        (None, None) => format_in!(locale, "同一个文件里", "the same file"),
    }
}

/// Reports that the same deal also occurs elsewhere in the import.
pub fn elsewhere(item: &Item, places: &[String], locale: Locale) -> String {
    let places = places.join(if locale == Zh { "、" } else { ", " });
    match item.verdict {
        Verdict::Repeated => format_in!(locale, "和{places}的一样。", "The same as in {places}."),
        Verdict::New => format_in!(
            locale,
            "和{places}的是同一个客户、同一个商机，其他内容不一样，请核对。",
            "The same customer and deal as in {places}, with other content. Please check."
        ),
        _ => format_in!(locale, "{places}也有这一笔，内容不一样。", "Also in {places}, with other content."),
    }
}

/// The accessible name of the choice for a record.
pub fn choice_for(name: &str, locale: Locale) -> String {
    let name = isolated(name);
    format_in!(locale, "{name}：怎么处理", "{name}: What to do")
}

pub fn problem(problem: &CellProblem, locale: Locale) -> String {
    let label = problem.column.label().get(locale);
    let typed = isolated(&problem.text);
    let why = match problem.reason {
        CellReason::Number(spec, error) => field_error(&stored_limits(spec), error, locale),
        CellReason::Date(DateError::DoesNotExist) => say("没有这一天。", "There is no such day.", locale),
        CellReason::Date(DateError::NotIso) => say(
            "读不出日期，请写成 2026-06-30 或 2026/6/30。",
            "This cannot be read as a date. Write it as 2026-06-30 or 2026/6/30.",
            locale,
        ),
        CellReason::OtherZone => say(
            "这是别的时区（如格林尼治）的时间，在这里可能是另一天，请只写日期。",
            "This is a time of another time zone, such as Greenwich, and may be another day here. Write the day alone.",
            locale,
        ),
        CellReason::Weekday => {
            say("这一天不是这个星期几，请核对。", "That day is not this day of the week. Check which is right.", locale)
        }
        CellReason::Currency => say(
            "不认识的币种，请写三个字母的代码，如 CNY。金额和它一起原样留着。",
            "Unknown currency. Write a three-letter code such as CNY. The amount is kept with it as typed.",
            locale,
        ),
        CellReason::Unit => say(
            "标题里的单位读不准，没有换算，原样留着。请改写标题（例如“金额（万元）”）再导入，或逐个核对。",
            "The unit in the header is not clear, so nothing was converted and the text is kept. Rewrite the header, such as “Amount (USD k)”, and import again, or check each amount.",
            locale,
        ),
        CellReason::Decimals => say(
            "点和逗号看不出哪个是小数点：整张表里没有能说明的数字，原样留着。请写成 1234.50 再导入，或在这里核对。",
            "The point or comma may stand before decimals or thousands, and no other number in the table tells which; the text is kept. Write 1234.50 and import again, or check it here.",
            locale,
        ),
        CellReason::Split => say(
            "这一行的格子和列名对不上：没有加引号的逗号（如 3,000）可能把一格拆成了两格。没有读，原样留着，请核对。",
            "The cells of this row do not fit the columns: a comma without quotation marks, as in 3,000, may have made two of one. It was not read; the text is kept for you to check.",
            locale,
        ),
        CellReason::Nameless => {
            say("上面没有列名，写进了备注。", "No name of a column stands above it; it goes into the notes.", locale)
        }
        CellReason::Failed => say(
            "表格里的公式在这里出了错，没有算出值，原样留着。请在表格软件里改好再导入，或在这里更正。",
            "A formula failed there, so there is no value; the text is kept. Correct it in your spreadsheet program and import again, or correct it here.",
            locale,
        ),
        CellReason::Stage => {
            say("不是六个阶段之一，写进了备注。", "Not one of the six stages; it goes into the notes.", locale)
        }
    };
    format_in!(locale, "{label}“{typed}”：{why}", "{label} “{typed}”: {why}")
}

fn say(zh: &'static str, en: &'static str, locale: Locale) -> String {
    text(zh, en).get(locale).to_owned()
}

pub fn problems(rows: usize, locale: Locale) -> String {
    match (rows, locale) {
        (rows, Zh) => format!("{rows} 行里有读不出来的格子。这些行照样导入，原来的文字留在格子里，以后可以改。"),
        (1, En) => "1 row has a cell that cannot be read. It is imported all the same; the text stays in its field for you to correct later.".to_owned(),
        (rows, En) => format!(
            "{rows} rows have a cell that cannot be read. They are imported all the same; the text stays in its field for you to correct later."
        ),
    }
}

/// Shown first: rows that may be later states of existing deals.
pub fn namesakes(rows: usize, locale: Locale) -> String {
    match (rows, locale) {
        (rows, Zh) => format!("有 {rows} 行，本机已有同一客户、同一名称的商机，内容不一样。照样导入，就各有两笔：请核对，不要的选“不导入”。"),
        (1, En) => "1 row names a customer and a deal that this device has, with other content. Imported, there are two of it: check it, and leave out what you do not want.".to_owned(),
        (rows, En) => format!(
            "{rows} rows name customers and deals that this device has, with other content. Imported, there are two of each: check them, and leave out what you do not want."
        ),
    }
}

/// At such a row.
pub fn namesake(here: &Deal, locale: Locale) -> String {
    let stage = here.stage.label().get(locale).to_owned();
    let facts: Vec<String> = deals::amount(here, locale).into_iter().chain([stage]).collect();
    let facts = facts.join(" · ");
    format_in!(
        locale,
        "本机已有同一客户、同一名称的商机（{facts}）。",
        "This device has a deal of this customer and name ({facts})."
    )
}

pub fn unusable(unusable: &Unusable, locale: Locale) -> String {
    let part = match unusable.part {
        Part::Deals => text("商机", "Deal"),
        Part::Scenarios => SCENARIO,
        Part::Lessons => LESSON,
        Part::Unreadable => text("原本就读不出来的", "Unreadable before"),
        Part::Entries => text("记录", "Record"),
    };
    let (part, number, why) = (part.get(locale), unusable.number, unusable.reason.message(locale));
    match unusable.name.as_deref().map(isolated) {
        Some(name) => format_in!(locale, "{part}第 {number} 条“{name}”：{why}", "{part} {number}, “{name}”: {why}"),
        None => format_in!(locale, "{part}第 {number} 条：{why}", "{part} {number}: {why}"),
    }
}

/// Whose version is in a file, and from which day.
pub fn whose(file: &FileLabel, locale: Locale) -> String {
    let whose = isolated(&file.whose);
    match file.day {
        Some(day) => format_in!(locale, "{whose}（{day}）", "{whose} ({day})"),
        None => whose.to_string(),
    }
}

/// Whether a version is marked as deleted.
pub fn deleted_or_not(deal: &Deal, locale: Locale) -> &'static str {
    if deal.deleted { DELETED.get(locale) } else { "" }
}

/// The name of a part that no column shows. A part unknown to this version keeps its own name.
pub fn part(name: &str, locale: Locale) -> String {
    known_part(name).map_or(name, |part| part.get(locale)).to_owned()
}

fn known_part(name: &str) -> Option<Text> {
    Some(match name {
        "people" => text("人员", "People"),
        "invoice" => text("发票", "Invoice"),
        "exits" => text("出口检查", "Exit checks"),
        "fab" => text("性能、优点、利益", "Features and benefits"),
        "snapshots" => text("测算", "Results"),
        "set_aside" => text("暂不处理的建议", "Advice marked “not now”"),
        "deleted" => text("是否删除", "Deleted or not"),
        "log" => text("会面记录", "Contact log"),
        "assessment" => text("评估", "Assessment"),
        "reached" => text("各阶段的日期", "Days of the stages"),
        "visits" => text("拜访准备", "Visits"),
        _ => return None,
    })
}

pub fn import(count: usize, locale: Locale) -> String {
    format_in!(locale, "导入 {count} 条", "Import {count}")
}

/// Before the import button: last values of calculators and usual figures that the file has and this device does not.
pub fn own_figures(count: usize, locale: Locale) -> String {
    format_in!(
        locale,
        "计算器里自己的数字，本机还没有的，也一并导入（{count} 项）。",
        "Your own calculator figures come with it, where this device has none ({count}).",
    )
}

/// Before the import button: the saved list views that are imported, and those left out.
pub fn views(count: usize, differing: usize, locale: Locale) -> Vec<String> {
    let come = (count > 0).then(|| {
        format_in!(
            locale,
            "商机列表里保存的视图，本机还没有的，也一并导入（{count} 个）。",
            "Saved views of the list come with it, where this device has none of that name ({count}).",
        )
    });
    let stay = (differing > 0).then(|| {
        format_in!(
            locale,
            "名称相同、条件不同的视图不导入，本机的不变（{differing} 个）。",
            "Saved views whose names stand for something else are left out; those here stay ({differing}).",
        )
    });
    come.into_iter().chain(stay).collect()
}

/// Personal figures that are left out, because two files contain different ones.
pub fn user_figures_differing(count: usize, locale: Locale) -> String {
    format_in!(
        locale,
        "计算器里自己的数字，各文件不一样的，不导入（{count} 项）。",
        "Your own calculator figures are left out where the files differ ({count}).",
    )
}

pub fn more(count: usize, locale: Locale) -> String {
    format_in!(locale, "再显示 {count} 条", "Show {count} more")
}

pub fn chosen_file(file: &str, records: usize, locale: Locale) -> String {
    let file = isolated(file);
    match (records, locale) {
        (records, Zh) => format!("“{file}”：{records} 条"),
        (1, En) => format!("“{file}”: 1 record"),
        (records, En) => format!("“{file}”: {records} records"),
    }
}

pub fn refused(file: &str, why: &str, locale: Locale) -> String {
    let file = isolated(file);
    format_in!(locale, "“{file}”没有导入。{why}", "“{file}” was not imported. {why}")
}
