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
    pub extras: Vec<(CardExtra, String)>,
    /// Whether it has a picture, a sound or a key, which is dropped.
    pub has_picture: bool,
    /// How many lines are in an encoding that cannot be read.
    pub unread: usize,
}

closed_enum! {
    /// A kind of value without a field. It goes into the note of the person.
    pub enum CardExtra {
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
        let extras = self.extras.iter().map(|(what, value)| match what {
            CardExtra::Note | CardExtra::Other => value.clone(),
            _ => said(what.label().zh, what.label().en, value, locale),
        });
        company.into_iter().chain(extras).collect::<Vec<_>>().join("\n")
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
    phones: Vec<(u8, CardExtra, String)>,
    emails: Vec<(u8, CardExtra, String)>,
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
            "TITLE" | "ROLE" => self.push_extra(CardExtra::Role, value),
            "TEL" => {
                let kind = if property.says("FAX") { CardExtra::Fax } else { CardExtra::Phone };
                self.phones.push((rank(property), kind, without_scheme(&value, "tel:")));
            }
            "EMAIL" => self.emails.push((rank(property), CardExtra::Email, without_scheme(&value, "mailto:"))),
            "NOTE" => self.push_extra(CardExtra::Note, value),
            "ADR" => self.push_extra(CardExtra::Address, filled(" ")),
            "URL" => self.push_extra(CardExtra::Site, value),
            "IMPP" | "X-QQ" | "X-WECHAT" | "X-WEIXIN" | "X-SKYPE" | "X-JABBER" | "X-AIM" | "X-ICQ" | "X-MSN" => {
                let name = name.strip_prefix("X-").map(|name| format!("{name} ")).unwrap_or_default();
                self.push_extra(CardExtra::Messenger, format!("{name}{value}"));
            }
            "BDAY" => self.push_extra(CardExtra::Birthday, value),
            "NICKNAME" => self.push_extra(CardExtra::Nickname, value),
            "CATEGORIES" | "X-GN" => self.push_extra(CardExtra::Group, value),
            // A continued line of a note that lacks the leading space of folded lines.
            "" => self.push_extra(CardExtra::Other, value),
            _ => self.push_extra(CardExtra::Other, format!("{name}: {value}")),
        }
    }

    fn push_extra(&mut self, what: CardExtra, value: String) {
        self.card.extras.push((what, value));
    }

    /// The finished card; `None` if it has no content.
    pub(super) fn finish(mut self) -> Option<Card> {
        let Self { full, composed, .. } = &self;
        self.card.person.name = if is_blank(full) { composed.clone() } else { full.clone() };
        let (phone, others) = first(std::mem::take(&mut self.phones), CardExtra::Phone);
        self.card.person.phone = phone;
        self.card.extras.extend(others);
        let (email, others) = first(std::mem::take(&mut self.emails), CardExtra::Email);
        self.card.person.email = email;
        self.card.extras.extend(others);
        let card = self.card;
        let is_empty = card.person == Person::default() && is_blank(&card.company) && card.extras.is_empty();
        (!is_empty || card.unread > 0).then_some(card)
    }
}

/// The best value of this kind, and the others in their order, each once.
fn first(all: Vec<(u8, CardExtra, String)>, kind: CardExtra) -> (String, Vec<(CardExtra, String)>) {
    let best = all.iter().filter(|one| one.1 == kind).min_by_key(|one| one.0).map(|one| one.2.clone());
    let mut others: Vec<(CardExtra, String)> = Vec::new();
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
