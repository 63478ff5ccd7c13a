use js_sys::{Array, Function};
use story::album::Word;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Node, Window};

/// All pictures of an article as the app hands them over: an array of the words ([`Word::ALL`]), the
/// pictures (each `[alt, width, height, width of a file, its address, …]`, files narrowest first), a
/// function that gives for a picture's number what is spoken of its place or, asked so, the elements
/// of its caption, and whether pictures may be downloaded.
pub(super) struct Album {
    words: Array,
    photos: Array,
    about: Function,
    pub download: bool,
}

/// One picture.
pub(super) struct Photo {
    pub alt: String,
    /// In its own pixels.
    pub width: f64,
    /// In its own pixels.
    pub height: f64,
    /// The widths of its files.
    pub widths: Vec<u32>,
    files: Vec<String>,
}

impl Album {
    pub fn new(handed: &Array) -> Self {
        Self {
            words: handed.get(0).unchecked_into(),
            photos: handed.get(1).unchecked_into(),
            about: handed.get(2).unchecked_into(),
            download: handed.get(3).is_truthy(),
        }
    }

    pub fn len(&self) -> u32 {
        self.photos.length()
    }

    pub fn word(&self, word: Word) -> String {
        self.words.get(word as u32).as_string().unwrap_or_default()
    }

    /// The picture of this number, from 1.
    pub fn photo(&self, number: u32) -> Option<Photo> {
        if number == 0 || number > self.len() {
            return None;
        }
        let data: Array = self.photos.get(number - 1).unchecked_into();
        let size = |at: u32| data.get(at).as_f64().unwrap_or(1.0);
        let (mut widths, mut files) = (Vec::new(), Vec::new());
        let mut at = 3;
        while at + 1 < data.length() {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "pixels")]
            widths.push(size(at) as u32);
            files.push(data.get(at + 1).as_string().unwrap_or_default());
            at += 2;
        }
        let alt = data.get(0).as_string().unwrap_or_default();
        Some(Photo { alt, width: size(1), height: size(2), widths, files })
    }

    /// What is spoken of a picture's place.
    pub fn place(&self, number: u32) -> String {
        self.ask(number, false).as_string().unwrap_or_default()
    }

    /// The elements of what is said under it, made for this call.
    pub fn caption(&self, number: u32) -> Option<Node> {
        let told = self.ask(number, true);
        told.is_truthy().then(|| told.unchecked_into())
    }

    fn ask(&self, number: u32, caption: bool) -> JsValue {
        let told = self.about.call2(&JsValue::UNDEFINED, &number.into(), &caption.into());
        told.unwrap_or_default()
    }
}

impl Photo {
    pub fn file(&self, at: usize) -> &str {
        self.files.get(at).map_or("", String::as_str)
    }

    pub fn widest(&self) -> &str {
        self.files.last().map_or("", String::as_str)
    }

    pub fn narrowest(&self) -> &str {
        self.file(0)
    }
}

/// How many pixels of the screen a CSS pixel has.
pub(super) fn dots(window: &Window) -> f64 {
    window.device_pixel_ratio()
}
