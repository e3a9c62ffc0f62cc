//! Texts about records with several versions.

use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::transfer::{Conflict, Resolution};

pub(crate) const ALL_OF_ONE: Text = text("全部用这一份：", "Use everything from:");
pub(crate) const NOT_CHOSEN: Text = text("还没选", "Not chosen yet");

/// What to do with all versions of a conflicting record.
pub(crate) fn resolution(of: Resolution, conflict: &Conflict) -> Text {
    let is_pair = conflict.has_book() && conflict.versions.len() == 2;
    match of {
        Resolution::KeepAll if is_pair => text("两份都留", "Keep both"),
        Resolution::KeepAll => text("各存一份", "Keep separate copies"),
        Resolution::Take(_) => text("用文件里的", "Use the file’s"),
        Resolution::Combine => text("逐项选", "Choose field by field"),
        Resolution::Leave if conflict.has_book() => text("只留本机的", "Keep the one here"),
        Resolution::Leave => text("不导入", "Leave out"),
    }
}

/// Takes the version of one of several files in place of the local one.
pub(crate) fn take_one(whose: &str, locale: Locale) -> String {
    format_in!(locale, "用“{whose}”的，其余的另存", "Use “{whose}”, keep the others as copies")
}

/// At a conflicting record with choices still open.
pub(crate) fn open_fields(count: usize, locale: Locale) -> String {
    match (count, locale) {
        (count, Zh) => format!("还有 {count} 项没选，选完才能导入。"),
        (1, En) => "1 field is still to be chosen before it can be imported.".to_owned(),
        (count, En) => format!("{count} fields are still to be chosen before it can be imported."),
    }
}

/// After the import button was pressed with choices still open.
pub(crate) fn open_conflicts(names: &[String], more: usize, locale: Locale) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    let quoted = self::names(&quoted, locale);
    let more = match (more, locale) {
        (0, _) => String::new(),
        (more, Zh) => format!("，另外还有 {more} 笔"),
        (more, En) => format!(" and {more} more"),
    };
    format_in!(
        locale,
        "还没有导入。还有没选的项目：{quoted}{more}。请在标着“还没选”的地方选一份，或给整笔改选别的办法，比如“各存一份”。",
        "Nothing is imported yet. Still to be chosen: {quoted}{more}. Choose where it says “Not chosen yet”, or choose something else for the whole deal, such as separate copies."
    )
}

/// A list of names.
pub(crate) fn names(names: &[String], locale: Locale) -> String {
    names.join(if locale == Zh { "、" } else { ", " })
}

/// Marks a version that is identical to someone else's.
pub(crate) fn same_as(whose: &str, locale: Locale) -> String {
    format_in!(locale, "同“{whose}”", "same as “{whose}”")
}

/// Where the versions of a record are that are not shown side by side.
pub(crate) fn versions_of(whose: &[String], is_cut: bool, locale: Locale) -> String {
    let (names, more) = (names(whose, locale), if is_cut { "…" } else { "" });
    format_in!(locale, "各份分别在：{names}{more}", "Versions: {names}{more}")
}

/// At a record that could also replace the local one.
pub(crate) fn replaced_by(whose: &str, locale: Locale) -> String {
    format_in!(
        locale,
        "本机的这一笔，选了用“{whose}”的。在这里选“用文件里的”，就改用这一份。",
        "For the record here, the version of “{whose}” was chosen. Choose “Use the file’s” here to use this one instead."
    )
}

/// The accessible name of the choice between the versions of one field.
pub(crate) fn side_for(label: &str, locale: Locale) -> String {
    let label = isolated(label);
    format_in!(locale, "{label}：用哪一份", "{label}: Which to use")
}
