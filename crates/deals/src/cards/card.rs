//! One contact card: what each of its properties says about a person.

use super::Decode;
use super::line::Property;
use super::value::{Charset, parts, text, whole};
use crate::normalize::{is_blank, name_key};
use crate::people::Person;
use abacus_core::closed_enum;
use abacus_core::text::Locale;

/// The content of a contact card.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Card {
    /// The person, without an id or a note.
    pub person: Person,
    /// Where they work, as written.
    pub company: String,
    /// Values without a field of their own, in the order of the card.
    pub beside: Vec<(Beside, String)>,
    /// Whether it has a picture, a sound or a key, which is dropped.
    pub has_picture: bool,
    /// How many lines are in an encoding that cannot be read.
    pub unread: usize,
}

closed_enum! {
    /// A kind of value without a field. It goes into the note of the person.
    pub enum Beside {
        /// A note.
        Note = "note" ("备注", "Note"),
        /// A further number.
        Phone = "phone" ("其他电话", "Other phone"),
        /// A number for faxes.
        Fax = "fax" ("传真", "Fax"),
        /// A further e-mail address.
        Email = "email" ("其他邮箱", "Other e-mail"),
        /// A further title, or what somebody is responsible for.
        Role = "role" ("负责", "Role"),
        /// A postal address.
        Address = "address" ("地址", "Address"),
        /// A web page.
        Site = "site" ("网址", "Website"),
        /// A messenger account.
        Messenger = "messenger" ("即时通讯", "Messenger"),
        /// A birthday.
        Birthday = "birthday" ("生日", "Birthday"),
        /// A nickname.
        Nickname = "nickname" ("昵称", "Nickname"),
        /// A group of the address book.
        Group = "group" ("分组", "Group"),
        /// Something else, with its name.
        Other = "other" ("其他", "Other"),
    }
}

impl Card {
    /// Everything that has no field, as a note. The company is included if it is not the customer of the deal.
    pub fn note(&self, customer: &str, locale: Locale) -> String {
        let is_elsewhere = !is_blank(&self.company) && name_key(&self.company) != name_key(customer);
        let company = if is_elsewhere { Some(said("单位", "Company", &self.company, locale)) } else { None };
        let beside = self.beside.iter().map(|(what, value)| match what {
            Beside::Note | Beside::Other => value.clone(),
            _ => said(what.label().zh, what.label().en, value, locale),
        });
        company.into_iter().chain(beside).collect::<Vec<_>>().join("\n")
    }
}

fn said(zh: &str, en: &str, value: &str, locale: Locale) -> String {
    match locale {
        Locale::Zh => format!("{zh}：{value}"),
        Locale::En => format!("{en}: {value}"),
    }
}

/// A card being read.
#[derive(Default)]
pub(super) struct Draft {
    card: Card,
    full: String,
    composed: String,
    phones: Vec<(u8, Beside, String)>,
    emails: Vec<(u8, Beside, String)>,
    is_of_another: bool,
}

impl Draft {
    /// Whether a card nested in this one comes next.
    pub(super) const fn awaits_another(&self) -> bool {
        self.is_of_another
    }

    pub(super) fn take(&mut self, property: &Property, silent: Charset, decode: Decode<'_>) {
        let name = &*property.name;
        self.is_of_another = name == "AGENT";
        if property.is_binary() || is_picture(property) {
            self.card.has_picture = true;
            return;
        }
        let Some(text) = text(property, silent, decode) else {
            self.card.unread = self.card.unread.saturating_add(1);
            return;
        };
        let value = whole(&text, property.is_old);
        let parts = parts(&text, property.is_old);
        if parts.iter().all(|part| is_blank(part)) {
            return;
        }
        let filled = |separator: &str| {
            parts.iter().filter(|part| !is_blank(part)).map(String::as_str).collect::<Vec<_>>().join(separator)
        };
        match name {
            // Metadata of the file, and how names are sorted and pronounced.
            "VERSION"
            | "PRODID"
            | "REV"
            | "UID"
            | "KIND"
            | "PROFILE"
            | "CLASS"
            | "SORT-STRING"
            | "AGENT"
            | "MAILER"
            | "SOURCE"
            | "CLIENTPIDMAP"
            | "X-ABUID"
            | "X-ABSHOWAS"
            | "X-ABLABEL"
            | "X-ABADR"
            | "X-PHONETIC-FIRST-NAME"
            | "X-PHONETIC-LAST-NAME"
            | "X-PHONETIC-MIDDLE-NAME" => {}
            "FN" if self.full.is_empty() => self.full = value,
            "N" if self.composed.is_empty() => self.composed = composed(&parts),
            "ORG" if self.card.company.is_empty() => {
                let mut parts = parts.into_iter();
                self.card.company = parts.next().unwrap_or_default();
                let rest: Vec<String> = parts.filter(|part| !is_blank(part)).collect();
                self.card.person.department = rest.join(" ");
            }
            "TITLE" if self.card.person.title.is_empty() => self.card.person.title = value,
            "TITLE" | "ROLE" => self.beside(Beside::Role, value),
            "TEL" => {
                let kind = if property.says("FAX") { Beside::Fax } else { Beside::Phone };
                self.phones.push((rank(property), kind, without_scheme(&value, "tel:")));
            }
            "EMAIL" => self.emails.push((rank(property), Beside::Email, without_scheme(&value, "mailto:"))),
            "NOTE" => self.beside(Beside::Note, value),
            "ADR" => self.beside(Beside::Address, filled(" ")),
            "URL" => self.beside(Beside::Site, value),
            "IMPP" | "X-QQ" | "X-WECHAT" | "X-WEIXIN" | "X-SKYPE" | "X-JABBER" | "X-AIM" | "X-ICQ" | "X-MSN" => {
                let name = name.strip_prefix("X-").map(|name| format!("{name} ")).unwrap_or_default();
                self.beside(Beside::Messenger, format!("{name}{value}"));
            }
            "BDAY" => self.beside(Beside::Birthday, value),
            "NICKNAME" => self.beside(Beside::Nickname, value),
            "CATEGORIES" | "X-GN" => self.beside(Beside::Group, value),
            // A continued line of a note that lacks the leading space of folded lines.
            "" => self.beside(Beside::Other, value),
            _ => self.beside(Beside::Other, format!("{name}: {value}")),
        }
    }

