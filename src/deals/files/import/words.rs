use abacus_core::date::DateError;
use abacus_core::format_in;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::transfer::{
    CellProblem, CellReason, Encoding, FileRecord, ImportChoice, Item, Part, Row, Unusable, Verdict,
};

use crate::deals::files::import::state::{CommitError, CompletedImport, UndoneImport};
use crate::deals::words as deals;
use crate::shell::field_errors::field_error;
use crate::shell::words::store_error;
pub const IN: Text = text("导入", "Import");
pub const IN_HINT: Text = text(
    "可以选从这里导出的 JSON 文件，或 CSV 表格（UTF-8 或 GBK），最大 20 MB。先看清单，按下导入之前什么都不会写入。",
    "Choose a JSON file exported from here, or a CSV table (UTF-8 or GBK), of up to 20 MB. You see a list first: nothing is written until you press Import.",
);
pub const CHOOSE: Text = text("选择文件…", "Choose a file…");
pub const CHOOSE_ANOTHER: Text = text("换文件…", "Choose another file…");
pub const CANCEL: Text = text("取消", "Cancel");
pub const SEE: Text = text("看商机", "See the deals");
pub const UNDO: Text = text("撤销导入", "Undo import");
pub const COLUMNS: Text = text("每一列是什么", "What each column holds");
pub const COLUMNS_HINT: Text = text(
    "已按标题对好，请核对。不需要的列选“不导入”，也可以放进备注。",
    "Matched by the header; please check. Leave out what you do not need, or put it in the notes.",
);
pub const UNKNOWN_COLUMNS: Text = text(
    "没有一列的名称认得出来。列名如果在另一行，请在上面选那一行；否则请逐列指定。",
    "None of these names is known. If another row names the columns, choose it above; otherwise say what each column holds.",
);
pub const HEADER: Text = text("列名在哪一行", "Row with the column names");
pub const LEFT_OUT: Text = text("不导入", "Leave out");
pub const NAMELESS: Text = text("（没有标题）", "(no title)");
pub const EXAMPLE: Text = text("例：", "e.g. ");
pub const UNUSABLE: Text = text("读不出来的", "Cannot be read");
pub const UNUSABLE_HINT: Text = text(
    "这些不会导入，其余的不受影响。它们还在文件里。",
    "These are left out; the rest is not affected. They are still in the file.",
);
pub const IN_FILE: Text = text("文件里", "In the file");
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

#[must_use]
pub const fn verdict(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Conflict => text("冲突", "Conflicts"),
        Verdict::New => text("新的", "New"),
        Verdict::FileNewer => text("文件里较新", "Newer in the file"),
        Verdict::BookNewer => text("本机较新", "Newer here"),
        Verdict::Repeated => text("文件里重复", "Repeated in the file"),
        Verdict::Total => text("合计行", "Totals"),
        Verdict::Identical => text("完全相同", "Identical"),
    }
}

#[must_use]
pub const fn verdict_means(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Conflict => text(
            "两边不一样，又看不出哪份在后。除非您另选，两份都留下，并排放着。",
            "The two differ, and neither is clearly later. Unless you choose otherwise, both are kept side by side.",
        ),
        Verdict::New => text("本机没有，会加进来。", "Not here yet; they will be added."),
        Verdict::FileNewer => text(
            "文件里的是在本机这份的基础上改的，会换上新的。",
            "The file’s version was made from the one here and replaces it.",
        ),
        Verdict::BookNewer => {
            text("本机这份是在文件里那份的基础上改的，不动。", "The version here was made from the file’s and stays.")
        }
        Verdict::Repeated => {
            text("前面已经有一模一样的，不再导入。", "Already earlier in the file; not imported again.")
        }
        Verdict::Total => text(
            "是上面各行的合计，不是商机，不导入。",
            "They add up the rows above and are no deals, so they are left out.",
        ),
        Verdict::Identical => text("本机已经有了，不动。", "Already here; nothing changes."),
    }
}

#[must_use]
pub const fn choice(verdict: Verdict, choice: ImportChoice) -> Text {
    match (choice, verdict) {
        (ImportChoice::KeepBoth, _) => text("两份都留", "Keep both"),
        (ImportChoice::Take, Verdict::New | Verdict::Repeated | Verdict::Total | Verdict::Identical) => {
            text("导入", "Import")
        }
        (ImportChoice::Take, _) => text("用文件里的", "Use the file’s"),
        (ImportChoice::Leave, Verdict::New | Verdict::Repeated | Verdict::Total) => text("不导入", "Leave out"),
        (ImportChoice::Leave, _) => text("只留本机的", "Keep the one here"),
    }
}

#[must_use]
pub fn group(of: Verdict, count: usize, locale: Locale) -> String {
    let name = verdict(of).get(locale);
    format_in!(locale, "{name}（{count}）", "{name} ({count})")
}

