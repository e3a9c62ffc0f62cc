//! The unit that the titles of a table state for all of its amounts: `商机表（单位：万元）`,
//! `Unit: USD k  Date: 2026-03`.
//!
//! 单位 may also be the organisation that wrote the table (`编制单位：某公司`), and 万 occurs in names. So a title is
//! split: what follows a label ends where the next label begins, and only what can refer to amounts is taken for a
//! unit.

use abacus_core::Decimal;
use abacus_core::number::numeral::Sign;

use super::folded::folded;
use super::header_unit::{HeaderUnit, MAGNITUDES, SEPARATORS, contradict, is_magnitude, is_unit, together};
use super::organisation::is_organisation;
use super::title_tokens::{Clause, Kind, Token, clauses};

/// How deep brackets are split. Deeper ones count as words of the bracket around them.
const MOST_DEEP: u8 = 4;

/// What the titles state so far.
#[derive(Default)]
struct Found {
    factor: Option<Decimal>,
    sign: Option<Sign>,
    /// Words that state a unit but are not understood, or contradict each other.
    doubt: Option<String>,
    /// Words that may state a unit. Ignored if it is stated elsewhere.
    faint: Option<String>,
}

/// The unit that titles state together; `None` if they state none. Something that looks like a unit but is not
/// understood is doubtful.
pub(super) fn of_titles<'a>(titles: impl IntoIterator<Item = &'a str>) -> Option<HeaderUnit> {
    let (mut found, mut text) = (Found::default(), String::new());
    for title in titles {
        text.extend(title.trim().chars().map(folded));
        // The value of a label may be in the next cell.
        if text.ends_with(':') {
            text.push(' ');
        } else {
            found.read(&std::mem::take(&mut text), Kind::Title, 0);
        }
    }
    let certain = (found.factor.is_some() || found.sign.is_some())
        .then(|| HeaderUnit::Known(found.factor.unwrap_or(Decimal::ONE), found.sign));
    found.doubt.map(HeaderUnit::Doubtful).or(certain).or_else(|| found.faint.map(HeaderUnit::Doubtful))
}

impl Found {
    /// Reads a title, or the text in brackets in one.
    fn read(&mut self, text: &str, around: Kind, depth: u8) {
        for clause in clauses(text, around) {
            let is_read = match clause.kind {
                Kind::Unit => self.read_unit(&clause, true),
                Kind::OtherUnit => self.read_unit(&clause, false),
                Kind::Label => self.read_label(&clause),
                Kind::Bracket => self.read_bracket(&clause),
                Kind::Title => self.read_words(&clause),
            };
            for group in clause.groups() {
                if depth < MOST_DEEP && (!is_read || group.contains(':')) {
                    self.read(group, Kind::Bracket, depth.saturating_add(1));
                }
            }
        }
    }

    /// Reads what follows 单位 or `Unit`. After a longer label (`编制单位`, `Business unit`) it counts only if it is a
    /// unit.
    fn read_unit(&mut self, clause: &Clause<'_>, is_own: bool) -> bool {
        let has_unit = clause.words().any(is_unit);
        if clause.words().any(is_organisation) && !has_unit {
            return false;
        }
        let all = clause.all_words();
        match together(all.iter().copied(), (None, None)) {
            Some(stated) => self.add(stated, true, &all),
            None if has_unit || clause.words().any(joins_units) => self.doubt(&all),
            None if is_own && looks_like_unit(&all) => self.doubt(&all),
            None if is_own => self.suspect(&all),
            None => return false,
        }
        true
    }

    /// Reads what follows another label, or a slash: only whole words are units, since 万 and 千 are parts of names.
    fn read_label(&mut self, clause: &Clause<'_>) -> bool {
        // `Owner: K`, `目标：500万`.
        let is_stated =
            |word: &str| is_unit(word) && word.len() > 1 && !word.contains(|digit| matches!(digit, '1'..='9'));
        if !clause.words().any(is_stated) {
            return false;
        }
        let all = clause.all_words();
        match together(all.iter().copied(), (None, None)) {
            Some(stated) => self.add(stated, false, &all),
            None => self.suspect(&all),
        }
        true
    }

