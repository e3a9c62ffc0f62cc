//! Splits a title above a table into labels and what follows each.

use super::header_unit::{MAGNITUDES, is_unit};

/// A part of a title, whose characters are half-width.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Word(&'a str),
    /// The text in brackets.
    Group(&'a str),
    Colon,
    Slash,
}

/// What the words of a clause follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// 单位 or `Unit`.
    Unit,
    /// A longer label that ends with it: `编制单位`, `Business unit`.
    OtherUnit,
    /// Another label, or a slash.
    Label,
    /// A bracket.
    Bracket,
    /// Nothing: they are the title itself.
    Title,
}

/// The words of a label.
#[derive(Clone, Debug)]
pub(super) struct Clause<'a> {
    pub(super) kind: Kind,
    pub(super) tokens: Vec<Token<'a>>,
}

const OPENING: [char; 5] = ['(', '[', '【', '{', '<'];
const CLOSING: [char; 5] = [')', ']', '】', '}', '>'];
const BETWEEN: [char; 5] = [',', '、', ';', '|', '。'];

/// What precedes 单位 if it means the unit of amounts.
const OF_MONEY: [&str; 7] = ["金额", "货币", "币种", "计价", "计量", "价格", "本表"];
const OF_MONEY_EN: [&str; 5] = ["currency", "money", "monetary", "amount", "price"];

/// The second word of a label of two: `Prepared by`.
const SECOND: [&str; 4] = ["by", "on", "of", "at"];

fn is_between(letter: char) -> bool {
    letter.is_whitespace() || BETWEEN.contains(&letter) || CLOSING.contains(&letter)
}

fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start_matches(is_between);
    while let Some(first) = rest.chars().next() {
        let (token, after) = match first {
            ':' => (Token::Colon, rest.trim_start_matches(':')),
            '/' => (Token::Slash, rest.trim_start_matches('/')),
            opening if OPENING.contains(&opening) => {
                let (inner, after) = group(rest);
                (Token::Group(inner), after)
            }
            _ => {
                let ends = |letter: char| is_between(letter) || OPENING.contains(&letter) || ":/".contains(letter);
                let (word, after) = rest.split_at(rest.find(ends).unwrap_or(rest.len()));
                (Token::Word(word), after)
            }
        };
        tokens.push(token);
        rest = after.trim_start_matches(is_between);
    }
    tokens
}

/// The text in the bracket that a text begins with, and the text after it.
fn group(text: &str) -> (&str, &str) {
    let mut depth = 0_usize;
    let closes = |letter: char| {
        depth = if OPENING.contains(&letter) { depth.saturating_add(1) } else { depth };
        depth = if CLOSING.contains(&letter) { depth.saturating_sub(1) } else { depth };
        depth == 0
    };
    let (inner, after) = text.split_at(text.find(closes).unwrap_or(text.len()));
    (inner.strip_prefix(OPENING).unwrap_or(inner), after.strip_prefix(CLOSING).unwrap_or(after))
}

/// Where a clause begins: its label, its words, and the word that is written together with the label.
struct Start<'a> {
    label: usize,
    value: usize,
    kind: Kind,
    joined: Option<&'a str>,
}

/// The clauses of a text. The words before the first label get the kind `around`.
pub(super) fn clauses(text: &str, around: Kind) -> Vec<Clause<'_>> {
    let tokens = tokens(text);
    let mut starts = vec![Start { label: 0, value: 0, kind: around, joined: None }];
    for index in 0..tokens.len() {
        let from = starts.last().map_or(0, |last| last.value);
        starts.extend(start(&tokens, index, from, around));
    }
    let ends = starts.iter().skip(1).map(|next| next.label).chain([tokens.len()]);
    let mut clauses = Vec::new();
    for (start, end) in starts.iter().zip(ends) {
        let mut held = tokens.get(start.value..end).unwrap_or_default().to_vec();
        // `单位：万元日期：…` has no separate word before the next label.
        let next = tokens.get(start.value).filter(|_| held.is_empty() && start.kind == Kind::Unit);
        held.extend(
            next.filter(|next| matches!(next, Token::Word(word) if is_unit(word) || word.contains(MAGNITUDES))),
        );
        held.splice(0..0, start.joined.map(Token::Word));
        clauses.push(Clause { kind: start.kind, tokens: held });
        // A bracket within a label: `填报单位（盖章）：`.
        let behind = tokens.get(start.label..start.value).unwrap_or_default().iter();
        let behind = behind.filter(|token| matches!(token, Token::Group(_))).copied().collect::<Vec<_>>();
        clauses.extend((!behind.is_empty()).then_some(Clause { kind: Kind::Title, tokens: behind }));
    }
    clauses
}