#[must_use]
pub fn name(item: &Item, locale: Locale) -> String {
    let name = match &item.record {
        FileRecord::Deal(deal) => deals::name(deal, locale),
        FileRecord::Scenario(scenario) => {
            let tool = scenario.calculator.spec().title.get(locale);
            format!("{} · {tool} · {}", SCENARIO.get(locale), scenario.name)
        }
        FileRecord::Lesson(lesson) => format!("{} · {}", LESSON.get(locale), lesson.title),
    };
    let deleted = if item.record.is_deleted() { Some(DELETED.get(locale)) } else { None };
    match (item.row, deleted, locale) {
        (Some(row), _, Zh) => format!("第 {row} 行 · {name}"),
        (Some(row), _, En) => format!("Row {row} · {name}"),
        (None, Some(deleted), Zh) => format!("{name}（{deleted}）"),
        (None, Some(deleted), En) => format!("{name} ({deleted})"),
        (None, None, _) => name,
    }
}

/// A row that could name the columns: its number and the beginning of what it says.
#[must_use]
pub fn header_choice(row: &Row, locale: Locale) -> String {
    const LETTERS: usize = 40;
    let number = row.number;
    let all = row.filled().collect::<Vec<_>>().join(" · ");
    let cells: String = all.chars().take(LETTERS).collect();
    let more = if cells.len() < all.len() { "…" } else { "" };
    format_in!(locale, "第 {number} 行：{cells}{more}", "Row {number}: {cells}{more}")
}

/// That an earlier row of the table names the same deal.
#[must_use]
pub fn same_deal(row: usize, locale: Locale) -> String {
    format_in!(
        locale,
        "和第 {row} 行是同一个客户、同一个商机，其他格子不一样，请核对。",
        "The same customer and deal as in row {row}, with other cells. Please check."
    )
}

/// The accessible name of the choice of what becomes of a record.
#[must_use]
pub fn choice_for(name: &str, locale: Locale) -> String {
    format_in!(locale, "{name}：怎么处理", "{name}: What to do")
}