    /// Reads the title itself: a unit alone, or one after `in`. Any other mention of one is not understood:
    /// `金额均以万元计`.
    fn read_words(&mut self, clause: &Clause<'_>) -> bool {
        let words: Vec<&str> = clause.words().filter(|word| !is_time(word)).collect();
        let behind =
            words.iter().rposition(|word| word.eq_ignore_ascii_case("in")).map_or(0, |index| index.saturating_add(1));
        let stated = words.get(behind..).filter(|words| words.iter().any(|word| is_unit(word)));
        match stated.and_then(|words| together(words.iter().copied(), (None, None))) {
            Some(stated) => self.add(stated, false, &words),
            None if words.iter().any(|word| counts_in_yuan(word)) || has_unit(&words) => self.suspect(&words),
            None => return false,
        }
        true
    }

    fn read_bracket(&mut self, clause: &Clause<'_>) -> bool {
        let all = clause.all_words();
        match together(all.iter().copied(), (None, None)) {
            Some(stated) => self.add(stated, false, &all),
            None if looks_like_unit(&all) => self.suspect(&all),
            None => return false,
        }
        true
    }

    fn add(&mut self, (factor, sign): (Option<Decimal>, Option<Sign>), is_of_unit: bool, words: &[&str]) {
        // A currency alone does not state the magnitude, unless it is the unit of amounts.
        let counts = sign.is_some_and(|sign| is_of_unit || sign.written() == "元");
        let factor = factor.or_else(|| counts.then_some(Decimal::ONE));
        if self.factor.zip(factor).is_some_and(|(one, other)| one != other) || contradict(self.sign, sign) {
            return self.doubt(words);
        }
        (self.factor, self.sign) = (self.factor.or(factor), self.sign.or(sign));
    }

    fn doubt(&mut self, words: &[&str]) {
        self.doubt.get_or_insert_with(|| words.join(" "));
    }

    fn suspect(&mut self, words: &[&str]) {
        self.faint.get_or_insert_with(|| words.join(" "));
    }
}

impl<'a> Clause<'a> {
    /// Its words outside brackets.
    fn words(&self) -> impl Iterator<Item = &'a str> {
        self.tokens.iter().filter_map(|token| match token {
            Token::Word(word) => Some(*word),
            _ => None,
        })
    }

    /// Its brackets.
    fn groups(&self) -> impl Iterator<Item = &'a str> {
        self.tokens.iter().filter_map(|token| match token {
            Token::Group(inner) => Some(*inner),
            _ => None,
        })
    }

    /// Its words including those in brackets, except for days and for brackets with their own labels.
    fn all_words(&self) -> Vec<&'a str> {
        let words = self.tokens.iter().flat_map(|token| match token {
            Token::Word(word) => vec![*word],
            Token::Group(inner) if !inner.contains(':') => words_in(inner).collect(),
            Token::Group(_) | Token::Colon | Token::Slash => Vec::new(),
        });
        words.filter(|word| !is_time(word)).collect()
    }
}

fn words_in(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| letter.is_whitespace() || SEPARATORS.contains(&letter)).filter(|word| !word.is_empty())
}

/// Whether a word is a unit or contains part of one: `吨` does not, `万元或美元` does.
fn looks_like_unit(words: &[&str]) -> bool {
    words.iter().any(|word| is_unit(word) || (word.contains(MAGNITUDES) && !is_organisation(word)))
}

/// Whether a word ends with a currency after a magnitude, and is hardly a name: `万元或美元`.
fn joins_units(word: &str) -> bool {
    Sign::after(word).is_some_and(|(_, before)| before.contains(MAGNITUDES))
}

/// Whether a word names a unit of yuan without a figure before it: `金额均以万元计`, not `500万元以上`.
fn counts_in_yuan(word: &str) -> bool {
    let magnitudes = ["百元", "千元", "万元", "亿元"].into_iter().flat_map(|unit| word.match_indices(unit));
    let mut before =
        magnitudes.filter_map(|(index, _)| word.get(..index)).map(|before| before.trim_end_matches(MAGNITUDES));
    before.any(|before| !before.ends_with(|letter: char| letter.is_ascii_digit()))
}

/// Whether some words are a unit of amounts and hardly a name: `Pipeline USD thousands`, `商机表 万美元`,
/// `商机表 USD k`.
fn has_unit(words: &[&str]) -> bool {
    let is_counted = |word: &&str| {
        word.chars().count() > 1 && is_magnitude(word) && !word.contains(|digit| matches!(digit, '1'..='9'))
    };
    let is_pair = |pair: &[&str]| matches!(pair, [currency, unit] if is_unit(currency) && !is_magnitude(currency) && is_magnitude(unit));
    words.iter().any(is_counted) || words.windows(2).any(is_pair)
}