/// The clause that begins with the token at this index; `from` is where the words of the previous one begin.
fn start<'a>(tokens: &[Token<'a>], index: usize, from: usize, around: Kind) -> Option<Start<'a>> {
    let word = |index: usize| match tokens.get(index)? {
        Token::Word(word) => Some(*word),
        _ => None,
    };
    let before = |index: usize| index.checked_sub(1).filter(|before| *before >= from);
    let value = index.saturating_add(1);
    match *tokens.get(index)? {
        Token::Colon => {
            let mut label = before(index).unwrap_or(index);
            if let (Some(Token::Group(_)), Some(name)) = (tokens.get(label), before(label)) {
                label = name;
            }
            let name = word(label).unwrap_or_default();
            let earlier = label.checked_sub(1).and_then(word).unwrap_or_default();
            let kind = kind(name, earlier);
            if SECOND.contains(&name) || (kind == Kind::OtherUnit && name.is_ascii()) {
                // `Prepared by`, `Business unit`: a short word before it may still belong to a unit.
                let is_first = |word: &str| word.len() > 3 && !is_unit(word);
                label = before(label).filter(|first| word(*first).is_some_and(is_first)).unwrap_or(label);
            }
            Some(Start { label, value, kind, joined: None })
        }
        Token::Slash if around == Kind::Title && from == 0 => {
            Some(Start { label: index, value, kind: Kind::Label, joined: None })
        }
        Token::Word(name) if !is_label(tokens, value) => {
            let own = Start { label: index, value, kind: kind(name, ""), joined: None };
            if own.kind == Kind::Unit && name.is_ascii() {
                // A sentence may continue after the English word.
                return word(value).is_some_and(is_unit).then_some(own);
            }
            let (label, joined) = name.rsplit_once("单位")?;
            let kind = if is_of_amounts(label) { Kind::Unit } else { Kind::OtherUnit };
            if joined.is_empty() {
                return Some(Start { kind, ..own });
            }
            // `单位客户商机表` is not a unit.
            let is_one = is_unit(joined) || (kind == Kind::Unit && joined.contains(MAGNITUDES));
            is_one.then_some(Start { kind, joined: Some(joined), ..own })
        }
        _ => None,
    }
}

/// Whether a colon follows, perhaps after a bracket.
fn is_label(tokens: &[Token<'_>], next: usize) -> bool {
    let behind = next.saturating_add(1);
    match tokens.get(next) {
        Some(Token::Group(_)) => tokens.get(behind) == Some(&Token::Colon),
        next => next == Some(&Token::Colon),
    }
}

/// The kind of a label; `earlier` is the word before it.
fn kind(label: &str, earlier: &str) -> Kind {
    let lower = label.to_lowercase();
    if (earlier, label) == ("单", "位") {
        return Kind::Unit;
    }
    if let Some(before) = label.strip_suffix("单位") {
        return if is_of_amounts(before) { Kind::Unit } else { Kind::OtherUnit };
    }
    if !["unit", "units"].contains(&lower.as_str()) {
        return Kind::Label;
    }
    let is_name = earlier.bytes().all(|byte| byte.is_ascii_alphabetic()) && !earlier.is_empty();
    let is_other = is_name && !OF_MONEY_EN.contains(&earlier.to_lowercase().as_str());
    if is_other { Kind::OtherUnit } else { Kind::Unit }
}

/// Whether 单位 after these words means the unit of amounts: at the beginning of a word, or after a word such as 金额.
fn is_of_amounts(before: &str) -> bool {
    before.is_empty()
        || before.ends_with(|letter: char| !letter.is_alphanumeric())
        || OF_MONEY.iter().any(|money| before.ends_with(money))
}
