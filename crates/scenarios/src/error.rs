//! Why a stored scenario cannot be read.

use abacus_core::calculators::Listing;
use abacus_core::text::Locale;

/// What is wrong with a record. The text of the record is kept, so nothing is lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ScenarioError {
    /// The key does not end in a valid id.
    BadId,
    /// Written by a newer version of the app, in this format.
    NewerSchema(String),
    /// There is no calculator with this id.
    UnknownCalculator(String),
    /// The escaped bytes are not valid UTF-8.
    NotText,
    /// A key occurs twice, and only one of the values could be kept.
    Repeated(String),
    /// A value that is not allowed for its key.
    BadValue {
        /// The key.
        key: String,
        /// The value.
        value: String,
    },
}

impl ScenarioError {
    /// Whether it is a scenario of another calculator of this version, which is merely not
    /// [known](crate::KnownCalculators) here.
    pub fn is_of_other_calculator(&self) -> bool {
        matches!(self, Self::UnknownCalculator(id) if Listing::find(id).is_some())
    }

    /// What is wrong, in one sentence.
    pub fn message(&self, locale: Locale) -> String {
        match (self, locale) {
            (Self::BadId, Locale::Zh) => "存储名里的编号不合规则。".to_owned(),
            (Self::BadId, Locale::En) => "The id in the storage key is not valid.".to_owned(),
            (Self::NewerSchema(schema), Locale::Zh) => format!("由新版本写成（格式 {schema}），请刷新页面。"),
            (Self::NewerSchema(schema), Locale::En) => {
                format!("Written by a newer version (format {schema}); please reload the page.")
            }
            (Self::UnknownCalculator(id), Locale::Zh) => format!("没有叫“{id}”的计算器。"),
            (Self::UnknownCalculator(id), Locale::En) => format!("There is no calculator “{id}”."),
            (Self::NotText, Locale::Zh) => "里面有不是文字的内容。".to_owned(),
            (Self::NotText, Locale::En) => "It contains something that is not text.".to_owned(),
            (Self::Repeated(key), Locale::Zh) => format!("“{key}”出现了两次。"),
            (Self::Repeated(key), Locale::En) => format!("“{key}” appears twice."),
            (Self::BadValue { key, value }, Locale::Zh) => format!("{key} 的值不可用：“{value}”。"),
            (Self::BadValue { key, value }, Locale::En) => format!("{key} has a value that cannot be used: “{value}”."),
        }
    }
}
