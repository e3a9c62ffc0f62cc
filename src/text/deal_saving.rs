//! What is said about keeping the deals.

use abacus_core::text::{Text, text};

/// Everything is kept.
pub const SAVED: Text = text("已保存", "Saved");
/// It will be in a moment.
pub const SAVING: Text = text("正在保存…", "Saving…");
/// It is not.
pub const NOT_SAVED: Text = text("未保存", "Not saved");

/// Storage as a whole is denied.
pub const DENIED: Text = text("浏览器不让本页保存数据", "The browser does not let this page keep data");
/// There is no room left.
pub const FULL: Text = text("浏览器的存储空间已满", "The browser has no room left");
/// It was taken, but is not there.
pub const NOT_KEPT: Text = text("浏览器没有把数据留住", "The browser did not keep the data");
/// Someone else removed it.
pub const CLEARED: Text = text("浏览器里存的商机被清除了", "The stored deals were removed from the browser");

/// What a denial means.
pub const DENIED_MEANS: Text = text(
    "您可以照常使用，但什么都不会保存：关闭本页后，填写的内容就没有了。要留下，请存成文件。",
    "Everything works, but nothing is being kept: what you enter is gone once this page is closed. To keep it, save it as a file.",
);
/// What a failed attempt means.
pub const FAILED_MEANS: Text = text(
    "您可以照常使用，但最近的改动没有保存：关闭本页后就没有了。请存成文件，或腾出空间后再试。",
    "Everything works, but your latest changes are not being kept: they are gone once this page is closed. \
     Save them as a file, or make room and try again.",
);
/// What a removal means.
pub const CLEARED_MEANS: Text = text(
    "它们还在本页上，但没有保存：关闭本页后就没有了，只有您之后改动的会留下。如果不是您有意清除的，请全部重新保存，或存成文件。",
    "They are still on this page, but not being kept: they are gone once it is closed, except those you change from \
     here on. Unless you removed them on purpose, save all again, or save them as a file.",
);
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

/// After another tab changed the same deal at the same time.
pub const CONFLICT: Text = text(
    "另一个标签页同时改了这笔商机。两份都留下了，这一份是您在这里改的。",
    "Another tab changed this deal at the same time. Both versions were kept; this is the one you changed here.",
);
/// Opens the other version.
pub const CONFLICT_OTHER: Text = text("看另一份", "See the other one");
