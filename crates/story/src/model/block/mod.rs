//! The parts of an article's body, and how they are written: one flat object a block.

mod link;
mod types;
mod wire;

pub use link::LinkItem;
pub use types::{
    AudioClip, BoxBlock, Embed, Gallery, GalleryOrder, Heading, Level, Links, ListBlock, Quote,
    Table, Track, Unknown, Video,
};

use super::{Image, Rich};

/// A part of an article's body.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph.
    Paragraph(Rich),
    /// A heading within the story.
    Heading(Heading),
    /// A picture. Neighbouring ones read as one gallery: [`crate::pictures::layout()`].
    Image(Image),
    /// Pictures that belong together.
    Gallery(Gallery),
    /// Somebody's words, or the story's own set large.
    Quote(Quote),
    /// A list.
    List(ListBlock),
    /// A table.
    Table(Table),
    /// A video of the paper's own.
    Video(Video),
    /// A sound of the paper's own.
    Audio(AudioClip),
    /// Something of a third party's, reached only after a press.
    Embed(Embed),
    /// A box beside the story.
    Box(BoxBlock),
    /// Links to read on.
    Links(Links),
    /// A break in the story.
    Divider,
    /// A type that this version does not know: shown as nothing, warned of once.
    Unknown(Unknown),
}
