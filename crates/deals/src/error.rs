//! Why a stored record cannot be read.

use abacus_core::date::DateError;
use abacus_core::format_in;
use abacus_core::isolate::isolated;
use abacus_core::text::{Locale, text};

/// What is wrong with a record. The text of the record is kept, so nothing is lost.
///
/// A `path` names the field: `people[2].stance`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DealError {
    /// The key does not end in a valid id.
    BadId,
    /// The text is not JSON; the position is counted from 1.
    NotJson {
        /// The line.
        line: usize,
        /// The column, in bytes.
        column: usize,
    },
    /// Lists and objects are nested more deeply than an export file could hold.
    TooDeep,
    /// JSON, but not an object.
    NotAnObject,
    /// An object has two fields of the same name, and only one could be kept.
    RepeatedName,
    /// There is no `schema`, so the text is not known to be a deal.
    NoSchema,
    /// Written by a newer version of the app.
    NewerSchema {
        /// The schema of the record.
        schema: u64,
    },
    /// The id in the record differs from the id in the key.
    IdDiffers {
        /// The id in the record.
        record: String,
    },
    /// A field holds the wrong kind of value.
    WrongType {
        /// The field.
        path: String,
        /// What it should hold.
        expected: JsonKind,
    },
    /// A text that is not a date.
    BadDate {
        /// The field.
        path: String,
        /// What it holds.
        text: String,
        /// What is wrong with it.
        error: DateError,
    },
    /// A text that is not an amount, or one beyond the bounds of amounts.
    BadAmount {
        /// The field.
        path: String,
        /// What it holds.
        text: String,
    },
    /// A whole number outside its bounds.
    OutOfBounds {
        /// The field.
        path: String,
        /// What it holds.
        whole: u64,
        /// The smallest allowed number.
        min: u64,
        /// The largest allowed number.
        max: u64,
    },
    /// A word that this version does not know for the field.
    ///
    /// It is not replaced by a default: stances and roles decide the advice, and the word, probably from a newer
    /// version, had a meaning.
    UnknownWord {
        /// The field.
        path: String,
        /// The word.
        text: String,
    },
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// A text in quotes.
    Text,
    /// `true` or `false`.
    Flag,
    /// A whole number from 0 to 2⁶⁴ − 1.
    Whole,
    /// A list in brackets.
    List,
    /// An object in braces.
    Object,
}

impl DealError {
    /// Whether the text cannot be a record of any version: it is damaged.
    pub const fn is_damage(&self) -> bool {
        matches!(self, Self::NotJson { .. } | Self::NotAnObject | Self::NoSchema)
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, locale: Locale) -> String {
        let sentence = |zh, en| text(zh, en).get(locale).to_owned();
        match self {
            Self::BadId => sentence("存储名里的编号不合规则。", "The id in the storage key is not valid."),
            Self::NotJson { line, column } => format_in!(
                locale,
                "不是 JSON：第 {line} 行第 {column} 列读不下去。",
                "Not JSON: reading stops at line {line}, column {column}."
            ),
            Self::TooDeep => sentence("层层嵌套太深。", "Lists and objects are nested too deeply."),
            Self::NotAnObject => sentence("是 JSON，但不是一条记录。", "JSON, but not a record."),
            Self::RepeatedName => sentence("同一处有两个同名字段。", "One object has two fields of the same name."),
            Self::NoSchema => sentence("没有注明格式版本。", "The version of the format is missing."),
            Self::NewerSchema { schema } => format_in!(
                locale,
                "由新版本写成（格式 {schema}），请刷新页面。",
                "Written by a newer version (format {schema}); please reload the page."
            ),
            Self::IdDiffers { record } => {
                let record = isolated(record);
                format_in!(
                    locale,
                    "记录里的编号是“{record}”，与存储名不符。",
                    "The id in the record, “{record}”, does not match its storage key."
                )
            }
            Self::WrongType { path, expected } => {
                let expected = expected.name(locale);
                format_in!(locale, "{path} 应当是{expected}。", "{path} should be {expected}.")
            }
            Self::BadDate { path, text, error: DateError::NotIso } => {
                let text = isolated(text);
                format_in!(locale, "{path} 不是日期：“{text}”。", "{path} is not a date: “{text}”.")
            }
            Self::BadDate { path, text, error: DateError::DoesNotExist } => {
                let text = isolated(text);
                format_in!(locale, "{path} 这一天不存在：“{text}”。", "{path} is a day that does not exist: “{text}”.")
            }
            Self::BadAmount { path, text } => {
                let text = isolated(text);
                format_in!(locale, "{path} 不是可用的金额：“{text}”。", "{path} is not a usable amount: “{text}”.")
            }
            Self::OutOfBounds { path, whole, min, max } => format_in!(
                locale,
                "{path} 应当在 {min} 到 {max} 之间，而不是 {whole}。",
                "{path} should be from {min} to {max}, not {whole}."
            ),
            Self::UnknownWord { path, text } => {
                let text = isolated(text);
                format_in!(locale, "{path} 里有不认识的词：“{text}”。", "{path} has an unknown word: “{text}”.")
            }
        }
    }
}

impl JsonKind {
    const fn name(self, locale: Locale) -> &'static str {
        let name = match self {
            Self::Text => text("文本", "text"),
            Self::Flag => text("是或否", "true or false"),
            Self::Whole => text("不小于零的整数", "a whole number, zero or more"),
            Self::List => text("列表", "a list"),
            Self::Object => text("对象", "an object"),
        };
        name.get(locale)
    }
}
