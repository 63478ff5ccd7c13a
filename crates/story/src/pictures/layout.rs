use crate::model::{Article, Block, Gallery, GalleryOrder, Image, Rich};

/// A picture of an article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Picture<'a> {
    /// Its number in reading order, from 1.
    pub number: u32,
    /// The picture.
    pub image: &'a Image,
    /// What is said of it where it stands alone: its own caption, else that of its run.
    pub caption: Option<&'a Rich>,
    /// What stands right under it in the page; a run's caption does not.
    pub own_caption: Option<&'a Rich>,
}

/// Neighbouring pictures, or a single one.
#[derive(Clone, Debug, PartialEq)]
pub struct Figures<'a> {
    /// In reading order, at least one.
    pub pictures: Vec<Picture<'a>>,
    /// Once under the whole run.
    pub caption: Option<&'a Rich>,
    /// How they are laid out.
    pub order: GalleryOrder,
}

/// A part of the body with its pictures gathered.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece<'a> {
    /// Pictures.
    Figures(Figures<'a>),
    /// A box.
    Box {
        /// Its heading.
        title: Option<&'a str>,
        /// What is in it.
        body: Vec<Piece<'a>>,
    },
    /// Anything else.
    Block(&'a Block),
}

/// An article's pictures in their places.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout<'a> {
    /// The cover, where it is shown over the body: given, and not in the body.
    pub cover: Option<Picture<'a>>,
    /// The body.
    pub body: Vec<Piece<'a>>,
    /// How many pictures there are.
    pub total: u32,
}

/// Gathers and numbers the pictures of an article: the cover if it is shown over the body, then
/// every image and every picture of a gallery, boxes included. Posters never count.
#[must_use]
pub fn layout(article: &Article) -> Layout<'_> {
    let mut total = 0;
    let cover = article.cover.as_ref().filter(|cover| !contains(&article.body, &cover.src));
    let cover = cover.map(|image| {
        total += 1;
        let caption = said(image);
        Picture { number: total, image, caption, own_caption: caption }
    });
    let body = pieces(&article.body, &mut total);
    Layout { cover, body, total }
}

/// All pictures of an article, in order.
#[must_use]
pub fn album(article: &Article) -> Vec<Picture<'_>> {
    fn gather<'a>(body: Vec<Piece<'a>>, all: &mut Vec<Picture<'a>>) {
        for piece in body {
            match piece {
                Piece::Figures(figures) => all.extend(figures.pictures),
                Piece::Box { body, .. } => gather(body, all),
                Piece::Block(_) => {}
            }
        }
    }
    let layout = layout(article);
    let mut all: Vec<_> = layout.cover.into_iter().collect();
    gather(layout.body, &mut all);
    all
}

/// An image's caption, where something is in it.
fn said(image: &Image) -> Option<&Rich> {
    image.caption.as_ref().filter(|caption| !caption.is_blank())
}

fn contains(body: &[Block], src: &str) -> bool {
    body.iter().any(|block| match block {
        Block::Image(image) => image.src == src,
        Block::Gallery(gallery) => gallery.images.iter().any(|image| image.src == src),
        Block::Box(block) => contains(&block.body, src),
        _ => false,
    })
}

fn pieces<'a>(body: &'a [Block], total: &mut u32) -> Vec<Piece<'a>> {
    let mut gathered = Vec::new();
    let mut at = 0;
    while let Some(block) = body.get(at) {
        let run: Vec<&Image> = body[at..]
            .iter()
            .map_while(|block| match block {
                Block::Image(image) => Some(image),
                _ => None,
            })
            .collect();
        at += run.len().max(1);
        gathered.push(match block {
            Block::Image(_) => Piece::Figures(run_of(&run, total)),
            Block::Gallery(gallery) if !gallery.images.is_empty() => {
                Piece::Figures(gallery_of(gallery, total))
            }
            Block::Gallery(_) => continue,
            Block::Box(block) => {
                Piece::Box { title: block.title.as_deref(), body: pieces(&block.body, total) }
            }
            other => Piece::Block(other),
        });
    }
    gathered
}

/// A run of neighbouring images. Where only its last one has a caption, that is the run's.
fn run_of<'a>(images: &[&'a Image], total: &mut u32) -> Figures<'a> {
    let last = images.last().and_then(|image| said(image));
    let only_last = images.len() > 1
        && last.is_some()
        && images.iter().rev().skip(1).all(|image| said(image).is_none());
    if only_last {
        let pictures = number(images, total, |_| (last, None));
        return Figures { pictures, caption: last, order: GalleryOrder::Sequence };
    }
    let pictures = number(images, total, |image| (said(image), said(image)));
    Figures { pictures, caption: None, order: GalleryOrder::Sequence }
}

fn gallery_of<'a>(gallery: &'a Gallery, total: &mut u32) -> Figures<'a> {
    let caption = gallery.caption.as_ref().filter(|caption| !caption.is_blank());
    let images: Vec<&Image> = gallery.images.iter().collect();
    let pictures = number(&images, total, |image| (said(image).or(caption), said(image)));
    Figures { pictures, caption, order: gallery.order }
}

