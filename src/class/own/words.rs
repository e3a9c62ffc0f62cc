use abacus_core::format_in;
use abacus_core::text::{Locale, Text, text};

pub(super) const OWN_LESSONS: Text = text("自己的课", "Your own lessons");
pub(super) const NONE_YET: Text = text(
    "打开一个计算器，填好数，在“分享”里选“用这些数讲一课”，就有了自己的课。",
    "Open a calculator, enter your figures, and choose “Make a lesson from these values” under Share.",
);
pub(super) const MAKE: Text = text("用这些数讲一课", "Make a lesson from these values");
pub(super) const MAKE_HOW: Text = text(
    "写个标题，写一句让大家先猜的话，再挑要讲哪几步。数都是现算的，一种语言就够。",
    "Give it a title and a question to guess at, and choose its steps. The figures are computed on the spot; one language is enough.",
);
pub(super) const CHANGE: Text = text("修改", "Change");
pub(super) const CHANGE_IT: Text = text("修改这节课", "Change the lesson");
pub(super) const KEEP_IT: Text = text("存下这节课？", "Keep this lesson?");
pub(super) const KEEP_HOW: Text = text(
    "这节课来自链接。存下来，以后就在“自己的课”里，也可以先改一改。",
    "This lesson came from a link. Keep it among your own, as it is or with your changes.",
);
pub(super) const KEEP_NOT: Text = text("不存，看全部课程", "Do not keep it; see all lessons");
pub(super) const STEPS: Text = text("讲哪几步", "Its steps");
pub(super) const ALWAYS: Text =
    text("报数、先猜、结果、带走，每节课都有。", "Figures, guesses, result and takeaways are in every lesson.");
pub(super) const MOVE: Text = text("改一个数，看结果怎么变", "Change a figure and watch the result");
pub(super) const NO_MOVE: Text = text("不改", "None");
pub(super) const MOVE_TO: Text = text("改到", "Change it to");
pub(super) const WRONG_MOVE: Text = text("“改到”的数要先改正。", "Correct the value in “Change it to” first.");
pub(super) const SAME: Text = text("现在就是这个数，换一个吧。", "It already has this value. Choose another.");
pub(super) const TITLE: Text = text("标题", "Title");
pub(super) const QUESTION: Text = text("先问什么", "The question");
pub(super) const LINES: Text = text("最后带走的话（一行一句，可以不写）", "Takeaways (one per line, optional)");
pub(super) const TOO_MANY_LINES: Text = text(
    "最多 5 句，每句最多 120 个字。请删短一些，不然存不下。",
    "Up to 5 lines of 120 characters each. Shorten them, so that all can be kept.",
);
/// Shown when a lesson is kept a second time.
pub(super) const TWICE: Text = text(
    "这节课已经存过了，一模一样，没有再存一份。",
    "You have kept this very lesson already, so it was not kept a second time.",
);
pub(super) const SEE_ALL: Text = text("看全部课程", "See all lessons");
pub(super) const KEEP: Text = text("存下这节课", "Keep the lesson");
pub(super) const INCOMPLETE: Text = text("标题和问题都要写。", "A lesson needs a title and a question.");
pub(super) const COPY_LINK: Text = text("复制链接", "Copy link");
pub(super) const SAVE_FILE: Text = text("存成文件", "Save as a file");
pub(super) const OPEN_FILE: Text = text("打开课程文件", "Open a lesson file");
pub(super) const DELETE: Text = text("删除", "Delete");
pub(super) const TOO_LONG: Text =
    text("链接太长，有的软件会截断：请存成文件。", "The link is too long for some programs: save a file instead.");
pub(super) const COPIED: Text = text("链接已复制。", "The link was copied.");
pub(super) const COPY_BY_HAND: Text = text("请自己复制：", "Copy it yourself: ");
pub(super) const NO_FILE: Text = text("浏览器不让下载文件。", "The browser does not allow downloads.");
pub(super) const UNREADABLE: Text =
    text("有的课读不出来，原样留着。", "Some lessons cannot be read; they are kept as they are.");

/// The current value of a figure that is moved.
pub(super) fn now(figure: &str, locale: Locale) -> String {
    format_in!(locale, "现在是 {figure}", "Now {figure}")
}

/// The accessible name of a button for one lesson.
pub(super) fn of(label: Text, lesson: &str, locale: Locale) -> String {
    format_in!(locale, ("{}：{lesson}", label.zh), ("{}: {lesson}", label.en))
}

pub(super) fn taken(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (0, Locale::Zh) => "没有加课。".to_owned(),
        (0, Locale::En) => "No lesson was added.".to_owned(),
        (_, Locale::Zh) => format!("加了 {count} 节课。"),
        (1, Locale::En) => "1 lesson was added.".to_owned(),
        (_, Locale::En) => format!("{count} lessons were added."),
    }
}

/// Follows the import result of a file: how many lessons failed, and why the first did.
pub(super) fn refused(count: usize, why: &str, locale: Locale) -> String {
    format_in!(locale, "有 {count} 节读不出来：{why}", " {count} could not be read: {why}")
}

/// A file from which nothing was imported.
pub(super) fn not_taken(file: &str, why: &str, locale: Locale) -> String {
    format_in!(locale, "“{file}”没有打开：{why}", "“{file}” was not opened: {why}")
}
