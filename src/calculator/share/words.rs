use abacus_core::text::{Text, text};

pub const TITLE: Text = text("带走", "Take it along");
pub const COPY_LINK: Text = text("复制链接", "Copy link");
pub const COPY_SENTENCE: Text = text("复制一句话", "Copy a sentence");
pub const QR: Text = text("二维码", "QR code");
pub const SHARE: Text = text("分享…", "Share…");
pub const WORKBOOK: Text = text("存为 Excel", "Save for Excel");
pub const CSV: Text = text("存为 CSV", "Save as CSV");
pub const PRINT: Text = text("打印", "Print");
pub const TO_A_DEAL: Text = text("记到商机里", "Add to a deal");
pub const CLOSE: Text = text("关闭", "Close");

pub const COPIED: Text = text("已复制", "Copied");
/// The clipboard refused: what to do with the text shown.
pub const COPY_BY_HAND: Text = text(
    "浏览器不让复制。文字已选中，请手动复制：",
    "The browser does not let this page copy. The text is selected; copy it yourself:",
);
pub const SHARED: Text = text("已分享", "Shared");
/// The share sheet was closed.
pub const NOT_SHARED: Text = text("没有分享", "Not shared");
pub const SHARE_REFUSED: Text =
    text("系统没有打开分享，请复制链接。", "The system did not open its share sheet. Copy the link instead.");
pub const NOT_SAVED: Text = text(
    "浏览器没有接受下载。可以复制链接或一句话，或者换一个浏览器打开。",
    "The browser did not take the download. Copy the link or the sentence, or open the page in another browser.",
);
pub const QR_TOO_LONG: Text =
    text("链接太长，放不进二维码，请复制链接。", "The link is too long for a QR code. Copy the link instead.");
/// The accessible name of the QR code.
pub const QR_OF: Text = text("此页链接的二维码", "QR code of the link to this page");
pub const QR_HINT: Text = text("用手机扫一扫，打开同样的数字。", "Point a phone at it to open the same figures.");

/// On paper: over the inputs.
pub const INPUTS: Text = text("输入", "Inputs");
/// On paper: over conventions and source.
pub const NOTES: Text = text("约定与出处", "Conventions and source");
/// On paper: the day.
pub const DATE: Text = text("日期", "Date");
/// On paper: the address.
pub const LINK: Text = text("链接", "Link");
