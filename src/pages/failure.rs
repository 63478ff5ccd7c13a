use crate::Paper;
use crate::fetch::Failure;
use crate::i18n::Say;
use crate::view::{Node, view};

/// The page whose data did not come, and the button that asks again.
pub(super) fn view(paper: &Paper, failure: Failure) -> Node {
    let remedy = failure.remedy();
    let action = if remedy == Say::ReloadPage { "reload" } else { "retry" };
    view! {
        <main id="main" class="failure">
            <h1>{paper.say(failure.message())}</h1>
            <button type="button" data-do=action>{paper.say(remedy)}</button>
        </main>
    }
}
