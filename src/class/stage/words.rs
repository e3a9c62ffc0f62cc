use abacus_core::format_in;
use abacus_core::page::PRODUCT;
use abacus_core::text::{Locale, Text, text};

pub(super) const NEXT: Text = text("下一步", "Next");
pub(super) const BACK: Text = text("上一步", "Back");
pub(super) const KEYS: Text = text("按键", "Keys");
/// Shown while the screen is black or white.
pub(super) const LIGHT: Text = text("屏幕已关，按任意键亮屏", "The screen is off; press any key");
pub(super) const GUESSES: Text = text("大家的猜测", "Guesses");
pub(super) const COUNT_HANDS: Text = text("数一数", "Count");
pub(super) const TYPE_GUESS: Text = text("把听到的数打进来，回车记一个", "Type what you hear; Enter adds it");
/// The characters that can be typed into a guess.
pub(super) const SIGNS: Text = text("1234567890.万%", "1234567890.k%");
pub(super) const REFUSED: Text =
    text("这个数读不出来：退回去改，或直接打下一个", "This is not a number: take it back, or type the next");
pub(super) const ADD: Text = text("记下", "Add");
pub(super) const TAKE_BACK: Text = text("退回", "Take back");
pub(super) const CLOSE: Text = text("关闭", "Close");
pub(super) const LEAVE: Text = text("不讲了？", "Stop the lesson?");
pub(super) const LEAVE_HOW: Text = text(
    "再按一次 Esc 回到课程列表，按别的键接着讲。",
    "Press Esc again to go back to the lessons, or any other key to continue.",
);
pub(super) const LEAVE_NOW: Text = text("回到课程列表", "Leave");
pub(super) const GO_ON: Text = text("接着讲", "Continue");
pub(super) const QR: Text = text("扫码，用自己的手机算", "Scan it and try on your phone");
pub(super) const QR_SHORT: Text = text("二维码", "QR code");
pub(super) const RIGHT: Text = text("对", "Right");
pub(super) const NOT_YET: Text = text("？", "?");
pub(super) const DARK: Text = text("深色", "Dark");
pub(super) const LIT: Text = text("黑字白底", "Black on white");
pub(super) const VALUES: Text = text("还原", "Reset");
pub(super) const TIME: Text = text("计时", "Timer");

// The presenter's window.
pub(super) const PRESENTER: Text = text("讲稿", "Presenter");
pub(super) const NOW: Text = text("现在", "Now");
pub(super) const THEN: Text = text("下一步", "Next");
pub(super) const SAY: Text = text("说什么", "What to say");
pub(super) const COMMON_GUESSES: Text = text("常见的猜法（我们的经验）", "Common guesses (our experience)");
pub(super) const END: Text = text("讲完了", "The end");
pub(super) const NO_STAGE: Text = text("正在等投影的窗口…", "Waiting for the projected window…");
pub(super) const SILENT: Text = text(
    "投影的窗口没有回应：可能关了，或者不在讲课。它一回来，这里就接着走。",
    "The projected window does not answer: it may be closed, or no lesson is open in it. This continues as soon as it is back.",
);
pub(super) const IS_BLACK: Text = text("屏幕是黑的，按任意键亮屏", "The screen is black; press any key");
pub(super) const IS_WHITE: Text = text("屏幕是白的，按任意键亮屏", "The screen is white; press any key");

/// The keys, and what they do.
pub(super) const KEY_LIST: [(&str, Text); 19] = [
    ("→ PageDown Space Enter", NEXT),
    ("← PageUp", BACK),
    ("B .", text("黑屏", "Black screen")),
    ("W", text("白屏", "White screen")),
    ("Home End", text("第一步、最后一步", "First step, last step")),
    ("1–9", text("跳到那一步", "Jump to a step")),
    ("R", text("这一步全部显示", "Show the whole step")),
    ("0", text("恢复课里的数", "Back to the lesson’s figures")),
    ("+ −", text("字大、字小", "Larger, smaller")),
    ("F", text("全屏", "Full screen")),
    ("G", text("记猜测，数字键归它用", "Enter guesses with the digit keys")),
    ("T", text("计时开始、停下", "Start or stop the timer")),
    ("Q", text("二维码", "QR code")),
    ("N", text("讲稿窗口", "Presenter’s window")),
    ("Tab", text("换一个数", "Another figure")),
    ("↑ ↓", text("把它调大、调小", "Raise it, lower it")),
    ("F5", text("重新打开，从这里接着讲", "Reload and continue from here")),
    ("?", text("这张表", "This list")),
    ("Esc", text("关闭；再按一次就离开", "Close; press again to leave")),
];