/// Whether a word is a day or a period, as many titles have: `2026年三季度`, `2026-03`.
fn is_time(word: &str) -> bool {
    let is_year = word.starts_with("20") || word.starts_with("19");
    let is_named = word.contains('年') && ["年", "月", "日", "季度"].iter().any(|ending| word.ends_with(ending));
    let is_written = word.contains('-') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_year && (is_named || is_written)
}

#[cfg(test)]
mod tests {
    use super::of_titles;
    use crate::transfer::header_unit::HeaderUnit;
    use proptest::prelude::*;

    /// What 120 is read as below these titles; the error is a doubtful amount.
    fn read(titles: &[&str]) -> Option<Result<String, String>> {
        let (read, is_certain) = of_titles(titles.iter().copied())?.apply("120");
        Some(if is_certain { Ok(read) } else { Err(read) })
    }

    #[test]
    fn a_title_states_the_unit_of_all_amounts() {
        for (title, expected) in [
            ("商机表（单位：万元）", Some("1200000元")),
            ("单位：万元", Some("1200000元")),
            ("单位万元", Some("1200000元")),
            ("单位 万元", Some("1200000元")),
            ("单位（万元）", Some("1200000元")),
            ("单 位：万元 制表人：李四", Some("1200000元")),
            ("商机表单位：万元", Some("1200000元")),
            ("2026年三季度商机（万元，含税）", Some("1200000元")),
            ("2026年商机/万元", Some("1200000元")),
            ("商机：万元", Some("1200000元")),
            ("商机表（万元）2026年", Some("1200000元")),
            ("金额单位：元", Some("120元")),
            ("货币单位：美元", Some("120美元")),
            ("币种：美元 单位：万", Some("1200000美元")),
            ("币种：人民币　单位：万元", Some("1200000人民币")),
            ("Pipeline (USD k)", Some("120000USD")),
            ("Pipeline, Q3 (in thousands)", Some("120000")),
            ("Pipeline, in thousands of USD", Some("120000USD")),
            ("金额单位：万元人民币", Some("1200000人民币")),
            ("Pipeline: USD (thousands)", Some("120000USD")),
            ("单位：十万美元", Some("12000000美元")),
            // The next label ends the value of 单位.
            ("单位：万元 日期：2026-03", Some("1200000元")),
            ("单位：万元　制表：张三", Some("1200000元")),
            ("单位：万元，制表：千禧公司", Some("1200000元")),
            ("单位：万元 2026年3月", Some("1200000元")),
            ("商机表（单位：万元 日期：2026-03）", Some("1200000元")),
            ("商机表（单位：万元）日期：2026-03", Some("1200000元")),
            ("Unit: USD k  Date: 2026-03", Some("120000USD")),
            ("Unit: USD k Prepared by: Li", Some("120000USD")),
            ("Unit: USD k Business unit: Sales", Some("120000USD")),
            ("Prepared by: Li  Unit: USD k", Some("120000USD")),
            ("Currency unit: USD k", Some("120000USD")),
            ("Unit USD k", Some("120000USD")),
            // One statement after another.
            ("编制单位：某公司 单位：万元", Some("1200000元")),
            ("编制单位：某公司单位：万元", Some("1200000元")),
            ("编制单位：某公司（万元）", Some("1200000元")),
            ("单位：宝钢集团 单位：万元", Some("1200000元")),
            ("单位：宝钢 单位：万元", Some("1200000元")),
            ("填报单位（盖章）：某公司 金额单位：万元", Some("1200000元")),
            ("行政事业单位商机（万元）", Some("1200000元")),
            ("单位客户商机表（万元）", Some("1200000元")),
            ("Business unit: Sales (USD k)", Some("120000USD")),
            ("商机（万方项目）（万元）", Some("1200000元")),
            // Without a label.
            ("万元", Some("1200000元")),
            ("USD k", Some("120000USD")),
            ("All amounts in USD k", Some("120000USD")),
            ("Pipeline, amounts in thousands", Some("120000")),
            // Not a unit of money.
            ("500万元以上商机", None),
            ("Pipeline in China", None),
            ("编制单位：某公司", None),
            ("填报单位：千禧公司", None),
            ("制表单位：万科", None),
            ("编制单位：三元", None),
            ("填报单位（盖章）：销售三部", None),
            ("单位：万科集团", None),
            ("单位：设计院", None),
            ("单位名称：万科", None),
            ("单位负责人：张三", None),
            ("单位客户商机表", None),
            ("单位： 日期：2026-03", None),
            ("制表：万千", None),
            ("制表：万科 日期：2026年元月", None),
            ("华东/万科", None),
            ("目标：500万元", None),
            ("期数：二", None),
            ("万科集团商机", None),
            ("商机表（2026年三季度）", None),
            ("商机表（2026年元月）", None),
            ("商机表（千禧公司）", None),
            ("Business unit: Sales", None),
            ("Unit price: see below", None),
            ("United Steel: Q3", None),
            ("Owner: K", None),
            ("Pipeline (draft)", None),
            ("制表：张三", None),
        ] {
            assert_eq!(read(&[title]), expected.map(|expected| Ok(expected.to_owned())), "{title}");
        }
    }

