//! The browser's dialogue for files, and its decoders, as an [`Inbox`].

use abacus_deals::transfer::{BadFile, Encoding, check_size};
use gloo::events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, HtmlInputElement, TextDecoder, TextDecoderOptions, Window};
use yew::Callback;

use crate::shell::inbox::{Inbox, Picked};

/// The files that the dialogue offers first, by extension, because phones assign different types to them.
const ENDINGS: &str = ".json,.csv,.tsv,.txt";

pub(super) struct Browser {
    window: Window,
}

impl Browser {
    pub(super) const fn new(window: Window) -> Self {
        Self { window }
    }

    /// An invisible input. It must be in the document for some browsers to show the dialogue.
    fn input(&self) -> Option<HtmlInputElement> {
        let document = self.window.document()?;
        let input: HtmlInputElement = document.create_element("input").ok()?.dyn_into().ok()?;
        input.set_type("file");
        input.set_accept(ENDINGS);
        input.set_hidden(true);
        document.body()?.append_child(&input).ok()?;
        Some(input)
    }
}

impl Inbox for Browser {
    fn pick(&self, picked: Callback<Picked>) {
        let Some(input) = self.input() else { return };
        let chosen = input.clone();
        EventListener::once(&input, "change", move |_| {
            let file = chosen.files().and_then(|files| files.get(0));
            chosen.remove();
            if let Some(file) = file {
                spawn_local(async move {
                    let bytes = read(&file).await;
                    picked.emit(Picked { name: file.name(), bytes });
                });
            }
        })
        .forget();
        let declined = input.clone();
        EventListener::once(&input, "cancel", move |_| declined.remove()).forget();
        input.click();
    }

    fn decode(&self, bytes: &[u8], encoding: Encoding) -> Option<String> {
        let options = TextDecoderOptions::new();
        options.set_fatal(true);
        let decoder = TextDecoder::new_with_label_and_options(encoding.code(), &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }
}

async fn read(file: &File) -> Result<Vec<u8>, BadFile> {
    // A whole number of bytes, which a browser hands out as a float.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    check_size(file.size() as u64)?;
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| BadFile::NotReadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
