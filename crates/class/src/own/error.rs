use abacus_core::text::Locale;

/// Why a text is not a user's own lesson.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OwnError {
    /// The key does not end in a valid id.
    BadId,
    /// Written by a newer version of the app, in this format.
    NewerSchema(String),
    /// There is no calculator with this id.
    UnknownCalculator(String),
    /// A part that is malformed, too long, or repeated: its key.
    BadPart(String),
    /// It has no title or no question.
    Incomplete,
    /// It is not a file of lessons.
    NotAFile,
    /// It is too long.
    TooLong,
}

impl OwnError {
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
            (Self::BadPart(key), Locale::Zh) => format!("“{key}”这一项读不出来。"),
            (Self::BadPart(key), Locale::En) => format!("The part “{key}” cannot be read."),
            (Self::Incomplete, Locale::Zh) => "缺少标题或问题。".to_owned(),
            (Self::Incomplete, Locale::En) => "The title or the question is missing.".to_owned(),
            (Self::NotAFile, Locale::Zh) => "这不是课程文件。".to_owned(),
            (Self::NotAFile, Locale::En) => "This is not a lesson file.".to_owned(),
            (Self::TooLong, Locale::Zh) => "内容太长。".to_owned(),
            (Self::TooLong, Locale::En) => "It is too long.".to_owned(),
        }
    }
}
