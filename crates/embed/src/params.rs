//! The parameters of a frame: the query of its address, parsed into a typed value and written back.

use abacus_core::calculator::Spec;
use abacus_core::number::format::Currency;
use abacus_core::text::Locale;

use crate::arrangement::Arrangement;
use crate::part::{Part, Parts};
use crate::problem::{Code, Problem};
use crate::theme::{self, Theme};
use crate::{origin, query};

/// The maximum length of an instance's name.
const MAX_ID: usize = 32;
/// The maximum number of decimals of amounts: they are certain to the cent.
const MAX_DECIMALS: u32 = 2;

/// The keys of a query other than the theme's.
const KEYS: [&str; 10] = ["lang", "currency", "decimals", "parts", "lock", "hide", "customer", "guess", "host", "id"];

/// The keys of all parameters. No input has any of these keys.
pub fn keys() -> impl Iterator<Item = &'static str> {
    KEYS.into_iter().chain(theme::KEYS)
}

/// Whether a key is a parameter.
pub fn is_parameter(key: &str) -> bool {
    KEYS.contains(&key) || theme::KEYS.contains(&key)
}

/// Everything in the address of a frame except the values, which are in its fragment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params<K = &'static str> {
    /// The arrangement.
    pub arrangement: Arrangement<K>,
    /// The theme.
    pub theme: Theme,
    /// The language and style.
    pub figures: Figures,
    /// The only origin that may read values, if one is named.
    pub host: Option<String>,
    /// The name of this instance, for a host with several.
    pub id: Option<String>,
}

/// How figures are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Figures {
    /// The language; none is the reader's.
    pub locale: Option<Locale>,
    /// The currency of amounts; none shows no sign.
    pub currency: Option<&'static Currency>,
    /// The decimals of amounts; none shows as many as there are.
    pub decimals: Option<u32>,
}

impl Figures {
    /// Sets one of `lang`, `currency`, `decimals`. None if there is no such key.
    pub fn set(&mut self, key: &str, text: &str) -> Option<Result<(), Problem>> {
        let refused = |code| Err(Problem::new(key, code));
        Some(match key {
            "lang" => match Locale::from_tag(text) {
                Some(locale) => {
                    self.locale = Some(locale);
                    Ok(())
                }
                None => refused(Code::Unreadable),
            },
            "currency" => match (text, Currency::find(text)) {
                ("none", _) => {
                    self.currency = None;
                    Ok(())
                }
                (_, Some(currency)) => {
                    self.currency = Some(currency);
                    Ok(())
                }
                (_, None) => refused(Code::Unreadable),
            },
            "decimals" => match (text, text.parse()) {
                ("auto", _) => {
                    self.decimals = None;
                    Ok(())
                }
                (_, Ok(decimals)) if decimals <= MAX_DECIMALS => {
                    self.decimals = Some(decimals);
                    Ok(())
                }
                (_, Ok(_)) => refused(Code::OutOfBounds),
                (_, Err(_)) => refused(Code::Unreadable),
            },
            _ => return None,
        })
    }
}

impl Params {
    /// Parses a query, with or without its `?`. It never fails: unusable parts are reported, and the rest applies.
    ///
    /// ```
    /// use abacus_core::calculators::find;
    /// use abacus_embed::{Params, Part, Problem, problem::Code};
    ///
    /// let spec = find("bad-debt").unwrap().spec();
    /// let (params, problems) = Params::read("?parts=inputs,result&lock=margin&colour=red", spec);
    /// assert!(params.arrangement.parts.has(Part::Result) && params.arrangement.locks("margin"));
    /// assert_eq!(problems, [Problem::new("colour", Code::UnknownKey)]);
    /// assert_eq!(params.query(), "parts=inputs,result&lock=margin");
    /// ```
    pub fn read(query: &str, spec: &Spec) -> (Self, Vec<Problem>) {
        Self::read_with(query, |name| spec.field(name).map(|field| field.key))
    }
}

impl<K: AsRef<str> + Default + PartialEq> Params<K> {
    /// The same, with the inputs that `known` recognizes.
    pub fn read_with(query: &str, known: impl Fn(&str) -> Option<K>) -> (Self, Vec<Problem>) {
        let (mut params, mut problems) = (Self::default(), Vec::new());
        let mut seen = Vec::new();
        for (key, value) in query::pairs(query) {
            // If a key is repeated, the first value counts, as in a fragment.
            if !seen.contains(&key) {
                params.set(&key, &value, &known, &mut problems);
                seen.push(key);
            }
        }
        (params, problems)
    }