    #[test]
    fn an_unknown_unit_in_a_title_is_doubtful() {
        for title in [
            "单位：吨",
            "商机表（万元/年）",
            "Pipeline (USD mn)",
            "Pipeline in thousands of dollars",
            "商机表 USD thousands",
            "商机表 万美元",
            "商机表 USD k",
            "Pipeline: USD (mn)",
            "Unit: boxes (USD)",
            "Unit: boxes",
            "Unit: USD mn Date: 2026-03",
            "Pipeline unit: USD mn",
            "商机表（单位：万元或美元）",
            "商机表单位：万元或美元",
            "单位：万元或美元 日期：2026-03",
            "单位：万元日期：2026-03",
            "单 位：万元或美元",
            "单位：万元/年",
            "单位：万元 单位：元",
            "商机表（元） 单位：万元",
            "单位：三元",
            "商机（万方项目）",
            "金额均以万元计",
            "金额单位为万元",
            "商机表 金额均为百万元",
        ] {
            let read = read(&[title]);
            assert!(matches!(read, Some(Err(_))), "{title}: {read:?}");
        }
    }

    #[test]
    fn titles_state_a_unit_together() {
        let certain = |words: &str| Some(Ok(words.to_owned()));
        assert_eq!(read(&["编制单位：某公司", "单位：万元"]), certain("1200000元"));
        assert_eq!(read(&["单位：含税", "单位：万元"]), certain("1200000元"));
        assert_eq!(read(&["商机（万方项目）", "单位：万元"]), certain("1200000元"), "the brackets were a name");
        assert_eq!(read(&["单位：宝钢", "单位：万元"]), certain("1200000元"));
        assert_eq!(read(&["币种：USD", "单位：", "千"]), certain("120000USD"));
        assert_eq!(read(&["单位：", "万元", "制表：", "张三"]), certain("1200000元"));
        assert!(matches!(read(&["单位：万元或美元", "单位：万元"]), Some(Err(_))));
        assert!(matches!(read(&["单位：万元", "单位：元"]), Some(Err(_))));
        assert_eq!(read(&["制表：", "单位："]), None);
        assert_eq!(read(&[]), None);
    }

    #[test]
    fn a_header_keeps_its_own_unit() {
        for (header, expected) in [("金额", "1200000元"), ("金额（元）", "120元"), ("金额（千元）", "120000元")]
        {
            let mut unit = HeaderUnit::of(header);
            of_titles(["单位：万元"]).iter().for_each(|title| unit.inherit(title));
            assert_eq!(unit.apply("120").0, expected, "{header}");
        }
    }

    #[test]
    fn brackets_of_any_depth_are_read() {
        let deep = |words: &str, depth: usize| format!("{}{words}{}", "（".repeat(depth), "）".repeat(depth));
        assert_eq!(read(&[&deep("单位：万元", 3)]), Some(Ok("1200000元".to_owned())));
        assert_eq!(read(&[&deep("万元", 10_000)]), Some(Ok("1200000元".to_owned())));
        assert_eq!(read(&[&"（：".repeat(10_000)]), None);
    }

    proptest! {
        #[test]
        fn labels_around_a_unit_change_nothing(
            before in prop::sample::select(vec!["", "编制单位：某公司 ", "制表：万千，", "日期：2026-03　", "商机表 ", "（草稿）"]),
            unit in prop::sample::select(vec!["万元", "千美元", "元", "USD k"]),
            after in prop::sample::select(vec!["", " 制表：张三", "；填报单位：千禧集团", " 2026年3月", "（含税）", " Date: 2026-03"]),
        ) {
            for label in ["单位：", "金额单位:", "Unit: "] {
                prop_assert_eq!(read(&[&format!("{before}{label}{unit}{after}")]), read(&[&format!("单位：{unit}")]));
            }
        }

        #[test]
        fn any_title_is_read(title in "[(（:：/ 单位万元千公司a-z0-9]{0,24}", other in any::<String>()) {
            let _read = of_titles([title.as_str(), other.as_str()]);
        }
    }
}
