//! The lightbox is a program of its own, which the loader brings when somebody might want it. Here is
//! what the app knows of it: which pictures it is to show, and when.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use story::album::Word;
use story::pictures::{self, Picture, alt};
use story::url::photo_of;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlImageElement;

use super::caption;
use super::notice::Notice;
use crate::Paper;
use crate::browser::{self, Gate};
use crate::fetch::Failure;
use crate::gallery::source;
use crate::i18n::Say;
use crate::pages::Page;

/// What it says.
fn say(word: Word) -> Say {
    match word {
        Word::Name => Say::Pictures,
        Word::Previous => Say::PreviousPicture,
        Word::Next => Say::NextPicture,
        Word::Close => Say::Close,
        Word::ZoomIn => Say::ZoomIn,
        Word::ZoomOut => Say::ZoomOut,
        Word::All => Say::AllPictures,
        Word::Share => Say::SharePicture,
        Word::Download => Say::DownloadPicture,
        Word::Missing => Say::PictureMissing,
        Word::TryAgain => Say::TryAgain,
        Word::Copied => Say::LinkCopied,
        Word::NotCopied => Say::LinkNotCopied,
    }
}

/// What the program asks of a picture, by its number: for its caption, or for its place.
type About = Closure<dyn Fn(u32, bool) -> JsValue>;

/// The lightbox of the page shown. One for the whole app; clones share everything.
#[derive(Clone)]
pub(crate) struct Lightbox(Rc<Inner>);

struct Inner {
    paper: Rc<Paper>,
    notice: Notice,
    /// The loader's way to bring it.
    bring: Function,
    program: RefCell<Option<JsValue>>,
    /// Whoever waits for it while it is on its way.
    coming: RefCell<Option<Gate>>,
    /// Why it did not come the last time.
    failed: Cell<Option<Failure>>,
    /// The page shown, once its data is there.
    page: RefCell<Option<Rc<Page>>>,
    /// Whether the program has its pictures.
    handed: Cell<bool>,
    /// Asked by the program for what is said of a picture.
    about: RefCell<Option<About>>,
}

impl Lightbox {
    /// A lightbox without pictures yet; `bring` is the loader's function.
    pub fn new(paper: Rc<Paper>, notice: Notice, bring: Function) -> Self {
        Self(Rc::new(Inner {
            paper,
            notice,
            bring,
            program: RefCell::default(),
            coming: RefCell::default(),
            failed: Cell::default(),
            page: RefCell::default(),
            handed: Cell::default(),
            about: RefCell::default(),
        }))
    }

    /// Takes the page shown, none where its data is not there yet; closes what was open of another.
    pub fn page(&self, page: Option<&Rc<Page>>) {
        *self.0.page.borrow_mut() = page.cloned();
        if self.0.handed.take() {
            self.call("page", &JsValue::UNDEFINED);
        }
    }

    /// Whether a press can be answered at once.
    pub fn is_ready(&self) -> bool {
        self.0.program.borrow().is_some() && self.0.page.borrow().is_some()
    }

    /// Answers a press on a picture's link.
    pub fn press(&self, number: u32) {
        self.hand();
        self.call("press", &number.into());
    }

    /// Shows what the address names: after a load, after a move that ends at a picture, and after
    /// Back and Forward within the article. Nothing happens while the pictures are not known.
    pub fn arrive(&self) {
        let fragment = browser::window().location().hash().unwrap_or_default();
        let number = photo_of(&fragment);
        if self.0.program.borrow().is_some() {
            // Of a page whose pictures it does not know, it shows none.
            if number.is_some() {
                self.hand();
            }
            self.call("arrive", &number.unwrap_or_default().into());
        } else if number.is_some() {
            let lightbox = self.clone();
            spawn_local(async move {
                match lightbox.bring().await {
                    Ok(()) => lightbox.arrive(),
                    Err(failure) => {
                        let again = lightbox.clone();
                        lightbox.0.notice.failed(failure, move || again.arrive());
                    }
                }
            });
        }
    }

    /// Brings the program where it is not there yet, and waits for it.
    ///
    /// # Errors
    /// Why it did not come.
    pub async fn bring(&self) -> Result<(), Failure> {
        if self.0.program.borrow().is_some() {
            return Ok(());
        }
        let coming = self.0.coming.borrow().clone();
        match coming {
            Some(coming) => coming.passed().await,
            None => self.fetch().await,
        }
        match self.0.failed.get() {
            Some(failure) => Err(failure),
            None => Ok(()),
        }
    }

