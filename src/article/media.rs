//! Sound and moving pictures of the paper's own.

use story::dates;
use story::model::{Article, Audio, AudioClip, Track, Video};

use super::rich::rich;
use crate::Paper;
use crate::i18n::Say;
use crate::view::{Node, view};

/// A video. Nothing of it but its poster is fetched before it is played.
pub(super) fn video(paper: &Paper, video: &Video) -> Node {
    let tracks: Vec<_> = video.captions.iter().map(|track| self::track(paper, track)).collect();
    let poster = video.poster.as_ref();
    let address = poster.map(|poster| paper.asset(&poster.src));
    // Without a poster the usual shape of a video holds the place.
    let (width, height) = poster.map_or((1_600, 900), |poster| (poster.width, poster.height));
    let length = video.duration.and_then(dates::duration).map(|length| {
        view! { <span class="length">{format!("{} {length}", paper.say(Say::Duration))}</span> }
    });
    let caption = video.caption.as_ref().map(|caption| rich(paper, caption));
    let under = (caption.is_some() || length.is_some())
        .then(|| view! { <figcaption>{caption}{" "}{length}</figcaption> });
    view! {
        <figure class="video">
            <video
                controls
                playsinline
                preload="none"
                poster=address
                width=width
                height=height
                src=paper.asset(&video.src)
            >
                {tracks}
            </video>
            {under}
        </figure>
    }
}

fn track(paper: &Paper, track: &Track) -> Node {
    let language = track.lang.clone();
    view! {
        <track kind="captions" srclang=language.clone() label=language src=paper.asset(&track.src)/>
    }
}

/// A sound.
pub(super) fn audio(paper: &Paper, audio: &AudioClip) -> Node {
    player(paper, &audio.title, &audio.src, audio.duration)
}

/// The article read aloud.
pub(super) fn read_aloud(paper: &Paper, article: &Article) -> Option<Node> {
    if article.audio.is_empty() {
        return None;
    }
    let players: Vec<_> = article
        .audio
        .iter()
        .map(|Audio { voice, url, duration }| player(paper, voice, url, Some(*duration)))
        .collect();
    Some(view! {
        <section class="read-aloud" aria-label=paper.say(Say::Listen)>
            <h2>{paper.say(Say::Listen)}</h2>
            {players}
        </section>
    })
}

fn player(paper: &Paper, title: &str, src: &str, duration: Option<f64>) -> Node {
    let name = match duration.and_then(dates::duration) {
        Some(length) => format!("{title} ({length})"),
        None => title.to_owned(),
    };
    view! {
        <figure class="audio">
            <figcaption>{name}</figcaption>
            <audio controls preload="none" src=paper.asset(src) aria-label=title.to_owned()></audio>
        </figure>
    }
}