#[must_use]
pub fn problem(problem: &CellProblem, locale: Locale) -> String {
    let label = problem.column.label().get(locale);
    let typed = &problem.text;
    let why = match problem.reason {
        CellReason::Number(spec, error) => field_error(spec, error, locale),
        CellReason::Date(DateError::DoesNotExist) => say("没有这一天。", "There is no such day.", locale),
        CellReason::Date(DateError::NotIso) => say(
            "读不出日期，请写成 2026-06-30 或 2026/6/30。",
            "This cannot be read as a date. Write it as 2026-06-30 or 2026/6/30.",
            locale,
        ),
        CellReason::Greenwich => say(
            "这是格林尼治时间，在当地可能是另一天，请只写日期。",
            "This is Greenwich time, which may be another day where it was written. Write the day alone.",
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
        CellReason::Stage => {
            say("不是六个阶段之一，写进了备注。", "Not one of the six stages; it goes into the notes.", locale)
        }
    };
    format_in!(locale, "{label}“{typed}”：{why}", "{label} “{typed}”: {why}")
}

fn say(zh: &'static str, en: &'static str, locale: Locale) -> String {
    text(zh, en).get(locale).to_owned()
}

#[must_use]
pub fn problems(rows: usize, locale: Locale) -> String {
    match (rows, locale) {
        (rows, Zh) => format!("{rows} 行里有读不出来的格子。这些行照样导入，原来的文字留在格子里，以后可以改。"),
        (1, En) => "1 row has a cell that cannot be read. It is imported all the same; the text stays in its field for you to correct later.".to_owned(),
        (rows, En) => format!(
            "{rows} rows have a cell that cannot be read. They are imported all the same; the text stays in its field for you to correct later."
        ),
    }
}

#[must_use]
pub fn unusable(unusable: &Unusable, locale: Locale) -> String {
    let part = match unusable.part {
        Part::Deals => text("商机", "Deal"),
        Part::Scenarios => SCENARIO,
        Part::Lessons => LESSON,
        Part::Unreadable => text("原本就读不出来的", "Unreadable before"),
        Part::Entries => text("记录", "Record"),
    };
    let (part, number, why) = (part.get(locale), unusable.number, unusable.reason.message(locale));
    match (&unusable.name, locale) {
        (Some(name), Zh) => format!("{part}第 {number} 条“{name}”：{why}"),
        (Some(name), En) => format!("{part} {number}, “{name}”: {why}"),
        (None, Zh) => format!("{part}第 {number} 条：{why}"),
        (None, En) => format!("{part} {number}: {why}"),
    }
}

/// The parts of a deal, besides its columns, in which two versions differ.
#[must_use]
pub fn others(names: &[String], locale: Locale) -> String {
    let words: Vec<&str> = names.iter().map(|name| part(name).map_or(name.as_str(), |part| part.get(locale))).collect();
    format_in!(locale, ("还不同的：{}", words.join("、")), ("Also different: {}", words.join(", ")))
}

fn part(name: &str) -> Option<Text> {
    Some(match name {
        "people" => text("人员", "people"),
        "invoice" => text("发票", "invoice"),
        "snapshots" => text("测算", "results"),
        "set_aside" => text("暂不处理的建议", "advice marked “not now”"),
        "deleted" => text("是否删除", "whether it is deleted"),
        "log" => text("会面记录", "contact log"),
        "assessment" => text("评估", "assessment"),
        "reached" => text("各阶段的日期", "days of the stages"),
        "visits" => text("拜访准备", "visits"),
        _ => return None,
    })
}

#[must_use]
pub fn import(count: usize, locale: Locale) -> String {
    format_in!(locale, "导入 {count} 条", "Import {count}")
}

/// Before the import button: last values of calculators and usual figures that the file has and this device has not.
#[must_use]
pub fn own_figures(count: usize, locale: Locale) -> String {
    format_in!(
        locale,
        "计算器里自己的数字，本机还没有的，也一并导入（{count} 项）。",
        "Your own calculator figures come with it, where this device has none ({count}).",
    )
}

#[must_use]
pub fn more(count: usize, locale: Locale) -> String {
    format_in!(locale, "再显示 {count} 条", "Show {count} more")
}

#[must_use]
pub fn chosen_file(file: &str, records: usize, locale: Locale) -> String {
    match (records, locale) {
        (records, Zh) => format!("“{file}”：{records} 条"),
        (1, En) => format!("“{file}”: 1 record"),
        (records, En) => format!("“{file}”: {records} records"),
    }
}

#[must_use]
pub fn refused(file: &str, why: &str, locale: Locale) -> String {
    format_in!(locale, "“{file}”没有导入。{why}", "“{file}” was not imported. {why}")
}

#[must_use]
pub fn completed(done: &CompletedImport, locale: Locale) -> String {
    let file = &done.journal.file;
    match (done.journal.entries.len(), locale) {
        (count, Zh) => format!("已从“{file}”导入 {count} 条。"),
        (1, En) => format!("Imported 1 record from “{file}”."),
        (count, En) => format!("Imported {count} records from “{file}”."),
    }
}

#[must_use]
pub fn undone_import(taken: UndoneImport, locale: Locale) -> String {
    let restored = match (taken.restored, locale) {
        (0, _) => text("什么也没有撤销。", "Nothing was undone.").get(locale).to_owned(),
        (count, Zh) => format!("已撤销导入，{count} 条恢复原样。"),
        (1, En) => "Import undone: 1 record is back as it was.".to_owned(),
        (count, En) => format!("Import undone: {count} records are back as they were."),
    };
    match (taken.changed, locale) {
        (0, _) => restored,
        (count, Zh) => format!("{restored}{count} 条在导入之后改过，没有动。"),
        (1, En) => format!("{restored} 1 was changed since and stays."),
        (count, En) => format!("{restored} {count} were changed since and stay."),
    }
}

#[must_use]
pub fn not_undone(count: usize, locale: Locale) -> String {
    format_in!(
        locale,
        "还有 {count} 条没能撤销：浏览器不让改。请再试一次。",
        "{count} could not be undone because the browser refused. Please try again."
    )
}

#[must_use]
pub fn failure(failure: CommitError, locale: Locale) -> String {
    let why = |error| store_error(error).get(locale);
    match (failure, locale) {
        (CommitError::Changed, _) => say(
            "商机本刚刚有改动，所以什么也没有写入。清单已更新，请再看一遍。",
            "The deal book was changed just now, so nothing was imported. The list is up to date again; please check it once more.",
            locale,
        ),
        (CommitError::Store(error) | CommitError::Stuck(error, 0), Zh) => {
            format!("没有导入：{}。已写入的都撤回了，一切如前。", why(error))
        }
        (CommitError::Store(error) | CommitError::Stuck(error, 0), En) => {
            format!(
                "Nothing was imported: {}. What had been written was undone; everything is as before.",
                lower(why(error))
            )
        }
        (CommitError::Stuck(error, count), Zh) => {
            format!("没有全部导入：{}。其中 {count} 条写入后没能撤回，下次打开本页时会接着撤回。", why(error))
        }
        (CommitError::Stuck(error, count), En) => {
            format!(
                "Not everything was imported: {}. {count} already written could not be undone; this continues when you next open the page.",
                lower(why(error))
            )
        }
    }
}

fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[must_use]
pub fn encoding(encoding: Encoding, locale: Locale) -> String {
    let name = match encoding {
        Encoding::Utf8 => "UTF-8",
        Encoding::Gb18030 => "GB18030（GBK）",
        Encoding::Utf16Le | Encoding::Utf16Be => "UTF-16",
    };
    format_in!(locale, "按 {name} 读取。", ("Read as {}.", name.replace('（', " (").replace('）', ")")))
}
