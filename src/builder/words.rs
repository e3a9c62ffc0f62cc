use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

use crate::builder::appearance::Fault;

pub(super) const LEAD: Text = text(
    "选好计算器和样式，马上看到效果；最后复制代码，贴进您的网页。",
    "Choose a calculator and how it looks, see it at once, and copy the code for your page.",
);
pub(super) const WHAT: Text = text("计算器", "Calculator");
pub(super) const TOOL: Text = text("选一个计算器", "Choose a calculator");
pub(super) const LINK: Text = text("或者粘贴计算器的链接", "Or paste a link to a calculator");
pub(super) const LINK_HINT: Text = text(
    "链接里的数会一起带过来。也可以直接在预览里改数。",
    "Its figures come with it. You can also change figures in the preview.",
);
pub(super) const NO_LINK: Text = text(
    "这不是计算器的链接。请在计算器的页面上点“复制链接”。",
    "This is not a link to a calculator. Use “Copy link” on a calculator’s page.",
);
pub(super) const REFUSED: Text = text("有些内容没有用上：", "Some of it was not used:");
pub(super) const LANGUAGE: Text = text("语言", "Language");
pub(super) const OF_READER: Text = text("跟随读者的浏览器", "Follow the reader’s browser");
pub(super) const PARTS: Text = text("显示哪些部分", "What to show");
pub(super) const NO_PARTS: Text = text("至少要选一个部分。", "Choose at least one part.");
pub(super) const READER: Text = text("给谁看", "Who sees it");
pub(super) const CUSTOMER: Text = text("只给客户能看的", "Only what a customer may see");
pub(super) const GUESS: Text = text("先让读者猜，再给结果", "Readers guess before they see the result");
pub(super) const INPUTS: Text = text("读者能改哪些数", "What readers can change");
pub(super) const WAITING: Text =
    text("预览好了，这里会列出每个数。", "Each input is listed here once the preview has loaded.");
pub(super) const OPEN: Text = text("可以改", "Can be changed");
pub(super) const LOCKED: Text = text("看得到，不能改", "Shown, but fixed");
pub(super) const HIDDEN: Text = text("不显示", "Not shown");
pub(super) const NO_SECRET: Text =
    text("不显示不等于保密：这些数仍写在代码里。", "Hidden is not secret: the code still holds the figure.");
pub(super) const APPEARANCE: Text = text("外观", "Look");
pub(super) const SCHEME: Text = text("浅色还是深色", "Light or dark");
pub(super) const SYSTEM: Text = text("跟随读者的系统", "Follow the reader’s system");
pub(super) const LIGHT: Text = text("浅色", "Light");
pub(super) const DARK: Text = text("深色", "Dark");
pub(super) const PREVIEW: Text = text("预览", "Preview");
pub(super) const YOUR_PAGE: Text = text("您的网页", "Your page");
pub(super) const WIDTHS: Text = text("网页里这一栏的宽度", "Width of the column on your page");
pub(super) const FAILED: Text = text(
    "预览打不开。请检查网络，重新打开本页再试。",
    "The preview could not start. Check your connection and reload this page.",
);
pub(super) const CODE: Text = text("代码", "Code");
pub(super) const CODE_LEAD: Text =
    text("四种写法，选一种贴进您的网页。", "Four ways to write it. Paste one of them into your page.");
pub(super) const MEASURING: Text = text("正在量高度…", "Measuring the height…");
pub(super) const COPY: Text = text("复制代码", "Copy the code");
pub(super) const COPIED: Text = text("已复制。", "Copied.");
pub(super) const NOT_COPIED: Text = text(
    "没有复制成。请选中下面的代码自己复制。",
    "It could not be copied. Select the code below and copy it yourself.",
);
pub(super) const POLICY: Text =
    text("您的网页如果有内容安全策略（CSP），要允许：", "If your page has a content security policy, it has to allow:");
pub(super) const CHOOSER: Text = text("选颜色", "Choose a colour");

