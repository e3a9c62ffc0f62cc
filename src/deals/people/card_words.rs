use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::Locale::{En, Zh};
use abacus_core::text::{Locale, Text, text};
use abacus_deals::{BadCards, CardMatch, CardPerson, MOST_CARDS};

use crate::deals::people::words::UNNAMED;

pub const FROM_CARD: Text = text("从名片添加（.vcf）…", "Add from contact cards (.vcf)…");
pub const TOO_LARGE: Text = text(
    "文件太大，最多读 5 MB。请在通讯录里只选要的几位，再导出一次。",
    "The file is too large: the limit is 5 MB. Export just the contacts you need.",
);
const NOT_CARDS: Text = text(
    "文件里没有联系人名片。请在手机通讯录里选“分享联系人”或“导出”，得到 .vcf 文件。",
    "There are no contact cards in this file. Share or export contacts from your address book to get a .vcf file.",
);
const TWICE: Text = text("和另一张名片的姓名或电话一样", "Same name or number as another card");
const PHOTO: Text = text("照片不带过来", "The photo is left out");

pub const fn refused(why: BadCards) -> Text {
    match why {
        BadCards::TooLarge => TOO_LARGE,
        BadCards::NotCards => NOT_CARDS,
    }
}

pub fn on_cards(file: &str, count: usize, locale: Locale) -> String {
    let file = isolated(file);
    match (locale, count) {
        (Zh, _) => format!("“{file}”里有 {count} 位，勾选要添加的"),
        (En, 1) => format!("1 person in “{file}”"),
        (En, _) => format!("{count} people in “{file}”: tick whom to add"),
    }
}

/// Which parts of the file are missing, if any.
pub fn whole(beyond: usize, breaks_off: bool, locale: Locale) -> Vec<String> {
    let beyond = (beyond > 0).then(|| {
        format_in!(
            locale,
            "只读前 {MOST_CARDS} 张，后面还有 {beyond} 张没有读。",
            "Only the first {MOST_CARDS} cards are read; {beyond} more are not."
        )
    });
    let breaks_off = breaks_off.then(|| {
        let told = text("文件在最后一张名片中间断了，可能不完整。", "The file breaks off within the last card.");
        told.get(locale).to_owned()
    });
    beyond.into_iter().chain(breaks_off).collect()
}

pub fn name(offered: &CardPerson, locale: Locale) -> String {
    if offered.person.is_named() { offered.person.name.clone() } else { UNNAMED.get(locale).to_owned() }
}

pub fn facts(offered: &CardPerson) -> String {
    let person = &offered.person;
    let facts = [&person.department, &person.title, &person.phone, &person.email];
    let known = facts.into_iter().filter(|fact| !fact.is_empty());
    known.map(|fact| isolated(fact).to_string()).collect::<Vec<_>>().join(" · ")
}

/// The relation of a person to the deal, and the data that is not imported.
pub fn told(offered: &CardPerson, locale: Locale) -> Vec<String> {
    let is_there = match &offered.card_match {
        CardMatch::New => None,
        CardMatch::Duplicate => Some(TWICE.get(locale).to_owned()),
        CardMatch::Known { name, adds, .. } => {
            let name = isolated(if name.trim().is_empty() { UNNAMED.get(locale) } else { name.trim() });
            let adds: Vec<&str> = adds.iter().map(|field| field.meta.label.get(locale)).collect();
            Some(match (adds.is_empty(), locale) {
                (true, Zh) => format!("这笔商机里已有“{name}”，不再添加"),
                (true, En) => format!("Already in this deal as “{name}”"),
                (false, Zh) => format!("这笔商机里已有“{name}”；勾选就补上空着的：{}", adds.join("、")),
                (false, En) => format!("Already in this deal as “{name}”; tick to fill in: {}", adds.join(", ")),
            })
        }
    };
    let unread = (offered.unread > 0).then(|| match (locale, offered.unread) {
        (Zh, count) => format!("有 {count} 行的编码读不出来"),
        (En, 1) => "1 line is in an encoding that cannot be read".to_owned(),
        (En, count) => format!("{count} lines are in an encoding that cannot be read"),
    });
    let photo = offered.has_picture.then(|| PHOTO.get(locale).to_owned());
    is_there.into_iter().chain(unread).chain(photo).collect()
}

pub fn add(count: usize, locale: Locale) -> String {
    match (locale, count) {
        (_, 0) => text("先勾选要添加的人", "Tick someone first").get(locale).to_owned(),
        (Zh, _) => format!("添加 {count} 位"),
        (En, 1) => "Add 1 person".to_owned(),
        (En, _) => format!("Add {count} people"),
    }
}

pub fn done(added: usize, filled: usize, locale: Locale) -> String {
    let added = (added > 0).then(|| match (locale, added) {
        (Zh, _) => format!("添加了 {added} 位。"),
        (En, 1) => "Added 1 person.".to_owned(),
        (En, _) => format!("Added {added} people."),
    });
    let filled = (filled > 0).then(|| match (locale, filled) {
        (Zh, _) => format!("补全了 {filled} 位。"),
        (En, 1) => "Filled in 1 person.".to_owned(),
        (En, _) => format!("Filled in {filled} people."),
    });
    added.into_iter().chain(filled).collect::<Vec<_>>().join(text("", " ").get(locale))
}

#[cfg(test)]
mod tests {
    use super::on_cards;
    use abacus_core::text::Locale;

    #[test]
    fn a_name_inside_a_sentence_is_isolated() {
        for locale in Locale::ALL {
            for sentence in [on_cards("דנה", 1, locale), on_cards("דנה", 2, locale)] {
                assert!(sentence.contains("\u{2068}דנה\u{2069}"), "{sentence}");
            }
        }
    }
}
