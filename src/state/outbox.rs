//! How a result leaves the page: clipboard, share sheet, paper, files.

use yew::Callback;

/// How it ended when the user was shown the system's share sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shared {
    /// It was handed to another app.
    Done,
    /// The user closed the sheet.
    Cancelled,
    /// The system would not.
    Refused,
}

/// The browser hands out no files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFile;

/// What the app asks of the browser to hand something over.
pub trait Outbox {
    /// The absolute form of an address that is relative to this page.
    fn absolute(&self, address: &str) -> String;
    /// Puts a text on the clipboard and says whether it is there.
    fn copy(&self, text: &str, done: Callback<bool>);
    /// Whether there is a share sheet.
    fn can_share(&self) -> bool;
    /// Shows the share sheet.
    fn share(&self, text: &str, link: &str, done: Callback<Shared>);
    /// Shows the print dialogue.
    fn print(&self);
    /// Hands the user a file.
    ///
    /// # Errors
    /// [`NoFile`].
    fn save_bytes(&self, name: &str, media_type: &str, bytes: &[u8]) -> Result<(), NoFile>;
    /// Makes the workbook for an encoded [`Request`](abacus_core::sheet::Request); its maker is
    /// loaded now, so there may be none.
    fn workbook(&self, request: &str, made: Callback<Option<Vec<u8>>>);
}
