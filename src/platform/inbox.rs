//! The browser's file dialog and decoders as an [`Inbox`].

use abacus_deals::transfer::{BadFile, Encoding, check_size, check_sizes};
use gloo::events::EventListener;
use js_sys::Uint8Array;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, FileList, HtmlInputElement, TextDecodeOptions, TextDecoder, TextDecoderOptions, Window};
use yew::Callback;
use yew::events::DragEvent;

use crate::shell::inbox::{Decoder, Inbox, PickedFile};

/// The files that the dialog offers first, by extension, because phones assign different types to them.
const ENDINGS: &str = ".json,.xlsx,.csv,.tsv,.txt";
/// The same for contact cards. Phones that do not know the extensions know the types.
const CARD_ENDINGS: &str = ".vcf,.vcard,text/vcard,text/x-vcard";

pub(super) struct Browser {
    window: Window,
}

impl Browser {
    pub(super) const fn new(window: Window) -> Self {
        Self { window }
    }

    /// An invisible input. It must be in the document for some browsers to show the dialog.
    fn input(&self, endings: &str) -> Option<HtmlInputElement> {
        let document = self.window.document()?;
        let input: HtmlInputElement = document.create_element("input").ok()?.dyn_into().ok()?;
        input.set_type("file");
        input.set_accept(endings);
        input.set_hidden(true);
        document.body()?.append_child(&input).ok()?;
        Some(input)
    }
}

impl Browser {
    /// Opens the dialog. If the user cancels, there is no callback.
    fn ask(&self, endings: &str, is_several: bool, chosen: impl FnOnce(FileList) + 'static) {
        let Some(input) = self.input(endings) else { return };
        input.set_multiple(is_several);
        let asked = input.clone();
        EventListener::once(&input, "change", move |_| {
            asked.remove();
            if let Some(files) = asked.files() {
                chosen(files);
            }
        })
        .forget();
        let declined = input.clone();
        EventListener::once(&input, "cancel", move |_| declined.remove()).forget();
        input.click();
    }

    fn ask_for_one(&self, endings: &str, picked: Callback<PickedFile>) {
        self.ask(endings, false, move |files| {
            if let Some(file) = files.get(0) {
                spawn_local(async move {
                    let bytes = match check_size(size(&file)) {
                        Ok(()) => read(&file).await,
                        Err(why) => Err(why),
                    };
                    picked.emit(PickedFile { name: file.name(), bytes });
                });
            }
        });
    }
}

impl Inbox for Browser {
    fn pick(&self, picked: Callback<PickedFile>) {
        self.ask_for_one(ENDINGS, picked);
    }

    fn pick_card(&self, picked: Callback<PickedFile>) {
        self.ask_for_one(CARD_ENDINGS, picked);
    }

    fn pick_several(&self, picked: Callback<Vec<PickedFile>>) {
        self.ask(ENDINGS, true, move |files| read_all(&files, picked));
    }

    fn take_dropped(&self, drop: &DragEvent, picked: Callback<Vec<PickedFile>>) {
        if let Some(files) = drop.data_transfer().and_then(|dropped| dropped.files()) {
            read_all(&files, picked);
        }
    }

    fn decoder(&self, encoding: Encoding) -> Option<Box<dyn Decoder>> {
        let options = TextDecoderOptions::new();
        options.set_fatal(true);
        let decoder = TextDecoder::new_with_label_and_options(encoding.code(), &options).ok()?;
        Some(Box::new(BrowserDecoder(decoder)))
    }
}

struct BrowserDecoder(TextDecoder);

impl Decoder for BrowserDecoder {
    fn decode(&mut self, bytes: &[u8], is_last: bool) -> Option<String> {
        let options = TextDecodeOptions::new();
        options.set_stream(!is_last);
        self.0.decode_with_u8_array_and_options(bytes, &options).ok()
    }
}

// A whole number of bytes, which the browser returns as a float.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
fn size(file: &File) -> u64 {
    file.size() as u64
}

fn read_all(files: &FileList, picked: Callback<Vec<PickedFile>>) {
    let mut files: Vec<File> = (0..files.length()).filter_map(|index| files.get(index)).collect();
    if files.is_empty() {
        return;
    }
    files.sort_by_cached_key(File::name);
    spawn_local(async move {
        let sizes: Vec<u64> = files.iter().map(size).collect();
        let mut all = Vec::new();
        for (file, checked) in files.iter().zip(check_sizes(&sizes)) {
            let bytes = match checked {
                Ok(()) => read(file).await,
                Err(why) => Err(why),
            };
            all.push(PickedFile { name: file.name(), bytes });
        }
        picked.emit(all);
    });
}

async fn read(file: &File) -> Result<Vec<u8>, BadFile> {
    let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| BadFile::NotReadable)?;
    Ok(Uint8Array::new(&buffer).to_vec())
}