pub(super) fn place(step: usize, steps: usize) -> String {
    format!("{step} / {steps}")
}

/// The inputs set by hand, by label and figure.
pub(super) fn changed(set: &[(&str, String)], locale: Locale) -> String {
    let set: Vec<_> = set.iter().map(|(label, figure)| format!("{label} {figure}")).collect();
    let set = set.join(comma(locale));
    format_in!(locale, "改成了：{set}", "Changed: {set}")
}

pub(super) fn of_minutes(minutes: u64, planned: u32, locale: Locale) -> String {
    format_in!(locale, "{minutes} / {planned} 分钟", "{minutes} / {planned} min")
}

pub(super) fn guesses(count: usize, all: &str, locale: Locale) -> String {
    match (count, locale) {
        (0, Locale::Zh) => "还没有人猜".to_owned(),
        (0, Locale::En) => "No guesses yet".to_owned(),
        (_, Locale::Zh) => format!("{count} 个猜测：{all}"),
        (1, Locale::En) => format!("1 guess: {all}"),
        (_, Locale::En) => format!("{count} guesses: {all}"),
    }
}

pub(super) fn misprint(printed: &str, exact: &str, reason: &str, locale: Locale) -> String {
    format_in!(locale, "印成 {printed}，应是 {exact}：{reason}", "Printed {printed}, should be {exact}: {reason}")
}

pub(super) fn found(count: usize, all: usize, locale: Locale) -> String {
    format_in!(locale, "找到 {count} / {all}", "Found {count} of {all}")
}

pub(super) fn hands(count: usize, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{count} 票"),
        Locale::En if count == 1 => "1 hand".to_owned(),
        Locale::En => format!("{count} hands"),
    }
}

pub(super) fn planned(planned: u32, locale: Locale) -> String {
    let (minutes, seconds) = (planned / 60, planned % 60);
    format_in!(locale, "计划 {minutes}:{seconds:02}", "planned {minutes}:{seconds:02}")
}

pub(super) fn presenter_refused(locale: Locale) -> &'static str {
    text(
        "浏览器没有让讲稿窗口打开。请允许弹出窗口，或把讲稿打印出来。",
        "The browser did not let the presenter’s window open. Allow pop-ups, or print the script.",
    )
    .get(locale)
}

pub(super) const fn comma(locale: Locale) -> &'static str {
    match locale {
        Locale::Zh => "、",
        Locale::En => "; ",
    }
}

pub(super) fn nearest(guess: &str, locale: Locale) -> String {
    format_in!(locale, "最接近的猜测：{guess}", "The nearest guess: {guess}")
}

pub(super) fn cell(row: &str, column: &str) -> String {
    format!("{row}, {column} ")
}

/// In the presenter's window: the open panel, and the text typed in it.
pub(super) fn open_panel(title: &str, typed: &str, locale: Locale) -> String {
    format_in!(locale, "屏幕上开着：{title} {typed}", "Open on the screen: {title} {typed}")
}

pub(super) fn number(number: usize) -> String {
    format!("({number})")
}

pub(super) fn asked(number: usize, item: &str) -> String {
    format!("({number}) {item}")
}

/// How much of a step is still to be revealed.
pub(super) fn more(stops: usize, locale: Locale) -> String {
    match (locale, stops) {
        (Locale::Zh, _) => format!("这一步还有 {stops} 下"),
        (Locale::En, 1) => "1 more press in this step".to_owned(),
        (Locale::En, _) => format!("{stops} more presses in this step"),
    }
}

/// The document title while a lesson is given.
pub(super) fn title(lesson: &str, locale: Locale) -> String {
    format!("{lesson} · {}", PRODUCT.get(locale))
}

pub(super) fn range(from: &str, to: &str) -> String {
    if from == to { from.to_owned() } else { format!("{from} – {to}") }
}

/// The share in the previous round of the same count.
pub(super) fn round_before(share: usize, locale: Locale) -> String {
    format_in!(locale, "上一轮 {share}%", "before: {share}%")
}
