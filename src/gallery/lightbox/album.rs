use story::model::{Article, Image, Rich};
use story::pictures;

/// All pictures of an article, as the lightbox shows them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Album {
    /// In reading order; the picture of number n stands at n − 1.
    pub slides: Vec<Slide>,
}

/// A picture and what is said of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// Its number, from 1.
    pub number: u32,
    /// The picture.
    pub image: Image,
    /// Its own caption, else that of its run.
    pub caption: Option<Rich>,
}

impl Album {
    /// The pictures of an article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        let slides = pictures::album(article)
            .into_iter()
            .map(|picture| Slide {
                number: picture.number,
                image: picture.image.clone(),
                caption: picture.caption.cloned(),
            })
            .collect();
        Self { slides }
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> u32 {
        u32::try_from(self.slides.len()).unwrap_or(u32::MAX)
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slides.is_empty()
    }

    /// The picture of this number.
    #[must_use]
    pub fn slide(&self, number: u32) -> Option<&Slide> {
        self.slides.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }
}
