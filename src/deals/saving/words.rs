use abacus_core::format_in;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_vault::Problem;

use crate::shell::ports::StoreError;
use crate::shell::words::store_error;

pub const SAVED: Text = text("已保存", "Saved");
pub const SAVING: Text = text("正在保存…", "Saving…");
pub const READ_ONLY: Text = text("只读", "Read only");
const WITHDRAWN: Text = text("浏览器不再让本页保存数据", "The browser no longer lets this page save data");
const CLEARED: Text = text("浏览器里存的商机被清除了", "The stored deals were removed from the browser");
pub const READ_ONLY_MEANS: Text = text(
    "什么都没有丢，也没有动。请重新打开本页，换成新版本；也可以先把数据存成文件。",
    "Nothing is lost and nothing was touched. Reload this page to get the newer version, or save the data as a file first.",
);
/// Some edits made before the newer version was noticed exist on this page only.
pub const READ_ONLY_UNSAVED: Text = text(
    "您刚才的改动只在本页上，没有保存：请先存成文件，再重新打开。",
    "Your latest changes are on this page only and not saved: save the data as a file before you reload.",
);
pub const RELOAD: Text = text("重新打开本页", "Reload this page");
pub const MAKE_ROOM: Text = text("看看怎样腾出空间", "See how to free up space");
pub const PUT_BACK: Text = text("全部重新保存", "Save all again");
pub const OPENING: Text = text("正在打开商机本…", "Opening the deal book…");
pub const NOT_OPENED: Text = text(
    "商机本没有打开，原因见上面。已存的商机没有动过，可以先存成文件。",
    "The deal book was not opened, for the reason above. Your stored deals were not touched; you can save them as a file.",
);
pub const UNREADABLE_KEPT: Text = text(
    "它们原样保留在这个浏览器里，不会被改动。可以存成文件，请人查看；存过之后才能移除。",
    "They stay in this browser exactly as they are. You can save one as a file and have someone look at it; only then \
     can it be removed.",
);
pub const REMOVE_RECORD: Text = text("从浏览器移除", "Remove from the browser");
pub const REMOVE_RECORD_SURE: Text = text(
    "从这个浏览器移除这条记录？您刚存的文件就是唯一的一份了。",
    "Remove this record from the browser? The file you have just saved is then the only copy.",
);

pub const fn reason(problem: Problem) -> Text {
    match problem {
        Problem::Store(error) => store_error(error),
        Problem::Withdrawn => WITHDRAWN,
        Problem::Cleared => CLEARED,
    }
}

pub const fn meaning(problem: Problem) -> Text {
    match problem {
        Problem::Store(StoreError::Denied) => text(
            "您可以照常使用，但什么都不会保存：关闭本页后，填写的内容就没有了。要留下，请存成文件。",
            "Everything works, but nothing is saved: what you enter is gone once you close this page. To keep it, save it as a file.",
        ),
        Problem::Withdrawn => text(
            "打开时还可以，可能是隐私设置改了。最近的改动只在本页上：请先存成文件，再恢复设置后再试。",
            "It did when the page was opened; a privacy setting may have changed. Your latest changes are only on this \
             page: save them as a file first, then allow it again and retry.",
        ),
        Problem::Store(StoreError::Full) => text(
            "您可以照常使用，但最近的改动没有保存：关闭本页后就没有了。请存成文件，或腾出空间后再试。",
            "Everything works, but your latest changes are not saved: they are gone once you close this page. Save them as a \
             file, or free up space and try again.",
        ),
        Problem::Store(StoreError::Ceiling) => text(
            "本站只用浏览器空间的一半，已经用到头了。最近的改动没有保存：请存成文件，或腾出空间后再试。",
            "This app uses at most half of the space the browser gives it, and that is used up. Your latest changes are not \
             saved: save them as a file, or free up space and try again.",
        ),
        Problem::Store(StoreError::Corrupted) => text(
            "浏览器自己的存储文件读写出错，不是商机本的问题。最近的改动没有保存：请先存成文件，然后重启浏览器再打开本页。",
            "The browser cannot read or write its own storage files; nothing is wrong with the deal book. Your latest changes \
             are not saved: save them as a file first, then restart the browser and open this page again.",
        ),
        Problem::Store(StoreError::NoJournal) => text(
            "导入前的样子记在一份记录里，那份记录坏了，所以商机本没有打开，什么都没有动。请先存成文件，再到“导入与导出”\
             里删除全部数据，然后导入这份文件：已存的商机都在里面。",
            "The record of how things were before it is damaged, so the deal book was not opened and nothing was touched. Save \
             the data as a file, delete all data under “Import and export”, then import the file: every stored deal is in it.",
        ),
        Problem::Store(StoreError::Newer) => text(
            "它写到一半的记录只有它能收尾，所以这里先不读也不写，什么都没有动。请重新打开本页，换成新版本。",
            "Only that version can finish the records it was writing, so nothing is read or written here, and nothing was \
             touched. Reload this page to get the newer version.",
        ),
        Problem::Store(StoreError::NotKept) => text(
            "浏览器收下了改动，读回来却不一样，所以不能算保存。请存成文件，再试一次或换一个浏览器。",
            "The browser took your latest changes but gives back something else, so they are not saved. Save them as a file, \
             then try again or use another browser.",
        ),
        Problem::Cleared => text(
            "它们还在本页上，但没有保存：关闭本页后就没有了，只有您之后改动的会留下。如果不是您有意清除的，请全部重新保存，或存成文件。",
            "They are still on this page but not saved: they are gone once you close it, except those you change from here on. \
             Unless you removed them on purpose, save all again, or save them as a file.",
        ),
    }
}

pub fn read_only(schema: u64, locale: Locale) -> String {
    format_in!(
        locale,
        "新版本写过这本商机本（格式 {schema}），在这里只能看，不能改",
        "A newer version of this app has written to this deal book (format {schema}): here you can read it but not change it"
    )
}

pub fn rolled_back(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (count, Zh) => format!("上次导入没有做完页面就关了。已写入的 {count} 条都撤回了，一切如导入之前。"),
        (1, En) => "The page was closed before an import finished. The record it had written was undone; everything is as before.".to_owned(),
        (count, En) => format!("The page was closed before an import finished. The {count} records it had written were undone; everything is as before."),
    }
}
