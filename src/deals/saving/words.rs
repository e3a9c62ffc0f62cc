//! What is said about keeping the deals.

use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};

use crate::state::ports::StoreError;
use abacus_vault::Problem;

/// Everything is kept.
pub const SAVED: Text = text("已保存", "Saved");
/// It will be in a moment.
pub const SAVING: Text = text("正在保存…", "Saving…");
/// It is not.
pub const NOT_SAVED: Text = text("未保存", "Not saved");

/// Nothing may be written.
pub const READ_ONLY: Text = text("只读", "Read only");

/// Storage as a whole is denied.
const DENIED: Text = text("浏览器不让本页保存数据", "The browser does not let this page keep data");
/// It was denied while the page was open.
const WITHDRAWN: Text = text("浏览器不再让本页保存数据", "The browser no longer lets this page keep data");
/// There is no room left.
const FULL: Text = text("浏览器的存储空间已满", "The browser has no room left");
/// There is none that the app allows itself.
const CEILING: Text = text("商机本已满", "The deal book is full");
/// The storage itself is broken.
const CORRUPTED: Text = text("浏览器的存储坏了", "The browser’s storage is damaged");
/// An import broke off, and nobody can take it back.
const NO_WAY_BACK: Text = text("上次导入没做完，退不回去", "An import broke off, and cannot be taken back");
/// A newer version of the app was not done.
const NEWER: Text = text("更新的版本还有一步没做完", "A newer version of this app has not finished something");
/// It was taken, but is not there.
const NOT_KEPT: Text = text("浏览器没有把数据留住", "The browser did not keep the data");
/// Someone else removed it.
const CLEARED: Text = text("浏览器里存的商机被清除了", "The stored deals were removed from the browser");

/// Why the store refused.
#[must_use]
pub const fn store_error(error: StoreError) -> Text {
    match error {
        StoreError::Denied => DENIED,
        StoreError::Full => FULL,
        StoreError::Ceiling => CEILING,
        StoreError::Corrupted => CORRUPTED,
        StoreError::NoJournal => NO_WAY_BACK,
        StoreError::Newer => NEWER,
        StoreError::NotKept => NOT_KEPT,
    }
}

/// Why something is not kept.
#[must_use]
pub const fn why(problem: Problem) -> Text {
    match problem {
        Problem::Store(error) => store_error(error),
        Problem::Withdrawn => WITHDRAWN,
        Problem::Cleared => CLEARED,
    }
}

/// What that means, and what to do.
#[must_use]
pub const fn meaning(problem: Problem) -> Text {
    match problem {
        Problem::Store(StoreError::Denied) => text(
            "您可以照常使用，但什么都不会保存：关闭本页后，填写的内容就没有了。要留下，请存成文件。",
            "Everything works, but nothing is being kept: what you enter is gone once this page is closed. To keep it, save it as a file.",
        ),
        Problem::Withdrawn => text(
            "打开时还可以，可能是隐私设置改了。最近的改动只在本页上：请先存成文件，再恢复设置后再试。",
            "It did when the page was opened; a privacy setting may have changed. Your latest changes are only on this \
             page: save them as a file first, then allow it again and retry.",
        ),
        Problem::Store(StoreError::Full) => text(
            "您可以照常使用，但最近的改动没有保存：关闭本页后就没有了。请存成文件，或腾出空间后再试。",
            "Everything works, but your latest changes are not being kept: they are gone once this page is closed. \
             Save them as a file, or make room and try again.",
        ),
        Problem::Store(StoreError::Ceiling) => text(
            "本站只用浏览器空间的一半，已经用到头了。最近的改动没有保存：请存成文件，或腾出空间后再试。",
            "This app fills at most half of the browser’s room for a site, and that is used up. Your latest changes are not \
             being kept: save them as a file, or make room and try again.",
        ),
        Problem::Store(StoreError::Corrupted) => text(
            "浏览器自己的存储文件读写出错，不是商机本的问题。最近的改动没有保存：请先存成文件，然后重启浏览器再打开本页。",
            "The browser cannot read or write its own storage files; nothing is wrong with the deal book. Your latest changes \
             are not being kept: save them as a file first, then restart the browser and open this page again.",
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
            "The browser took your latest changes, but gives back something else: that is not kept. Save them as a file, \
             and try again or use another browser.",
        ),
        Problem::Cleared => text(
            "它们还在本页上，但没有保存：关闭本页后就没有了，只有您之后改动的会留下。如果不是您有意清除的，请全部重新保存，或存成文件。",
            "They are still on this page, but not being kept: they are gone once it is closed, except those you change from \
             here on. Unless you removed them on purpose, save all again, or save them as a file.",
        ),
    }
}