    async fn fetch(&self) {
        let gate = Gate::default();
        *self.0.coming.borrow_mut() = Some(gate.clone());
        let promise = self.0.bring.call0(&JsValue::UNDEFINED);
        let came = match promise.map(JsCast::dyn_into::<Promise>) {
            Ok(Ok(promise)) => JsFuture::from(promise).await.unwrap_or_default(),
            _ => JsValue::UNDEFINED,
        };
        // The loader tells apart what is gone, which only a reload brings back.
        self.0.failed.set(match came.as_bool() {
            Some(_) => Some(Failure::UnknownVersion),
            None if came.is_undefined() => Some(Failure::Offline),
            None => None,
        });
        if self.0.failed.get().is_none() {
            *self.0.program.borrow_mut() = Some(came);
        }
        self.0.coming.take();
        gate.open();
    }

    /// Brings the program when the browser is idle, where the page has pictures for it.
    pub fn expect(&self) {
        let lightbox = self.clone();
        browser::when_idle(move || {
            let page = lightbox.0.page.borrow().clone();
            if page.is_some_and(|page| !album(&page).is_empty()) {
                lightbox.hint();
            }
        });
    }

    /// Somebody may be about to press: brings the program, unless the reader saves data, and hands
    /// it the pictures.
    pub fn hint(&self) {
        if self.0.program.borrow().is_none() && browser::saves_data() {
            return;
        }
        let lightbox = self.clone();
        spawn_local(async move {
            // Who presses hears of a failure.
            if lightbox.bring().await.is_ok() {
                lightbox.hand();
            }
        });
    }

    fn call(&self, name: &str, value: &JsValue) {
        let Some(program) = self.0.program.borrow().clone() else { return };
        let function = Reflect::get(&program, &name.into()).unwrap_or_default();
        if let Some(function) = function.dyn_ref::<Function>() {
            // What fails in there has trapped, and the loader hears of it.
            drop(function.call1(&program, value));
        }
    }

    /// Hands the pictures over, once for each page.
    fn hand(&self) {
        let Some(page) = self.0.page.borrow().clone() else { return };
        if self.0.handed.replace(true) {
            return;
        }
        let paper = &self.0.paper;
        // The browser has chosen a format already, for the first picture of the page.
        let first = browser::find("source+img").and_then(|it| it.dyn_into().ok());
        let avif = first.is_some_and(|it: HtmlImageElement| it.current_src().ends_with(".avif"));
        let words: Array =
            Word::ALL.into_iter().map(|word| JsValue::from(&*paper.say(say(word)))).collect();
        let photos: Array = album(&page)
            .iter()
            .map(|picture| {
                let image = picture.image;
                let photo = Array::of3(
                    &alt(image).unwrap_or_default().into(),
                    &image.width.into(),
                    &image.height.into(),
                );
                for (width, src) in source::files(image, avif) {
                    photo.push(&width.into());
                    photo.push(&paper.asset(src).into());
                }
                JsValue::from(photo)
            })
            .collect();
        let about = {
            let paper = Rc::clone(paper);
            About::new(move |number, said| about(&paper, &page, number, said))
        };
        let function = about.as_ref().clone();
        let album = Array::of4(&words, &photos, &function, &paper.site.download.into());
        *self.0.about.borrow_mut() = Some(about);
        self.call("page", &album);
    }
}

/// The elements of what is said under a picture, or what is spoken of its place.
fn about(paper: &Paper, page: &Page, number: u32, said: bool) -> JsValue {
    let album = album(page);
    if !said {
        let all = u32::try_from(album.len()).unwrap_or(u32::MAX);
        return JsValue::from(&*paper.say(Say::PictureOf(number, all)));
    }
    let picture = usize::try_from(number).ok().and_then(|number| album.get(number.checked_sub(1)?));
    let caption = picture.and_then(|picture| caption::elements(paper, picture));
    caption.map_or(JsValue::UNDEFINED, JsValue::from)
}

/// The pictures of a page: only articles have any that open.
fn album(page: &Page) -> Vec<Picture<'_>> {
    match page {
        Page::Article(article) => pictures::album(article),
        _ => Vec::new(),
    }
}
