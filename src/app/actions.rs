//! What the buttons of a page do, by their `data-do`.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::HtmlElement;

use super::{App, live, more, pictures};
use crate::browser;
use crate::chrome::switches;
use crate::i18n::Say;
use crate::moves::How;
use crate::pages::Page;

/// Everything that a button can ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Action {
    CopyLink,
    ShareSheet,
    Theme,
    Saver,
    More,
    Embed,
    Retry,
    Reload,
    RetryPicture,
    Unfold,
    RailPrevious,
    RailNext,
    RailRetry,
}

impl Action {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "copy-link" => Self::CopyLink,
            "share-sheet" => Self::ShareSheet,
            "theme" => Self::Theme,
            "saver" => Self::Saver,
            "more" => Self::More,
            "embed" => Self::Embed,
            "retry" => Self::Retry,
            "reload" => Self::Reload,
            "retry-picture" => Self::RetryPicture,
            "unfold" => Self::Unfold,
            "rail-previous" => Self::RailPrevious,
            "rail-next" => Self::RailNext,
            "rail-retry" => Self::RailRetry,
            _ => return None,
        })
    }
}

/// Does what the element asks for. False where the browser should go on as it always does.
pub(super) fn act(app: &Rc<App>, element: &HtmlElement) -> bool {
    let Some(action) = element.get_attribute("data-do").as_deref().and_then(Action::of) else {
        return false;
    };
    match action {
        Action::CopyLink => copy_link(app, element),
        Action::ShareSheet => share_sheet(),
        Action::Theme => switches::theme(element),
        Action::Saver => switches::saver(),
        Action::More => return more::press(app, element),
        Action::Embed => embed(app, element),
        Action::Retry => app.moves.renew(How::Renewed),
        Action::Reload => drop(browser::window().location().reload()),
        Action::RetryPicture => pictures::retry(element),
        Action::Unfold => unfold(app, element),
        Action::RailPrevious | Action::RailNext | Action::RailRetry => {
            if let Some(rail) = app.moves.shown().as_ref().and_then(|shown| shown.rail.as_ref()) {
                match action {
                    Action::RailPrevious => rail.step(-1),
                    Action::RailNext => rail.step(1),
                    _ => rail.retry(),
                }
            }
        }
    }
    true
}

/// The page's address without a fragment.
fn address() -> String {
    let location = browser::window().location();
    format!("{}{}", location.origin().unwrap_or_default(), location.pathname().unwrap_or_default())
}

fn copy_link(app: &Rc<App>, button: &HtmlElement) {
    let (app, button) = (Rc::clone(app), button.clone());
    spawn_local(async move {
        let clipboard = browser::window().navigator().clipboard();
        // Over plain http there is no clipboard.
        let there = !AsRef::<JsValue>::as_ref(&clipboard).is_undefined();
        let copied = there && JsFuture::from(clipboard.write_text(&address())).await.is_ok();
        let words = app.paper.say(if copied { Say::LinkCopied } else { Say::LinkNotCopied });
        live::speak(&words);
        button.set_text_content(Some(&words));
        browser::pause(4_000).await;
        button.set_text_content(Some(&app.paper.say(Say::CopyLink)));
    });
}

fn share_sheet() {
    let data = web_sys::ShareData::new();
    data.set_title(&browser::document().title());
    data.set_url(&address());
    let promise = browser::window().navigator().share_with_data(&data);
    spawn_local(async move {
        // The reader may close the sheet again; that is no failure.
        drop(JsFuture::from(promise).await);
    });
}

/// Shows the whole of a long caption, or its first lines again.
fn unfold(app: &App, button: &HtmlElement) {
    let folded = button.get_attribute("aria-expanded").as_deref() == Some("false");
    drop(button.set_attribute("aria-expanded", if folded { "true" } else { "false" }));
    button.set_text_content(Some(&app.paper.say(if folded { Say::Fold } else { Say::Unfold })));
}

/// Puts the third party's frame in place of its button.
fn embed(app: &Rc<App>, button: &HtmlElement) {
    let (app, button) = (Rc::clone(app), button.clone());
    spawn_local(async move {
        match app.moves.data().await {
            Ok(page) => frame(&page, &button),
            Err(failure) => app.notice.failed(failure, move || button.click()),
        }
    });
}

fn frame(page: &Page, button: &HtmlElement) {
    let number = button.get_attribute("data-embed").and_then(|n| n.parse::<usize>().ok());
    let Page::Article(article) = page else { return };
    let embeds = crate::article::embeds(article);
    let Some(embed) = number.and_then(|number| embeds.get(number)) else { return };
    let Ok(frame) = browser::document().create_element("iframe") else { return };
    let Ok(frame) = frame.dyn_into::<web_sys::HtmlIFrameElement>() else { return };
    frame.set_title(&embed.title);
    frame.set_class_name("embed-frame");
    drop(frame.set_attribute("allow", "fullscreen"));
    drop(frame.set_attribute("referrerpolicy", "strict-origin-when-cross-origin"));
    frame.set_src(&embed.url);
    let place = button.closest("[data-embed-place]").ok().flatten();
    let place = place.unwrap_or_else(|| button.clone().unchecked_into());
    drop(place.replace_with_with_node_1(&frame));
    drop(frame.focus());
}
