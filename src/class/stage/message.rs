//! The messages between stage and presenter's window, as text.

use abacus_class::{Address, LessonRef};

/// A message on the channel of a stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum StageMessage {
    /// The presenter's window asks what is on the stage.
    Hello,
    /// A lesson, by its name, and its run.
    Run { lesson: String, run: String },
    /// A key was pressed in the presenter's window.
    Key { name: String, shift: bool },
}

const HELLO: &str = "hello";
const RUN: &str = "run ";
const KEY: &str = "key ";
const SHIFTED: &str = "shift ";

impl StageMessage {
    pub(super) fn written(&self) -> String {
        match self {
            Self::Hello => HELLO.to_owned(),
            Self::Run { lesson, run } => format!("{RUN}{lesson} {run}"),
            Self::Key { name, shift: false } => format!("{KEY}{name}"),
            Self::Key { name, shift: true } => format!("{SHIFTED}{name}"),
        }
    }

    pub(super) fn read(words: &str) -> Option<Self> {
        let key = |name: &str, shift| Self::Key { name: name.to_owned(), shift };
        if let Some((lesson, run)) = words.strip_prefix(RUN).and_then(|words| words.split_once(' ')) {
            return Some(Self::Run { lesson: lesson.to_owned(), run: run.to_owned() });
        }
        let pressed = words.strip_prefix(KEY).map(|name| key(name, false));
        let shifted = || words.strip_prefix(SHIFTED).map(|name| key(name, true));
        pressed.or_else(shifted).or((words == HELLO).then_some(Self::Hello))
    }
}

/// The state that survives a reload of the stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SavedStage {
    /// The channel, so that the presenter's window stays connected.
    pub(super) channel: String,
    pub(super) lesson: String,
    pub(super) run: String,
}

impl SavedStage {
    pub(super) fn written(&self) -> String {
        format!("{} {} {}", self.channel, self.lesson, self.run)
    }

    pub(super) fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ' ').map(str::to_owned);
        Some(Self { channel: parts.next()?, lesson: parts.next()?, run: parts.next()? })
    }
}

/// A lesson as the address names it, without a step.
pub(super) fn written(lesson_ref: &LessonRef) -> String {
    let address = Address { lesson: lesson_ref.clone(), step: 0 }.to_string();
    address.trim_end_matches("&step=1").to_owned()
}

#[cfg(test)]
mod tests {
    use super::{SavedStage, StageMessage};

    #[test]
    fn messages_round_trip() {
        for message in [
            StageMessage::Hello,
            StageMessage::Run { lesson: "earned".to_owned(), run: "step=2&shown=1".to_owned() },
            StageMessage::Run { lesson: "earned".to_owned(), run: String::new() },
            StageMessage::Key { name: "PageDown".to_owned(), shift: false },
            StageMessage::Key { name: " ".to_owned(), shift: false },
            StageMessage::Key { name: "Tab".to_owned(), shift: true },
        ] {
            assert_eq!(StageMessage::read(&message.written()), Some(message));
        }
        assert_eq!(StageMessage::read("something else"), None);
    }

    #[test]
    fn kept_state_round_trips() {
        let kept =
            SavedStage { channel: "abc".to_owned(), lesson: "earned".to_owned(), run: "step=2&typed=1 2".to_owned() };
        assert_eq!(SavedStage::read(&kept.written()), Some(kept));
        assert_eq!(SavedStage::read("abc"), None);
    }
}
