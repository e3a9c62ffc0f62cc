//! How to reach people: `tel:` and `mailto:` links, and a file for address books (vCard 3.0, RFC 2426).

use super::calendar::{escaped, fold};
use super::deal::Deal;
use super::normalize::{is_blank, name_key};
use super::people::Person;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// The set to percent-encode in a mail address: everything but ASCII letters, digits and `-._~@+`.
const PLAIN: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@').remove(b'+');

/// The `tel:` link for a number as typed: `138 0000 1111`, `+86 (21) 6000-1111`, also in full-width digits. `None`
/// unless the text is certainly one number, so that no wrong number is called.
pub fn phone_link(typed: &str) -> Option<String> {
    let plain = name_key(typed);
    let mut number = String::new();
    for letter in plain.chars() {
        match letter {
            '0'..='9' => number.push(letter),
            '+' if number.is_empty() => number.push('+'),
            ' ' | '-' | '.' | '(' | ')' | '–' => {}
            _ => return None,
        }
    }
    let digits = number.chars().filter(char::is_ascii_digit).count();
    (3..=15).contains(&digits).then(|| format!("tel:{number}"))
}

/// The `mailto:` link for an address as typed; `None` if it is not an address.
pub fn mail_link(typed: &str) -> Option<String> {
    let address = typed.trim();
    let (name, host) = address.split_once('@')?;
    let is_whole =
        |part: &str| !part.is_empty() && part.chars().all(|letter| letter.is_alphanumeric() || "-._+".contains(letter));
    let is_host = is_whole(host) && host.contains('.') && host.split('.').all(|part| !part.is_empty());
    (is_whole(name) && is_host).then(|| format!("mailto:{}", utf8_percent_encode(address, PLAIN)))
}

/// The people that an address book can take: everybody with a name.
pub fn named_people(deal: &Deal) -> impl Iterator<Item = &Person> {
    deal.people.iter().filter(|person| person.is_named())
}

/// The named people of a deal as a file for address books.
pub fn vcard_file(deal: &Deal) -> String {
    let mut file = String::new();
    let mut line = |name: &str, value: &str| fold(&mut file, &format!("{name}:{value}"));
    for person in named_people(deal) {
        let some = |name: &str, typed: &str| (!is_blank(typed)).then(|| (name.to_owned(), escaped(typed.trim())));
        let name = escaped(person.name.trim());
        let company = [&deal.customer, &person.department].map(|part| escaped(part.trim()));
        let company = if is_blank(&company.concat()) { None } else { Some(("ORG".to_owned(), company.join(";"))) };
        line("BEGIN", "VCARD");
        line("VERSION", "3.0");
        // The form does not ask which part is the family name, so both properties have the whole name.
        line("N", &format!("{name};;;;"));
        line("FN", &name);
        let more = [company, some("TITLE", &person.title), some("TEL;TYPE=WORK", &person.phone)];
        let more =
            more.into_iter().chain([some("EMAIL;TYPE=INTERNET", &person.email), some("NOTE", &person.note)]).flatten();
        more.for_each(|(name, value)| line(&name, &value));
        line("END", "VCARD");
    }
    file
}

/// The other deals of the same customer, the open ones first; empty while the customer has no name.
pub fn of_same_customer<'a>(deal: &Deal, others: impl Iterator<Item = &'a Deal>) -> Vec<&'a Deal> {
    let customer = name_key(&deal.customer);
    if is_blank(&customer) {
        return Vec::new();
    }
    let is_same = |other: &&Deal| other.id != deal.id && !other.deleted && name_key(&other.customer) == customer;
    let mut same: Vec<&Deal> = others.filter(is_same).collect();
    same.sort_by_key(|other| !other.is_open());
    same
}

/// People of the same customer in other deals who are not in this one, each once, as new people for this deal: without
/// what belongs to the other purchase, such as role and stance.
pub fn colleagues<'a>(deal: &Deal, others: impl Iterator<Item = &'a Deal>) -> Vec<Person> {
    let mut found: Vec<Person> = Vec::new();
    for person in of_same_customer(deal, others).into_iter().flat_map(named_people) {
        let is_known = |known: &Person| name_key(&known.name) == name_key(&person.name);
        match found.iter_mut().find(|known| is_known(known)) {
            Some(known) => {
                for (place, text) in [
                    (&mut known.title, &person.title),
                    (&mut known.department, &person.department),
                    (&mut known.phone, &person.phone),
                    (&mut known.email, &person.email),
                ] {
                    if is_blank(place) {
                        place.clone_from(text);
                    }
                }
            }
            None if deal.people.iter().any(is_known) => {}
            None => found.push(Person {
                name: person.name.trim().to_owned(),
                title: person.title.clone(),
                department: person.department.clone(),
                phone: person.phone.clone(),
                email: person.email.clone(),
                ..Person::default()
            }),
        }
    }
    found
}
