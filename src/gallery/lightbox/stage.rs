//! The lightbox's elements: a track of slides that scrolls by itself, one slide in view.

use std::any::Any;
use std::rc::Rc;

use leptos::mount::mount_to;
use story::pictures::alt;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlDialogElement, HtmlElement, ScrollBehavior, ScrollToOptions};

use super::{Album, Slide};
use crate::Paper;
use crate::article::rich::rich;
use crate::browser::{self, focus};
use crate::gallery::source;
use crate::i18n::Say;
use crate::view::{Node, view};

/// The dialog and what is in it. Dropping it takes it out of the page.
pub(super) struct Stage {
    pub dialog: HtmlDialogElement,
    pub track: HtmlElement,
    paper: Rc<Paper>,
    album: Rc<Album>,
    _owner: Box<dyn Any>,
}

impl Stage {
    /// Builds the dialog, closed.
    pub fn build(paper: &Rc<Paper>, album: &Rc<Album>) -> Option<Self> {
        let body = browser::document().body()?;
        let owner = mount_to(body, {
            let (paper, album) = (Rc::clone(paper), Rc::clone(album));
            move || view(&paper, &album)
        });
        let dialog: HtmlDialogElement = browser::find("dialog.lightbox")?.dyn_into().ok()?;
        let track = dialog.query_selector(".lightbox-track").ok()??.dyn_into().ok()?;
        Some(Self {
            dialog,
            track,
            paper: Rc::clone(paper),
            album: Rc::clone(album),
            _owner: Box::new(owner),
        })
    }

    /// Opens the dialog over the page.
    pub fn open(&self) {
        if let Some(root) = browser::root() {
            drop(root.class_list().add_1("lightbox-open"));
        }
        // Fails only where the dialog is open already.
        drop(self.dialog.show_modal());
        focus::quietly(&self.dialog);
    }

    /// Closes it.
    pub fn close(&self) {
        self.dialog.close();
        if let Some(root) = browser::root() {
            drop(root.class_list().remove_1("lightbox-open"));
        }
    }

    /// The number of the picture in view.
    pub fn number_in_view(&self) -> Option<u32> {
        let width = f64::from(self.track.client_width());
        if width <= 0.0 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small")]
        let at = (f64::from(self.track.scroll_left()) / width).round().max(0.0) as u32;
        Some((at + 1).min(self.album.len()))
    }

    /// Scrolls a picture into view.
    pub fn scroll_to(&self, number: u32, smoothly: bool) {
        let options = ScrollToOptions::new();
        options
            .set_left(f64::from(number.saturating_sub(1)) * f64::from(self.track.client_width()));
        let behavior = if smoothly && !browser::reduced_motion() {
            ScrollBehavior::Smooth
        } else {
            ScrollBehavior::Instant
        };
        options.set_behavior(behavior);
        self.track.scroll_to_with_scroll_to_options(&options);
    }

    /// Gives this picture and its neighbours their files, and says which one it is.
    pub fn settle(&self, number: u32) {
        let all = self.album.len();
        for near in number.saturating_sub(1).max(1)..=(number + 1).min(all) {
            self.fill(near);
        }
        self.say(".lightbox-count", &format!("{number}/{all}"));
        self.say(".lightbox-status", &self.paper.say(Say::PictureOf(number, all)));
        self.end(".lightbox-previous", number <= 1);
        self.end(".lightbox-next", number >= all);
    }

    /// Writes only what changes: a screen reader speaks every writing.
    fn say(&self, selector: &str, words: &str) {
        if let Some(element) = self.find(selector)
            && element.text_content().as_deref() != Some(words)
        {
            element.set_text_content(Some(words));
        }
    }

    fn end(&self, selector: &str, at_end: bool) {
        if let Some(button) = self.find(selector) {
            drop(button.set_attribute("aria-disabled", if at_end { "true" } else { "false" }));
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.dialog.query_selector(selector).ok().flatten()
    }

    /// Asks for a picture's file, once.
    fn fill(&self, number: u32) {
        let Some(slide) = self.album.slide(number) else { return };
        let Some(image) = self.find(&format!("[data-slide=\"{number}\"] img")) else { return };
        if image.has_attribute("src") {
            return;
        }
        let dots = browser::window().device_pixel_ratio().min(2.0);
        let wanted = f64::from(self.track.client_width()) * dots;
        let file = self.paper.asset(source::at_least(&slide.image, wanted));
        drop(image.set_attribute("src", &file));
    }
}

fn view(paper: &Paper, album: &Album) -> Node {
    let slides: Vec<_> = album.slides.iter().map(|slide| self::slide(paper, slide)).collect();
    let button = |class: &'static str, label: Say, sign: &'static str| {
        view! {
            <button type="button" class=class aria-label=paper.say(label)>
                <span aria-hidden="true">{sign}</span>
            </button>
        }
    };
    view! {
        <dialog class="lightbox" aria-label=paper.say(Say::Pictures) tabindex="-1">
            <div class="lightbox-top">
                <p class={"lightbox-count"} aria-hidden="true"></p>
                {button("lightbox-close", Say::Close, "×")}
            </div>
            <div class="lightbox-track" tabindex="-1">{slides}</div>
            {button("lightbox-previous", Say::PreviousPicture, "‹")}
            {button("lightbox-next", Say::NextPicture, "›")}
            <p class={"lightbox-status spoken"} role="status"></p>
        </dialog>
    }
}

/// A picture in its place. Its file comes when it, or a neighbour, is in view; its size is known
/// before.
fn slide(paper: &Paper, slide: &Slide) -> Node {
    let image = &slide.image;
    let caption = slide.caption.as_ref().map(|caption| rich(paper, caption));
    let credit = image.credit.clone().map(|credit| view! { <span class="credit">{credit}</span> });
    let under = (caption.is_some() || credit.is_some())
        .then(|| view! { <figcaption>{caption}{" "}{credit}</figcaption> });
    view! {
        <figure class="slide" data-slide=slide.number.to_string()>
            <div class="slide-picture">
                <img
                    decoding="async"
                    width=image.width
                    height=image.height
                    alt=alt(image).unwrap_or_default().to_owned()
                />
            </div>
            {under}
        </figure>
    }
}
