use abacus_core::text::{Text, text};

pub const TITLE: Text = text("分享与保存", "Share and save");
pub const COPY_LINK: Text = text("复制链接", "Copy link");
pub const COPY_SENTENCE: Text = text("复制说明", "Copy summary");
pub const QR: Text = text("二维码", "QR code");
/// The same where space is short.
pub const QR_SHORT: Text = text("二维码", "QR");
pub const SHARE: Text = text("分享…", "Share…");
pub const WORKBOOK: Text = text("存为 Excel", "Download Excel");
pub const CSV: Text = text("存为 CSV", "Download CSV");
pub const PRINT: Text = text("打印", "Print");
pub const PRACTICE: Text = text("打印练习", "Print practice sheet");
pub const ANSWERS: Text = text("打印答案", "Print answer sheet");
pub const TO_A_DEAL: Text = text("记到商机里", "Add to a deal");
pub const CLOSE: Text = text("关闭", "Close");

pub const COPIED: Text = text("已复制", "Copied");
/// Shown when the clipboard refused: what to do with the text.
pub const COPY_BY_HAND: Text = text(
    "浏览器不让复制。文字已选中，请手动复制：",
    "The browser blocked copying. The text is selected; copy it yourself:",
);
pub const SHARED: Text = text("已分享", "Shared");
pub const NOT_SHARED: Text = text("没有分享", "Not shared");
pub const SHARE_REFUSED: Text = text("分享没有打开，请复制链接。", "Sharing did not open. Copy the link instead.");
pub const NOT_SAVED: Text = text(
    "浏览器没有接受下载。可以复制链接或说明，或者换一个浏览器打开。",
    "The browser refused the download. Copy the link or the summary, or open the page in another browser.",
);
pub const QR_TOO_LONG: Text =
    text("链接太长，放不进二维码，请复制链接。", "The link is too long for a QR code. Copy the link instead.");
/// The accessible name of the QR code.
pub const NO_LINK: Text = text(
    "这个文件没有设定网址，所以没有链接可以分享；可以复制说明，或打印。",
    "This file was made without a web address, so it has no link to share. You can copy the summary, or print.",
);
pub const ONLY_CSV: Text = text(
    "这个文件不带 Excel 功能，请存为 CSV，Excel 也能打开。",
    "This file cannot make Excel workbooks. Download CSV instead: Excel opens it, too.",
);
pub const QR_OF: Text = text("本页链接的二维码", "QR code of the link to this page");
pub const QR_HINT: Text = text("用手机扫一扫，打开同样的数字。", "Scan it with a phone to open the same figures.");
pub const TO_A_LESSON: Text = text("用这些数讲一课", "Make a lesson from these values");