/// The name of a look property, and the values it takes.
pub(super) const fn appearance(key: &str) -> (Text, Text) {
    match key.as_bytes() {
        b"accent" => {
            (text("强调色", "Accent"), text("链接、按钮和标记，如 a8321f", "Links, buttons and marks, such as a8321f"))
        }
        b"ground" => (
            text("底色", "Background"),
            text(
                "如 ffffff，或 transparent（透出网页自己的底色）",
                "Such as ffffff, or transparent to keep that of your page",
            ),
        ),
        b"ink" => (text("文字颜色", "Text"), text("如 1b2428", "Such as 1b2428")),
        b"radius" => (text("圆角", "Rounded corners"), text("0 到 24 像素，默认 8", "0 to 24 pixels; default 8")),
        b"scale" => (text("字号倍数", "Text size"), text("平常的 0.8 到 2 倍", "0.8 to 2 times the usual size")),
        _ => (
            text("最大宽度", "Maximum width"),
            text("280 到 2000 像素；不填就撑满那一栏", "280 to 2000 pixels; leave empty to fill the column"),
        ),
    }
}

pub(super) const fn fault(key: &str, fault: Fault) -> Text {
    match (fault, key.as_bytes()) {
        (Fault::Contrast, _) => text(
            "与底色的对比不到 4.5 : 1，看不清，没有采用。",
            "Its contrast with the background is below 4.5 : 1, too low to read, so it is not used.",
        ),
        (Fault::InDark, _) => text(
            "深色时与底色的对比不到 4.5 : 1，那时用我们自己的颜色。",
            "In dark mode its contrast is below 4.5 : 1; our own colour is used there.",
        ),
        (Fault::InLight, _) => text(
            "浅色时与底色的对比不到 4.5 : 1，那时用我们自己的颜色。",
            "In light mode its contrast is below 4.5 : 1; our own colour is used there.",
        ),
        (Fault::Unreadable, b"ground") => text(
            "请填六位颜色代码，如 ffffff，或 transparent。现在这个没有采用。",
            "Enter a six-digit colour such as ffffff, or transparent. This one is not used.",
        ),
        (Fault::Unreadable, b"accent" | b"ink") => text(
            "请填六位颜色代码，如 a8321f。现在这个没有采用。",
            "Enter a six-digit colour, such as a8321f. This one is not used.",
        ),
        (Fault::Unreadable, b"radius") => {
            text("请填 0 到 24 的整数。现在这个没有采用。", "Enter a whole number from 0 to 24. This one is not used.")
        }
        (Fault::Unreadable, b"scale") => {
            text("请填 0.8 到 2 的数。现在这个没有采用。", "Enter a number from 0.8 to 2. This one is not used.")
        }
        (Fault::Unreadable, _) => text(
            "请填 280 到 2000 的整数。现在这个没有采用，会撑满那一栏。",
            "Enter a whole number from 280 to 2000. This one is not used; the column is filled.",
        ),
    }
}

/// A width in pixels.
pub(super) fn pixels(width: u32, locale: Locale) -> String {
    format_in!(locale, "{width} 像素", "{width} px")
}

pub(super) fn preview_at(width: u32, locale: Locale) -> String {
    format_in!(locale, "预览，宽 {width} 像素", "Preview, {width} px wide")
}

/// Below the preview.
pub(super) fn measured(heights: &[(u32, u32)], locale: Locale) -> String {
    let pairs: Vec<String> = heights.iter().map(|(width, height)| format!("{width} → {height}")).collect();
    let pairs = pairs.join(" · ");
    format_in!(locale, "量得的高度（像素）：{pairs}", "Heights measured, in pixels: {pairs}")
}

/// The accessible name of a copy button: there is one for each kind of code.
pub(super) fn copy(kind: &str, locale: Locale) -> String {
    format_in!(locale, ("{}：{kind}", COPY.zh), ("{}: {kind}", COPY.en))
}