    fn beside(&mut self, what: Beside, value: String) {
        self.card.beside.push((what, value));
    }

    /// The finished card; `None` if it has no content.
    pub(super) fn finish(mut self) -> Option<Card> {
        let Self { full, composed, .. } = &self;
        self.card.person.name = if is_blank(full) { composed.clone() } else { full.clone() };
        let (phone, others) = first(std::mem::take(&mut self.phones), Beside::Phone);
        self.card.person.phone = phone;
        self.card.beside.extend(others);
        let (email, others) = first(std::mem::take(&mut self.emails), Beside::Email);
        self.card.person.email = email;
        self.card.beside.extend(others);
        let card = self.card;
        let is_empty = card.person == Person::default() && is_blank(&card.company) && card.beside.is_empty();
        (!is_empty || card.unread > 0).then_some(card)
    }
}

/// The best value of this kind, and the others in their order, each once.
fn first(all: Vec<(u8, Beside, String)>, kind: Beside) -> (String, Vec<(Beside, String)>) {
    let best = all.iter().filter(|one| one.1 == kind).min_by_key(|one| one.0).map(|one| one.2.clone());
    let mut others: Vec<(Beside, String)> = Vec::new();
    for (_, kind, value) in all {
        if best.as_ref() != Some(&value) && others.iter().all(|(_, known)| *known != value) {
            others.push((kind, value));
        }
    }
    (best.unwrap_or_default(), others)
}

/// The rank of a number or address: the preferred one first, then mobile, then work; the lowest is the best.
fn rank(property: &Property) -> u8 {
    let is_preferred = property.says("PREF") || property.parameter("PREF") == Some("1");
    match () {
        () if is_preferred => 0,
        () if property.says("CELL") => 1,
        () if property.says("WORK") => 2,
        () => 3,
    }
}

/// A picture, sound or key, unless it is a link to one.
fn is_picture(property: &Property) -> bool {
    let is_one = matches!(&*property.name, "PHOTO" | "LOGO" | "SOUND" | "KEY" | "X-WAB-SMIME");
    is_one && !property.value.trim_ascii().get(..4).is_some_and(|start| start.eq_ignore_ascii_case(b"http"))
}

/// Removes the `tel:` or `mailto:` that version 4.0 puts in front.
fn without_scheme(value: &str, scheme: &str) -> String {
    let start = value.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme));
    start.and_then(|_| value.get(scheme.len()..)).unwrap_or(value).trim().to_owned()
}

/// Composes a name from its parts: family, given, additional, prefix, suffix. A Chinese name has no spaces, and the
/// family name first.
fn composed(parts: &[String]) -> String {
    let part = |place: usize| parts.get(place).map(String::as_str).filter(|part| !is_blank(part));
    let is_chinese = |text: &str| text.chars().any(|letter| matches!(letter, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..));
    let [family, given, further, before, after] = [part(0), part(1), part(2), part(3), part(4)];
    let names = [family, given, further];
    if names.iter().flatten().any(|part| is_chinese(part)) {
        return [before, family, further, given, after].into_iter().flatten().collect();
    }
    [before, given, further, family, after].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