/// A newer version of the app wrote some of the records.
#[must_use]
pub fn read_only(schema: u64, locale: Locale) -> String {
    match locale {
        Zh => format!("这本商机本被更新的版本写过（格式 {schema}），在这里只能看，不能改"),
        En => format!(
            "A newer version of this app has written to this deal book (format {schema}): here it can be read, not changed"
        ),
    }
}
/// What that means, and what to do.
pub const READ_ONLY_MEANS: Text = text(
    "什么都没有丢，也没有动。请重新打开本页，换成新版本；也可以先把数据存成文件。",
    "Nothing is lost, and nothing was touched. Reload this page to get the newer version, or save the data as a file first.",
);
/// Some of what was typed before that was noticed is on the page alone.
pub const READ_ONLY_UNSAVED: Text = text(
    "您刚才的改动只在本页上，没有保存：请先存成文件，再重新打开。",
    "Your latest changes are on this page only, and not kept: save the data as a file before you reload.",
);
/// Reloads the page.
pub const RELOAD: Text = text("重新打开本页", "Reload this page");
/// Leads to where room can be made.
pub const MAKE_ROOM: Text = text("看看怎样腾出空间", "See how to make room");

/// An import had broken off half-way.
#[must_use]
pub fn took_back(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (count, Zh) => format!("上次导入没有做完页面就关了。已写入的 {count} 条都撤回了，一切如导入之前。"),
        (1, En) => "The page was closed before an import was finished. The record it had written was taken back; all is as before.".to_owned(),
        (count, En) => format!("The page was closed before an import was finished. The {count} records it had written were taken back; all is as before."),
    }
}

/// Offers the data.
pub const SAVE_FILE: Text = text("把数据存成文件", "Save data as a file");
/// Instead of a file.
pub const NO_FILE: Text = text(
    "浏览器没有让本页存文件。内容在下面，请全部复制，另外保存。",
    "The browser did not let this page save a file. Its content is below: copy all of it and keep it elsewhere.",
);
/// Closes that.
pub const UNDERSTOOD: Text = text("知道了", "Dismiss");
/// Offers to store again what was removed.
pub const PUT_BACK: Text = text("全部重新保存", "Save all again");
/// Offers another attempt.
pub const TRY_AGAIN: Text = text("再试一次", "Try again");

/// There is another version of this deal, because it was changed twice at the same time.
pub const VERSIONS: Text = text(
    "这笔商机同时在两处被改，而且改的是同一项，所以两份都留着：",
    "This deal was changed in two places at the same time, and in the same field, so both versions were kept:",
);
/// What two versions say in one field: the name of the field, here, there.
#[must_use]
pub fn versions_say(field: &str, here: &str, there: &str, locale: Locale) -> String {
    let said = |said: &str| match (said.is_empty(), locale) {
        (false, Zh) => format!("“{said}”"),
        (false, En) => format!("“{said}”"),
        (true, Zh) => "空".to_owned(),
        (true, En) => "nothing".to_owned(),
    };
    match locale {
        Zh => format!("{field}：这份是{}，另一份是{}", said(here), said(there)),
        En => format!("{field}: {} here, {} in the other", said(here), said(there)),
    }
}
/// They differ, and not in a field that is shown.
pub const VERSIONS_DIFFER: Text =
    text("人员、记录或评估不同，请打开对照", "People, meetings or the assessment differ: open it to compare");
/// Opens the other version.
pub const VERSIONS_OTHER: Text = text("看另一份", "See the other one");
/// Makes this one the only one.
pub const VERSIONS_KEEP: Text = text("只留这份", "Keep only this one");
/// In the list, beside the name of a second version.
pub const VERSION: Text = text("另一份", "Second version");
