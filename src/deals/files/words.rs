use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::upkeep::Backup;
use abacus_vault::journal::Journal;

pub const NOT_OF_DEMO: Text =
    text("示例商机不导出，免得和您自己的混在一起。", "Demo deals are not exported, so they do not mix with your own.");
pub const LEAD: Text = text(
    "商机只存在这台设备上。存成文件就能备份、发给同事，也能把同事的文件并进来。",
    "Deals are kept on this device only. Save them as a file to back them up or to send to a colleague; a colleague’s file can be merged in, too.",
);
pub const OUT: Text = text("导出", "Export");
pub const OUT_HINT: Text = text(
    "备份里有全部内容，可以再导入；表格里是商机列表，给 Excel 用。",
    "The backup holds everything and can be imported again. The table is the list of deals, for Excel.",
);
pub const BACKUP: Text = text("完整备份（JSON）", "Full backup (JSON)");
pub const WORKBOOK: Text = text("商机列表（Excel）", "List of deals (Excel)");
pub const CSV: Text = text("商机列表（CSV）", "List of deals (CSV)");
pub const SHEET: Text = text("商机", "Deals");
pub const NOTHING_TO_LIST: Text =
    text("还没有商机，表格里只有表头。", "There are no deals yet: the table has only its header.");
pub const NOT_SAVED: Text =
    text("浏览器没有接受下载，请换一个浏览器打开。", "The browser refused the download. Try another browser.");
/// The confirmation before undoing an import from an earlier day.
pub const UNDO_SURE: Text = text(
    "撤销后，那次导入新增的商机会直接删掉，不进“最近删除”；被它替换的恢复成原来的样子。之后改过的都保留。要撤销吗？",
    "The deals that this import added are removed for good, not moved to “Recently deleted”, and those it replaced go \
     back to what they were. Anything changed since stays. Undo it?",
);
pub const WAYS_BACK: Text = text("可以撤销的操作", "What you can undo");
pub const SAVE_BEFORE: Text = text("把原来的记录存成文件", "Save the records as they were");
pub const NO_FILE: Text = text(
    "浏览器没有让本页存文件。内容在下面，请全部复制，另外保存。",
    "The browser did not let this page save a file. Its content is below: copy all of it and keep it elsewhere.",
);
pub const UNDERSTOOD: Text = text("知道了", "Dismiss");
pub const NO_BACKUP: Text = text("还没有备份过。", "No backup yet.");

/// The last import from before the page was opened.
pub fn earlier(journal: &Journal, locale: Locale) -> String {
    let (file, count, day) = (isolated(&journal.file), journal.entries.len(), day(journal));
    match locale {
        Zh => format!("上次导入：“{file}”，{count} 条{day}。撤销时，导入之后改过的不动。"),
        En => {
            let records = if count == 1 { "record" } else { "records" };
            format!("Last import: “{file}”, {count} {records}{day}. Undoing it leaves later changes alone.")
        }
    }
}

pub fn migrated(journal: &Journal, locale: Locale) -> String {
    let (count, day) = (journal.entries.len(), day(journal));
    match locale {
        Zh => format!("应用更新时，{count} 条记录改成了新格式{day}。原来的一字不改地留着。"),
        En if count == 1 => {
            format!(
                "When the app was updated, 1 record was converted to the new format{day}. The original is kept, too."
            )
        }
        En => format!(
            "When the app was updated, {count} records were converted to the new format{day}. The originals are kept, too."
        ),
    }
}

pub fn last_backup(backup: &Backup, locale: Locale) -> String {
    match (backup.last(), backup.changes(), locale) {
        (None, _, _) => NO_BACKUP.get(locale).to_owned(),
        (Some(day), 0, Zh) => format!("上次备份：{day}，之后没有改动。"),
        (Some(day), 0, En) => format!("Last backup: {day}. No changes since."),
        (Some(day), count, Zh) => format!("上次备份：{day}，之后有 {count} 处改动。"),
        (Some(day), 1, En) => format!("Last backup: {day}, with 1 change since."),
        (Some(day), count, En) => format!("Last backup: {day}, with {count} changes since."),
    }
}

pub(super) fn day(journal: &Journal) -> String {
    journal.day.map(|day| format!(" ({day})")).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::earlier;
    use abacus_core::text::Locale;
    use abacus_vault::journal::Journal;

    #[test]
    fn a_name_inside_a_sentence_is_isolated() {
        let journal = Journal { file: "דנה".to_owned(), day: None, entries: Vec::new(), undone: false };
        for locale in Locale::ALL {
            let sentence = earlier(&journal, locale);
            assert!(sentence.contains("\u{2068}דנה\u{2069}"), "{sentence}");
        }
    }
}
