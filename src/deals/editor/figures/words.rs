use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::Snapshot;

pub const FIGURES: Text = text("测算", "Figures");
pub const HOW: Text = text(
    "在计算器里算好，点“记到商机里”，结果连同输入一起留在这里，随时可以重新打开。",
    "Work something out in a calculator and choose “Add to a deal”: the result stays here with its inputs, to be opened again any time.",
);
pub const TOOLS: Text = text("计算器", "Calculators");
pub const OPEN: Text = text("重新打开", "Open again");
pub const REMOVE: Text = text("移除", "Remove");
/// Shown when the calculator now returns another result.
pub const CHANGED: Text = text(
    "计算器更新过：现在的结果与当时记下的不同。",
    "The calculator has changed: its result today differs from the one saved.",
);
pub const TAKE: Text = text("记到哪笔商机里？", "Add to which deal?");
pub const UNKNOWN_TOOL: Text = text("没有这个计算器", "No such calculator");
/// Shown for a link with unreadable figures: no snapshot is made of it.
pub const BAD_LINK: Text =
    text("链接里有读不出来的数，没有记下", "The link has figures that cannot be read; nothing was saved");
pub const NEW_DEAL: Text = text("记到新商机里", "Add to a new deal");

/// The separator between two inputs.
pub const fn and(locale: Locale) -> &'static str {
    text("，", ", ").get(locale)
}

pub fn noted(snapshot: &Snapshot, locale: Locale) -> String {
    match (snapshot.date, locale) {
        (Some(date), Zh) => format!("{date} 记下"),
        (Some(date), En) => format!("Added on {date}"),
        (None, _) => String::new(),
    }
}

pub fn summary(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (0, _) => text("还没有", "None yet").get(locale).to_owned(),
        (_, Zh) => format!("{count} 项"),
        (1, En) => "1 result".to_owned(),
        (_, En) => format!("{count} results"),
    }
}

pub fn more(count: usize, locale: Locale) -> String {
    format_in!(locale, "还有 {count} 笔，请用搜索找到它。", "{count} more: search to find them.")
}

pub fn removed(title: &str, locale: Locale) -> String {
    let title = isolated(title);
    format_in!(locale, "已移除“{title}”的结果。", "Removed the result of “{title}”.")
}

#[cfg(test)]
mod tests {
    use super::removed;
    use abacus_core::text::Locale;

    #[test]
    fn a_name_inside_a_sentence_is_isolated() {
        for locale in Locale::ALL {
            let sentence = removed("דנה", locale);
            assert!(sentence.contains("\u{2068}דנה\u{2069}"), "{sentence}");
        }
    }
}