/// Numbers images; `captions` gives what is said of each alone, and what stands under it.
fn number<'a>(
    images: &[&'a Image],
    total: &mut u32,
    captions: impl Fn(&'a Image) -> (Option<&'a Rich>, Option<&'a Rich>),
) -> Vec<Picture<'a>> {
    images
        .iter()
        .map(|&image| {
            *total += 1;
            let (caption, own_caption) = captions(image);
            Picture { number: *total, image, caption, own_caption }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::BoxBlock;

    fn image(src: &str, caption: Option<&str>) -> Image {
        Image {
            src: src.to_owned(),
            width: 4,
            height: 3,
            alt: None,
            caption: caption.map(Rich::from),
            credit: None,
            focal: None,
            placeholder: None,
            variants: Vec::new(),
        }
    }

    fn article(cover: Option<Image>, body: Vec<Block>) -> Article {
        Article { cover, body, ..Article::empty() }
    }

    /// Number, what is said of it alone, what stands under it.
    fn told(article: &Article) -> Vec<(u32, Option<String>, Option<String>)> {
        album(article)
            .iter()
            .map(|p| (p.number, p.caption.map(Rich::plain), p.own_caption.map(Rich::plain)))
            .collect()
    }

    #[test]
    fn a_caption_under_the_last_of_a_run_is_the_runs() {
        let text = || Block::Paragraph("…".into());
        let picture = |caption| Block::Image(image("a", caption));
        let some = |text: &str| Some(text.to_owned());
        let table = [
            // Only the last one has a caption: it is the run's, and said once.
            (
                vec![picture(None), picture(None), picture(Some("c"))],
                vec![(1, some("c"), None), (2, some("c"), None), (3, some("c"), None)],
            ),
            // Text between ends a run.
            (
                vec![picture(None), text(), picture(Some("c"))],
                vec![(1, None, None), (2, some("c"), some("c"))],
            ),
            // Two captions: each keeps its own.
            (
                vec![picture(Some("a")), picture(None), picture(Some("c"))],
                vec![(1, some("a"), some("a")), (2, None, None), (3, some("c"), some("c"))],
            ),
            // A caption that is not the last one's stays where it is.
            (
                vec![picture(Some("a")), picture(None)],
                vec![(1, some("a"), some("a")), (2, None, None)],
            ),
            // White space is no caption.
            (
                vec![picture(Some(" ")), picture(Some("c"))],
                vec![(1, some("c"), None), (2, some("c"), None)],
            ),
        ];
        for (body, expected) in table {
            let article = article(None, body);
            assert_eq!(told(&article), expected, "{:?}", article.body);
        }
    }

    #[test]
    fn numbers_follow_the_reading_order_boxes_included() {
        let body = vec![
            Block::Image(image("a", None)),
            Block::Box(BoxBlock { title: None, body: vec![Block::Image(image("b", None))] }),
            Block::Gallery(Gallery {
                images: vec![image("c", Some("own")), image("d", None)],
                caption: Some("all".into()),
                order: GalleryOrder::Mosaic,
            }),
            Block::Gallery(Gallery {
                images: vec![],
                caption: None,
                order: GalleryOrder::Sequence,
            }),
        ];
        let over = article(Some(image("x", None)), body.clone());
        let names: Vec<_> = album(&over).iter().map(|p| (p.number, p.image.src.as_str())).collect();
        assert_eq!(names, [(1, "x"), (2, "a"), (3, "b"), (4, "c"), (5, "d")]);
        // In the body already, within a box: not shown over it.
        let within = article(Some(image("b", None)), body);
        assert!(layout(&within).cover.is_none());
        assert_eq!(layout(&within).total, 4);
        let last = told(&within);
        assert_eq!(last[2], (3, Some("own".into()), Some("own".into())));
        assert_eq!(last[3], (4, Some("all".into()), None));
    }

    proptest! {
        #[test]
        fn numbers_have_no_gap(kinds in proptest::collection::vec(0_u8..5, 0..20), cover: bool) {
            let body = kinds.iter().map(|kind| match kind {
                0 => Block::Image(image("a", None)),
                1 => Block::Image(image("a", Some("c"))),
                2 => Block::Divider,
                3 => Block::Gallery(Gallery {
                    images: vec![image("b", None); 3], caption: None, order: GalleryOrder::Sequence,
                }),
                _ => Block::Box(BoxBlock { title: None, body: vec![Block::Image(image("d", None))] }),
            }).collect();
            let article = article(cover.then(|| image("x", None)), body);
            let numbers: Vec<u32> = album(&article).iter().map(|p| p.number).collect();
            let expected: Vec<u32> = (1..=layout(&article).total).collect();
            prop_assert_eq!(numbers, expected);
        }
    }
}