    fn set(&mut self, key: &str, value: &str, known: &dyn Fn(&str) -> Option<K>, problems: &mut Vec<Problem>) {
        let is_read = match key {
            "host" => origin::read(value).map(|host| self.host = Some(host)).is_some(),
            "id" => is_id(value).then(|| self.id = Some(value.to_owned())).is_some(),
            _ => {
                if !self.arrangement.set(key, &mut value.split(SEPARATORS), known, problems) {
                    let set = self.theme.set(key, value).or_else(|| self.figures.set(key, value));
                    let set = set.unwrap_or_else(|| Err(Problem::new(key, Code::UnknownKey)));
                    problems.extend(set.err());
                }
                return;
            }
        };
        if !is_read {
            problems.push(Problem::new(key, Code::Unreadable));
        }
    }

    /// The query of these parameters, without `?`; empty for a frame with the defaults.
    pub fn query(&self) -> String {
        let Self { arrangement, theme, figures, host, id } = self;
        let keys = |keys: &[K]| {
            let names: Vec<&str> = keys.iter().map(AsRef::as_ref).collect();
            Some(names.join(",")).filter(|names| !names.is_empty())
        };
        let yes = |yes: bool| yes.then(|| "1".to_owned());
        let first = [
            ("lang", figures.locale.map(|locale| locale.tag().to_owned())),
            ("currency", figures.currency.map(|currency| currency.code.to_owned())),
            ("decimals", figures.decimals.map(|decimals| decimals.to_string())),
            ("parts", Some(arrangement.parts).filter(|parts| *parts != Parts::DEFAULT).map(Parts::names)),
            ("lock", keys(&arrangement.lock)),
            ("hide", keys(&arrangement.hide)),
            ("customer", yes(arrangement.customer)),
            ("guess", yes(arrangement.guess)),
            ("host", host.clone()),
            ("id", id.clone()),
        ];
        let first = first.into_iter().filter_map(|(key, value)| Some((key, value?)));
        let pairs: Vec<String> = first.chain(theme.tokens()).map(|(key, value)| query::pair(key, &value)).collect();
        pairs.join("&")
    }
}

/// Whether a frame at this address differs from one without a query: a language alone arranges nothing.
///
/// ```
/// use abacus_embed::params::arranges;
///
/// assert!(arranges("?lang=en&parts=result"));
/// assert!(!arranges("?lang=en"));
/// ```
pub fn arranges(query: &str) -> bool {
    query::raw(query).any(|pair| !pair.starts_with("lang="))
}

/// Whether a frame at this address has its own colours or sizes: a token other than the scheme.
///
/// ```
/// use abacus_embed::params::has_tokens;
///
/// assert!(has_tokens("?lang=en&accent=005ea5"));
/// assert!(!has_tokens("?lang=en&theme=dark"));
/// ```
pub fn has_tokens(query: &str) -> bool {
    // The first is the scheme.
    let is_token = |pair: &str| {
        let is_key = |key: &&str| pair.strip_prefix(key).is_some_and(|value| value.starts_with('='));
        theme::KEYS.iter().skip(1).any(is_key)
    };
    query::raw(query).any(is_token)
}

/// The separators between the names of a list.
const SEPARATORS: [char; 2] = [',', ' '];

fn is_id(text: &str) -> bool {
    let is_letter = |letter: u8| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-';
    (1..=MAX_ID).contains(&text.len()) && text.bytes().all(is_letter)
}

impl<K: PartialEq> Arrangement<K> {
    /// Sets one of `parts`, `lock`, `hide`, `customer`, `guess` to a list of names. Returns whether there is such a
    /// key. Unknown names are reported, and the others apply.
    pub fn set<'a>(
        &mut self,
        key: &str,
        names: &mut dyn Iterator<Item = &'a str>,
        known: &dyn Fn(&str) -> Option<K>,
        problems: &mut Vec<Problem>,
    ) -> bool {
        let mut names = names.filter(|name| !name.is_empty());
        let mut keys = |list: &mut Vec<K>| {
            list.clear();
            for name in names.by_ref() {
                match known(name) {
                    Some(key) if !list.contains(&key) => list.push(key),
                    Some(_) => {}
                    None => problems.push(Problem::new(name, Code::UnknownKey)),
                }
            }
        };
        match key {
            "lock" => keys(&mut self.lock),
            "hide" => keys(&mut self.hide),
            "parts" => {
                let mut parts = Vec::new();
                for name in names {
                    match Part::from_code(name) {
                        Some(part) => parts.push(part),
                        None => problems.push(Problem::new("parts", Code::Unreadable)),
                    }
                }
                self.parts = parts.into_iter().collect();
            }
            "customer" | "guess" => {
                let flag = if key == "guess" { &mut self.guess } else { &mut self.customer };
                match (names.next(), names.next()) {
                    (Some("1"), None) => *flag = true,
                    (Some("0"), None) => *flag = false,
                    _ => problems.push(Problem::new(key, Code::Unreadable)),
                }
            }
            _ => return false,
        }
        true
    }
}
